package analyses

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
)

// settledWidth is how wide a 95 % interval may be, as a share of the variance, where there are enough points.
//
// Source: Sarrazin, Pianosi & Wagener (2016), Environmental Modelling & Software 79.
const settledWidth = 0.05

// settled says whether there were enough points to estimate shares of so many inputs.
func (a Analysis) settled(q result.Question, inputs int) string {
	rows := about(a.Settling, func(r result.SettlingRow) result.Question { return r.Question }, q)
	if len(rows) == 0 {
		return ""
	}
	last := rows[len(rows)-1]
	width := fmt.Sprintf("the widest interval is %s percentage points", percentagePoints(widestOf(last), 1))
	if last.Settled == "yes" {
		some := inputs > len(last.GreatestInputs()) // else the greatest are all there are
		return "Settled: " + width + mark(some, ", and the five greatest are those of half as many points") + "."
	}
	var reasons []string
	if widestOf(last) > settledWidth {
		reasons = append(reasons, fmt.Sprintf("%s (%s would do)", width, percentagePoints(settledWidth, 0)))
	}
	switch half := slices.IndexFunc(rows, func(r result.SettlingRow) bool { return 2*r.Points == last.Points }); {
	case half < 0:
		reasons = append(reasons, fmt.Sprintf("there is nothing to compare %s with yet", report.Count(last.Points, "base point", "base points")))
	default:
		reasons = append(reasons, newcomers(rows[half], last)...)
	}
	return "Not settled yet: " + strings.Join(reasons, "; and ") + ". Take more with --points."
}

// widestOf is the width of the widest interval.
func widestOf(r result.SettlingRow) float64 {
	if math.IsNaN(float64(r.WidestFirst)) {
		return float64(r.WidestTotal)
	}
	return float64(max(r.WidestFirst, r.WidestTotal))
}

// percentagePoints writes a share in per cent without its unit.
func percentagePoints(width float64, decimals int) string { return report.Decimal(100*width, decimals) }

// newcomers says which inputs are among the five greatest that with half as many points were not; nothing if none is.
func newcomers(half, all result.SettlingRow) []string {
	without := func(these, those []string) []string {
		return slices.DeleteFunc(slices.Clone(these), func(name string) bool { return slices.Contains(those, name) })
	}
	before, now := half.GreatestInputs(), all.GreatestInputs()
	came, went := without(now, before), without(before, now)
	if len(came) == 0 {
		return nil
	}
	return []string{fmt.Sprintf("the five greatest changed with the last doubling of points: %s for %s", report.And(came), report.And(went))}
}
