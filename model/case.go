// Package model holds the words of the simulator as types, and the rules that make a case valid.
//
// The words are those of docs/model.md: commissioner, sector, function, tier, arrangement, placement, structure,
// assumption, draw. Money is in £ thousand (or the case's currency) at real prices of one year, time in years from the
// case's start date, shares are fractions of 1. The package knows nothing of files, flags, figures or simulated time.
//
// The package has more than twenty files and more than sixty exported names: a file for each word, with the rules that its
// rows obey.
package model

import (
	"cmp"
	"math"
	"reconfig/model/result"
	"slices"
	"time"
)

// Case is everything a simulation needs to know of one reorganisation: the bodies, how they may be grouped, the work
// they do, the structures on the table and the assumptions. Each slice is a table of the case's folder; the order of
// its rows means nothing.
type Case struct {
	Name        string // identifies the case, as in london-2010
	Title       string
	Description string
	Attribution string // who the data come from and under which licence, for figures and result folders

	Properties

	Commissioners  []Commissioner
	FurtherColumns []string // names of the commissioners' columns that are shown but not computed with
	Memberships    []Membership
	Neighbours     []Neighbour
	Functions      []Function
	Arrangements   []Arrangement
	Structures     []Structure
	Placements     []Placement
	Assumptions    []Assumption
	Correlations   []Correlation
	Allocations    []Allocation
	DebtItems      []DebtItem
	Debts          []Debt
	Observations   []Observation
	Sources        []Source
}

// Properties say where and when a case plays and what its bodies are called.
type Properties struct {
	StartDate    time.Time // of t = 0, the start of the first simulated financial year
	PriceYear    string    // whose prices all money is in, as in 2009/10
	Currency     string    // its sign, as in £
	BodySingular string    // as in PCT
	BodyPlural   string    // as in PCTs
	DefaultMap   string
	HorizonYears float64
}

// MaxHorizonYears is the longest horizon a run may have.
const MaxHorizonYears = 100

// ValidHorizon says whether years is a whole number of quarters within (0, MaxHorizonYears].
func ValidHorizon(years float64) bool {
	return years > 0 && years <= MaxHorizonYears && math.Trunc(4*years) == 4*years
}

// Words is what the case calls its money and its bodies.
func (p Properties) Words() result.Wording {
	return result.Wording{Currency: p.Currency, BodySingular: p.BodySingular, BodyPlural: p.BodyPlural}
}

// FinancialYear names the financial year that t, in years from the start, falls in: 2010/11, or 2010 where years start
// on 1 January.
func (p Properties) FinancialYear(t float64) string {
	first := p.StartDate.Year() + int(math.Floor(t))
	if p.StartDate.YearDay() == 1 {
		return time.Date(first, 1, 1, 0, 0, 0, 0, time.UTC).Format("2006")
	}
	return time.Date(first, 1, 1, 0, 0, 0, 0, time.UTC).Format("2006") + "/" +
		time.Date(first+1, 1, 1, 0, 0, 0, 0, time.UTC).Format("06")
}

// Sort puts every table into its canonical order, so that the order of rows in a file changes nothing, not even the
// last bit of a sum. Structures come with the status quo first, then those in focus, then the rest;
// functions by class; all else by code.
func (c *Case) Sort() {
	slices.SortFunc(c.Commissioners, by(func(x Commissioner) string { return x.Code }))
	slices.SortFunc(c.Memberships, by(func(x Membership) string { return x.Map }, func(x Membership) string { return x.Sector }, func(x Membership) string { return x.Commissioner }))
	slices.SortFunc(c.Neighbours, by(func(x Neighbour) string { return x.A }, func(x Neighbour) string { return x.B }))
	slices.SortFunc(c.Functions, by(func(x Function) string { return x.Class }, func(x Function) string { return x.Code }))
	slices.SortFunc(c.Arrangements, by(func(x Arrangement) string { return x.Code }))
	slices.SortFunc(c.Placements, func(x, y Placement) int {
		return cmp.Or(cmp.Compare(x.Structure, y.Structure), cmp.Compare(x.Function, y.Function), cmp.Compare(x.FromYear, y.FromYear))
	})
	slices.SortFunc(c.Structures, func(x, y Structure) int {
		return cmp.Or(cmp.Compare(c.rank(x), c.rank(y)), cmp.Compare(x.Code, y.Code))
	})
	slices.SortFunc(c.Assumptions, by(func(x Assumption) string { return x.Name }))
	slices.SortFunc(c.Correlations, by(func(x Correlation) string { return x.A }, func(x Correlation) string { return x.B }))
	slices.SortFunc(c.Allocations, by(func(x Allocation) string { return x.Code }, func(x Allocation) string { return x.Year }))
	slices.SortFunc(c.DebtItems, by(func(x DebtItem) string { return x.Item }))
	slices.SortFunc(c.Debts, func(x, y Debt) int {
		return cmp.Or(cmp.Compare(x.PlanQuarter, y.PlanQuarter), cmp.Compare(x.Organisation, y.Organisation))
	})
	slices.SortFunc(c.Observations, by(func(x Observation) string { return x.ID }))
	slices.SortFunc(c.Sources, by(func(x Source) string { return x.ID }))
}

// rank orders structures for the reader: what changes nothing first, then what the case puts in focus.
func (c *Case) rank(s Structure) int {
	switch {
	case !slices.ContainsFunc(c.Placements, func(p Placement) bool { return p.Structure == s.Code }):
		return 0
	case s.InFocus():
		return 1
	}
	return 2
}

// by compares rows by the given keys, the first first.
func by[T any](keys ...func(T) string) func(x, y T) int {
	return func(x, y T) int {
		for _, key := range keys {
			if order := cmp.Compare(key(x), key(y)); order != 0 {
				return order
			}
		}
		return 0
	}
}
