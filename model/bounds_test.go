package model_test

import (
	"strings"
	"testing"

	"reconfig/model"
	"reconfig/model/modeltest"
)

// What no case can mean is refused, with a word on how to mend it.
func TestAbsurdSizesAreRefused(t *testing.T) {
	for _, test := range []struct {
		change             func(*model.Case)
		column, want, mend string
	}{
		{func(c *model.Case) { c.Commissioners[0].Population = 0.5 }, "population", "a number from 1 to 10000000000", "check the unit"},
		{func(c *model.Case) { c.Commissioners[0].Population = 1e300 }, "population", "a number from 1 to 10000000000", "check the unit"},
		{func(c *model.Case) { c.Commissioners[0].ManagementCostK = 1e300 }, "management_cost_k", "a number from 0.001 to 1000000000000", "check the unit"},
		{func(c *model.Case) { c.Commissioners[0].WeightedPopulation = model.Optional{Value: 98, Given: true} }, "weighted_population", "of the same size as the population, 100000", "not in thousands"},
		{func(c *model.Case) { c.Commissioners[0].Latitude = model.Optional{Value: 51, Given: true} }, "longitude", "latitude and longitude together", ""},
		{func(c *model.Case) { c.Functions[0].CapacityWeight = 1e308 }, "capacity_weight", "a number from 0 to 1000000", ""},
		{func(c *model.Case) { c.Functions[0].CapacityWeight = 1e-300 }, "capacity_weight", "0, or a number not as near to it", ""},
		{func(c *model.Case) { c.Functions[0].Share, c.Functions[1].Share = 1e-9, 1 }, "share", "0, or a share of at least 0.000001", ""},
		{func(c *model.Case) { assumption(c, "baseline.growth").Max = 1e9 }, "max", "at least -0.9 and at most 1", ""},
		{func(c *model.Case) { assumption(c, "target.reduction").High = 70 }, "high", "at most 1, which is its max", "write 0.7 for 70 %: it is a share of 1"},
		{func(c *model.Case) { assumption(c, "target.reduction").Low = 30 }, "low", "at most 1, which is its max", "write 0.3 for 30 %"},
		{func(c *model.Case) { assumption(c, "staff.exit_share").Max = 100 }, "max", "at least 0 and at most 1", "write 1 for 100 %"},
		{func(c *model.Case) { assumption(c, "target.reduction").High = 5000 }, "high", "at most 1, which is its max", ""},
		{func(c *model.Case) { c.Functions[0].Share = 30 }, "share", "a share from 0 to 1", "write 0.3 for 30 %"},
		{func(c *model.Case) { assumption(c, "finance.budget").Low = 1e-300 }, "low", "0, or a number not as near to it", ""},
		{func(c *model.Case) { c.Placements[0].Structure = "Office_Merger" }, "structure", "the code of a structure", "write office-merger: blanks, dashes and underscores count"},
		{func(c *model.Case) { c.Placements[0].Structure = "оffice-merger" }, "structure", "the code of a structure", "write office-merger: it holds a о (U+043E) that is not the ordinary o"},
		{func(c *model.Case) { c.Placements[0].Structure = "union" }, "structure", "the code of a structure", "add a row for it to the table structures"},
	} {
		c := modeltest.Small()
		test.change(c)
		problems := c.Check()
		if len(problems) != 1 || problems[0].Column != test.column || !strings.Contains(problems[0].Expected, test.want) || !strings.Contains(problems[0].Instruction(), test.mend) {
			t.Errorf("want %s: %s (%s); got %+v", test.column, test.want, test.mend, problems)
		}
	}
}

func assumption(c *model.Case, name string) *model.Assumption {
	i, _ := c.AssumptionIndex(name)
	return &c.Assumptions[i]
}

// A country of 3,030 bodies is well within the bounds; a case that no machine has the memory for gets a message.
func TestSizesThatAreTooMuch(t *testing.T) {
	large := modeltest.Large(modeltest.National(3030))
	if problems := large.Check(); len(problems) > 0 {
		t.Errorf("3,030 bodies: %+v", problems[0])
	}
	for len(large.Structures) < 500 {
		large.Structures = append(large.Structures, large.Structures...)[:min(500, 2*len(large.Structures))]
	}
	large.HorizonYears = model.MaxHorizonYears
	problems := large.Check()
	if len(problems) != 1 || !strings.Contains(problems[0].Expected, "commissioners × structures × functions × quarters; here are 3030 × 500 × ") {
		t.Errorf("%+v", problems)
	}
}
