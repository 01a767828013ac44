// Package sweeps is what is printed of a sweep.
package sweeps

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"reconfig/cmd/reconfig/report"
	"reconfig/model"
	"reconfig/model/result"
)

// Count counts at how many points of a sweep each structure is best, on net benefit or, where the sweep does not have that,
// on its first outcome that is better higher or lower. The rows of a sweep go through it once.
type Count struct {
	heading     *result.Sweep
	naming      report.Naming
	properties  model.Properties
	outcome     int // index in the heading; −1 where none can be best
	points      map[int]bestAt
	structures  []string // in the order of rows
	extremes    map[string][2]float64
	sums        map[string]float64 // over points
	pairs       map[[2]string]*pair
	levels      []*level // of a sweep of one assumption
	drawn       bool     // there are draws
	draws       report.Draws
	undrawn     string // how values were made where there are no draws
	aboutPoints string // what the points stand for, a sentence or two
}

// bestAt is the best structure at a point; equal where another is as good.
type bestAt struct {
	structure string
	value     float64
	equal     bool
}

// NewCount makes a count of a sweep with this heading.
func NewCount(heading *result.Sweep, naming report.Naming, properties model.Properties) *Count {
	c := &Count{heading: heading, naming: naming, properties: properties, undrawn: undrawn(false), aboutPoints: "Points are those of the plan, not equally likely: their number is no probability.", points: map[int]bestAt{}, extremes: map[string][2]float64{}, sums: map[string]float64{}, pairs: map[[2]string]*pair{}}
	c.outcome = slices.Index(heading.Outcomes, result.NetBenefit)
	if c.outcome < 0 {
		c.outcome = slices.IndexFunc(heading.Outcomes, func(o result.Outcome) bool { return o.Better() != result.Neither })
	}
	return c
}

// OfDraws says how many draws there are at each point.
func (c *Count) OfDraws(draws int) { c.draws = report.Draws(draws) }

// undrawn says how values were made where there are no draws.
func undrawn(set bool) string { return "at " + report.Central(set) + " values" }

// OfSettings says that the plan sets assumptions to a value of its own.
func (c *Count) OfSettings() { c.undrawn = undrawn(true) }

// OfHypercube says that the points are those of a Latin hypercube, which are drawn as the case's distributions and, unless they
// are independent, its correlations say.
func (c *Count) OfHypercube(correlated bool) {
	c.undrawn = "in the one run of each point"
	c.aboutPoints = "Points are equally likely draws of all uncertain assumptions, independent of one another."
	if correlated {
		c.aboutPoints = "Points are equally likely draws. Correlated assumptions move together: what goes with one may be the work of another."
	}
}

// Add counts rows, and those of differences. Of statistics it looks at the mean, and at the central draw where there is no mean.
func (c *Count) Add(rows, differences []result.SweepRow) {
	c.addPairs(differences)
	for _, row := range rows {
		if c.outcome < 0 || row.Statistic != result.Mean && row.Statistic != result.CentralDraw {
			continue
		}
		if v := row.Values[c.outcome]; !math.IsNaN(v) {
			c.drawn = c.drawn || row.Statistic == result.Mean
			c.add(row.Point, row.Structure, v)
			c.addLevel(row, v)
		}
	}
}

func (c *Count) add(point int, structure string, v float64) {
	c.sums[structure] += v
	if ends, there := c.extremes[structure]; there {
		c.extremes[structure] = [2]float64{min(ends[0], v), max(ends[1], v)}
	} else {
		c.structures = append(c.structures, structure)
		c.extremes[structure] = [2]float64{v, v}
	}
	best, there := c.points[point]
	switch order := c.order(v, best.value); {
	case !there || order > 0:
		c.points[point] = bestAt{structure, v, false}
	case order == 0:
		best.equal = true
		c.points[point] = best
	}
}

// order is above 0 where the first value is the better.
func (c *Count) order(v, other float64) int {
	if c.heading.Outcomes[c.outcome].Better() == result.Lower {
		v, other = other, v
	}
	return cmp.Compare(v, other)
}

