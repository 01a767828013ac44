package model

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// BasisShare is how much of a case's management cost at the start is known in one way.
type BasisShare struct {
	Basis         string  // one of Bases
	Commissioners int     // whose cost is known so
	Share         float64 // of the whole cost, as a fraction of 1
}

// Estimated says whether the cost is an estimate for the one body, neither reported nor derived from reported figures.
func (b BasisShare) Estimated() bool { return isEstimated(b.Basis) }

// BaselineBases lists how the cost at the start is known, from the best way to the weakest; ways that do not occur are
// left out.
func (c *Case) BaselineBases() []BasisShare {
	total := 0.0
	for _, x := range c.Commissioners {
		total += x.ManagementCostK
	}
	var all []BasisShare
	for _, basis := range Bases {
		b := BasisShare{Basis: basis}
		for _, x := range c.Commissioners {
			if x.ManagementCostBasis == basis {
				b.Commissioners++
				b.Share += x.ManagementCostK / total
			}
		}
		if b.Commissioners > 0 {
			all = append(all, b)
		}
	}
	return all
}

// BaselineStatement says in a sentence how the cost at the start is known, for every table and figure that rests on it.
func (c *Case) BaselineStatement() string {
	return c.baselineStatement(func(int, BasisShare) string { return "" })
}

// BaselineStatementByBody is the sentence with the number of bodies, for where there is space for it.
func (c *Case) BaselineStatementByBody() string {
	return c.baselineStatement(func(index int, b BasisShare) string {
		if index == 0 {
			return fmt.Sprintf(" (%d of %d %s)", b.Commissioners, len(c.Commissioners), c.BodyPlural)
		}
		return fmt.Sprintf(" (%d)", b.Commissioners)
	})
}

func (c *Case) baselineStatement(remark func(index int, b BasisShare) string) string {
	bases := c.BaselineBases()
	if len(bases) == 1 {
		return fmt.Sprintf("Cost at the start: all of it %s.", bases[0].Basis)
	}
	parts, shares := make([]string, len(bases)), percents(bases)
	for i, b := range bases {
		parts[i] = shares[i] + " % " + b.Basis + remark(i, b)
	}
	return "Cost at the start: " + strings.Join(parts, ", ") + "."
}

// percents writes shares of a whole in whole per cent that add up to 100, so that neither a little reads as nothing nor nearly all
// as all. Each share is rounded down; those that lose most by that get one more (the method of the largest remainder).
func percents(bases []BasisShare) []string {
	whole, order, left := make([]int, len(bases)), make([]int, len(bases)), 100
	lost := func(i int) float64 { return float64(100*bases[i].Share) - float64(whole[i]) }
	for i, b := range bases {
		whole[i], order[i] = int(100*b.Share), i
		left -= whole[i]
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(lost(j), lost(i)) })
	for _, i := range order[:min(max(0, left), len(order))] {
		whole[i]++
	}
	texts := make([]string, len(bases))
	for i, n := range whole {
		switch {
		case n < 1:
			texts[i] = "under 1"
		case n > 99:
			texts[i] = "over 99"
		default:
			texts[i] = strconv.Itoa(n)
		}
	}
	return texts
}
