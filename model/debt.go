package model

import (
	"math"
	"regexp"
	"slices"

	"reconfig/model/spelling"
)

// Allocation is the money a commissioner is given for one year, on which a levy is raised.
type Allocation struct {
	Code        string  `csv:"code" about:"Code of the {body}"`
	Year        string  `csv:"year" about:"Financial year"` // as in 2009/10
	AllocationK float64 `csv:"allocation_k" unit:"£k" least:"0" about:"Money it is given for the year"`
	Basis       string  `csv:"basis" optional:"yes" about:"How it is known"`
}

// DebtItem is one number of the plan to pay off historic debt.
type DebtItem struct {
	Item   string  `csv:"item" unique:"yes" about:"What the number is"`
	Value  float64 `csv:"value" least:"0" about:"The number"`
	Unit   string  `csv:"unit" optional:"yes" about:"Its unit"`
	Source string  `csv:"source" optional:"yes" about:"Its source"`
}

// The items of a debt plan. Yield and total are what its authors published, to check against.
const (
	Topslice      = "topslice"   // £k that the fund opens with
	LevyRate      = "levy_rate"  // share of allocation
	LevyYearCount = "levy_years" // years in which the levy is raised
	LevyYield     = "levy_yield" // £k, published
	DebtTotal     = "debt_total" // £k, published
)

// Debt is what one organisation owes, and the quarter in which its turnaround plan begins to be acted on.
type Debt struct {
	Organisation string  `csv:"organisation" unique:"yes" about:"Who owes"`
	DebtK        float64 `csv:"debt_k" unit:"£k" least:"0" about:"What it owes"`
	Basis        string  `csv:"basis" optional:"yes" about:"How it is known"`
	PlanQuarter  int     `csv:"plan_quarter" unit:"quarters" least:"1" about:"Quarter in which its turnaround plan begins to be acted on; 1 is the first of the first levy year"` // 1 is the first quarter of the first levy year
}

// HasDebtPlan says whether the case has a plan to pay off debt.
func (c *Case) HasDebtPlan() bool { return len(c.DebtItems) > 0 }

// DebtItem returns the value of an item of the debt plan; false if the plan does not have it.
func (c *Case) DebtItem(item string) (float64, bool) {
	i := slices.IndexFunc(c.DebtItems, func(x DebtItem) bool { return x.Item == item })
	if i < 0 {
		return 0, false
	}
	return c.DebtItems[i].Value, true
}

// LevyYears lists the years in which the levy is raised: the first of those that have allocations.
func (c *Case) LevyYears() []string {
	years := names(c.Allocations, func(a Allocation) string { return a.Year })
	n, _ := c.DebtItem(LevyYearCount)
	return years[:max(0, min(len(years), int(n)))]
}

// yearName is how a financial year, or a calendar year, is named.
var yearName = regexp.MustCompile(`^\d{4}([/-](\d{2}|\d{4}))?$`)

func (c *Case) checkAllocations(r *report) {
	known := c.commissionerCodes()
	seen := map[[2]string]int{}
	for i, x := range c.Allocations {
		r.refer(i, "code", x.Code, toCommissioner, known)
		if !yearName.MatchString(x.Year) {
			r.add(i, "year", x.Year, "a financial year, as in 2009/10")
			r.mend("write the year again; in Excel, set the column's number format to Text first, or it becomes a date")
		}
		r.between(i, "allocation_k", x.AllocationK, 0, mostSize)
		if j, ok := seen[[2]string{x.Code, x.Year}]; ok {
			r.conflict(i, j, "year", x.Year, "each commissioner and year once")
			continue
		}
		seen[[2]string{x.Code, x.Year}] = i
	}
	if c.HasDebtPlan() {
		c.checkLevied(r, seen)
	}
}

// checkLevied reports bodies that pay the levy in a year for which they have no allocation.
func (c *Case) checkLevied(r *report, allocated map[[2]string]int) {
	for _, year := range c.LevyYears() {
		var missing []string
		for _, x := range c.Commissioners {
			if _, ok := allocated[[2]string{x.Code, year}]; x.PaysLevy() && !ok {
				missing = append(missing, x.Code)
			}
		}
		switch len(missing) {
		case 0:
			continue
		case 1:
			r.add(WholeTable, "code", "", "an allocation of %s for %s: it pays the levy that year", missing[0], year)
		default:
			r.add(WholeTable, "code", "", "allocations for %s of all that pay the levy that year: it lacks %s", year, spelling.List(missing))
		}
		r.mend("add a row for each, or correct the year where it is written otherwise")
	}
}

func (c *Case) checkDebtItems(r *report) {
	allocations, items, debts := len(c.Allocations) > 0, len(c.DebtItems) > 0, len(c.Debts) > 0
	if !allocations && !items && !debts {
		return
	}
	if !(allocations && items && debts) {
		c.checkDebtTables(r)
		return
	}
	unique(r, c.DebtItems, "item", func(x DebtItem) string { return x.Item })
	for _, item := range []string{Topslice, LevyRate, LevyYearCount} {
		if _, ok := c.DebtItem(item); !ok {
			r.add(WholeTable, "item", "", "an item %s", item)
		}
	}
	sources := names(c.Sources, func(s Source) string { return s.ID })
	for i, x := range c.DebtItems {
		r.oneOf(i, "item", x.Item, "an item of a debt plan", []string{Topslice, LevyRate, LevyYearCount, LevyYield, DebtTotal})
		r.between(i, "value", x.Value, 0, mostSize)
		if x.Item == LevyYearCount {
			years := len(names(c.Allocations, func(a Allocation) string { return a.Year }))
			if x.Value != math.Trunc(x.Value) || x.Value < 1 || x.Value > float64(years) {
				r.add(i, "value", spelling.Number(x.Value), "a whole number from 1 to %d, for as many years there are allocations", years)
			}
		}
		for _, id := range SourceIDs(x.Source) {
			r.refer(i, "source", id, toSource, sources)
		}
	}
}

// checkDebtTables reports the tables of the debt plan that have no rows though others have.
func (c *Case) checkDebtTables(r *report) {
	for _, t := range []struct {
		name string
		rows int
	}{{"allocations", len(c.Allocations)}, {"debt_plan", len(c.DebtItems)}, {"debts", len(c.Debts)}} {
		if t.rows == 0 {
			r.add(WholeTable, "", "", "allocations, debt_plan and debts together, or none of them")
			r.mend("give the case the table %s, or leave out all three", t.name)
			r.problems[len(r.problems)-1].Table = t.name
		}
	}
}

func (c *Case) checkDebts(r *report) {
	unique(r, c.Debts, "organisation", func(x Debt) string { return x.Organisation })
	for i, x := range c.Debts {
		r.between(i, "debt_k", x.DebtK, 0, mostSize)
		if x.PlanQuarter < 1 || x.PlanQuarter > 4*MaxHorizonYears {
			r.add(i, "plan_quarter", spelling.Number(float64(x.PlanQuarter)), "a whole number from 1 to %d", 4*MaxHorizonYears)
		}
	}
}
