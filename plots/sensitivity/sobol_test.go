package sensitivity

import (
	"math"
	"strings"
	"testing"

	"reconfig/model/result"
	"reconfig/plots/figure"
	"reconfig/plots/figuretest"
	"reconfig/plots/words"
)

// indexed sets total and first-order index of the inputs in turn, and clears what correlates them.
func indexed(totalAndFirst ...[2]float64) func(*figure.Data) {
	return func(d *figure.Data) {
		for i := range d.Sobol {
			r, v := &d.Sobol[i], totalAndFirst[i%len(totalAndFirst)]
			r.Total, r.First, r.Correlated = result.Number(v[0]), result.Number(v[1]), "no"
		}
	}
}

// correlatedFirst correlates the first input with another.
func correlatedFirst(d *figure.Data) { d.Sobol[0].Correlated = "yes" }

func TestSobolTitle(t *testing.T) {
	nan := math.NaN()
	figuretest.CheckTitlesOf(t, figuretest.Named("sobol"), figuretest.FewAnalysed, []figuretest.TitleCase{
		// Weights 1, 1/2 and 1/4: 1 of 21/16.
		{Name: "plain", Change: nil, Want: "scale.back-office drives 76% of the variance"},
		{Name: "by rank of the total", Change: indexed([2]float64{0.1, 0.1}, [2]float64{0.45, 0.4}, [2]float64{0.2, 0.2}), Want: "target.reduction drives 45% of the variance"},
		{Name: "mostly interaction", Change: indexed([2]float64{0.6, 0.05}, [2]float64{0.5, 0.05}, [2]float64{0.2, 0}), Want: "scale.back-office drives 60% of the variance, mostly together with others"},
		{Name: "two lead", Change: indexed([2]float64{0.304, 0.3}, [2]float64{0.301, 0.3}, [2]float64{0.2, 0.2}), Want: "scale.back-office and target.reduction drive 30% of the variance each"},
		{Name: "all alike", Change: indexed([2]float64{0.3, 0.3}), Want: "Three inputs drive 30% of the variance each"},
		{Name: "correlated", Change: figuretest.All(indexed([2]float64{0.3, 0.5}, [2]float64{0.2, 0.2}), correlatedFirst, func(d *figure.Data) { d.Sobol = d.Sobol[:2] }), Want: "Knowing scale.back-office would remove 50% of the variance"},
		{Name: "correlated, first-order unknown", Change: figuretest.All(indexed([2]float64{0.3, nan}, [2]float64{0.2, 0.2}), correlatedFirst, func(d *figure.Data) { d.Sobol = d.Sobol[:2] }), Want: "scale.back-office matters most to the uncertainty"},
		{Name: "correlated leaders", Change: figuretest.All(indexed([2]float64{0.3, 0.3}), correlatedFirst), Want: "Three inputs matter most to the uncertainty"},
		{Name: "little", Change: indexed([2]float64{0.001, 0.001}, [2]float64{-0.01, 0}), Want: "scale.back-office and realisation.merger drive less than 1% of the variance each"},
		{Name: "nothing", Change: indexed([2]float64{0, 0}), Want: "No input drives any of the variance"},
		{Name: "below zero", Change: indexed([2]float64{-0.02, -0.01}), Want: "No input drives any of the variance"},
		{Name: "first-order unknown", Change: indexed([2]float64{0.6, nan}, [2]float64{0.5, nan}, [2]float64{0.2, nan}), Want: "scale.back-office drives 60% of the variance"},
		{Name: "unknown total", Change: indexed([2]float64{nan, 0.9}, [2]float64{0.5, 0.5}, [2]float64{0.2, 0.2}), Want: "target.reduction drives 50% of the variance"},
		{Name: "one", Change: figuretest.OneOf, Want: "scale.back-office drives 76% of the variance"},
		{Name: "a group", Change: func(d *figure.Data) { d.Sobol[0].Members = 5 }, Want: "scale.back-office (5) drives 76% of the variance"},
	})
}

