package debt_test

import (
	"math"
	"testing"

	"reconfig/data"
	"reconfig/model"
	"reconfig/model/result"
	"reconfig/sim/debt"
)

// The plan's own figures: HSJ (2008/09), London PCTs to pay off capital's debts. A levy of 1.3 % on 26 PCTs for two
// years was to yield £275m, which with £304m of topslice pays £579m.
func TestLondonsDebtPlan(t *testing.T) {
	c, err := data.OpenCase("london-2010")
	if err != nil {
		t.Fatal(err)
	}
	p := debt.Work(c.Case)
	if p.PayingBodies != 26 {
		t.Errorf("%d PCTs pay, not 26", p.PayingBodies)
	}
	if math.Abs(p.LevyK-275000) > 275 {
		t.Errorf("the levy yields £%vk, which is not £275m within 0.1 %%", p.LevyK)
	}
	if p.PaidK != 579000 || p.OwedK != 579000 {
		t.Errorf("the fund pays £%vk of £%vk, not £579m", p.PaidK, p.OwedK)
	}
	last := p.Fund[len(p.Fund)-1]
	if math.Abs(last.ClosingK-(p.RaisedK-p.PaidK)) > 1e-6 || last.WaitingK != 0 {
		t.Errorf("the fund ends with £%vk and £%vk waiting", last.ClosingK, last.WaitingK)
	}
}

// Raised: 100 topslice and 10 % of 400 a year, 10 a quarter. Due: 60 in quarter 1, 70 and 5 in quarter 2 (by name, the
// 70 first), 10 in quarter 3. Quarter 1: 110 − 60 = 50. Quarter 2: 60 is less than 70, so both wait, the 5 behind the
// 70. Quarter 3: 70 pays the 70 and leaves 0; 15 wait. Quarter 4: 10 pays the 5, and 5 are less than the 10, which
// nothing ever pays.
func TestDebtsWaitInTurn(t *testing.T) {
	c := &model.Case{
		Commissioners: []model.Commissioner{{Code: "A", RepayingDebt: "no"}, {Code: "B", RepayingDebt: "yes"}},
		Allocations:   []model.Allocation{{Code: "A", Year: "2009/10", AllocationK: 400}, {Code: "A", Year: "2010/11", AllocationK: 999}, {Code: "B", Year: "2009/10", AllocationK: 999}},
		DebtItems:     []model.DebtItem{{Item: model.Topslice, Value: 100}, {Item: model.LevyRate, Value: 0.1}, {Item: model.LevyYearCount, Value: 1}},
		Debts: []model.Debt{
			{Organisation: "late", DebtK: 10, PlanQuarter: 3}, {Organisation: "small", DebtK: 5, PlanQuarter: 2},
			{Organisation: "large", DebtK: 70, PlanQuarter: 2}, {Organisation: "first", DebtK: 60, PlanQuarter: 1},
		},
	}
	c.Sort()
	p := debt.Work(c)
	want := []result.FundRow{
		{Quarter: 1, OpeningK: 100, LevyK: 10, PaidK: 60, WaitingK: 0, ClosingK: 50},
		{Quarter: 2, OpeningK: 50, LevyK: 10, PaidK: 0, WaitingK: 75, ClosingK: 60},
		{Quarter: 3, OpeningK: 60, LevyK: 10, PaidK: 70, WaitingK: 15, ClosingK: 0},
		{Quarter: 4, OpeningK: 0, LevyK: 10, PaidK: 5, WaitingK: 10, ClosingK: 5},
	}
	if len(p.Fund) != len(want) {
		t.Fatalf("%d quarters, want %d", len(p.Fund), len(want))
	}
	for i, row := range p.Fund {
		if row != want[i] {
			t.Errorf("quarter %d: %+v, want %+v", i+1, row, want[i])
		}
	}
	if len(p.Levy) != 1 || p.Levy[0].LevyK != 40 || p.PaidK != 135 || p.OwedK != 145 || p.RaisedK != 140 {
		t.Errorf("%+v", p)
	}
}

func TestNoDebtPlan(t *testing.T) {
	if p := debt.Work(&model.Case{}); p != nil {
		t.Errorf("a case without a plan has %+v", p)
	}
}
