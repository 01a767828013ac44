package sensitivity_test

import (
	"context"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"sort"
	"strings"
	"testing"

	"gonum.org/v1/gonum/mathext"
	"gonum.org/v1/gonum/stat"
	"pgregory.net/rapid"

	"reconfig/model/modeltest"
	"reconfig/sim/sensitivity"
)

// pawn computes the indices, which must not fail.
func pawn(t *testing.T, x [][]float64, y []float64, o sensitivity.PawnOptions) *sensitivity.PawnIndices {
	t.Helper()
	p, err := sensitivity.Pawn(context.Background(), x, y, o)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// columns are so many random values of each input, uniform between 0 and 1.
func columns(inputs, draws int, seed uint64) [][]float64 {
	random := rand.New(rand.NewPCG(seed, 0))
	x := make([][]float64, inputs)
	for i := range x {
		x[i] = make([]float64, draws)
		for j := range x[i] {
			x[i][j] = random.Float64()
		}
	}
	return x
}

// outputs are what a function makes of each draw.
func outputs(x [][]float64, f func(x []float64) float64) []float64 {
	y, point := make([]float64, len(x[0])), make([]float64, len(x))
	for j := range y {
		for i := range x {
			point[i] = x[i][j]
		}
		y[j] = f(point)
	}
	return y
}

// A slice of an output that is the input itself is as far from all as its farther end is from the other end of all.
func TestPawnOfTheInputItself(t *testing.T) {
	for _, test := range []struct {
		slices           int
		median, greatest float64
	}{
		{10, 0.7, 0.9}, // 0.9, 0.8, 0.7, 0.6, 0.5, 0.5, 0.6, …
		{5, 0.6, 0.8},  // 0.8, 0.6, 0.4, 0.6, 0.8
		{2, 0.5, 0.5},
		{3, 2. / 3, 2. / 3}, // 2/3, 1/3, 2/3
	} {
		x := columns(1, 3000, 1)
		for i, y := range [][]float64{x[0], negated(x[0])} {
			p := pawn(t, x, y, sensitivity.PawnOptions{Slices: test.slices, Resamples: 20})
			if !near(p.Median[0].Value, test.median, 1e-15) || !near(p.Greatest[0], test.greatest, 1e-15) {
				t.Errorf("%d slices, %d: median %v, greatest %v, want %v and %v", test.slices, i, p.Median[0].Value, p.Greatest[0], test.median, test.greatest)
			}
		}
	}
}

func negated(values []float64) []float64 {
	return transformed(values, func(v float64) float64 { return -v })
}

func transformed(values []float64, f func(v float64) float64) []float64 {
	all := make([]float64, len(values))
	for i, v := range values {
		all[i] = f(v)
	}
	return all
}

// distanceByHand is the Kolmogorov-Smirnov distance as it is defined.
func distanceByHand(slice, all []float64) float64 {
	slice, all = slices.Sorted(slices.Values(slice)), slices.Sorted(slices.Values(all))
	share := func(sorted []float64, y float64) float64 {
		return float64(sort.Search(len(sorted), func(i int) bool { return sorted[i] > y })) / float64(len(sorted))
	}
	greatest := 0.0
	for _, y := range all {
		greatest = max(greatest, math.Abs(share(slice, y)-share(all, y)))
	}
	return greatest
}

// With ties in inputs and outputs, and infinite outputs, an input of few values has a slice for each.
func TestPawnByHand(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(5, 60).Draw(t, "draws")
		x := rapid.SliceOfN(rapid.SampledFrom([]float64{-1, 0, 3, 4, math.Inf(1)}), n, n).Draw(t, "x")
		y := rapid.SliceOfN(rapid.SampledFrom([]float64{math.Inf(-1), -2, 0, 0.5, 1, 7, math.Inf(1)}), n, n).Draw(t, "y")
		groups := map[float64][]float64{}
		for j, v := range x {
			groups[v] = append(groups[v], y[j])
		}
		var want []float64
		for _, group := range groups {
			want = append(want, distanceByHand(group, y))
		}
		slices.Sort(want)
		median := (want[(len(want)-1)/2] + want[len(want)/2]) / 2
		p, err := sensitivity.Pawn(context.Background(), [][]float64{x}, y, sensitivity.PawnOptions{Slices: 5, Resamples: 10})
		if err != nil {
			t.Fatal(err)
		}
		if !near(p.Median[0].Value, median, 1e-12) || !near(p.Greatest[0], want[len(want)-1], 1e-12) {
			t.Fatalf("median %v, greatest %v, want %v and %v", p.Median[0].Value, p.Greatest[0], median, want[len(want)-1])
		}
	})
}

