package sweeps

import (
	"fmt"
	"math"
	"slices"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
)

// mostLevels is how many points the table has a line each for.
const mostLevels = 12

// level is what is known of one point of a sweep of one assumption.
type level struct {
	point  int
	mapped string
	value  float64 // of the assumption
	means  []structureMean
	pairs  map[[2]string]map[string]float64 // statistics of differences, by the codes of the pair
}

// structureMean is the mean of a structure at a point.
type structureMean struct {
	code string
	mean float64
}

// keepsLevels says whether a point may be a level.
func (c *Count) keepsLevels(point int) bool {
	return len(c.heading.Varied) == 1 && c.outcome >= 0 && point <= mostLevels
}

// levelOf is the level of a row's point.
func (c *Count) levelOf(row result.SweepRow) *level {
	i := slices.IndexFunc(c.levels, func(l *level) bool { return l.point == row.Point })
	if i < 0 {
		i = len(c.levels)
		c.levels = append(c.levels, &level{point: row.Point, mapped: row.Map, value: row.Settings[0], pairs: map[[2]string]map[string]float64{}})
	}
	return c.levels[i]
}

// addLevel keeps the mean of a structure at a level.
func (c *Count) addLevel(row result.SweepRow, mean float64) {
	if c.keepsLevels(row.Point) {
		l := c.levelOf(row)
		l.means = append(l.means, structureMean{row.Structure, mean})
	}
}

// addLevelPair keeps a statistic of what two structures differ in at a level.
func (c *Count) addLevelPair(row result.SweepRow) {
	if !c.keepsLevels(row.Point) {
		return
	}
	l, key := c.levelOf(row), [2]string{row.Structure, row.Second}
	if l.pairs[key] == nil {
		l.pairs[key] = map[string]float64{}
	}
	l.pairs[key][row.Statistic] = row.Values[c.outcome]
}

// hasLevels says whether the sweep is of one assumption, on one map, with so few points that each has a line.
func (c *Count) hasLevels() bool {
	if len(c.levels) == 0 || len(c.levels) < len(c.points) {
		return false
	}
	return !slices.ContainsFunc(c.levels, func(l *level) bool { return l.mapped != c.levels[0].mapped || len(l.means) < 2 })
}

// row says which structure is best at a level, and by how much.
func (c *Count) row(l *level) result.SweepLevelRow {
	ranked := slices.Clone(l.means)
	slices.SortStableFunc(ranked, func(x, y structureMean) int { return c.order(y.mean, x.mean) })
	best, next := ranked[0], ranked[1]
	o := c.heading.Outcomes[c.outcome]
	row := result.SweepLevelRow{
		Point: l.point, Assumption: c.heading.Varied[0].Name, Value: result.Number(l.value), Structure: best.code, Name: c.plain(best.code), Next: next.code,
		Outcome: o.String(), Unit: o.Unit().String(), Lead: result.Number(math.Abs(best.mean - next.mean)),
		LeadP05: result.Number(math.NaN()), LeadP95: result.Number(math.NaN()), ShareOfBetter: result.Number(math.NaN()),
	}
	if s, share, known := l.difference(best.code, next.code); known {
		low, high := s[result.P05], s[result.P95]
		if o.Better() == result.Lower { // the best is less
			low, high = -high, -low
		}
		row.LeadP05, row.LeadP95, row.ShareOfBetter = result.Number(low), result.Number(high), result.Number(share)
	}
	return row
}

// difference is what the first structure less the second comes to, whichever comes first in the table, and the share of draws
// in which the first is better.
func (l *level) difference(first, second string) (statistics map[string]float64, share float64, known bool) {
	better := func(s map[string]float64) float64 {
		return s[result.ProbabilityFirstBetter] + s[result.ProbabilityEqual]/2
	}
	if s := l.pairs[[2]string{first, second}]; s != nil {
		return s, better(s), true
	}
	s := l.pairs[[2]string{second, first}]
	if s == nil {
		return nil, 0, false
	}
	return map[string]float64{result.P05: -s[result.P95], result.P95: -s[result.P05]}, 1 - better(s), true
}

// levelTable is one line for each level of the assumption that is varied.
func (c *Count) levelTable() *report.Summary {
	o, varied := c.heading.Outcomes[c.outcome], c.heading.Varied[0]
	slices.SortStableFunc(c.levels, func(x, y *level) int { return x.point - y.point })
	rows := make([]result.SweepLevelRow, len(c.levels))
	var values []result.Number
	for i, l := range c.levels {
		rows[i] = c.row(l)
		values = append(values, rows[i].Lead, rows[i].LeadP05, rows[i].LeadP95)
	}
	m := report.AmountOf(c.properties, o.Unit().String(), values...)
	t := &report.Summary{
		Title: fmt.Sprintf("The best structure on %s at each value of %s, and by how much it leads the next, %s", o.Words(), report.Labelled(c.naming.Labels, varied.Name), c.made("in the mean of draws with the 5th to 95th percentile draw by draw")),
		Columns: []report.Column{
			report.Number("Value"), report.Text("Best structure").Within(report.NameWidth), report.Number("Leads the next by " + m.Heading), report.Number("5th to 95th percentile"),
			report.Number("Better, " + c.draws.Of()), report.Text("The next").Within(report.NameWidth),
		},
		Records: report.RecordsOf(result.SweepLevelRow{}.Table(), c.properties.Words(), rows), Lines: report.LinesOf(c.naming, rows),
	}
	for _, row := range rows {
		t.Rows = append(t.Rows, []string{report.Full(float64(row.Value)), row.Name, m.Write(row.Lead), between(m, row.LeadP05, row.LeadP95), c.chanceOf(row.ShareOfBetter), c.plain(row.Next)})
	}
	return t
}

// made says how values were made: as given where there are draws.
func (c *Count) made(drawn string) string {
	if c.drawn {
		return drawn
	}
	return c.undrawn
}

// between writes a range; nothing where there is none.
func between(m report.Amount, low, high result.Number) string {
	if math.IsNaN(float64(low)) || math.IsNaN(float64(high)) {
		return ""
	}
	return m.Write(low) + " to " + m.Write(high)
}

// chanceOf writes a share of draws; nothing where there is none.
func (c *Count) chanceOf(share result.Number) string {
	if math.IsNaN(float64(share)) {
		return ""
	}
	return c.draws.Chance(float64(share))
}
