package slips

import (
	"fmt"
	"math"

	"reconfig/model"
	"reconfig/model/spelling"
)

// lateDecisions finds placements that are decided when the case's horizon is over.
func lateDecisions(c *model.Case) Slip {
	slip := Slip{Table: "placements"}
	for i, p := range c.Placements {
		if p.FromYear >= c.HorizonYears {
			slip.add(i, fmt.Sprintf("from_year %s comes when the horizon of %s years is over: it never happens in a run", spelling.Number(p.FromYear), spelling.Number(c.HorizonYears)))
		}
	}
	return slip
}

// lateStarts finds placements that are decided within the case's horizon and go live when it is over.
func lateStarts(c *model.Case) Slip {
	slip := Slip{Table: "placements"}
	for i, p := range c.Placements {
		live := p.FromYear + leadTime(c, p.Arrangement)
		if p.FromYear < c.HorizonYears && live >= c.HorizonYears {
			slip.add(i, fmt.Sprintf("decided in year %s, it goes live in year %s, when the horizon of %s years is over: a run never sees it live",
				spelling.Number(p.FromYear), spelling.Number(math.Round(100*live)/100), spelling.Number(c.HorizonYears)))
		}
	}
	return slip
}

// leadTime is the central value of the years from the decision to the start of an arrangement.
func leadTime(c *model.Case, arrangement string) float64 {
	i, ok := c.AssumptionIndex("lead_time." + arrangement)
	if !ok {
		return 0
	}
	return c.Assumptions[i].Central
}