// Draws of one value stay together, in the slice where their middle would be: here half of them have a 3.
func TestPawnNeverPartsTies(t *testing.T) {
	values := []struct {
		x     float64
		times int
	}{{0, 10}, {1, 10}, {2, 10}, {3, 70}, {4, 10}, {5, 10}, {6, 10}, {7, 10}}
	// Middles, of 140 draws: 5, 15, 25, 65, 105, 115, 125, 135; slices of 35 end at 35, 70, 105.
	sliceOf := []int{0, 0, 0, 1, 3, 3, 3, 3}
	random := rand.New(rand.NewPCG(3, 4))
	var x, y []float64
	groups := make([][]float64, 4)
	for i, v := range values {
		for range v.times {
			out := random.NormFloat64() + v.x
			x, y = append(x, v.x), append(y, out)
			groups[sliceOf[i]] = append(groups[sliceOf[i]], out)
		}
	}
	want := []float64{distanceByHand(groups[0], y), distanceByHand(groups[1], y), distanceByHand(groups[3], y)}
	slices.Sort(want)
	p := pawn(t, [][]float64{x}, y, sensitivity.PawnOptions{Slices: 4, Resamples: 1})
	if !near(p.Median[0].Value, want[1], 1e-12) || !near(p.Greatest[0], want[2], 1e-12) {
		t.Errorf("median %v, greatest %v, want those of %v", p.Median[0].Value, p.Greatest[0], want)
	}
}

// An input that the output does not depend on is below the noise 95 times in 100, whatever its slices, and the low end
// of its interval hardly ever above.
func TestPawnNoise(t *testing.T) {
	seeds := modeltest.ShortOrLong(60, 300)
	kinds := []func(u float64) float64{
		func(u float64) float64 { return u },
		func(u float64) float64 { return math.Floor(2 * u) },      // two equal slices
		func(u float64) float64 { return math.Floor(5 * u * u) },  // five of different sizes
		func(u float64) float64 { return math.Max(u, 0.6) - 0.6 }, // 0 in 60 of 100
	}
	below, shown := make([]int, len(kinds)), make([]int, len(kinds))
	for seed := range uint64(seeds) {
		x := columns(len(kinds)+1, 150, seed)
		for i, kind := range kinds {
			x[i] = transformed(x[i], kind)
		}
		p := pawn(t, x[:len(kinds)], x[len(kinds)], sensitivity.PawnOptions{Seed: seed, Resamples: 20})
		for i := range kinds {
			if p.Median[i].Value <= p.Noise[i] {
				below[i]++
			}
			if p.Median[i].Low > p.Noise[i] {
				shown[i]++
			}
		}
	}
	for i := range kinds {
		// Binomial errors of 0.01, and as much again as the 95th percentile of 200 dummies is uncertain.
		if share := float64(below[i]) / float64(seeds); !near(share, 0.95, 0.045) {
			t.Errorf("kind %d: %v of the seeds are below the noise, want 0.95", i, share)
		}
		if share := float64(shown[i]) / float64(seeds); share > 0.02 {
			t.Errorf("kind %d: in %v of the seeds the interval is above the noise", i, share)
		}
	}
}

func TestPawnOfAConstantInput(t *testing.T) {
	x := columns(2, 100, 1)
	x[1] = make([]float64, 100)
	p := pawn(t, x, x[0], sensitivity.PawnOptions{})
	if p.Median[1] != (sensitivity.Interval{}) || p.Greatest[1] != 0 || p.Noise[1] != 0 {
		t.Errorf("an input with one value: %v, %v, noise %v", p.Median[1], p.Greatest[1], p.Noise[1])
	}
	same := pawn(t, x, make([]float64, 100), sensitivity.PawnOptions{})
	if same.Median[0] != (sensitivity.Interval{}) || same.Greatest[0] != 0 {
		t.Errorf("an output with one value: %v, %v", same.Median[0], same.Greatest[0])
	}
}

