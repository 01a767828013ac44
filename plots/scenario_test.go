package plots

import (
	"strings"
	"testing"

	"reconfig/model/result"
)

// ruled replaces the box by one of so many rules.
func ruled(rules int) func(*Data) {
	return func(d *Data) {
		d.Analysis.Boxes, d.Analysis.Peeling, d.Analysis.Cases = discovered(rules)
	}
}

func TestScenarioTitle(t *testing.T) {
	checkTitlesOf(t, named("scenario"), drawn, []titleCase{
		{"three rules", nil, "Merge has the highest net benefit in 73% of cases where realisation.merger is at least 0.60, setup.merger at most 0.30 and capacity.elasticity between 0.10 and 0.80"},
		{"one rule", ruled(1), "Merge has the highest net benefit in 73% of cases where realisation.merger is at least 0.60"},
		{"two rules", ruled(2), "Merge has the highest net benefit in 73% of cases where realisation.merger is at least 0.60 and setup.merger at most 0.30"},
		{"four rules", ruled(4), "Merge has the highest net benefit in 73% of cases where realisation.merger is at least 0.60, setup.merger at most 0.30, capacity.elasticity between 0.10 and 0.80 and one more rule holds"},
		{"five rules", ruled(5), "Merge has the highest net benefit in 73% of cases where realisation.merger is at least 0.60, setup.merger at most 0.30, capacity.elasticity between 0.10 and 0.80 and two more rules hold"},
		{"pure", all(ruled(1), func(d *Data) { d.Analysis.Peeling[3].Density = 1 }), "Merge has the highest net benefit in all cases where realisation.merger is at least 0.60"},
		{"density not known", all(ruled(1), func(d *Data) { d.Analysis.Peeling = nil }), "Merge has the highest net benefit where realisation.merger is at least 0.60"},
		{"interest not said", all(ruled(1), func(d *Data) { d.Analysis.Boxes[0].Interest = "" }), "A case is of interest in 73% of cases where realisation.merger is at least 0.60"},
		{"a point", all(ruled(1), func(d *Data) { d.Analysis.Boxes[0].To = 0.6 }), "Merge has the highest net benefit in 73% of cases where realisation.merger is about 0.60"},
		{"the most telling first", all(ruled(2), func(d *Data) { d.Analysis.Boxes[0].QuasiP = 0.9 }),
			"Merge has the highest net benefit in 73% of cases where setup.merger is at most 0.30 and realisation.merger at least 0.60"},
	})
}

func TestScenarioInWords(t *testing.T) {
	d := twoBoxes(drawn())
	d.Analysis.Boxes[2].QuasiP = 0.2
	page := named("scenario").Page(d.complete())
	if want := ". Of the cases in the box 73% are of interest, against 34% of all cases; it holds 58% of all that are"; !strings.HasSuffix(page.Subtitle, want) {
		t.Errorf("subtitle %q, want %q at its end", page.Subtitle, want)
	}
	for _, want := range []string{"Cases drawn: 100; of interest among them: 33", "Box 2: setup.merger is between 0.10 and 0.50 and costing.discount_rate between 0.10 and 0.50",
		"the rule for capacity.elasticity may be there by chance", "Evidence: from A, the strongest, to D, judgement alone"} {
		if !strings.Contains(page.Footer[1], want) {
			t.Errorf("note %q lacks %q", page.Footer[1], want)
		}
	}
	checkAltTextOf(t, named("scenario"), d, "Scatter charts of cases by each two of several assumptions, with the limits of a box. Of interest: Merge has the highest net benefit. "+
		"Box 1: realisation.merger is at least 0.60, setup.merger at most 0.30 and capacity.elasticity between 0.10 and 0.80. "+
		"Box 2: setup.merger is between 0.10 and 0.50 and costing.discount_rate between 0.10 and 0.50. Box 1: 73% of the cases in it are of interest, and it holds 58% of all that are.")
}

func TestScenarioNeedsValues(t *testing.T) {
	for name, change := range map[string]func(*Data){
		"no value": func(d *Data) {
			for i := range d.Analysis.Cases {
				d.Analysis.Cases[i].Value = result.Unknown()
			}
		},
		"no limit": func(d *Data) {
			for i := range d.Analysis.Boxes {
				d.Analysis.Boxes[i].From, d.Analysis.Boxes[i].To = result.Unknown(), result.Unknown()
			}
		},
	} {
		d := drawn()
		change(&d)
		if _, err := named("scenario").Render(d, "svg"); !hasNothingToDraw(err) {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

// Every case with a value is in one bin, by whether it is of interest.
func TestHistogramCountsEveryCase(t *testing.T) {
	d := drawn()
	ruled(1)(&d)
	s := scenariosOf(d)
	h := s.histogram(s.shown()[0])
	interest, others := 0, 0
	for _, b := range h.bins {
		interest, others = interest+b.OfInterest, others+b.Others
	}
	if interest != 33 || others != 67 {
		t.Errorf("%d of interest and %d others, want 33 and 67", interest, others)
	}
}

func TestPeelingTitle(t *testing.T) {
	unchosen := func(d *Data) { d.Analysis.Peeling[3].Chosen = result.YesNo(false) }
	checkTitlesOf(t, named("peeling"), drawn, []titleCase{
		{"three rules", nil, "Three rules pick out 58% of the cases of interest; of what they pick out, 73% is of interest"},
		{"one rule", ruled(1), "One rule picks out 58% of the cases of interest; of what it picks out, 73% is of interest"},
		{"no rule", func(d *Data) { d.Analysis.Peeling[3].Restricted = 0 }, "Without any rule, 73% of cases are of interest"},
		{"none chosen", unchosen, "Density goes from 34% to 86% as coverage goes from 100% to 44%"},
		{"one step", all(unchosen, func(d *Data) { d.Analysis.Peeling = d.Analysis.Peeling[:1] }), "Of the cases in the box, 34% are of interest"},
		{"two boxes", func(d *Data) { *d = twoBoxes(*d) }, "Three rules pick out 58% of the cases of interest; of what they pick out, 73% is of interest"},
	})
}

func TestPeelingAltText(t *testing.T) {
	checkAltTextOf(t, named("peeling"), twoBoxes(drawn()), "Line chart of density against coverage of boxes on the way to smaller ones. "+
		"Box 1: from coverage 100% and density 34% to coverage 44% and density 86%; chosen, with three rules: coverage 58%, density 73%. "+
		"Box 2: from coverage 40% and density 20% to coverage 25% and density 50%; chosen, with two rules: coverage 30%, density 40%.")
}
