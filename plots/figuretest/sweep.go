package figuretest

import (
	"fmt"
	"math"

	"reconfig/model/result"
	"reconfig/model/unit"
	"reconfig/plots/figure"
	"reconfig/plots/words"
)

// SweepOf is a sweep over a grid: the net benefit, £k, of each structure is what value gives, in units of a
// million; with bands where there are draws.
func SweepOf(codes []string, axes [][]float64, draws bool, value func(structure int, at []float64) float64) *result.Sweep {
	s := &result.Sweep{Outcomes: []result.Outcome{result.BaselineCost, result.NetBenefit}}
	if draws && len(codes) > 1 {
		s.Differences = &result.Sweep{Outcomes: s.Outcomes, Paired: true}
	}
	points := 1
	for i := range axes {
		s.Varied = append(s.Varied, result.Column{Name: fmt.Sprint("lever.", string(rune('a'+i))), Type: "number", Unit: unit.Parse("share"), Description: "Share of something (0: none); more"})
		points *= len(axes[i])
	}
	for p := range points {
		at, rest := make([]float64, len(axes)), p
		for i := len(axes) - 1; i >= 0; i-- {
			at[i], rest = axes[i][rest%len(axes[i])], rest/len(axes[i])
		}
		if s.Differences != nil {
			addDifferences(s.Differences, p+1, codes, func(structure int) float64 { return 1000 * value(structure, at) })
		}
		for c, code := range codes {
			v := 1000 * value(c, at)
			add := func(statistic string, v float64) {
				s.Rows = append(s.Rows, result.SweepRow{Point: p + 1, Map: "pairs", Settings: at, Structure: code, Statistic: statistic, Values: []float64{10000, v}, NeverShare: math.NaN()})
			}
			if !draws {
				add(result.CentralDraw, v)
				continue
			}
			for _, statistic := range []string{result.Mean, result.P05, result.P50, result.P95} {
				add(statistic, v+percentileSteps[statistic]*half(v))
			}
			add(result.ProbabilityBest, []float64{0.95, 0.04, 0.01}[c%3])
		}
	}
	return s
}

// addDifferences adds those of every pair at a point, of many structures those with the first: further from zero the surer.
func addDifferences(s *result.Sweep, point int, codes []string, value func(structure int) float64) {
	for i := range codes {
		for j := i + 1; j < len(codes) && (i == 0 || len(codes) <= len(ThreeStructures)); j++ {
			d := value(i) - value(j)
			spread := 1000 + 0.2*math.Abs(d)
			for statistic, v := range map[string]float64{
				result.Mean: d, result.P05: d - spread, result.P95: d + spread, result.ProbabilityFirstBetter: 0.49 + 0.49*d/(math.Abs(d)+100), result.ProbabilityEqual: 0.02,
			} {
				s.Rows = append(s.Rows, result.SweepRow{Point: point, Map: "pairs", Structure: codes[i], Second: codes[j], Statistic: statistic, Values: []float64{0, v}, NeverShare: math.NaN()})
			}
		}
	}
}

// ThreeStructures are those of the small case.
var ThreeStructures = []string{"stay", "hub", "merge"}

// SmallSweep is a grid over two assumptions in which merge is best where the first is at most 0.5 and hub elsewhere.
func SmallSweep(draws bool) *result.Sweep {
	return SweepOf(ThreeStructures, [][]float64{{0.25, 0.5, 0.75, 1}, {0, 1, 2}}, draws, func(structure int, at []float64) float64 {
		return []float64{0, 2 + at[1], 2 + at[1] + 10*(0.6-at[0])}[structure]
	})
}

// ByRatio is the small case with a sweep along an axis that is drawn logarithmic.
func ByRatio() figure.Data {
	d := Drawn()
	d.Sweep = SweepOf(ThreeStructures, [][]float64{Spaced(0.01, 10, 10, true)}, true, func(structure int, at []float64) float64 {
		return float64(structure) * math.Sqrt(at[0])
	})
	return d
}

// Spaced are values from one to another, evenly spaced by ratio or by difference, as a plan gives them.
func Spaced(from, to float64, n int, byRatio bool) []float64 {
	values := make([]float64, n)
	for i := range values {
		part := float64(i) / float64(n-1)
		values[i] = words.Cleaned(from + part*(to-from))
		if byRatio {
			values[i] = words.Cleaned(from * math.Pow(to/from, part))
		}
	}
	return values
}
