package information_test

import (
	"context"
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/mathext"
	"pgregory.net/rapid"

	"reconfig/model/modeltest"
	"reconfig/sim/decision"
	"reconfig/sim/decision/information"
	"reconfig/sim/sampling"
)

// against makes two options: one with the benefit of each draw, and one without any.
func against(z [][]float64, benefit func(z []float64) float64) [][]float64 {
	values, row := [][]float64{make([]float64, len(z[0])), make([]float64, len(z[0]))}, make([]float64, len(z))
	for k := range z[0] {
		for i := range z {
			row[i] = z[i][k]
		}
		values[0][k] = benefit(row)
	}
	return values
}

// over is the mean of f over a standard normal number.
func over(f func(z float64) float64) float64 {
	const steps = 200_000
	sum := 0.0
	for i := range steps {
		sum += f(mathext.NormalQuantile((float64(i) + 0.5) / steps))
	}
	return sum / steps
}

// learning is the value of learning what gives the first of two options the benefit f(z) in the mean.
func learning(f func(z float64) float64) float64 {
	return over(func(z float64) float64 { return max(0, f(z)) }) - max(0, over(f))
}

// known are models whose value of information is known: benefits of the first of two options, of which the second has
// none, from independent standard normal numbers.
var known = []struct {
	name    string
	numbers int
	benefit func(z []float64) float64
	learnt  []int // indices of what is learnt
	want    float64
}{
	{"of one of three, linear", 3, func(z []float64) float64 { return 0.3 + 0.5*z[0] + z[1] - z[2] }, []int{0}, learnt(0.3, 0.5)},
	{"of a little, linear", 2, func(z []float64) float64 { return 0.1 + 0.2*z[0] + z[1] }, []int{0}, learnt(0.1, 0.2)},
	{"of two of three, linear", 3, func(z []float64) float64 { return -0.3 + 0.5*z[0] + z[1] - z[2] }, []int{0, 2}, learnt(-0.3, math.Sqrt(1.25))},
	{"of all, linear", 3, func(z []float64) float64 { return 0.3 + 0.5*z[0] + z[1] - z[2] }, []int{0, 1, 2}, learnt(0.3, 1.5)},
	{"square", 2, func(z []float64) float64 { return 0.2 - z[0]*z[0]/2 + z[1] }, []int{0}, learning(func(z float64) float64 { return 0.2 - z*z/2 })},
	{"kink", 2, func(z []float64) float64 { return max(z[0], 0.5) - 0.9 + z[1] }, []int{0}, learning(func(z float64) float64 { return max(z, 0.5) - 0.9 })},
	{"waves", 2, func(z []float64) float64 { return math.Sin(3*z[0]) - 0.2 + z[1] }, []int{0}, learning(func(z float64) float64 { return math.Sin(3*z) - 0.2 })},
	{"kink, among others", 5, func(z []float64) float64 { return max(z[0], 0.5) - 0.9 + z[1] }, []int{0, 2, 3, 4}, learning(func(z float64) float64 { return max(z, 0.5) - 0.9 })},
	// E max(0, z₀ z₁) = E|z₀ z₁| ÷ 2 = 1/π; either factor alone says nothing.
	{"product", 3, func(z []float64) float64 { return z[0]*z[1] + z[2]/2 }, []int{0, 1}, 1 / math.Pi},
	{"product, among others", 8, func(z []float64) float64 { return z[0]*z[1] + z[2]/2 }, []int{0, 1, 3, 4, 5, 6, 7}, 1 / math.Pi},
	{"factor", 3, func(z []float64) float64 { return z[0]*z[1] + z[2]/2 }, []int{0}, 0},
	{"what never matters", 2, func(z []float64) float64 { return 4 + z[0]/2 + z[1] }, []int{0}, 0},
}

func TestInformationThatIsKnown(t *testing.T) {
	draws := modeltest.ShortOrLong(2_000, 10_000)
	for _, test := range known {
		for _, seed := range seeds {
			z := normals(seed, test.numbers, draws)
			values := against(z, test.benefit)
			var members [][]float64
			for _, i := range test.learnt {
				members = append(members, z[i])
			}
			got, err := information.OfGroup(values, members)
			if err != nil {
				t.Fatal(err)
			}
			if !near(got.Value, test.want, 3*got.StandardError) || got.StandardError > 1.5/math.Sqrt(float64(draws)) {
				t.Errorf("%s, seed %d: %.5f ± %.5f, not %.5f", test.name, seed, got.Value, got.StandardError, test.want)
			}
		}
	}
}

