package sweeps

import (
	"fmt"
	"math"
	"slices"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
)

// sureShare is the share of draws from which on one structure is said to be better almost whatever the assumptions.
const sureShare = 0.9

// rounding is what sums of shares may be short of.
const rounding = 1e-9

// pair is what the points say of two structures, draw by draw: in what share of draws the first is better, ties shared.
type pair struct {
	least, greatest       float64 // share at any point
	firstSure, secondSure int     // points at which either is better in at least sureShare of draws
	points                int
	tied                  bool    // in some draw at some point
	better                float64 // share at the point at hand, without ties
}

// addPairs counts rows of differences, in which the share of draws with ties follows that in which the first is better.
func (c *Count) addPairs(rows []result.SweepRow) {
	for _, row := range rows {
		if c.outcome < 0 || math.IsNaN(row.Values[c.outcome]) {
			continue
		}
		c.addLevelPair(row)
		key, v := [2]string{row.Structure, row.Second}, row.Values[c.outcome]
		p := c.pairs[key]
		if p == nil {
			p = &pair{least: 1}
			c.pairs[key] = p
		}
		switch row.Statistic {
		case result.ProbabilityFirstBetter:
			p.better = v
		case result.ProbabilityEqual:
			p.add(p.better+v/2, v > 0)
		}
	}
}

func (p *pair) add(share float64, tied bool) {
	p.least, p.greatest = min(p.least, share), max(p.greatest, share)
	p.points++
	p.tied = p.tied || tied
	if share >= sureShare-rounding {
		p.firstSure++
	}
	if 1-share >= sureShare-rounding {
		p.secondSure++
	}
}

// pairOf is what is known of two structures, whichever comes first in the table; nil if they are not compared.
func (c *Count) pairOf(first, second string) *pair {
	if p := c.pairs[[2]string{first, second}]; p != nil {
		return p
	}
	p := c.pairs[[2]string{second, first}]
	if p == nil {
		return nil
	}
	return &pair{least: 1 - p.greatest, greatest: 1 - p.least, firstSure: p.secondSure, secondSure: p.firstSure, points: p.points, tied: p.tied}
}

// comparison says how sure it is that the first structure is better than the other; empty where that is not known.
func (c *Count) comparison(first, other string) string {
	p := c.pairOf(first, other)
	if p == nil || p.points == 0 {
		return ""
	}
	least, greatest := c.draws.Chance(p.least), c.draws.In(p.greatest)
	text := fmt.Sprintf("Draw by draw %s is better than %s in %s to %s, depending on the point", c.name(first), c.name(other), least, greatest)
	switch {
	case p.points == 1:
		text = fmt.Sprintf("Draw by draw %s is better than %s in %s", c.name(first), c.name(other), greatest)
	case c.draws.In(p.least) == greatest:
		text = fmt.Sprintf("Draw by draw %s is better than %s in %s at every point", c.name(first), c.name(other), greatest)
	}
	if p.tied {
		text += ", ties shared"
	}
	if p.firstSure == p.points || p.points == 1 {
		return text + "."
	}
	points := "none"
	if p.firstSure > 0 {
		points = report.Decimal(float64(p.firstSure), 0)
	}
	return text + fmt.Sprintf(". In at least %s it is better at %s of %s.", c.draws.Least(sureShare), points, report.Decimal(float64(p.points), 0))
}

// betterThan is in how many draws the first structure is better than another, at the point with fewest and at that with
// most; empty where that is not known.
func (c *Count) betterThan(first, other string) string {
	p := c.pairOf(first, other)
	if p == nil || p.points == 0 {
		return ""
	}
	least, greatest := c.draws.Chance(p.least), c.draws.Chance(p.greatest)
	if least == greatest {
		return least
	}
	return least + " to " + greatest
}

// sureOver is at how many points the first structure is better than another in almost all draws; empty where that is not known.
func (c *Count) sureOver(first, other string) string {
	p := c.pairOf(first, other)
	if p == nil || p.points == 0 {
		return ""
	}
	return report.Decimal(float64(p.firstSure), 0)
}

// pairsNote explains the columns of pairs; empty where there are none.
func (c *Count) pairsNote(first string) string {
	if !slices.ContainsFunc(c.structures, func(code string) bool { return c.betterThan(first, code) != "" }) {
		return ""
	}
	return fmt.Sprintf("The first better: in how many draws %s is better than the structure of the line, ties shared, at the points with fewest and with most.", c.name(first))
}
