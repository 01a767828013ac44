package figure

import (
	"math"
	"slices"
	"strings"

	"reconfig/model/result"
	"reconfig/plots/words"
)

// Centres are the statistics that a figure of one value for each structure shows, the first that there is: the mean
// where there are draws, else the central draw. Tables made by hand may have neither.
var Centres = []string{result.Mean, result.CentralDraw, result.P50}

// centreOf is the statistic to show of those that a structure has.
func centreOf(statistics []string) string {
	for _, s := range Centres {
		if slices.Contains(statistics, s) {
			return s
		}
	}
	return statistics[0]
}

// OneEach is one row of outcomes for each structure, by the statistic that figures show.
func OneEach(all []result.OutcomeRow) []result.OutcomeRow {
	has := map[string][]string{}
	for _, row := range all {
		has[row.Structure] = append(has[row.Structure], row.Statistic)
	}
	var rows []result.OutcomeRow
	for _, row := range all {
		if statistics := has[row.Structure]; len(statistics) > 0 && row.Statistic == centreOf(statistics) {
			rows = append(rows, row)
			delete(has, row.Structure)
		}
	}
	return rows
}

// OutcomeOf is a structure's outcome by a statistic; NaN if the table does not have it.
func OutcomeOf(rows []result.OutcomeRow, code, statistic string, o result.Outcome) float64 {
	for _, row := range rows {
		if row.Structure == code && row.Statistic == statistic {
			return row.Values[o]
		}
	}
	return math.NaN()
}

// IsPercentile says whether the statistic is a percentile.
func IsPercentile(statistic string) bool {
	for _, p := range result.Percentiles {
		if p.Name == statistic {
			return true
		}
	}
	return false
}

// PercentileRows counts the rows of outcomes that are percentiles of draws.
func PercentileRows(rows []result.OutcomeRow) int {
	n := 0
	for _, row := range rows {
		if IsPercentile(row.Statistic) {
			n++
		}
	}
	return n
}

// OfOutcomes says by which statistic a figure shows the outcomes, for its subtitle: nothing for a central draw.
func OfOutcomes(ctx Context, rows []result.OutcomeRow) string {
	var statistics []string
	for _, row := range OneEach(rows) {
		statistics = append(statistics, row.Statistic)
	}
	return ctx.StatisticInWords(statistics)
}

// OfTrajectories says in words which statistics the trajectories that are shown are.
func OfTrajectories(ctx Context, rows []result.TrajectoryRow) string {
	var statistics []string
	for _, row := range TrajectoriesShown(rows) {
		statistics = append(statistics, row.Statistic)
	}
	return ctx.StatisticInWords(statistics)
}

// StatisticInWords says by which statistics values are shown: nothing for a central draw.
func (ctx Context) StatisticInWords(shown []string) string {
	var texts []string
	for _, s := range words.Unique(shown) {
		switch s {
		case result.Mean:
			texts = append(texts, ctx.OfDraws("mean"))
		case result.P50:
			texts = append(texts, ctx.OfDraws("median"))
		}
	}
	return strings.Join(words.Unique(texts), " or ")
}

// TrajectoriesShown are the rows of the trajectories by the statistic that figures show.
func TrajectoriesShown(all []result.TrajectoryRow) []result.TrajectoryRow {
	has := map[string][]string{}
	for _, row := range all {
		if !slices.Contains(has[row.Structure], row.Statistic) {
			has[row.Structure] = append(has[row.Structure], row.Statistic)
		}
	}
	var rows []result.TrajectoryRow
	for _, row := range all {
		if row.Statistic == centreOf(has[row.Structure]) {
			rows = append(rows, row)
		}
	}
	return rows
}

// CentreInWords names a statistic, for a key.
func CentreInWords(statistic string) string {
	switch statistic {
	case result.Mean:
		return "Mean"
	case result.P50:
		return "Median"
	case result.CentralDraw:
		return "Central draw"
	}
	return "Value"
}
