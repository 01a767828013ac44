// Package runs draws the figures of a run: what each structure needs, saves and costs, what it does to capacity, and how all
// that spreads over the draws.
package runs

import (
	"slices"

	"reconfig/model/result"
	"reconfig/plots/figure"
)

// tie is the difference in per cent below which two structures count as equal.
const tie = 0.05

// ofMeans says whether the trajectories that figures show are means of draws.
func ofMeans(rows []result.TrajectoryRow) bool {
	return slices.ContainsFunc(figure.TrajectoriesShown(rows), func(r result.TrajectoryRow) bool { return r.Statistic == result.Mean })
}
