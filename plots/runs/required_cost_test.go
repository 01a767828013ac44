package runs

import (
	"math"
	"testing"

	"reconfig/model/result"
	"reconfig/plots/figure"
	"reconfig/plots/figuretest"
)

func TestRequiredCostTitle(t *testing.T) {
	figuretest.CheckTitles(t, figuretest.Named("required-cost"), []figuretest.TitleCase{
		{Name: "one leads", Change: nil, Want: "Merge frees most by 2011/12, 12% of cost; the target asks for 50%"},
		{Name: "tie", Change: func(d *figure.Data) {
			figuretest.AddStructure(d, "other", "Other", 12, [3]float64{}, [2]float64{1, 1}, 1)
		}, Want: "At best, structures free 12% of cost by 2011/12; the target asks for 50%"},
		{Name: "one structure", Change: func(d *figure.Data) { *d = figuretest.Only(*d, "hub") }, Want: "Hub frees 4% of cost by 2011/12; the target asks for 50%"},
		{Name: "one structure, no saving", Change: func(d *figure.Data) { *d = figuretest.Only(*d, "stay") }, Want: "Stay frees no cost by 2011/12; the target asks for 50%"},
		{Name: "no saving at all", Change: figuretest.Quarters(func(r *result.TrajectoryRow) { r.RequiredCostK = 10100 }),
			Want: "No structure frees any cost by 2011/12; the target asks for 50%"},
		{Name: "all meet", Change: figuretest.Quarters(func(r *result.TrajectoryRow) { r.RequiredCostK = 5000 }),
			Want: "Every structure frees enough to meet the target by 2011/12"},
		{Name: "some meet", Change: figuretest.Quarters(func(r *result.TrajectoryRow) { r.CeilingK = 9600 }),
			Want: "Two of three structures free enough to meet the target by 2011/12"},
		{Name: "one meets", Change: figuretest.Quarters(func(r *result.TrajectoryRow) { r.CeilingK = 9599 }),
			Want: "One of three structures frees enough to meet the target by 2011/12"},
		{Name: "no target", Change: figuretest.Quarters(func(r *result.TrajectoryRow) { r.CeilingK = 10000 }), Want: "Merge frees most by 2011/12, 12% of cost"},
		{Name: "missing target", Change: figuretest.Quarters(func(r *result.TrajectoryRow) { r.CeilingK = math.NaN() }), Want: "Merge frees most by 2011/12, 12% of cost"},
		{Name: "near miss is not rounded to a hit", Change: figuretest.Quarters(func(r *result.TrajectoryRow) { r.CeilingK = 8770 }),
			Want: "Merge frees most by 2011/12, 12.0% of cost; the target asks for 12.3%"},
		// After three quarters, at t = 0.625, the target asks for 31.25% and Merge frees 7.5%.
		{Name: "horizon shorter than the target", Change: func(d *figure.Data) {
			var early []result.TrajectoryRow
			for _, r := range d.Trajectories {
				if r.Quarter <= 3 {
					early = append(early, r)
				}
			}
			d.Trajectories = early
		}, Want: "Merge frees most by 2010/11, 7.5% of cost; the target asks for 31%"},
		{Name: "last quarter missing", Change: figuretest.Quarters(func(r *result.TrajectoryRow) {
			if r.Quarter == 8 {
				r.RequiredCostK = math.NaN()
			}
		}), Want: "Merge frees most by 2011/12, 12% of cost; the target asks for 50%"},
		{Name: "no baseline", Change: figuretest.Each(func(v *result.Values) { v[result.BaselineCost] = math.NaN() }), Want: "Cost that each structure needs, against the target"},
	})
}

func TestRequiredCostAltText(t *testing.T) {
	figuretest.CheckAltText(t, figuretest.Named("required-cost"), "Line chart of the cost that each of two structures needs, less that under Stay, by quarter, 2010/11 to 2011/12. "+
		"The cost at the start is £10m a year. The target goes from £9.4m to £5m. At the end: Hub −£400k; Merge −£1.2m.")
	d := figuretest.Small()
	figuretest.Quarters(func(r *result.TrajectoryRow) { r.RequiredCostAgainstStatusQuoK = result.Number(math.NaN()) })(&d)
	figuretest.CheckAltTextOf(t, figuretest.Named("required-cost"), d, "Line chart of the cost that each of three structures needs by quarter, 2010/11 to 2011/12. "+
		"It starts from £10m a year. The target goes from £9.4m to £5m. At the end: Stay £10m; Hub £9.6m; Merge £8.8m.")
}

// The structure that the title speaks of has a colour and a band, though it is not in focus.
func TestRequiredCostShowsWhatFreesMost(t *testing.T) {
	d := figuretest.Drawn()
	d.Focus = []string{"stay", "hub"}
	figuretest.CheckSays(t, figuretest.Named("required-cost"), d, "Merge frees most on average", ">5th to 95th percentile of the difference, Merge<", "Merge is in colour too, as it frees most")
	d.Focus = []string{"stay", "hub", "merge"}
	figuretest.CheckSaysNot(t, figuretest.Named("required-cost"), d, "in colour too")
}
