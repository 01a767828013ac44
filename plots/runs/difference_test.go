package runs

import (
	"math"
	"strings"
	"testing"

	"reconfig/model/result"
	"reconfig/plots/figure"
	"reconfig/plots/figuretest"
)

// likely sets the share of draws in which the first of a pair is better.
func likely(first, second string, p float64) func(*figure.Data) {
	return func(d *figure.Data) {
		for i := range d.Differences {
			if r := &d.Differences[i]; r.First == first && r.Second == second {
				r.ProbabilityFirstBetter = result.Number(p)
			}
		}
	}
}

// certain leaves no draw in which both are equal.
func certain(d *figure.Data) {
	for i := range d.Differences {
		d.Differences[i].ProbabilityEqual = 0
	}
}

func TestDifferenceTitle(t *testing.T) {
	figuretest.CheckTitlesOf(t, figuretest.Named("difference"), figuretest.Drawn, []figuretest.TitleCase{
		{Name: "all sure", Change: nil, Want: "Merge has higher net benefit than every other structure shown in at least 93% of draws"},
		{Name: "all but one", Change: likely("stay", "hub", 0.4), Want: "Merge has higher net benefit than every other structure shown in at least 93% of draws"},
		{Name: "all but one, which is of the two best", Change: likely("hub", "merge", 0.3), Want: "Net benefit: every comparison but Merge with Hub goes one way in at least 90% of draws"},
		{Name: "as good as 90% as it is written", Change: figuretest.All(likely("hub", "merge", 0.1031), certain), Want: "Merge has higher net benefit than every other structure shown in at least 89% of draws"},
		{Name: "one sure", Change: figuretest.All(likely("stay", "hub", 0.4), likely("stay", "merge", 0.7)),
			Want: "Net benefit: only one of three comparisons goes one way in at least 90% of draws"},
		{Name: "none sure", Change: figuretest.All(likely("stay", "hub", 0.4), likely("stay", "merge", 0.7), likely("hub", "merge", 0.5)),
			Want: "Net benefit: no comparison goes one way in 90% of draws"},
		{Name: "one pair", Change: func(d *figure.Data) { *d = figuretest.Only(*d, "stay", "merge") }, Want: "Merge has higher net benefit than Stay in 93% of draws"},
		{Name: "one pair, nearly certain", Change: figuretest.All(func(d *figure.Data) { *d = figuretest.Only(*d, "stay", "merge") }, likely("stay", "merge", 0.00003), certain), Want: "Merge has higher net benefit than Stay in more than 99.9% of draws"},
		{Name: "all certain", Change: figuretest.All(likely("stay", "hub", 0), likely("stay", "merge", 0), likely("hub", "merge", 0), certain), Want: "Merge has higher net benefit than every other structure shown in all draws"},
		{Name: "all nearly certain", Change: figuretest.All(likely("stay", "hub", 0.0003), likely("stay", "merge", 0), likely("hub", "merge", 0), certain),
			Want: "Merge has higher net benefit than every other structure shown in all draws"},
		{Name: "no direction", Change: likely("stay", "hub", math.NaN()), Want: "How structures differ in net benefit, draw by draw"},
		{Name: "one that is compared with the two best alone", Change: func(d *figure.Data) { d.Focus = []string{"stay", "hub"} }, Want: "Net benefit: every comparison goes one way in at least 93% of draws"},
		{Name: "none in focus", Change: func(d *figure.Data) { d.Outcomes, d.Focus = nil, []string{"gone"} }, Want: "merge has higher net benefit than every other structure shown in at least 93% of draws"},
	})
}

// The figure has the pairs of structures in focus and that of the two best, here merge and hub. A note says how many are left out.
func TestOmittedPairs(t *testing.T) {
	for _, c := range []struct {
		focus []string
		note  string
		rows  string
	}{
		{[]string{"stay", "hub", "merge"}, "", "Merge against Hub"},
		{[]string{"hub", "merge"}, "Shown are 1 of 3 pairs: those of structures in focus.", "Merge against Hub"},
		{[]string{"stay", "merge"}, "Shown are 2 of 3 pairs: those of structures in focus, and the two best.", "Merge against Hub"},
	} {
		d := figuretest.Drawn()
		d.Focus = c.focus
		figuretest.CheckSays(t, figuretest.Named("difference"), d, "Each box has the colour of the first")
		page := figuretest.Named("difference").Page(d.Complete())
		notes := strings.Join(page.Footer, " ")
		if !strings.Contains(notes, c.note) || strings.Contains(notes, "Shown are") != (c.note != "") {
			t.Errorf("in focus %v: note %q, want %q", c.focus, notes, c.note)
		}
		if !strings.Contains(page.Description, c.rows) {
			t.Errorf("in focus %v: %s", c.focus, page.Description)
		}
	}
}

func TestDifferenceAltText(t *testing.T) {
	figuretest.CheckAltTextOf(t, figuretest.Named("difference"), figuretest.Drawn(), "Box chart of differences in net benefit, £\u00A0million at 2009/10 prices. Mean and, in brackets, 5th to 95th percentile of 10,000 draws: "+
		"Merge against Stay +£5.0m (+£4.5m to +£5.5m), better in 93% of draws; Merge against Hub +£3.0m (+£2.7m to +£3.3m), better in 93% of draws; "+
		"Hub against Stay +£2.0m (+£1.8m to +£2.2m), better in 93% of draws.")
}

// A difference that has no end is not a payback that never comes.
func TestEndlessDifference(t *testing.T) {
	d := figuretest.Drawn()
	figuretest.NeverPaid(&d)
	if text := figuretest.Named("difference").AltText(d); strings.Contains(text, "never") || !strings.Contains(text, "∞") {
		t.Error(text)
	}
}

// A pair the other way round has the same draws with the other sign.
func TestTurnedPair(t *testing.T) {
	p := pair{First: "a", Second: "b", Better: 0.2, Equal: 0.1}
	p.P05, p.P25, p.P50, p.P75, p.P95, p.Mean = -4, -3, -2, -1, math.Inf(1), math.NaN()
	got := p.turned()
	if got.First != "b" || got.Second != "a" || !math.IsInf(got.P05, -1) || got.P25 != 1 || got.P50 != 2 || got.P75 != 3 || got.P95 != 4 || math.Abs(got.Better-0.7) > 1e-9 {
		t.Errorf("turned %+v", got)
	}
}
