package model

import (
	"slices"
	"strconv"
)

// Commissioner is a body that buys health care for a population: a PCT in London in 2010, an ICB in England in 2025.
type Commissioner struct {
	Code                string   `csv:"code" unique:"yes" about:"Code of the commissioner"`
	Name                string   `csv:"name" unique:"yes" about:"Name of the commissioner"`
	Population          float64  `csv:"population" unit:"people" least:"1" about:"Its population"`                                          // people
	WeightedPopulation  Optional `csv:"weighted_population" unit:"people" optional:"yes" least:"1" about:"Its population weighted by need"` // people weighted by need
	ManagementCostK     float64  `csv:"management_cost_k" unit:"£k a year" least:"0.001" about:"Its management cost in the baseline year"`  // £k a year in the baseline year
	ManagementCostBasis string   `csv:"management_cost_basis" about:"How that cost is known"`
	RepayingDebt        string   `csv:"repaying_debt" type:"boolean" optional:"yes" about:"Whether it is repaying debt itself, and so does not pay the levy"` // yes, no, or empty where the case has no debt plan
	Latitude            Optional `csv:"latitude" unit:"degrees north" optional:"yes" least:"-90" most:"90" about:"Where it is"`                               // degrees north
	Longitude           Optional `csv:"longitude" unit:"degrees east" optional:"yes" least:"-180" most:"180" about:"Where it is"`                             // degrees east

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
		r.positive(i, "population", x.Population)
		r.positive(i, "management_cost_k", x.ManagementCostK)
		if x.WeightedPopulation.Given {
			r.positive(i, "weighted_population", x.WeightedPopulation.Value)
		}
		r.oneOf(i, "management_cost_basis", x.ManagementCostBasis, "how the cost is known", Bases)
		if x.RepayingDebt != "" || len(c.DebtItems) > 0 {
			r.yesNo(i, "repaying_debt", x.RepayingDebt)
		}
		r.within(i, "latitude", x.Latitude, -90, 90)
		r.within(i, "longitude", x.Longitude, -180, 180)
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

func (r *report) positive(row int, column string, v float64) {
	if !(v > 0) {
		r.add(row, column, number(v), "a number above 0")
	}
}

func (r *report) notNegative(row int, column string, v float64) {
	if !(v >= 0) {
		r.add(row, column, number(v), "a number of at least 0")
	}
}

func (r *report) within(row int, column string, v Optional, low, high float64) {
	if v.Given && !(v.Value >= low && v.Value <= high) {
		r.add(row, column, number(v.Value), "a number from %s to %s, or nothing", number(low), number(high))
	}
}

func (r *report) yesNo(row int, column, v string) {
	if v != "yes" && v != "no" {
		r.add(row, column, v, "yes or no")
	}
}

func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