// Of correlated inputs what is learnt of one tells of the other: the value is that of the variance of E[benefit | input].
func TestInformationOfCorrelatedInputs(t *testing.T) {
	const draws, correlation, mean = 10_000, 0.6, 0.4
	for _, seed := range seeds {
		z := normals(seed, 3, draws)
		for k := range draws {
			z[1][k] = correlation*z[0][k] + math.Sqrt(1-correlation*correlation)*z[1][k]
		}
		values := against(z, func(z []float64) float64 { return mean + 0.5*z[0] + z[1] + z[2]/2 })
		for _, test := range []struct {
			name    string
			members [][]float64
			spread  float64
		}{
			{"first", z[:1], 0.5 + correlation},
			{"second", z[1:2], 0.5*correlation + 1},
			{"both", z[:2], math.Sqrt(0.25 + 1 + 2*correlation*0.5)},
			{"one of them twice", [][]float64{z[1], z[1]}, 0.5*correlation + 1},
		} {
			got, err := information.OfGroup(values, test.members)
			if err != nil {
				t.Fatal(err)
			}
			if want := learnt(mean, test.spread); !near(got.Value, want, 3*got.StandardError) || got.StandardError > 1.5/math.Sqrt(float64(draws)) {
				t.Errorf("%s, seed %d: %.5f ± %.5f, not %.5f", test.name, seed, got.Value, got.StandardError, want)
			}
		}
	}
}

// nested is the value of learning the first two of four numbers, by simulating for each pair of them all that is not
// learnt: slow, but without any regression.
func nested(seed uint64, outer, inner int, options int, value func(o int, z [4]float64) float64) (mean, spread float64) {
	random := rand.New(rand.NewPCG(seed, 7))
	tops, means := make([]float64, outer), make([]float64, options)
	for i := range tops {
		z := [4]float64{random.NormFloat64(), random.NormFloat64()}
		within := make([]float64, options)
		for range inner / 2 {
			z[2], z[3] = random.NormFloat64(), random.NormFloat64()
			for range 2 { // and its mirror image, which halves the noise of what is not learnt
				z[2], z[3] = -z[2], -z[3]
				for o := range within {
					within[o] += value(o, z) / float64(inner)
				}
			}
		}
		tops[i] = math.Inf(-1)
		for o, v := range within {
			tops[i] = max(tops[i], v)
			means[o] += v / float64(outer)
		}
	}
	top := math.Inf(-1)
	for _, m := range means {
		top = max(top, m)
	}
	squares := 0.0
	for _, v := range tops {
		mean += v / float64(outer)
	}
	for _, v := range tops {
		squares += (v - mean) * (v - mean)
	}
	return mean - top, math.Sqrt(squares) / float64(outer)
}

// Four options that are no polynomials, against nested simulation.
func TestInformationAgainstNestedSimulation(t *testing.T) {
	value := func(o int, z [4]float64) float64 {
		switch o {
		case 0:
			return 0.1
		case 1:
			return math.Exp(z[0]/2) - 1.2 + z[2]/2
		case 2:
			return math.Tanh(z[0]*z[1]) + z[3]/2
		default:
			return max(z[1], 0)*math.Exp(z[2]/4) - 0.5 + z[2]*z[3]/2
		}
	}
	want, oracle := nested(5, modeltest.ShortOrLong(3_000, 20_000), 128, 4, value)
	for _, seed := range seeds {
		z := normals(seed, 4, modeltest.ShortOrLong(4_000, 10_000))
		values := make([][]float64, 4)
		for o := range values {
			for k := range z[0] {
				values[o] = append(values[o], value(o, [4]float64{z[0][k], z[1][k], z[2][k], z[3][k]}))
			}
		}
		got, err := information.OfGroup(values, z[:2])
		if err != nil {
			t.Fatal(err)
		}
		if !near(got.Value, want, 3*math.Hypot(got.StandardError, oracle)) || got.StandardError+oracle > float64(modeltest.ShortOrLong(6, 2))/100 {
			t.Errorf("seed %d: %.5f ± %.5f, nested simulation has %.5f ± %.5f", seed, got.Value, got.StandardError, want, oracle)
		}
	}
}