// Only order counts: of the output, and of each input.
func TestPawnCountsOrderAlone(t *testing.T) {
	x := columns(3, 1000, 5)
	y := outputs(x, func(x []float64) float64 { return x[0] + x[1]*x[2] })
	o := sensitivity.PawnOptions{Resamples: 30}
	want := pawn(t, x, y, o)
	if got := pawn(t, x, transformed(y, func(v float64) float64 { return math.Exp(3*v) - 100 }), o); !reflect.DeepEqual(got, want) {
		t.Error("a monotone transformation of the output changes something")
	}
	x[1] = transformed(x[1], math.Log)
	if got := pawn(t, x, y, o); !reflect.DeepEqual(got, want) {
		t.Error("a monotone transformation of an input changes something")
	}
	// That all paybacks over 1 never come is the same as that they come late, all at once.
	late := transformed(y, func(v float64) float64 { return math.Min(v, 1) })
	never := transformed(late, func(v float64) float64 {
		if v == 1 {
			return math.Inf(1)
		}
		return v
	})
	if got := pawn(t, x, never, o); !reflect.DeepEqual(got, pawn(t, x, late, o)) {
		t.Error("infinite outputs count otherwise than great ones")
	}
}

// With y = a x1 + sqrt(1 − a²) x2 of standard normals, the distribution function of y given the probability u of x1 is
// Φ((y − a Φ⁻¹(u)) / sqrt(1 − a²)), to be averaged over the slice.
func gaussianDistance(a float64, slice, count int) float64 {
	const steps = 100
	greatest := 0.0
	for y := -5.0; y <= 5; y += 0.05 {
		share := 0.0
		for k := range steps {
			u := (float64(slice) + (float64(k)+0.5)/steps) / float64(count)
			share += normalShare((y-a*mathext.NormalQuantile(u))/math.Sqrt(1-a*a)) / steps
		}
		greatest = max(greatest, math.Abs(share-normalShare(y)))
	}
	return greatest
}

func normalShare(z float64) float64 { return math.Erfc(-z/math.Sqrt2) / 2 }

func TestPawnOfGaussians(t *testing.T) {
	const a, n = 0.6, 50000
	want := make([][]float64, 2)
	for slice := range 10 {
		want[0] = append(want[0], gaussianDistance(a, slice, 10))
		want[1] = append(want[1], gaussianDistance(math.Sqrt(1-a*a), slice, 10))
	}
	for _, seed := range modeltest.Some([]uint64{1, 2}, 2) {
		x := columns(2, n, seed)
		for i := range x {
			x[i] = transformed(x[i], mathext.NormalQuantile)
		}
		y := outputs(x, func(x []float64) float64 { return a*x[0] + math.Sqrt(1-a*a)*x[1] })
		p := pawn(t, x, y, sensitivity.PawnOptions{Seed: seed, Resamples: 1})
		for i := range x {
			slices.Sort(want[i])
			// A share of the 5,000 draws of a slice has a standard error of 0.007 at most.
			if median := (want[i][4] + want[i][5]) / 2; !near(p.Median[i].Value, median, 0.01) {
				t.Errorf("seed %d, x%d: median %v, want %v", seed, i+1, p.Median[i].Value, median)
			}
			if !near(p.Greatest[i], want[i][9], 0.02) {
				t.Errorf("seed %d, x%d: greatest %v, want %v", seed, i+1, p.Greatest[i], want[i][9])
			}
		}
	}
}

func ishigamiDraws(draws int, seed uint64) (x [][]float64, y []float64) {
	x = columns(3, draws, seed)
	for i := range x {
		x[i] = transformed(x[i], func(u float64) float64 { return math.Pi * (2*u - 1) })
	}
	f := ishigamiRange().New()
	return x, outputs(x, func(x []float64) float64 { return f(x)[0] })
}

// Against distances from 100,000 other draws, computed as they are defined.
func TestPawnOfIshigami(t *testing.T) {
	x, y := ishigamiDraws(modeltest.ShortOrLong(40_000, 100_000), 77)
	var want []float64
	for i := range x {
		groups := make([][]float64, 10)
		for j, v := range x[i] {
			slice := min(9, int(10*(v/math.Pi+1)/2))
			groups[slice] = append(groups[slice], y[j])
		}
		var distances []float64
		for _, group := range groups {
			distances = append(distances, twoSampleDistance(group, y))
		}
		slices.Sort(distances)
		want = append(want, (distances[4]+distances[5])/2)
	}
	for _, seed := range []uint64{1, 2, 3}[:modeltest.ShortOrLong(1, 3)] {
		x, y := ishigamiDraws(10000, seed)
		p := pawn(t, x, y, sensitivity.PawnOptions{Seed: seed, Resamples: modeltest.ShortOrLong(50, 200)})
		for i := range x {
			// Medians of 10 slices of 1,000: shares have standard errors of 0.016.
			if got := p.Median[i]; !near(got.Value, want[i], 0.03) || !(got.Low > p.Noise[i]) {
				t.Errorf("seed %d, x%d: %v, want %v; noise %v", seed, i+1, got, want[i], p.Noise[i])
			}
			for j := range x {
				if (want[i] > want[j]) != (p.Median[i].Value > p.Median[j].Value) && i != j {
					t.Errorf("seed %d: x%d and x%d change places: %v, want the order of %v", seed, i+1, j+1, p.Median, want)
				}
			}
		}
	}
}

