package bodies

import (
	"math"

	"gonum.org/v1/plot"

	"reconfig/plots/chart"
	"reconfig/plots/words"
)

// populationAxis is the axis along which bodies lie by population: logarithmic where the largest is many times as large
// as the smallest, so that the small ones do not crowd.
type populationAxis struct {
	scale       chart.Scale
	ticks       []plot.Tick
	logarithmic bool
}

// manyTimes is how many times the smallest body the largest is from which on the axis is logarithmic.
const manyTimes = 4

func newPopulationAxis(s sizedStructure) populationAxis {
	smallest, largest := s.Bodies[0].Population, s.Bodies[len(s.Bodies)-1].Population
	a := populationAxis{logarithmic: largest > manyTimes*smallest}
	lo, hi := a.at(smallest), a.at(largest)
	side := max(0.04*(hi-lo), 1e-3*math.Abs(hi))
	a.scale = chart.Scale{Min: lo - side, Max: hi + side}
	if a.logarithmic {
		a.ticks = a.logarithmicTicks()
		return a
	}
	for _, t := range chart.NewScale(lo, hi, 0, 4, chart.Unit{}).Ticks(a.scale.Min, a.scale.Max) {
		a.ticks = append(a.ticks, plot.Tick{Value: t.Value, Label: people(t.Value)})
	}
	if len(a.ticks) == 0 { // all of one size
		a.ticks = []plot.Tick{{Value: lo, Label: people(smallest)}}
	}
	return a
}

// at is where a population is on the axis.
func (a populationAxis) at(population float64) float64 {
	if a.logarithmic {
		return math.Log10(population)
	}
	return population
}

// logarithmicTicks are at 1, 2 and 5 times a power of ten; at more of its multiples where there are too few of these.
func (a populationAxis) logarithmicTicks() []plot.Tick {
	var ticks []plot.Tick
	for _, multiples := range [][]float64{{1, 2, 5}, {1, 1.5, 2, 3, 4, 5, 7}} {
		ticks = nil
		for power := math.Floor(a.scale.Min); power <= a.scale.Max; power++ {
			for _, m := range multiples {
				v := m * math.Pow(10, power)
				if at := a.at(v); at >= a.scale.Min && at <= a.scale.Max {
					ticks = append(ticks, plot.Tick{Value: at, Label: people(v)})
				}
			}
		}
		if len(ticks) >= 3 {
			break
		}
	}
	return ticks
}

// title says what the axis is of.
func (a populationAxis) title() string {
	if a.logarithmic {
		return "Population, on a logarithmic scale"
	}
	return "Population"
}

// people writes a population with as few letters as it needs: 850, 250k, 1.5m.
func people(population float64) string {
	population = words.Cleaned(population)
	unit := chart.Unit{}
	switch size := math.Abs(population); {
	case size >= 1e6:
		unit = chart.Unit{Divisor: 1e6, Suffix: "m"}
	case size >= 1e4:
		unit = chart.Unit{Divisor: 1e3, Suffix: "k"}
	}
	return unit.Format(population, unit.Decimals(population))
}