// A great group that says nothing must not look as if it did because so many terms fit to some noise; nor must a single
// input. The noise of the values themselves is of the order of 1 ÷ √draws. Of thirty members the worthiest seems worth about
// as much by chance: that is what the group comes to, and within the error stated.
func TestIrrelevantInputsAreWorthNothing(t *testing.T) {
	draws, samples := modeltest.ShortOrLong(800, 2_000), modeltest.ShortOrLong(3, 30)
	for _, test := range []struct {
		mean    float64
		members int
		bound   float64 // in units of 1 ÷ √draws
	}{{0, 1, 0.3}, {0, 30, 1.2}, {0.1, 1, 0.05}, {0.1, 30, 0.3}} {
		mean, surely := 0.0, 0
		for seed := range uint64(samples) {
			z := normals(seed, test.members+1, draws)
			values := against(z, func(z []float64) float64 { return test.mean + z[test.members] })
			got, err := information.OfGroup(values, z[:test.members])
			if err != nil {
				t.Fatal(err)
			}
			mean += got.Value / float64(samples)
			if got.Value > 1.96*got.StandardError {
				surely++
			}
		}
		if mean*math.Sqrt(float64(draws)) > test.bound || surely > max(1, samples/8) {
			t.Errorf("mean %v: %d inputs that do not matter are worth %v, and surely something in %d samples", test.mean, test.members, mean, surely)
		}
	}
}

// A regression on many terms errs; what it promises and what it gains must err in opposite ways, so that over many samples
// next to nothing is left.
func TestGroupsOfManyAreNotBiased(t *testing.T) {
	const members = 30
	draws, samples := modeltest.ShortOrLong(1_000, 2_000), modeltest.ShortOrLong(5, 30)
	bias, stated := 0.0, 0.0
	want := learnt(0.2, 0.5)
	for seed := range uint64(samples) {
		z := normals(seed, members+1, draws)
		values := against(z, func(z []float64) float64 {
			sum := 0.0
			for _, x := range z[:members] {
				sum += x
			}
			return 0.2 + 0.5*sum/math.Sqrt(members) + math.Sqrt(0.75)*z[members]
		})
		got, err := information.OfGroup(values, z[:members])
		if err != nil {
			t.Fatal(err)
		}
		bias += (got.Value - want) / float64(samples)
		stated += got.StandardError / float64(samples)
	}
	if math.Abs(bias) > 3*stated/math.Sqrt(float64(samples)) {
		t.Errorf("bias %v, where samples have a standard error of %v", bias, stated)
	}
}

// Where there is no room for all products, those of the members that matter must be among the terms.
func TestProductsOfTheStrongest(t *testing.T) {
	members := modeltest.ShortOrLong(20, 40)
	z := normals(4, members, modeltest.ShortOrLong(3_000, 6_000)) // which leave room for 150 terms of 230, or for 300 of 860
	benefit := func(a, b float64) float64 { return (a + b + 2*a*b) / 2 }
	want := over(func(a float64) float64 {
		// Given a the benefit is normal in b, with mean a/2 and spread |1 + 2a|/2.
		m, s := a/2, math.Abs(1+2*a)/2
		return m*distribution(m/s) + s*density(m/s)
	})
	values := against(z, func(z []float64) float64 { return benefit(z[members-2], z[members-1]) })
	got, err := information.OfGroup(values, z)
	if err != nil {
		t.Fatal(err)
	}
	if !near(got.Value, want, 3*got.StandardError) || got.StandardError > 2.4/math.Sqrt(float64(len(z[0]))) { // without the product it is worth 0.17 less
		t.Errorf("%.5f ± %.5f, not %.5f", got.Value, got.StandardError, want)
	}
}

