package sensitivity

import (
	"math"
	"strings"
	"testing"

	"reconfig/model/result"
	"reconfig/plots/figure"
	"reconfig/plots/figuretest"
)

// shifting sets the medians of the assumptions in turn, and says that those from the limit on matter.
func shifting(limit float64, medians ...float64) func(*figure.Data) {
	return func(d *figure.Data) {
		for i := range d.Pawn {
			r, v := &d.Pawn[i], medians[i%len(medians)]
			r.Median, r.MedianLow, r.MedianHigh, r.Matters = result.Number(v), result.Number(v), result.Number(v), result.YesNo(v >= limit)
		}
	}
}

func TestPawnTitle(t *testing.T) {
	figuretest.CheckTitlesOf(t, figuretest.Named("pawn"), figuretest.FewAnalysed, []figuretest.TitleCase{
		{Name: "all", Change: nil, Want: "All three assumptions stand out from noise, scale.back-office most"},
		{Name: "some", Change: shifting(0.2, 0.1, 0.3, 0.2), Want: "Two of three assumptions stand out from noise, target.reduction most"},
		{Name: "two lead", Change: shifting(0.2, 0.3, 0.3, 0.2), Want: "All three assumptions stand out from noise"},
		{Name: "only one", Change: shifting(0.3, 0.1, 0.3, 0.2), Want: "Only target.reduction stands out from noise"},
		{Name: "none", Change: shifting(0.3, 0.1), Want: "No assumption stands out from noise"},
		{Name: "nothing at all", Change: shifting(0.3, 0), Want: "No assumption stands out from noise"},
		{Name: "unknown", Change: shifting(0.1, math.NaN(), 0.3, 0.2), Want: "Both assumptions stand out from noise, target.reduction most"},
		{Name: "one", Change: figuretest.OneOf, Want: "scale.back-office stands out from noise"},
		{Name: "one that does not", Change: figuretest.All(figuretest.OneOf, shifting(0.3, 0.1)), Want: "scale.back-office does not stand out from noise"},
	})
}

func TestPawnAltText(t *testing.T) {
	d := figuretest.FewAnalysed()
	d.Pawn[2].Matters, d.Pawn[2].MedianLow = "no", result.Unknown()
	figuretest.CheckAltTextOf(t, figuretest.Named("pawn"), d, "Dot chart of how far knowing an assumption moves the distribution of net benefit of “Full merger” less that of “De facto merger”: 0 for not at all, 1 at most. "+
		"Noise reaches 0.04. Medians, with 95% intervals in brackets: scale.back-office (evidence B) 0.32 (0.31 to 0.34); target.reduction (evidence A) 0.17 (0.16 to 0.19); "+
		"realisation.merger (judgement alone) 0.10, not above noise.")
}

func TestPawnRest(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*figure.Data)
		want   string
	}{
		{"some matter", func(*figure.Data) {}, "68 more have an index of at most 0.06, seven of them above noise"},
		{"none matters", shifting(1, 0.02), "68 more have an index of at most 0.02, none of them above noise"},
	} {
		d := figuretest.ManyAnalysed()
		c.change(&d)
		if text := said(figuretest.Named("pawn"), d); !strings.Contains(text, c.want) {
			t.Errorf("%s: %s", c.name, text)
		}
	}
}

// The figure draws without the noise where the table does not have it.
func TestPawnWithoutNoise(t *testing.T) {
	d := figuretest.FewAnalysed()
	for i := range d.Pawn {
		d.Pawn[i].Noise = result.Unknown()
	}
	s, _ := shiftsOf(d.Complete().Context, d.Complete().Pawn)
	if mark := s.bars().Mark; mark.Label != "" {
		t.Errorf("mark %+v", mark)
	}
}
