package discovery

import (
	"math"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/recorder"

	"reconfig/model/result"
	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/figuretest"
)

// ruled replaces the box by one of so many rules.
func ruled(rules int) func(*figure.Data) {
	return func(d *figure.Data) {
		d.Boxes, d.Peeling, d.Cases = figuretest.Discovered(rules)
	}
}

func TestScenarioTitle(t *testing.T) {
	figuretest.CheckTitlesOf(t, figuretest.Named("scenario"), figuretest.Drawn, []figuretest.TitleCase{
		{Name: "three rules", Change: nil, Want: "Merge has the highest net benefit in 73% of draws where realisation.merger is at least 0.60, setup.merger at most 0.30 and capacity.elasticity between 0.10 and 0.80"},
		{Name: "one rule", Change: ruled(1), Want: "Merge has the highest net benefit in 73% of draws where realisation.merger is at least 0.60"},
		{Name: "two rules", Change: ruled(2), Want: "Merge has the highest net benefit in 73% of draws where realisation.merger is at least 0.60 and setup.merger at most 0.30"},
		{Name: "four rules", Change: ruled(4), Want: "Merge has the highest net benefit in 73% of draws where realisation.merger is at least 0.60, setup.merger at most 0.30, capacity.elasticity between 0.10 and 0.80 and one more rule holds"},
		{Name: "five rules", Change: ruled(5), Want: "Merge has the highest net benefit in 73% of draws where realisation.merger is at least 0.60, setup.merger at most 0.30, capacity.elasticity between 0.10 and 0.80 and two more rules hold"},
		{Name: "pure", Change: figuretest.All(ruled(1), func(d *figure.Data) { d.Peeling[3].Density = 1 }), Want: "Merge has the highest net benefit in all draws where realisation.merger is at least 0.60"},
		{Name: "density not known", Change: figuretest.All(ruled(1), func(d *figure.Data) { d.Peeling = nil }), Want: "Merge has the highest net benefit where realisation.merger is at least 0.60"},
		{Name: "interest not said", Change: figuretest.All(ruled(1), func(d *figure.Data) { d.Boxes[0].Interest = "" }), Want: "A draw is of interest in 73% of draws where realisation.merger is at least 0.60"},
		{Name: "a point", Change: figuretest.All(ruled(1), func(d *figure.Data) { d.Boxes[0].To = 0.6 }), Want: "Merge has the highest net benefit in 73% of draws where realisation.merger is about 0.60"},
		{Name: "the most telling first", Change: figuretest.All(ruled(2), func(d *figure.Data) { d.Boxes[0].QuasiP = 0.9 }),
			Want: "Merge has the highest net benefit in 73% of draws where setup.merger is at most 0.30 and realisation.merger at least 0.60"},
	})
}

// In a sweep without draws the examples are its points.
func TestScenarioAmongPoints(t *testing.T) {
	d := figuretest.Drawn()
	d.Points = 204
	figuretest.CheckSays(t, figuretest.Named("scenario"), d, "in 73% of points where", "against 34% of all points", "Points shown: 100")
}

func TestScenarioInWords(t *testing.T) {
	d := figuretest.TwoBoxes(figuretest.Drawn())
	d.Boxes[2].QuasiP = 0.2
	page := figuretest.Named("scenario").Page(d.Complete())
	if want := ". Of the draws in the box 73% are of interest, against 34% of all draws; it holds 58% of all that are"; !strings.HasSuffix(page.Subtitle, want) {
		t.Errorf("subtitle %q, want %q at its end", page.Subtitle, want)
	}
	for _, want := range []string{"Draws shown: 100; of interest among them: 33", "Box 2: setup.merger is between 0.10 and 0.50 and costing.discount_rate between 0.10 and 0.50",
		"the rule for capacity.elasticity may be there by chance", "Evidence: from A, the strongest, to D, judgement alone"} {
		if !strings.Contains(page.Footer[1], want) {
			t.Errorf("note %q lacks %q", page.Footer[1], want)
		}
	}
	figuretest.CheckAltTextOf(t, figuretest.Named("scenario"), d, "Scatter charts of draws by each two of several assumptions, with the limits of a box. Of interest: Merge has the highest net benefit. "+
		"Box 1: realisation.merger is at least 0.60, setup.merger at most 0.30 and capacity.elasticity between 0.10 and 0.80. "+
		"Box 2: setup.merger is between 0.10 and 0.50 and costing.discount_rate between 0.10 and 0.50. Box 1: 73% of the draws in it are of interest, and it holds 58% of all that are.")
}

