package model

import (
	"fmt"
	"math"
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
	parts := make([]string, len(bases))
	for i, b := range bases {
		parts[i] = percent(b.Share) + " % " + b.Basis + remark(i, b)
	}
	return "Cost at the start: " + strings.Join(parts, ", ") + "."
}

// percent writes a share so that neither a little reads as nothing nor nearly all as all.
func percent(share float64) string {
	switch rounded := math.Round(100 * share); {
	case rounded < 1:
		return "under 1"
	case rounded > 99:
		return "over 99"
	default:
		return strconv.FormatFloat(rounded, 'f', 0, 64)
	}
}
