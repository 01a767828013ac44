package ensemble_test

import (
	"context"
	"flag"
	"fmt"
	"math"
	"slices"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"

	"reconfig/data"
	"reconfig/model"
	"reconfig/model/modeltest"
	"reconfig/model/result"
	"reconfig/sim"
	"reconfig/sim/parallel"
	"reconfig/sim/uncertain"
)

var quality = flag.Int("quality", 0, "hold percentiles of every outcome of every case against random draws over so many seeds; 400 take an hour")

var percentiles = []float64{0.05, 0.25, 0.5, 0.75, 0.95}

// Percentiles of an outcome from the default draws must be no more than 1.15 times as far off as from random draws. How far
// is measured by the share of draws up to the percentile, which is right for outcomes of few values too, such as paybacks
// in quarters: the variance of a share f is f(1 − f)/n for n random draws. Shares and percentiles of many draws are off in
// proportion. The truth is that of a pool of m random draws, which is off itself and adds n/m to what is expected.
//
// Over the seeds, the sum of squared errors divided by the square of the true ratio is near chi-square; the limit is its
// 99.9 % point.
func TestPercentilesAreNoWorseThanRandom(t *testing.T) {
	type trial struct {
		name       string
		structures []string
	}
	trials, sizes, seeds, pool := []trial{{"london-2010", []string{"merger", "hub-and-sectors"}}}, []int{1000, 4096}[:modeltest.ShortOrLong(1, 2)], modeltest.ShortOrLong(3, 10), 1<<modeltest.ShortOrLong(12, 17)
	if *quality > 0 {
		trials, sizes, seeds, pool = nil, []int{1000, 4096, 10000, 20000}, *quality, 1<<18
		for _, name := range data.CaseNames() {
			trials = append(trials, trial{name, nil})
		}
	}
	for _, test := range trials {
		opened, err := data.OpenCase(test.name)
		if err != nil {
			t.Fatal(err)
		}
		engine, err := sim.Compile(opened.Case, sim.Options{Structures: test.structures})
		if err != nil {
			t.Fatal(err)
		}
		random := outcomesOf(t, opened.Case, engine, uncertain.Options{Sampler: "random", Seed: 1 << 40}, pool)
		squares := make([][][]float64, len(sizes)) // by size, series and percentile
		for i := range sizes {
			squares[i] = make([][]float64, len(random))
			for k := range random {
				squares[i][k] = make([]float64, len(percentiles))
			}
		}
		for seed := range uint64(seeds) {
			drawn := outcomesOf(t, opened.Case, engine, uncertain.Options{Seed: seed + 1}, slices.Max(sizes))
			for i, n := range sizes {
				for k, values := range drawn {
					for q, p := range percentiles {
						at := percentileOf(random[k], p)
						off := shareUpTo(values[:n], at) - shareUpTo(random[k], at)
						squares[i][k][q] += off * off / float64(seeds)
					}
				}
			}
		}
		for i, n := range sizes {
			report(t, fmt.Sprintf("%s, %d draws, %d seeds", test.name, n, seeds), engine, random, squares[i], n, seeds)
		}
	}
}

// report fails for what is too far off.
func report(t *testing.T, where string, e *sim.Engine, random [][]float64, squares [][]float64, n, seeds int) {
	worst, of, compared := 0.0, "", 0
	limit := 1.15 * 1.15 * distuv.ChiSquared{K: float64(seeds)}.Quantile(0.999) / float64(seeds)
	for k := range random {
		for q, p := range percentiles {
			share := shareUpTo(random[k], percentileOf(random[k], p))
			if share == 1 {
				continue // as nearly all are at the greatest value
			}
			expected := share * (1 - share) / float64(n) * (1 + float64(n)/float64(len(random[k])))
			compared++
			ratio := squares[k][q] / expected
			name := fmt.Sprintf("%s %v at %v", e.Structures()[k/result.OutcomeCount], result.Outcomes()[k%result.OutcomeCount], p)
			if ratio > limit {
				t.Errorf("%s: the error of %s is %.2f times that of random draws", where, name, math.Sqrt(ratio))
			}
			if ratio > worst {
				worst, of = ratio, name
			}
		}
	}
	t.Logf("%s: %d percentiles, the greatest error %.2f times that of random draws: %s", where, compared, math.Sqrt(worst), of)
}

func percentileOf(sorted []float64, p float64) float64 { return sorted[int(p*float64(len(sorted)))] }

// shareUpTo is the share of values that are no greater than a bound, but for rounding.
func shareUpTo(values []float64, bound float64) float64 {
	n := 0
	for _, v := range values {
		if v <= bound+1e-9*math.Abs(bound) || v == bound {
			n++
		}
	}
	return float64(n) / float64(len(values))
}

// outcomesOf gives the outcomes of n draws by structure and outcome, sorted where they are random.
func outcomesOf(t *testing.T, c *model.Case, e *sim.Engine, o uncertain.Options, n int) [][]float64 {
	t.Helper()
	g, err := uncertain.New(c, o)
	if err != nil {
		t.Fatal(err)
	}
	series := make([][]float64, len(e.Structures())*result.OutcomeCount)
	for k := range series {
		series[k] = make([]float64, n)
	}
	err = parallel.Do(context.Background(), 4, n, 256, func(_, from, end int) {
		draw, errors, scratch, w := c.CentralDraw(), make([]float64, len(c.Commissioners)), g.NewScratch(), e.NewWorkspace()
		for j := from; j < end; j++ {
			g.Draw(j, draw, scratch)
			g.BodyErrors(j, errors)
			e.Run(draw, errors, w)
			for s := range e.Structures() {
				for k, v := range w.Outcomes(s) {
					series[s*result.OutcomeCount+k][j] = v
				}
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	if o.Sampler == "random" {
		for k := range series {
			slices.Sort(series[k])
		}
	}
	return series
}