func TestScenarioNeedsValues(t *testing.T) {
	for name, change := range map[string]func(*figure.Data){
		"no value": func(d *figure.Data) {
			for i := range d.Cases {
				d.Cases[i].Value = result.Unknown()
			}
		},
		"no limit": func(d *figure.Data) {
			for i := range d.Boxes {
				d.Boxes[i].From, d.Boxes[i].To = result.Unknown(), result.Unknown()
			}
		},
	} {
		d := figuretest.Drawn()
		change(&d)
		if _, err := figuretest.Named("scenario").Render(d, "svg"); !figuretest.HasNothingToDraw(err) {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

// The middle of a box's line is where its limit is; where it has none, the line ends at the edge of the plot.
func TestBoxIsDrawnAtItsLimits(t *testing.T) {
	b := box{Rules: []rule{{Assumption: "a", Interval: figure.Interval{Lo: 40, Hi: math.Inf(1)}}, {Assumption: "b", Interval: figure.Interval{Lo: math.Inf(-1), Hi: 70}}}}
	var drawn recorder.Canvas
	line := draw.LineStyle{Color: chart.Ink, Width: 2}
	at := func(v float64) vg.Length { return vg.Length(v) }
	b.draw(draw.NewCanvas(&drawn, 100, 100), "a", "b", line, at, at)
	var last vg.Path
	for _, action := range drawn.Actions {
		if stroke, is := action.(*recorder.Stroke); is {
			last = stroke.Path
		}
	}
	lo, hi := last[0].Pos, last[0].Pos
	for _, part := range last {
		if part.Type != vg.CloseComp {
			lo, hi = vg.Point{X: min(lo.X, part.Pos.X), Y: min(lo.Y, part.Pos.Y)}, vg.Point{X: max(hi.X, part.Pos.X), Y: max(hi.Y, part.Pos.Y)}
		}
	}
	if want := chart.Rectangle(40, 1, 99, 70); lo != want.Min || hi != want.Max {
		t.Errorf("the line goes from %v to %v, want from %v to %v", lo, hi, want.Min, want.Max)
	}
}

// Every example with a value is in one bin, by whether it is of interest.
func TestHistogramCountsEveryCase(t *testing.T) {
	d := figuretest.Drawn()
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
	unchosen := func(d *figure.Data) { d.Peeling[3].Chosen = result.YesNo(false) }
	figuretest.CheckTitlesOf(t, figuretest.Named("peeling"), figuretest.Drawn, []figuretest.TitleCase{
		{Name: "three rules", Change: nil, Want: "Three rules pick out 58% of the draws of interest; of what they pick out, 73% is of interest"},
		{Name: "one rule", Change: ruled(1), Want: "One rule picks out 58% of the draws of interest; of what it picks out, 73% is of interest"},
		{Name: "no rule", Change: func(d *figure.Data) { d.Peeling[3].Restricted = 0 }, Want: "Without any rule, 73% of draws are of interest"},
		{Name: "none chosen", Change: unchosen, Want: "Density goes from 34% to 86% as coverage goes from 100% to 44%"},
		{Name: "one step", Change: figuretest.All(unchosen, func(d *figure.Data) { d.Peeling = d.Peeling[:1] }), Want: "Of the draws in the box, 34% are of interest"},
		{Name: "two boxes", Change: func(d *figure.Data) { *d = figuretest.TwoBoxes(*d) }, Want: "Three rules pick out 58% of the draws of interest; of what they pick out, 73% is of interest"},
	})
}

func TestPeelingAltText(t *testing.T) {
	figuretest.CheckAltTextOf(t, figuretest.Named("peeling"), figuretest.TwoBoxes(figuretest.Drawn()), "Line chart of density against coverage of boxes on the way to smaller ones. "+
		"Box 1: from coverage 100% and density 34% to coverage 44% and density 86%; chosen, with three rules: coverage 58%, density 73%. "+
		"Box 2: from coverage 40% and density 20% to coverage 25% and density 50%; chosen, with two rules: coverage 30%, density 40%.")
}