func TestSobolAltText(t *testing.T) {
	d := figuretest.FewAnalysed()
	for i := range d.Sobol {
		r := &d.Sobol[i]
		r.TotalLow, r.TotalHigh, r.FirstLow, r.FirstHigh = r.Total-0.02, r.Total+0.03, r.First-0.1, r.First+0.1
	}
	d.Sobol[2].FirstLow = result.Unknown()
	figuretest.CheckAltTextOf(t, figuretest.Named("sobol"), d, "Dot chart of shares of the variance of net benefit of “Full merger” less that of “De facto merger”. Total and first-order index with 95% interval: "+
		"scale.back-office (evidence B) 76% (74% to 79%) and 72% (62% to 82%); target.reduction (evidence A) 19% (17% to 22%) and 11% (1% to 21%); "+
		"realisation.merger (judgement alone) 5% (3% to 8%) and 6%.")
}

// said is all that a figure says in words around its plot.
func said(f figure.Figure, d figure.Data) string {
	page := f.Page(d.Complete())
	return strings.Join(append(page.Footer, page.Subtitle, page.Description), " ")
}

func TestSobolSaysWhatItIsOf(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*figure.Data)
		want   string
		there  bool
	}{
		{"bootstrap", func(*figure.Data) {}, "95% intervals", true},
		{"replicates", func(d *figure.Data) { d.Sobol[0].Replicates = 8 }, "95% intervals from eight replicates", true},
		{"no intervals", func(d *figure.Data) {
			for i := range d.Sobol {
				r := &d.Sobol[i]
				r.TotalLow, r.FirstLow = result.Unknown(), result.Unknown()
			}
		}, "bootstrap", false},
		{"points", func(*figure.Data) {}, words.Unbroken("4,096 base points"), true},
		{"no points", func(d *figure.Data) {
			for i := range d.Sobol {
				d.Sobol[i].Points = 0
			}
		}, "base", false},
		{"correlated", func(*figure.Data) {}, "†: correlated with another input", true},
		{"not correlated", indexed([2]float64{0.3, 0.3}), "†", false},
		{"group", func(d *figure.Data) { d.Sobol[1].Members = 3 }, "In brackets: number of assumptions in a group", true},
		{"no group", func(*figure.Data) {}, "In brackets: ", false},
		{"errors of bodies", func(d *figure.Data) { d.Sobol[1].Input = "body_errors" }, "errors of the estimated costs of single PCTs", true},
		{"rest", func(d *figure.Data) { *d = figuretest.ManyAnalysed() }, "68 more have a total index of at most 1%", true},
	} {
		d := figuretest.FewAnalysed()
		c.change(&d)
		if text := said(figuretest.Named("sobol"), d); strings.Contains(text, c.want) != c.there {
			t.Errorf("%s: %q is there: %v, want %v: %s", c.name, c.want, !c.there, c.there, text)
		}
	}
}

// Whether the design had enough points is what the row of all its points says.
func TestUnsettled(t *testing.T) {
	for _, f := range []figure.Figure{figuretest.Named("sobol"), figuretest.Named("shapley")} {
		for _, c := range []struct {
			name   string
			change func(*figure.Data)
			want   bool
		}{
			{"settled", func(*figure.Data) {}, false},
			{"too few", func(d *figure.Data) { d.Settling = d.Settling[:3] }, true},
			{"in any order", func(d *figure.Data) { s := d.Settling; s[0], s[len(s)-1] = s[len(s)-1], s[0] }, false},
			{"of another question", func(d *figure.Data) {
				d.Settling = d.Settling[:3]
				for i := range d.Settling {
					d.Settling[i].Structure = "stay"
				}
			}, false},
			{"not known", func(d *figure.Data) { d.Settling = nil }, false},
		} {
			d := figuretest.FewAnalysed()
			c.change(&d)
			if got := strings.Contains(said(f, d), "Not settled yet: take more points"); got != c.want {
				t.Errorf("%s, %s: says that it is not settled: %v", f.Name, c.name, got)
			}
		}
	}
}

func TestPart(t *testing.T) {
	for share, want := range map[float64]string{0.456: "46%", 0.005: "1%", 0.004: "<1%", 0: "0%", -0.004: "0%", -0.02: "−2%", 1: "100%"} {
		if got := inPercent(share); got != want {
			t.Errorf("%v: %s, want %s", share, got, want)
		}
	}
}
