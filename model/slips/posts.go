package slips

import (
	"fmt"

	"reconfig/model"
	"reconfig/model/spelling"
)

// What the evidence has of posts in management for 1,000 people: £19 to £39 a head at £50k to £72k a post, of commissioners
// in England from 2008 to 2025, are 0.2 to 0.8. Five times less or more is likely to be another unit or currency.
const (
	fewestPosts, mostPosts           = 0.2, 0.8
	timesFewer                       = 5
	leastPlausible, greatestPossible = fewestPosts / timesFewer, mostPosts * timesFewer
)

// slipOfPosts finds a cost of a post that does not go with the costs of the bodies: they would have far more or far fewer
// posts than the bodies of the evidence.
func slipOfPosts(c *model.Case) Slip {
	slip := Slip{Table: "assumptions"}
	i, ok := c.AssumptionIndex("staff.cost")
	if !ok || len(c.Commissioners) == 0 {
		return slip
	}
	posts := 0.0
	var each []float64 // for 1,000 people
	for _, x := range c.Commissioners {
		n := x.ManagementCostK / c.Assumptions[i].Central
		posts += n
		each = append(each, 1000*n/x.Population)
	}
	perThousand := Median(each)
	if perThousand >= leastPlausible && perThousand <= greatestPossible {
		return slip
	}
	slip.add(i, fmt.Sprintf("staff.cost %s makes %s posts of the bodies’ costs, %s for 1,000 people in the median; bodies in the evidence have %g to %g; are costs, populations or staff.cost in another unit or currency?",
		spelling.Number(c.Assumptions[i].Central), threeDigits(posts), threeDigits(perThousand), fewestPosts, mostPosts))
	return slip
}