// twoSampleDistance is gonum's.
func twoSampleDistance(slice, all []float64) float64 {
	return stat.KolmogorovSmirnov(slices.Sorted(slices.Values(slice)), nil, slices.Sorted(slices.Values(all)), nil)
}

// The intervals are as wide as the medians of new draws differ: here both are known to about 7 in 100.
func TestPawnIntervals(t *testing.T) {
	const draws = 2000
	seeds := modeltest.ShortOrLong(30, 120)
	values, width, held := make([]float64, seeds), 0.0, 0
	intervals := make([]sensitivity.Interval, seeds)
	for seed := range uint64(seeds) {
		x := columns(2, draws, seed)
		y := outputs(x, func(x []float64) float64 { return x[0] + x[1] })
		intervals[seed] = pawn(t, x[:1], y, sensitivity.PawnOptions{Seed: seed, Resamples: 100}).Median[0]
		values[seed] = intervals[seed].Value
		width += (intervals[seed].High - intervals[seed].Low) / float64(seeds)
	}
	mean, sd := stat.MeanStdDev(values, nil)
	for _, interval := range intervals {
		if interval.Low <= mean && mean <= interval.High {
			held++
		}
	}
	if share := float64(held) / float64(seeds); share < 0.88 {
		t.Errorf("%v of the intervals hold the mean", share)
	}
	if ratio := width / (2 * 1.96 * sd); ratio < 0.87 || ratio > 1.2 {
		t.Errorf("intervals are %v wide, medians vary by %v", width, sd)
	}
}

// An input that matters only by way of a correlated one has an index too.
func TestPawnOfCorrelatedInputs(t *testing.T) {
	x := columns(3, 5000, 9)
	x[1] = outputs(x[:2], func(x []float64) float64 { return x[0] + 0.3*x[1] })
	p := pawn(t, x, x[0], sensitivity.PawnOptions{Resamples: 50})
	if !(p.Median[1].Low > 0.4) || p.Median[2].Low > p.Noise[2] {
		t.Errorf("medians %v, noise %v", p.Median, p.Noise)
	}
}

func TestPawnIsDeterministic(t *testing.T) {
	x, y := ishigamiDraws(500, 1)
	run := func(workers int, seed uint64) *sensitivity.PawnIndices {
		return pawn(t, x, y, sensitivity.PawnOptions{Workers: workers, Seed: seed, Resamples: 50})
	}
	one := run(1, 7)
	if !reflect.DeepEqual(one, run(4, 7)) {
		t.Error("four workers give other bits than one")
	}
	other := run(1, 8)
	if one.Median[0].Value != other.Median[0].Value || one.Median[0] == other.Median[0] || one.Noise[0] == other.Noise[0] {
		t.Errorf("two seeds give %v and %v, noise %v and %v", one.Median[0], other.Median[0], one.Noise[0], other.Noise[0])
	}
}

func TestPawnErrors(t *testing.T) {
	x, y := ishigamiDraws(100, 1)
	nan := slices.Clone(y)
	nan[50] = math.NaN()
	for _, test := range []struct {
		x    [][]float64
		y    []float64
		o    sensitivity.PawnOptions
		want string
	}{
		{x, nan, sensitivity.PawnOptions{}, "output is not a number"},
		{[][]float64{x[0], nan}, y, sensitivity.PawnOptions{}, "input 1 is not a number"},
		{[][]float64{x[0], x[1][:99]}, y, sensitivity.PawnOptions{}, "input 1 has 99 draws"},
		{x, y, sensitivity.PawnOptions{Slices: 101}, "100 draws for 101 slices"},
		{x, y, sensitivity.PawnOptions{Slices: 1}, "at least 2"},
		{x, y, sensitivity.PawnOptions{Resamples: -1}, "resamples"},
		{x, nil, sensitivity.PawnOptions{}, "0 draws"},
	} {
		if _, err := sensitivity.Pawn(context.Background(), test.x, test.y, test.o); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("error %v, want one with %q", err, test.want)
		}
	}
}
