// Package debt works a case's joint plan to pay off historic debt through: docs/model.md, section 9. It is arithmetic of its
// own, apart from the engine.
package debt

import (
	"reconfig/model"
	"reconfig/model/result"
)

// Plan is the joint plan to pay off historic debt, worked through.
type Plan struct {
	Levy           []result.LevyRow
	Fund           []result.FundRow
	PayingBodies   int
	LevyK          float64 // £k that the levy raises
	PublishedLevyK float64 // £k that the plan's authors expected of it; 0 if they published none
	RaisedK        float64 // £k of topslice and levy
	OwedK, PaidK   float64 // £k
}

// Work works a case's debt plan through. It returns nil if the case has none.
func Work(c *model.Case) *Plan {
	if !c.HasDebtPlan() {
		return nil
	}
	p := &Plan{}
	p.PublishedLevyK, _ = c.DebtItem(model.LevyYield)
	yearly := p.raiseLevy(c)
	p.runFund(c, yearly)
	return p
}

// raiseLevy fills in who pays what, and returns the levy of each year in £k.
func (p *Plan) raiseLevy(c *model.Case) []float64 {
	rate, _ := c.DebtItem(model.LevyRate)
	years := c.LevyYears()
	yearly := make([]float64, len(years))
	allocation := map[[2]string]float64{}
	for _, a := range c.Allocations {
		allocation[[2]string{a.Code, a.Year}] = a.AllocationK
	}
	for _, x := range c.Commissioners {
		if !x.PaysLevy() {
			continue
		}
		p.PayingBodies++
		for i, year := range years {
			k := allocation[[2]string{x.Code, year}]
			p.Levy = append(p.Levy, result.LevyRow{Code: x.Code, Year: year, AllocationK: k, LevyK: rate * k})
			yearly[i] += float64(rate * k)
			p.LevyK += float64(rate * k)
		}
	}
	return yearly
}

// moneyTolerance is the £k below which money counts as none.
const moneyTolerance = 1e-6

// runFund pays each debt in full when it is due, or as soon after as the fund can, first come first served.
func (p *Plan) runFund(c *model.Case, yearly []float64) {
	balance, _ := c.DebtItem(model.Topslice)
	p.RaisedK = balance + p.LevyK
	quarters := 4 * len(yearly)
	for _, d := range c.Debts {
		p.OwedK += d.DebtK
		quarters = max(quarters, d.PlanQuarter)
	}
	var queue []model.Debt
	for quarter := 1; quarter <= quarters; quarter++ {
		row := result.FundRow{Quarter: quarter, OpeningK: balance}
		if year := (quarter - 1) / 4; year < len(yearly) {
			row.LevyK = yearly[year] / 4
		}
		balance += row.LevyK
		for _, d := range c.Debts { // in the order of plan quarter and name
			if d.PlanQuarter == quarter {
				queue = append(queue, d)
			}
		}
		for len(queue) > 0 && queue[0].DebtK <= balance+moneyTolerance {
			balance -= queue[0].DebtK
			row.PaidK += queue[0].DebtK
			queue = queue[1:]
		}
		for _, d := range queue {
			row.WaitingK += d.DebtK
		}
		row.ClosingK = balance
		p.PaidK += row.PaidK
		p.Fund = append(p.Fund, row)
	}
}