// The value lies within 1.96 standard errors of the truth in about 95 of 100 samples.
func TestStandardErrorsOfInformation(t *testing.T) {
	draws, samples := modeltest.ShortOrLong(500, 1_000), modeltest.ShortOrLong(30, 200)
	n := float64(samples)
	benefit := func(z []float64) float64 { return 0.3 + 0.5*z[0] + 0.4*z[1] + 0.8*z[2] }
	for _, test := range []struct {
		name   string
		learnt int
		want   float64
	}{
		{"one input", 1, learnt(0.3, 0.5)},
		{"a group", 2, learnt(0.3, math.Hypot(0.5, 0.4))},
	} {
		inside, sum, squares, errors := 0, 0.0, 0.0, 0.0
		for seed := range uint64(samples) {
			z := normals(seed, 3, draws)
			got, err := information.OfGroup(against(z, benefit), z[:test.learnt])
			if err != nil {
				t.Fatal(err)
			}
			if near(got.Value, test.want, 1.96*got.StandardError) {
				inside++
			}
			sum += got.Value - test.want
			squares += (got.Value - test.want) * (got.Value - test.want)
			errors += got.StandardError
		}
		// Four standard errors of a share of 95 % of 200 are 6 %; those of a spread of 200 values are 20 %.
		bias, spread, stated := sum/n, math.Sqrt(squares/n), errors/n
		if float64(inside) < 0.95*n-4*math.Sqrt(0.95*0.05*n) || !near(stated/spread, 1, 4/math.Sqrt(2*n)) || math.Abs(bias) > 4.2/math.Sqrt(n)*stated {
			t.Errorf("%s: %d of %d inside, bias %v, spread %v, stated %v", test.name, inside, samples, bias, spread, stated)
		}
	}
}

func TestMoreInformationIsWorthMore(t *testing.T) {
	for _, seed := range seeds {
		z := normals(seed, 4, modeltest.ShortOrLong(2_000, 5_000))
		values := make([][]float64, 3)
		for o := range values {
			for k := range z[0] {
				values[o] = append(values[o], float64(o)/10+z[o][k]+z[3][k]*z[(o+1)%3][k])
			}
		}
		perfect, _, _ := decision.PerfectInformation(values)
		one, _ := information.OfInput(values, z[0])
		two, _ := information.OfGroup(values, z[:2])
		all, err := information.OfGroup(values, z)
		if err != nil {
			t.Fatal(err)
		}
		if one.Value < 0 || two.Value < one.Value || all.Value < two.Value || perfect < all.Value || !near(all.Value, perfect, 3*all.StandardError) {
			t.Errorf("seed %d: %+v, %+v, %+v, at most %v", seed, one, two, all, perfect)
		}
	}
}

// columns are inputs and values of awkward kinds: constant, of few values, with outliers, skewed beyond measure, each other's
// copies.
func columns(t *rapid.T, n, draws int) [][]float64 {
	z := normals(rapid.Uint64().Draw(t, "seed"), n, draws)
	for i, column := range z {
		kind := rapid.IntRange(0, 6).Draw(t, "kind")
		for k, x := range column {
			switch kind {
			case 0:
				column[k] = 7
			case 1:
				column[k] = math.Floor(x)
			case 2:
				column[k] = float64(max(0, k-draws+3))
			case 3:
				column[k] = math.Exp(40 * x)
			case 4:
				column[k] = z[i/2][k] * (1 + 1e-13*x)
			case 5:
				column[k] = math.Floor(max(x, -1)) * z[i/2][k]
			}
		}
	}
	return z
}

func TestInformationOfAnythingIsWithinItsBounds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draws := rapid.IntRange(50, 400).Draw(t, "draws")
		values, members := columns(t, rapid.IntRange(1, 4).Draw(t, "options"), draws), columns(t, rapid.IntRange(1, 12).Draw(t, "members"), draws)
		perfect, _, err := decision.PerfectInformation(values)
		if err != nil {
			t.Fatal(err)
		}
		got, err := information.OfGroup(values, members)
		if err != nil {
			t.Fatal(err)
		}
		if !(got.Value >= 0 && got.Value <= perfect) || !(got.StandardError >= 0) || math.IsInf(got.StandardError, 0) {
			t.Errorf("%+v, at most %v", got, perfect)
		}
		if (got.ChangesTo < 0) != math.IsNaN(got.ChangesAt) {
			t.Errorf("%+v", got)
		}
	})
}

