package plots

import (
	"math"
	"strings"
	"testing"

	"reconfig/model/result"
)

// sharing sets the effects of the inputs in turn.
func sharing(effects ...float64) func(*Data) {
	return func(d *Data) {
		for i := range d.Analysis.Shapley {
			d.Analysis.Shapley[i].Effect = result.Number(effects[i%len(effects)])
		}
	}
}

func TestShapleyTitle(t *testing.T) {
	checkTitlesOf(t, named("shapley"), fewAnalysed, []titleCase{
		{"one makes up half", nil, "scale.back-office accounts for 76% of the variance"},
		{"two do", sharing(0.4, 0.3, 0.3), "scale.back-office and target.reduction account for 70% of the variance"},
		{"all alike", sharing(0.2), "Three inputs account for 60% of the variance"},
		{"many", func(d *Data) { *d = manyAnalysed(); sharing(1.0 / 78)(d) }, "39 of 78 inputs account for 50% of the variance"},
		{"one above all", sharing(1.1, -0.05, -0.05), "scale.back-office accounts for 110% of the variance"},
		{"nothing", sharing(0), "No input accounts for any of the variance"},
		{"below zero", sharing(-0.01), "No input accounts for any of the variance"},
		{"unknown", sharing(math.NaN(), 0.8, math.NaN()), "target.reduction accounts for 80% of the variance"},
		{"little", sharing(0.001, 0, 0), "scale.back-office accounts for less than 1% of the variance"},
		{"one", oneOf, "scale.back-office accounts for 76% of the variance"},
	})
}

func TestShapleyAltText(t *testing.T) {
	d := fewAnalysed()
	for i := range d.Analysis.Shapley {
		r := &d.Analysis.Shapley[i]
		r.Low, r.High = r.Effect-0.02, r.Effect+0.03
	}
	checkAltTextOf(t, named("shapley"), d, "Bar chart of shares of the variance of net benefit of Full merger less that of De facto merger. Shapley effects, with 95% intervals in brackets: "+
		"scale.back-office (evidence B) 76% (74% to 79%); target.reduction (evidence A) 19% (17% to 22%); realisation.merger (judgement alone) 5% (3% to 8%).")
}

// The bars add up to all of the variance, with the rest as one.
func TestShapleyBarsAddUp(t *testing.T) {
	d := manyAnalysed().complete()
	e, _ := effectsOf(d.Context, d.Analysis.Shapley)
	bars := e.bars()
	if last := bars.Rows[len(bars.Rows)-1].Name; len(bars.Rows) != 16 || last != "63 others" {
		t.Errorf("%d bars, the last of %q, want 16 with that of 63 others", len(bars.Rows), last)
	}
	total := 0.0
	for _, row := range bars.Rows {
		total += row.Parts[0].Value
	}
	if math.Abs(total-1) > 1e-9 {
		t.Errorf("bars add up to %v, want 1", total)
	}
	if text := said(named("shapley"), d); !strings.Contains(text, "add up to 100%") || !strings.Contains(text, "63 others together 9%") {
		t.Error(text)
	}
	d.Analysis.Shapley = d.Analysis.Shapley[:10]
	if text := said(named("shapley"), d); !strings.Contains(text, "The effects of the inputs in the table add up to 87%") {
		t.Errorf("not all inputs: %s", text)
	}
}
