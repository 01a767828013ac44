package sensitivity

import (
	"math"
	"strings"
	"testing"

	"reconfig/model/result"
	"reconfig/plots/figure"
	"reconfig/plots/figuretest"
)

// moving sets μ* and σ of the assumptions in turn.
func moving(effects ...[2]float64) func(*figure.Data) {
	return func(d *figure.Data) {
		for i := range d.Morris {
			r, v := &d.Morris[i], effects[i%len(effects)]
			r.MuStar, r.Sigma, r.MuStarLow, r.MuStarHigh = result.Number(v[0]), result.Number(v[1]), result.Number(v[0]), result.Number(v[0])
		}
	}
}

func TestMorrisTitle(t *testing.T) {
	figuretest.CheckTitlesOf(t, figuretest.Named("morris"), figuretest.FewAnalysed, []figuretest.TitleCase{
		{Name: "plain", Change: nil, Want: "scale.back-office moves the difference most, by £20m on average"},
		{Name: "outcome", Change: func(d *figure.Data) { *d = figuretest.FewOfOne() }, Want: "scale.back-office moves net benefit most, by £20m on average"},
		{Name: "in any order", Change: moving([2]float64{100, 1}, [2]float64{300, 1}, [2]float64{200, 1}), Want: "target.reduction moves the difference most, by £300k on average"},
		{Name: "two lead", Change: moving([2]float64{300, 1}, [2]float64{300, 1}, [2]float64{200, 1}), Want: "scale.back-office and target.reduction move the difference most, by £300k on average"},
		{Name: "all alike", Change: moving([2]float64{300, 1}), Want: "Three assumptions move the difference alike, by £300k on average"},
		{Name: "nothing", Change: moving([2]float64{0, 0}), Want: "No assumption alone moves the difference"},
		{Name: "unknown", Change: moving([2]float64{math.NaN(), 1}, [2]float64{300, 1}, [2]float64{200, math.Inf(1)}), Want: "target.reduction moves the difference by £300k on average"},
		{Name: "one", Change: figuretest.OneOf, Want: "scale.back-office moves the difference by £20m on average"},
		{Name: "one that does not", Change: figuretest.All(figuretest.OneOf, moving([2]float64{0, 0})), Want: "scale.back-office does not move the difference"},
	})
}

func TestMorrisAltText(t *testing.T) {
	figuretest.CheckAltTextOf(t, figuretest.Named("morris"), figuretest.FewAnalysed(), "Dot chart of elementary effects on net benefit of “Full merger” less that of “De facto merger”, £\u00A0million at 2009/10 prices: "+
		"mean size, with 95% interval in brackets, and standard deviation. scale.back-office (evidence B) £20.0m (£18.5m to £21.5m) and £6.0m; "+
		"target.reduction (evidence A) £10.0m (£7.0m to £13.0m) and £12.0m; realisation.merger (judgement alone) £5.0m (£4.9m to £5.1m) and £0.5m.")
}

// The most important have rows, and what does not move the answer has none.
func TestMorrisRows(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*figure.Data)
		named  int
		want   string
	}{
		{"many", func(*figure.Data) {}, 10, "68 more"},
		{"few that move", moving([2]float64{300, 1}, [2]float64{1e-9, 1}, [2]float64{2, 1}), 10, "68 more"},
		{"one that moves", func(d *figure.Data) {
			*d = figuretest.FewAnalysed()
			moving([2]float64{300, 1}, [2]float64{0, 0}, [2]float64{0, 0})(d)
		}, 1, "Two more"},
		{"none that moves", moving([2]float64{0, 0}), 10, "68 more"},
	} {
		d := figuretest.ManyAnalysed()
		c.change(&d)
		i, _ := influencesOf(d.Complete().Context, d.Complete().Morris)
		if got := len(i.bars().Rows); got != c.named {
			t.Errorf("%s: %d rows, want %d", c.name, got, c.named)
		}
		if notes := strings.Join(i.notes(), " "); !strings.Contains(notes, c.want) {
			t.Errorf("%s: %s", c.name, notes)
		}
	}
}

// Titles and rows have the labels of assumptions, with the code beside.
func TestLabels(t *testing.T) {
	for _, f := range []string{"tornado", "morris", "sobol", "shapley", "pawn"} {
		d := figuretest.FewOfOne()
		d.Labels = map[string]string{"scale.back-office": "Saving from size in the back office"}
		svg, err := figuretest.Named(f).Render(d, "svg")
		if err != nil {
			t.Fatal(err)
		}
		if title := figuretest.Named(f).Title(d); !strings.Contains(title, "“Saving from size in the back office”") {
			t.Errorf("%s: title %q", f, title)
		}
		for _, want := range []string{">Saving from size in", ">scale.back-office"} {
			if !strings.Contains(string(svg), want) {
				t.Errorf("%s lacks %s", f, want)
			}
		}
	}
}
