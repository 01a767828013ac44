package plots

import (
	"testing"

	"reconfig/model/result"
)

// settled says from how many draws on a structure's interval is settled.
func settled(code string, from int) func(*Data) {
	return func(d *Data) {
		for i := range d.Convergence {
			if r := &d.Convergence[i]; r.Structure == code {
				r.Settled = result.YesNo(r.Draws >= from)
			}
		}
	}
}

const notYet = 1 << 30

func TestConvergenceTitle(t *testing.T) {
	checkTitlesOf(t, named("convergence"), drawn, []titleCase{
		{"all", nil, "From 1,600 draws on, the interval is settled under every structure shown"},
		{"the last counts", settled("hub", 6400), "From 6,400 draws on, the interval is settled under every structure shown"},
		{"some", settled("hub", notYet), "After 6,400 draws the interval is settled under two of three structures"},
		{"none", all(settled("stay", notYet), settled("hub", notYet), settled("merge", notYet)), "After 6,400 draws the interval is not settled under any structure shown"},
		{"one", func(d *Data) { *d = only(*d, "hub") }, "The interval of Hub is settled from 1,600 draws on"},
		{"one, not yet", all(func(d *Data) { *d = only(*d, "hub") }, settled("hub", notYet)), "After 6,400 draws the interval is not settled yet"},
		{"settled in between only", func(d *Data) {
			for i := range d.Convergence {
				d.Convergence[i].Settled = result.YesNo(d.Convergence[i].Draws == 800 || d.Convergence[i].Draws >= 3200)
			}
		}, "From 3,200 draws on, the interval is settled under every structure shown"},
		{"one number of draws", func(d *Data) { d.Convergence = d.Convergence[:1] }, "After 100 draws the interval is not settled yet"},
	})
}

func TestConvergenceAltText(t *testing.T) {
	checkAltTextOf(t, named("convergence"), only(drawn(), "merge"), "Line charts of net present value by the number of draws. Mean and, in brackets, 5th to 95th percentile: "+
		"Merge after 6,400 draws £5.3m (£4.5m to £5.5m), settled from 1,600 draws on.")
}
