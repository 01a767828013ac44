package runs

import (
	"testing"

	"reconfig/model/result"
	"reconfig/plots/figure"
	"reconfig/plots/figuretest"
)

// settled says from how many draws on a structure's interval is settled.
func settled(code string, from int) func(*figure.Data) {
	return func(d *figure.Data) {
		for i := range d.Convergence {
			if r := &d.Convergence[i]; r.Structure == code {
				r.Settled = result.YesNo(r.Draws >= from)
			}
		}
	}
}

const notYet = 1 << 30

func TestConvergenceTitle(t *testing.T) {
	figuretest.CheckTitlesOf(t, figuretest.Named("convergence"), figuretest.Drawn, []figuretest.TitleCase{
		{Name: "all", Change: nil, Want: "From 1,600 draws on, the interval is settled under every structure shown"},
		{Name: "the last counts", Change: settled("hub", 6400), Want: "From 6,400 draws on, the interval is settled under every structure shown"},
		{Name: "some", Change: settled("hub", notYet), Want: "After 6,400 draws the interval is settled under two of three structures"},
		{Name: "none", Change: figuretest.All(settled("stay", notYet), settled("hub", notYet), settled("merge", notYet)), Want: "After 6,400 draws the interval is not settled under any structure shown"},
		{Name: "one", Change: func(d *figure.Data) { *d = figuretest.Only(*d, "hub") }, Want: "The interval of Hub is settled from 1,600 draws on"},
		{Name: "one, not yet", Change: figuretest.All(func(d *figure.Data) { *d = figuretest.Only(*d, "hub") }, settled("hub", notYet)), Want: "After 6,400 draws the interval is not settled yet"},
		{Name: "settled in between only", Change: func(d *figure.Data) {
			for i := range d.Convergence {
				d.Convergence[i].Settled = result.YesNo(d.Convergence[i].Draws == 800 || d.Convergence[i].Draws >= 3200)
			}
		}, Want: "From 3,200 draws on, the interval is settled under every structure shown"},
		{Name: "one number of draws", Change: func(d *figure.Data) { d.Convergence = d.Convergence[:1] }, Want: "After 100 draws the interval is not settled yet"},
	})
}

func TestConvergenceAltText(t *testing.T) {
	figuretest.CheckAltTextOf(t, figuretest.Named("convergence"), figuretest.Only(figuretest.Drawn(), "merge"), "Line charts of net benefit by the number of draws. Mean and, in brackets, 5th to 95th percentile: "+
		"Merge after 6,400 draws £5.3m (£4.5m to £5.5m), settled from 1,600 draws on.")
}
