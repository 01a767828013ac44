package figuretest

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"

	"reconfig/model/result"
	"reconfig/plots/figure"
	"reconfig/plots/words"
)

// half is half the width of the interval of made-up draws: a part of the value, and a little.
func half(v float64) float64 { return 0.1*math.Abs(v) + 0.01 }

// percentileSteps are where the percentiles of made-up draws lie, in half widths from the middle; the mean lies above the median.
var percentileSteps = map[string]float64{result.P05: -1, result.P25: -0.4, result.P50: 0, result.P75: 0.4, result.P95: 1, result.Mean: 0.05}

// withDraws adds the tables of a run of many draws: statistics around the central draw.
func withDraws(d figure.Data) figure.Data {
	d.Draws = 10000
	central := d.Outcomes
	d.Outcomes = slices.Clone(central)
	for _, row := range central {
		for _, statistic := range []string{result.Mean, result.SD, result.P05, result.P25, result.P50, result.P75, result.P95, result.MCError} {
			r := row
			r.Statistic = statistic
			for o, v := range row.Values {
				r.Values[o] = v + percentileSteps[statistic]*half(v)
			}
			d.Outcomes = append(d.Outcomes, r)
		}
		d.Probabilities = append(d.Probabilities, result.ProbabilityRow{
			Structure: row.Structure, Event: result.Best, Outcome: result.NetBenefit.String(), Probability: 1 / float64(len(central)),
		})
	}
	rows := d.Trajectories
	d.Trajectories = slices.Clone(rows)
	for _, row := range rows {
		for statistic, step := range percentileSteps {
			r := row
			r.Statistic = statistic
			numbers := row.Numbers()
			for i, v := range numbers {
				numbers[i] = v + step*half(v)
			}
			r.Course = result.CourseOf(numbers)
			r.RequiredCostAgainstStatusQuoK += result.Number(step * half(float64(r.RequiredCostAgainstStatusQuoK)))
			if row.RequiredCostAgainstStatusQuoK == 0 {
				r.RequiredCostAgainstStatusQuoK = 0
			}
			d.Trajectories = append(d.Trajectories, r)
		}
	}
	slices.SortStableFunc(d.Trajectories, func(a, b result.TrajectoryRow) int { return strings.Compare(a.Statistic, b.Statistic) })
	d.Commissioners = slices.Clone(d.Commissioners)
	for i := range d.Commissioners {
		r := &d.Commissioners[i]
		above := 100 * (r.CostAtTargetK - r.TargetCostK) / r.BaselineCostK
		r.AboveTargetMean, r.AboveTargetP05, r.AboveTargetP95 = result.Number(above+0.2), result.Number(above-1.5), result.Number(above+2.5)
		r.OnTargetShare = result.Number(max(0, min(1, 1-above/10)))
	}
	d.Differences, d.Convergence = differencesOf(central), convergenceOf(central)
	return d
}

func differencesOf(central []result.OutcomeRow) []result.DifferenceRow {
	var rows []result.DifferenceRow
	for i, a := range central {
		for _, b := range central[i+1:] {
			for _, o := range []result.Outcome{result.NetBenefit, result.SteadySavingPct, result.StructurePayback, result.StructureCapacityEnd} {
				v := a.Values[o] - b.Values[o]
				at := func(statistic string) result.Number {
					return result.Number(v + percentileSteps[statistic]*half(v))
				}
				chance := 0.55
				if (v > 0) != (o.Better() == result.Higher) {
					chance = 0.05
				}
				rows = append(rows, result.DifferenceRow{
					First: a.Structure, Second: b.Structure, Outcome: o.String(), Unit: o.Unit().String(), Better: o.Better(), Mean: at(result.Mean),
					P05: at(result.P05), P25: at(result.P25), P50: at(result.P50), P75: at(result.P75), P95: at(result.P95),
					ProbabilityFirstBetter: result.Number(chance), ProbabilityEqual: 0.02,
				})
			}
		}
	}
	return rows
}

func convergenceOf(central []result.OutcomeRow) []result.ConvergenceRow {
	var rows []result.ConvergenceRow
	for _, r := range central {
		for n := 100; n <= 6400; n *= 2 {
			v, noise := r.Values[result.NetBenefit], 1+5/math.Sqrt(float64(n))
			e := result.Number(half(v) / math.Sqrt(float64(n)))
			rows = append(rows, result.ConvergenceRow{
				Structure: r.Structure, Outcome: result.NetBenefit.String(), Draws: n, Mean: result.Number(v * noise), MCError: e,
				P05: result.Number(v - half(v)*noise), P05Error: 2 * e, P95: result.Number(v + half(v)*noise), P95Error: 2 * e, Settled: result.YesNo(n >= 1600),
			})
		}
	}
	return rows
}

// Drawn is the small case with draws and a sweep: it has all tables.
func Drawn() figure.Data {
	d := Small()
	for i, npv := range []float64{0, 2000, 5000} {
		d.Outcomes[i].Values[result.NetBenefit] = npv
	}
	d = withDecision(withDraws(d))
	d.Sweep = SmallSweep(true)
	return withSensitivity(withOutlook(d))
}

// LargeDrawn is the large case with draws and a fine sweep of all structures over three assumptions.
func LargeDrawn() figure.Data {
	d := Large()
	r := rand.New(rand.NewPCG(3, 4))
	for i := range d.Outcomes {
		d.Outcomes[i].Values[result.NetBenefit] = 3e5*r.Float64() - 1e5
	}
	d = withDecision(withDraws(d))
	d.Sweep = fineSweep()
	return withOutlook(d)
}

// fineSweep is that of the large case. Many tests share it, for it takes longest to make.
var fineSweep = sync.OnceValue(func() *result.Sweep {
	fine := make([]float64, 25)
	for i := range fine {
		fine[i] = words.Cleaned(0.8 + float64(i)/120)
	}
	var codes []string
	for _, row := range Large().Outcomes {
		codes = append(codes, row.Structure)
	}
	return SweepOf(codes, [][]float64{fine, fine, {1, 2, 3}}, true, func(structure int, at []float64) float64 {
		return 100*math.Sin(float64(structure)+10*at[0]) + 80*math.Cos(2*float64(structure)+9*at[1])
	})
})
