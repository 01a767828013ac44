package plots

import (
	"math"
	"testing"

	"reconfig/model/result"
)

func TestRequiredCostTitle(t *testing.T) {
	checkTitles(t, named("required-cost"), []titleCase{
		{"one leads", nil, "Merge frees most by 2011/12, 12% of cost; the target asks for 50%"},
		{"tie", func(d *Data) {
			addStructure(d, "other", "Other", 12, [3]float64{}, [2]float64{1, 1}, 1)
		}, "At best, structures free 12% of cost by 2011/12; the target asks for 50%"},
		{"one structure", func(d *Data) { *d = only(*d, "hub") }, "Hub frees 4% of cost by 2011/12; the target asks for 50%"},
		{"one structure, no saving", func(d *Data) { *d = only(*d, "stay") }, "Stay frees no cost by 2011/12; the target asks for 50%"},
		{"no saving at all", quarters(func(r *result.TrajectoryRow) { r.RequiredCostK = 10100 }),
			"No structure frees any cost by 2011/12; the target asks for 50%"},
		{"all meet", quarters(func(r *result.TrajectoryRow) { r.RequiredCostK = 5000 }),
			"Every structure frees enough to meet the target by 2011/12"},
		{"some meet", quarters(func(r *result.TrajectoryRow) { r.CeilingK = 9600 }),
			"Two of three structures free enough to meet the target by 2011/12"},
		{"one meets", quarters(func(r *result.TrajectoryRow) { r.CeilingK = 9599 }),
			"One of three structures frees enough to meet the target by 2011/12"},
		{"no target", quarters(func(r *result.TrajectoryRow) { r.CeilingK = 10000 }), "Merge frees most by 2011/12, 12% of cost"},
		{"missing target", quarters(func(r *result.TrajectoryRow) { r.CeilingK = math.NaN() }), "Merge frees most by 2011/12, 12% of cost"},
		{"near miss is not rounded to a hit", quarters(func(r *result.TrajectoryRow) { r.CeilingK = 8770 }),
			"Merge frees most by 2011/12, 12.0% of cost; the target asks for 12.3%"},
		// After three quarters, at t = 0.625, the target asks for 31.25% and Merge frees 7.5%.
		{"horizon shorter than the target", func(d *Data) {
			var early []result.TrajectoryRow
			for _, r := range d.Trajectories {
				if r.Quarter <= 3 {
					early = append(early, r)
				}
			}
			d.Trajectories = early
		}, "Merge frees most by 2010/11, 7.5% of cost; the target asks for 31%"},
		{"last quarter missing", quarters(func(r *result.TrajectoryRow) {
			if r.Quarter == 8 {
				r.RequiredCostK = math.NaN()
			}
		}), "Merge frees most by 2011/12, 12% of cost; the target asks for 50%"},
		{"no baseline", each(func(v *result.Values) { v[result.BaselineCost] = math.NaN() }), "Cost that each structure needs, against the target"},
	})
}

func TestRequiredCostAltText(t *testing.T) {
	checkAltText(t, named("required-cost"), "Line chart of the cost that each of three structures needs by quarter, 2010/11 to 2011/12. "+
		"It starts from £10m a year. The target goes from £9.4m to £5m. At the end: Stay £10m; Hub £9.6m; Merge £8.8m.")
}