// Functions of a few values may be independent over all draws and follow from one another in those of some folds.
func TestFunctionsThatFollowFromOthersInSomeFoldsAreLeftOut(t *testing.T) {
	whole := func(column []float64) []float64 {
		rounded := make([]float64, len(column))
		for k, x := range column {
			rounded[k] = math.Floor(x)
		}
		return rounded
	}
	const draws = 140
	values := [][]float64{constant(7, draws), whole(normals(1, 2, draws)[1])}
	perfect, _, err := decision.PerfectInformation(values)
	if err != nil {
		t.Fatal(err)
	}
	got, err := information.OfGroup(values, [][]float64{whole(normals(2, 2, draws)[0]), constant(7, draws)})
	if err != nil || !(got.Value >= 0 && got.Value <= perfect) {
		t.Errorf("%+v, at most %v: %v", got, perfect, err)
	}
}

func constant(v float64, n int) []float64 {
	all := make([]float64, n)
	for i := range all {
		all[i] = v
	}
	return all
}

// Only the order of an input's values counts, so its distribution and unit do not; nor does the unit of the values.
func TestInformationHasNoScale(t *testing.T) {
	z := normals(1, 3, 2_000)
	values := against(z, func(z []float64) float64 { return 0.3 + z[0] + z[1]*z[1] + z[2] })
	moved, scaled := make([][]float64, 2), make([][]float64, 2)
	for k := range z[0] {
		for i := range moved {
			moved[i] = append(moved[i], math.Exp(5+3*z[i][k]))
			scaled[i] = append(scaled[i], 1024*values[i][k])
		}
	}
	for _, members := range []int{1, 2} {
		plain, err := information.OfGroup(values, z[:members])
		if err != nil {
			t.Fatal(err)
		}
		if got, _ := information.OfGroup(values, moved[:members]); got.Value != plain.Value || got.StandardError != plain.StandardError {
			t.Errorf("%d members: %+v, and %+v on a logarithmic scale", members, plain, got)
		}
		if got, _ := information.OfGroup(scaled, z[:members]); !near(got.Value, 1024*plain.Value, 1e-9*got.Value) {
			t.Errorf("%d members: %+v, and %+v of values 1,024 times as great", members, plain, got)
		}
	}
}

// Inputs with few values: a switch that is on in a quarter of draws, and two coins whose agreement decides.
func TestInformationOfFewValues(t *testing.T) {
	const draws = 10_000
	for _, seed := range seeds {
		z := normals(seed, 3, draws)
		on, first, second := make([]float64, draws), make([]float64, draws), make([]float64, draws)
		for k := range draws {
			if z[0][k] > mathext.NormalQuantile(0.75) {
				on[k] = 1
			}
			first[k], second[k] = math.Copysign(1, z[0][k]), math.Floor(2*distribution(z[1][k]))
		}
		switched := against([][]float64{on, z[2]}, func(z []float64) float64 { return z[0] - 0.5 + z[1]/2 })
		agreed := against([][]float64{first, second, z[2]}, func(z []float64) float64 { return z[0]*(2*z[1]-1) - 0.25 + z[2]/2 })
		for _, test := range []struct {
			name            string
			values, members [][]float64
			want            float64
		}{
			{"switch", switched, [][]float64{on}, 0.125},
			{"switch in a group", switched, [][]float64{on, z[1]}, 0.125},
			{"coin", agreed, [][]float64{first}, 0},
			{"two coins", agreed, [][]float64{first, second}, 0.375},
			{"always the same", switched, [][]float64{make([]float64, draws)}, 0},
			{"always the same, both", switched, [][]float64{make([]float64, draws), make([]float64, draws)}, 0},
		} {
			got, err := information.OfGroup(test.values, test.members)
			if err != nil {
				t.Fatal(err)
			}
			if !near(got.Value, test.want, 3*got.StandardError) || got.StandardError > 0.01 {
				t.Errorf("%s, seed %d: %.5f ± %.5f, not %.5f", test.name, seed, got.Value, got.StandardError, test.want)
			}
		}
	}
}

// Draws may be Sobol' points, of which a regular choice is no sample of the whole.
func TestInformationFromSobolPoints(t *testing.T) {
	const draws = 8192
	sampler, err := sampling.New(sampling.Sobol, 3, 4, draws)
	if err != nil {
		t.Fatal(err)
	}
	z, u, scratch := normals(0, 4, draws), make([]float64, 4), sampling.NewScratch(4)
	for k := range draws {
		sampler.Point(k, u, scratch)
		for i := range z {
			z[i][k] = mathext.NormalQuantile(u[i])
		}
	}
	values := against(z, func(z []float64) float64 { return 0.2 + z[0] + z[1] + z[2]*z[3] })
	for members, want := range map[int]float64{1: learnt(0.2, 1), 2: learnt(0.2, math.Sqrt2)} {
		got, err := information.OfGroup(values, z[:members])
		if err != nil {
			t.Fatal(err)
		}
		if !near(got.Value, want, got.StandardError) {
			t.Errorf("%d members: %.5f ± %.5f, not %.5f", members, got.Value, got.StandardError, want)
		}
	}
}

