package sensitivity

import (
	"math"
	"strings"
	"testing"

	"reconfig/model/result"
	"reconfig/plots/figure"
	"reconfig/plots/figuretest"
)

// sharing sets the effects of the inputs in turn.
func sharing(effects ...float64) func(*figure.Data) {
	return func(d *figure.Data) {
		for i := range d.Shapley {
			d.Shapley[i].Effect = result.Number(effects[i%len(effects)])
		}
	}
}

func TestShapleyTitle(t *testing.T) {
	figuretest.CheckTitlesOf(t, figuretest.Named("shapley"), figuretest.FewAnalysed, []figuretest.TitleCase{
		{Name: "one makes up half", Change: nil, Want: "scale.back-office accounts for 76% of the variance"},
		{Name: "two do", Change: sharing(0.4, 0.3, 0.3), Want: "scale.back-office and target.reduction account for 70% of the variance"},
		{Name: "all alike", Change: sharing(0.2), Want: "Three inputs account for 60% of the variance"},
		{Name: "many", Change: func(d *figure.Data) { *d = figuretest.ManyAnalysed(); sharing(1.0 / 78)(d) }, Want: "39 of 78 inputs account for 50% of the variance"},
		{Name: "one above all", Change: sharing(1.1, -0.05, -0.05), Want: "scale.back-office accounts for 110% of the variance"},
		{Name: "nothing", Change: sharing(0), Want: "No input accounts for any of the variance"},
		{Name: "below zero", Change: sharing(-0.01), Want: "No input accounts for any of the variance"},
		{Name: "unknown", Change: sharing(math.NaN(), 0.8, math.NaN()), Want: "target.reduction accounts for 80% of the variance"},
		{Name: "little", Change: sharing(0.001, 0, 0), Want: "scale.back-office accounts for less than 1% of the variance"},
		{Name: "one", Change: figuretest.OneOf, Want: "scale.back-office accounts for 76% of the variance"},
	})
}

func TestShapleyAltText(t *testing.T) {
	d := figuretest.FewAnalysed()
	for i := range d.Shapley {
		r := &d.Shapley[i]
		r.Low, r.High = r.Effect-0.02, r.Effect+0.03
	}
	figuretest.CheckAltTextOf(t, figuretest.Named("shapley"), d, "Bar chart of shares of the variance of net benefit of “Full merger” less that of “De facto merger”. Shapley effects, with 95% intervals in brackets: "+
		"scale.back-office (evidence B) 76% (74% to 79%); target.reduction (evidence A) 19% (17% to 22%); realisation.merger (judgement alone) 5% (3% to 8%).")
}

// The bars add up to all of the variance, with the rest as one.
func TestShapleyBarsAddUp(t *testing.T) {
	d := figuretest.ManyAnalysed().Complete()
	e, _ := effectsOf(d.Context, d.Shapley)
	bars := e.bars()
	if last := bars.Rows[len(bars.Rows)-1].Name; len(bars.Rows) != 11 || last != "68 others" {
		t.Errorf("%d bars, the last of %q, want 11 with that of 68 others", len(bars.Rows), last)
	}
	total := 0.0
	for _, row := range bars.Rows {
		total += row.Pieces[0].Value
	}
	if math.Abs(total-1) > 1e-9 {
		t.Errorf("bars add up to %v, want 1", total)
	}
	if text := said(figuretest.Named("shapley"), d); !strings.Contains(text, "add up to 100%") || !strings.Contains(text, "68 others together 13%") {
		t.Error(text)
	}
	d.Shapley = d.Shapley[:10]
	if text := said(figuretest.Named("shapley"), d); !strings.Contains(text, "The effects of the inputs in the table add up to 87%") {
		t.Errorf("not all inputs: %s", text)
	}
}
