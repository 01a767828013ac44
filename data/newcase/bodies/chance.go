package bodies

import (
	"math"

	"reconfig/model/slips"
)

// mostByChance is how many matches of its kind a table may be expected to have by chance, for one to be told. Most tables
// have none that sums up others, so it is far below one in a hundred.
const mostByChance = 0.0005

// precision is what the numbers of a table tell: what those of a column are rounded to, and how far costs a head differ.
type precision struct {
	people, cost float64 // what nearly all numbers are whole multiples of: people, and thousands of the currency
	spread       float64 // of costs a head: the median distance from the median, as a share of it
}

func precisionOf(rows []Body) precision {
	var people, cost, perHead []float64
	for _, b := range rows {
		people, cost = append(people, b.Population), append(cost, b.ManagementCostK)
		perHead = append(perHead, b.ManagementCostK/b.Population)
	}
	middle := slips.Median(perHead)
	for i, v := range perHead {
		perHead[i] = math.Abs(v/middle - 1)
	}
	return precision{commonRounding(people), commonRounding(cost), slips.Median(perHead)}
}

// commonRounding is the greatest of 1, 2, 5, 10 … and 0.5, 0.2, 0.1 … that nearly all numbers are whole multiples of.
func commonRounding(values []float64) float64 {
	const nearlyAll = 0.9
	for power := 9; power > -6; power-- {
		for _, digit := range []float64{5, 2, 1} {
			step := digit * math.Pow10(power)
			multiples := 0
			for _, v := range values {
				if math.Abs(v/step-math.Round(v/step)) < 1e-6 && v >= step {
					multiples++
				}
			}
			if float64(multiples) >= nearlyAll*float64(len(values)) {
				return step
			}
		}
	}
	return 1e-6
}

// isTotal says whether a body sums up the rows of a tally: with people near to theirs, and costs where those are near, as
// chance does not explain it.
func (p precision) isTotal(b Body, sum tally) bool {
	return sum.rows > 1 && isNear(b.Population, sum.people) && p.chance(b, sum) < mostByChance
}

// window is how far the people of a body may be from a sum to be counted among what may match by chance, as a share of
// the body's: within it each number is taken to be as likely as the others.
const window = 0.05

func inWindow(people, sum float64) bool { return math.Abs(people-sum) <= window*people }

// chance is how likely a body within the window has people and costs as near to those of a sum as it has.
func (p precision) chance(b Body, sum tally) float64 {
	people := (2*math.Abs(b.Population-sum.people) + p.people) / (2 * window * b.Population)
	cost := (2*math.Abs(b.ManagementCostK-sum.cost) + p.cost) / (2 * p.spread * b.ManagementCostK) // +Inf where all cost the same a head
	return min(1, people) * min(1, cost)
}

// isHalfOfAll says whether a body has the people of all others together as chance does not explain it, whatever it costs.
// Only half of all people will do, so each number up to twice its own is taken to be as likely.
func (p precision) isHalfOfAll(b Body, rest tally) bool {
	const rare = 0.01
	return (2*math.Abs(b.Population-rest.people)+p.people)/(2*b.Population) < rare
}
