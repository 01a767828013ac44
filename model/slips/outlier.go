package slips

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"reconfig/model"
	"reconfig/model/spelling"
)

// mostTimesMedian is how many times the median a cost a head or a population may be, or the median it: not as far as a slip
// of the unit leads, which is 1,000, and farther than bodies differ by nature.
const mostTimesMedian = 300

// Outlier is a number of another order than the others.
type Outlier struct {
	Row   int     // its index among them
	Times float64 // how many times the median it is, or the median it
}

// CostOutliers finds the costs a head that are of another order than their median, as where one body's population or cost
// is in another unit than the others'. The costs are above 0, in whatever unit.
func CostOutliers(perHead []float64) []Outlier { return outliers(perHead) }

func outliers(values []float64) []Outlier {
	if len(values) == 0 {
		return nil
	}
	middle := Median(values)
	var all []Outlier
	for row, v := range values {
		if times := max(v/middle, middle/v); times > mostTimesMedian {
			all = append(all, Outlier{row, times})
		}
	}
	return all
}

// Median is the middle of the values, or the mean of the middle two. There is at least one.
func Median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	n := len(sorted)
	return (sorted[(n-1)/2] + sorted[n/2]) / 2
}

// slipsOfSize finds commissioners whose cost a head, or else whose population, is of another order than the others'.
func slipsOfSize(c *model.Case) Slip {
	var perHead, people []float64
	for _, x := range c.Commissioners {
		perHead = append(perHead, 1000*x.ManagementCostK/x.Head())
		people = append(people, x.Population)
	}
	costs, sizes := CostOutliers(perHead), outliers(people)
	slip := Slip{Table: "commissioners"}
	for i, x := range c.Commissioners {
		here := func(o Outlier) bool { return o.Row == i }
		switch {
		case slices.ContainsFunc(costs, here):
			slip.add(i, oddCost(c, x, perHead[i], Median(perHead)))
		case slices.ContainsFunc(sizes, here):
			slip.add(i, fmt.Sprintf("population %s is of another order than the others, whose median is %s; is it in another unit?",
				spelling.Number(x.Population), threeDigits(Median(people))))
		}
	}
	return slip
}

func oddCost(c *model.Case, x model.Commissioner, perHead, middle float64) string {
	column := "population"
	if x.WeightedPopulation.Given {
		column = "weighted_population"
	}
	return fmt.Sprintf("management_cost_k %s and %s %s make %s%s a head, and the median is %s%s; is either in another unit?",
		spelling.Number(x.ManagementCostK), column, spelling.Number(x.Head()), c.Currency, threeDigits(perHead), c.Currency, threeDigits(middle))
}

// slipsOfLocation finds commissioners that lie far from all others, as where latitude and longitude are swapped.
func slipsOfLocation(c *model.Case) Slip {
	var north, east []float64
	for _, x := range c.Commissioners {
		if x.Latitude.Given && x.Longitude.Given {
			north, east = append(north, x.Latitude.Value), append(east, x.Longitude.Value)
		}
	}
	latitudes, longitudes := spanOf(north), spanOf(east)
	slip := Slip{Table: "commissioners"}
	for i, x := range c.Commissioners {
		lat, long := x.Latitude, x.Longitude
		if !lat.Given || !long.Given || latitudes.holds(lat.Value) && longitudes.holds(long.Value) {
			continue
		}
		guess := "is it a slip?"
		if latitudes.holds(long.Value) && longitudes.holds(lat.Value) {
			guess = "are the two swapped?"
		}
		slip.add(i, fmt.Sprintf("latitude %s and longitude %s are far from all others; %s", lat, long, guess))
	}
	return slip
}

// span is where degrees may lie without being far from the others.
type span struct{ low, high float64 }

func (s span) holds(v float64) bool { return v >= s.low && v <= s.high }

// spanOf reaches beyond the quartiles by ten times what is between them, and by 5 degrees at least. Of fewer than five
// values none is far from the others.
func spanOf(values []float64) span {
	const least, times, fewest = 5, 10, 5
	n := len(values)
	if n < fewest {
		return span{math.Inf(-1), math.Inf(1)}
	}
	sorted := slices.Sorted(slices.Values(values))
	first, third := sorted[(n-1)/4], sorted[n-1-(n-1)/4]
	reach := max(least, times*(third-first))
	return span{first - reach, third + reach}
}

// threeDigits is a number rounded to three digits, written in full.
func threeDigits(v float64) string {
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 3, 64), 64)
	if err != nil {
		return spelling.Number(v)
	}
	return spelling.Number(rounded)
}