func TestWhereTheChoiceChanges(t *testing.T) {
	const draws = 20_000
	nan := math.NaN()
	for _, seed := range seeds {
		z := normals(seed, 2, draws)
		prices := make([]float64, draws)
		for k := range prices {
			prices[k] = math.Exp(z[0][k])
		}
		for _, test := range []struct {
			name   string
			values func(x, noise float64) []float64
			at     float64
			to     int
		}{
			{"above", func(x, noise float64) []float64 { return []float64{0.2 + noise, math.Log(x) - 0.8} }, math.E, 1},
			{"below", func(x, noise float64) []float64 { return []float64{math.Log(x) + 1.5, noise} }, math.Exp(-1.5), 1},
			// Above it takes fewer draws to get there, but a greater change.
			{"both sides", func(x, noise float64) []float64 { return []float64{-math.Log(x) - 0.9, noise, math.Log(x) - 0.7} }, math.Exp(-0.9), 0},
			{"never", func(x, noise float64) []float64 { return []float64{3, math.Log(x) + noise} }, nan, -1},
			{"the same option twice", func(x, noise float64) []float64 { return []float64{x, x * (1 + 1e-14)} }, nan, -1},
		} {
			values := make([][]float64, len(test.values(1, 0)))
			for k, x := range prices {
				for o, v := range test.values(x, z[1][k]/4) {
					values[o] = append(values[o], v)
				}
			}
			got, err := information.OfInput(values, prices)
			if err != nil {
				t.Fatal(err)
			}
			if !near(got.ChangesAt, test.at, 0.03*test.at) || got.ChangesTo != test.to {
				t.Errorf("%s, seed %d: changes to %d at %v, not to %d at %v", test.name, seed, got.ChangesTo, got.ChangesAt, test.to, test.at)
			}
		}
	}
}

func TestInformationOfEachIsThatOfEachAlone(t *testing.T) {
	values, x := model(4, 6, 1000)
	inputs := [][][]float64{x[:1], x[1:2], x[:3], x[2:], x[5:]}
	var before []information.Worth
	for _, workers := range []int{1, 3} {
		all, err := information.OfEach(context.Background(), values, inputs, workers, nil)
		if err != nil {
			t.Fatal(err)
		}
		for i, got := range all {
			alone, err := information.OfGroup(values, inputs[i])
			if err != nil {
				t.Fatal(err)
			}
			if got.Value != alone.Value || got.StandardError != alone.StandardError || !near(got.ChangesAt, alone.ChangesAt, 0) || got.ChangesTo != alone.ChangesTo {
				t.Errorf("%d workers, input %d: %+v, alone %+v", workers, i, got, alone)
			}
			if before != nil && before[i].Value != got.Value {
				t.Errorf("input %d: %v and %v", i, before[i], got)
			}
		}
		before = all
	}
	ended, end := context.WithCancel(context.Background())
	end()
	if _, err := information.OfEach(ended, values, inputs, 2, nil); err == nil {
		t.Error("no error though the context had ended")
	}
}

func TestInformationThatCannotBeHad(t *testing.T) {
	values, x := model(2, 2, 100)
	short, _ := model(2, 2, 49)
	hole := append([]float64{math.Inf(1)}, x[0][1:]...)
	for name, err := range map[string]error{
		"too few draws":   second(information.OfInput(short, x[0][:49])),
		"other draws":     second(information.OfInput(values, x[0][:99])),
		"infinite input":  second(information.OfInput(values, hole)),
		"no members":      second(information.OfGroup(values, nil)),
		"infinite member": second(information.OfGroup(values, [][]float64{x[0], hole})),
		"one of many": func() error {
			_, err := information.OfEach(context.Background(), values, [][][]float64{x, {hole}}, 1, nil)
			return err
		}(),
	} {
		if err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func second(_ information.Worth, err error) error { return err }