// Answer says which structures are best at how many points. It is empty where there is nothing to compare.
func (c *Count) Answer() report.Answer {
	if len(c.structures) < 2 {
		return report.Answer{}
	}
	best, equal := map[string]int{}, 0
	for _, b := range c.points {
		if b.equal {
			equal++
			continue
		}
		best[b.structure]++
	}
	ranked := slices.Clone(c.structures)
	slices.SortStableFunc(ranked, func(x, y string) int {
		return cmp.Or(cmp.Compare(best[y], best[x]), c.order(c.sums[y], c.sums[x]))
	})
	found := report.Answer{Conclusions: c.conclusions(ranked, best, equal)}
	if c.hasLevels() {
		found.Table = c.levelTable()
	} else {
		found.Table = c.table(ranked, best)
	}
	return found
}

func (c *Count) conclusions(ranked []string, best map[string]int, equal int) []string {
	outcome, all := c.heading.Outcomes[c.outcome].Words(), len(c.points)
	first := ranked[0]
	said := []string{fmt.Sprintf("On %s, %s is best at %s of %s.", outcome, c.name(first), report.Decimal(float64(best[first]), 0), report.Count(all, "point", "points"))}
	if best[first] == all && all > 1 {
		said = []string{fmt.Sprintf("On %s, %s is best at every one of %d points.", outcome, c.name(first), all)}
	}
	m, its := c.amounts(), "its "+outcome
	if c.drawn {
		its = "the mean of " + its
	}
	if least, greatest := m.Words(result.Number(c.extremes[first][0])), m.Words(result.Number(c.extremes[first][1])); least != greatest {
		said = append(said, fmt.Sprintf("Over all points %s runs from %s to %s.", its, least, greatest))
	} else if all > 1 {
		said = append(said, fmt.Sprintf("At all points %s is about the same, %s.", its, least))
	} else {
		said = append(said, fmt.Sprintf("There %s is %s.", its, least))
	}
	next := ranked[1]
	if best[next] > 0 {
		said = append(said, fmt.Sprintf("Next is %s, best at %s.", c.name(next), report.Decimal(float64(best[next]), 0)))
	}
	if text := c.comparison(first, next); text != "" {
		said = append(said, text)
	}
	if equal > 0 {
		said = append(said, fmt.Sprintf("At %s several are equally good.", report.Count(equal, "point", "points")))
	}
	return append(said, c.aboutPoints)
}

func (c *Count) name(code string) string { return report.Quote(c.plain(code)) }

func (c *Count) plain(code string) string { return cmp.Or(c.naming.Structures[code], code) }

// amounts is how the values are printed.
func (c *Count) amounts() report.Amount {
	var values []result.Number
	for _, code := range c.structures {
		values = append(values, result.Number(c.extremes[code][0]), result.Number(c.extremes[code][1]))
	}
	return report.AmountOf(c.properties, c.heading.Outcomes[c.outcome].Unit().String(), values...)
}

// table is one line for each structure.
func (c *Count) table(ranked []string, best map[string]int) *report.Summary {
	o := c.heading.Outcomes[c.outcome]
	m := c.amounts()
	of, kind := "value", "values "+c.made("")
	if c.drawn {
		of, kind = "mean", "means of draws"
	}
	var rows []result.SweepBestRow
	t := &report.Summary{
		Title:   fmt.Sprintf("At how many of the sweep’s %s each structure is best on %s, %s", report.Count(len(c.points), "point", "points"), o.Words(), c.made("by the mean of draws")),
		Columns: []report.Column{report.Text("Structure").Within(report.NameWidth), report.Number("Points at which it is best"), report.Number("The first better, " + c.draws.Of()), report.Number("Least " + of + " " + m.Heading).Noted("Least and greatest are " + kind + " over the points of the plan. They are no range of uncertainty."), report.Number("Greatest " + of + " " + m.Heading), report.Number("Points with " + c.draws.AtLeast(sureShare)), report.Text("Code")},
		Notes:   []string{c.pairsNote(ranked[0])},
	}
	for _, code := range ranked {
		least, greatest := result.Number(c.extremes[code][0]), result.Number(c.extremes[code][1])
		t.Rows = append(t.Rows, []string{c.plain(code), report.Decimal(float64(best[code]), 0), c.betterThan(ranked[0], code), m.Write(least), m.Write(greatest), c.sureOver(ranked[0], code), code})
		rows = append(rows, result.SweepBestRow{Structure: code, Name: c.plain(code), Outcome: o.String(), Unit: o.Unit().String(), PointsBest: best[code], Points: len(c.points), Least: least, Greatest: greatest})
	}
	t.Records = report.RecordsOf(result.SweepBestRow{}.Table(), c.properties.Words(), rows)
	t.Lines = report.LinesOf(c.naming, rows)
	return t
}
