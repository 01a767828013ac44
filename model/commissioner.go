package model

import (
	"math"
	"slices"

	"reconfig/model/spelling"
)

// Commissioner is a body that buys health care for a population: a PCT in London in 2010, an ICB in England in 2025.
type Commissioner struct {
	Code                string   `csv:"code" unique:"yes" about:"Code of the {body}"`
	Name                string   `csv:"name" unique:"yes" about:"Name of the {body}"`
	Population          float64  `csv:"population" unit:"people" least:"1" about:"Its population"`                                                            // people
	WeightedPopulation  Optional `csv:"weighted_population" unit:"people" optional:"yes" column:"optional" least:"1" about:"Its population weighted by need"` // people weighted by need
	ManagementCostK     float64  `csv:"management_cost_k" unit:"£k a year" least:"0.001" about:"Its management cost in the baseline year"`                    // £k a year in the baseline year
	ManagementCostBasis string   `csv:"management_cost_basis" about:"How that cost is known"`
	RepayingDebt        string   `csv:"repaying_debt" type:"boolean" optional:"yes" column:"optional" about:"Whether it is repaying debt itself, and so does not pay the levy"` // yes, no, or empty where the case has no debt plan
	Latitude            Optional `csv:"latitude" unit:"degrees north" optional:"yes" column:"optional" least:"-90" most:"90" about:"Where it is"`                               // degrees north
	Longitude           Optional `csv:"longitude" unit:"degrees east" optional:"yes" column:"optional" least:"-180" most:"180" about:"Where it is"`                             // degrees east

	Further map[string]string `csv:"-"` // columns that are kept and shown but not computed with
}

// Head is the population that costs a head are stated for: the weighted one where the case gives it.
func (c Commissioner) Head() float64 {
	if c.WeightedPopulation.Given {
		return c.WeightedPopulation.Value
	}
	return c.Population
}

// IsEstimated says whether the management cost is an estimate for this one body, neither reported nor derived from
// reported figures.
func (c Commissioner) IsEstimated() bool { return isEstimated(c.ManagementCostBasis) }

func isEstimated(basis string) bool { return basis != "reported" && basis != "derived" }

// PaysLevy says whether the body pays the levy of the debt plan.
func (c Commissioner) PaysLevy() bool { return c.RepayingDebt != "yes" }

// Bases are the ways in which a management cost can be known, from the best to the weakest.
var Bases = []string{"reported", "derived", "estimated", "assumed"}

func (c *Case) checkCommissioners(r *report) {
	if len(c.Commissioners) == 0 {
		r.add(WholeTable, "", "", "at least one commissioner")
	}
	unique(r, c.Commissioners, "code", func(x Commissioner) string { return x.Code })
	unique(r, c.Commissioners, "name", func(x Commissioner) string { return x.Name })
	for i, x := range c.Commissioners {
		r.size(i, "population", x.Population, 1, mostPeople)
		r.size(i, "management_cost_k", x.ManagementCostK, leastCostK, mostSize)
		if x.WeightedPopulation.Given {
			r.size(i, "weighted_population", x.WeightedPopulation.Value, 1, mostPeople)
			x.checkWeighted(r, i)
		}
		r.oneOf(i, "management_cost_basis", x.ManagementCostBasis, "how the cost is known", Bases)
		if x.RepayingDebt != "" || len(c.DebtItems) > 0 {
			r.yesNo(i, "repaying_debt", x.RepayingDebt)
		}
		r.within(i, "latitude", x.Latitude, -90, 90)
		r.within(i, "longitude", x.Longitude, -180, 180)
		if x.Latitude.Given != x.Longitude.Given {
			missing := "latitude"
			if x.Latitude.Given {
				missing = "longitude"
			}
			r.add(i, missing, "", "latitude and longitude together, or neither")
		}
	}
}

// checkWeighted reports a weighted population of another size than the population, as where one is in thousands: weights
// by need differ by less than half.
func (c Commissioner) checkWeighted(r *report, row int) {
	const most = 10.0
	if w := c.WeightedPopulation.Value; w > 0 && c.Population > 0 && (w > most*c.Population || w < c.Population/most) {
		r.add(row, "weighted_population", spelling.Number(w), "a number of the same size as the population, %s", spelling.Number(c.Population))
		r.mend("give both in people, not in thousands")
	}
}

// Commissioner finds a body by its code.
func (c *Case) Commissioner(code string) (Commissioner, bool) {
	i := slices.IndexFunc(c.Commissioners, func(x Commissioner) bool { return x.Code == code })
	if i < 0 {
		return Commissioner{}, false
	}
	return c.Commissioners[i], true
}

func (c *Case) commissionerCodes() []string {
	return names(c.Commissioners, func(x Commissioner) string { return x.Code })
}

// What numbers can be at most, and at least where 0 means nothing: far outside of what any body is, so that only a slip
// meets them, and near enough to 1 that no product of them is too large for a number.
const (
	mostPeople = 1e10
	mostMetres = 1e9
	mostSize   = 1e12 // of money in thousands, and of all else
	leastCostK = 0.001
)

// size reports a number that is not above 0, or not of a possible size.
func (r *report) size(row int, column string, v, least, most float64) {
	switch {
	case !(v > 0):
		r.add(row, column, spelling.Number(v), "a number above 0")
	case v < least || v > most:
		r.add(row, column, spelling.Number(v), "a number from %s to %s", spelling.Number(least), spelling.Number(most))
		r.mend("check the unit: people for a population, thousands for a cost")
	}
}

func (r *report) between(row int, column string, v, least, most float64) {
	switch {
	case least == 0 && !(v >= 0):
		r.add(row, column, spelling.Number(v), "a number of at least 0")
		r.last().Code = OutOfRange
	case !(v >= least && v <= most):
		r.add(row, column, spelling.Number(v), "a number from %s to %s", spelling.Number(least), spelling.Number(most))
		r.last().Code = OutOfRange
		r.mendPercent(v, most)
	default:
		r.vanishing(row, column, v)
	}
}

// leastSize is how near to 0 a number may be without being 0: what is divided by it must stay a number.
const leastSize = 1e-9

// vanishing reports a number that is nearly 0.
func (r *report) vanishing(row int, column string, v float64) {
	if v != 0 && math.Abs(v) < leastSize {
		r.add(row, column, spelling.Number(v), "0, or a number not as near to it: at least %s in size", spelling.Number(leastSize))
		r.mend("write 0, if that is meant")
	}
}

func (r *report) within(row int, column string, v Optional, low, high float64) {
	if v.Given && !(v.Value >= low && v.Value <= high) {
		r.add(row, column, spelling.Number(v.Value), "a number from %s to %s, or nothing", spelling.Number(low), spelling.Number(high))
	} else if v.Given {
		r.vanishing(row, column, v.Value)
	}
}

func (r *report) yesNo(row int, column, v string) {
	if v != "yes" && v != "no" {
		r.add(row, column, v, "yes or no")
		switch spelling.Plain(v) {
		case "yes", "y", "true", "1":
			r.write("yes", ", in small letters")
		case "no", "n", "false", "0":
			r.write("no", ", in small letters")
		}
	}
}
