package information_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"reconfig/model/modeltest"
	"reconfig/sim/decision/information"
)

// each turns numbers into others, one by one.
func each(z []float64, f func(z float64) float64) []float64 {
	all := make([]float64, len(z))
	for k, x := range z {
		all[k] = f(x)
	}
	return all
}

// both turns two columns into one.
func both(a, b []float64, f func(a, b float64) float64) []float64 {
	all := make([]float64, len(a))
	for k := range a {
		all[k] = f(a[k], b[k])
	}
	return all
}

// groups are decisions between two options from three standard normal numbers, whose value is known.
var groups = []struct {
	name    string
	draws   int
	members func(z [][]float64) [][]float64
	benefit func(z []float64) float64
	want    float64
}{
	{"independent", 1_000, plain, tilted(-1), learnt(-1, 1)},
	{"few draws", 200, plain, tilted(-0.3), learnt(-0.3, 1)},
	{"the third is the sum of two lognormal ones", 2_000, with(func(a, b float64) float64 { return a + b }), tilted(-1), learnt(-1, 1)},
	{"the third is the product", 2_000, with(func(a, b float64) float64 { return a * b }), tilted(-1), learnt(-1, 1)},
	{"the third is the greater one", 2_000, with(math.Max), tilted(-1), learnt(-1, 1)},
	{"the third is a copy", 2_000, with(func(a, _ float64) float64 { return a }), tilted(-1), learnt(-1, 1)},
	{"the third never varies", 2_000, with(func(_, _ float64) float64 { return 7 }), tilted(-1), learnt(-1, 1)},
	{"the third has few values", 2_000, with(func(a, _ float64) float64 { return math.Floor(min(a, 3)) }), tilted(-1), learnt(-1, 1)},
	{"weak", 5_000, plain, func(z []float64) float64 { return -0.1 + 0.1*z[0] + 0.1*z[1] + z[2] }, learnt(-0.1, 0.1*math.Sqrt2)},
	{"heavy tails", 2_000, plain, func(z []float64) float64 { return math.Exp(z[0]) - 2 + z[2]*z[2]*z[2]/4 }, learning(func(z float64) float64 { return math.Exp(z) - 2 })},
}

func plain(z [][]float64) [][]float64 { return z[:2] }

// with gives two lognormal members, and a third that follows from them.
func with(f func(a, b float64) float64) func(z [][]float64) [][]float64 {
	return func(z [][]float64) [][]float64 {
		a, b := each(z[0], math.Exp), each(z[1], math.Exp)
		return [][]float64{a, b, both(a, b, f)}
	}
}

// tilted is a benefit that is normal with that mean and variance 1 in the first two numbers, and as uncertain without them.
func tilted(mean float64) func(z []float64) float64 {
	return func(z []float64) float64 { return mean + (z[0]+z[1])/math.Sqrt2 + z[2] }
}

// Over samples, the value of a group lies within 1.96 standard errors of the truth in about 95 of 100, and standard errors
// are what values vary by.
func TestGroupsAreWorthWhatTheyAre(t *testing.T) {
	samples := modeltest.ShortOrLong(4, 50) // the more, the narrower what passes
	n := float64(samples)
	for _, test := range modeltest.Some(groups, 3) {
		inside, sum, squares, stated := 0.0, 0.0, 0.0, 0.0
		for seed := range uint64(samples) {
			z := normals(seed, 3, test.draws)
			got, err := information.OfGroup(against(z, test.benefit), test.members(z))
			if err != nil {
				t.Fatal(err)
			}
			if near(got.Value, test.want, 1.96*got.StandardError) {
				inside++
			}
			sum += got.Value - test.want
			squares += (got.Value - test.want) * (got.Value - test.want)
			stated += got.StandardError / n
		}
		// Four standard errors of a share of 95 %, and of a spread.
		spread := math.Sqrt((squares - sum*sum/n) / (n - 1))
		slack := 4 * math.Sqrt(1/(2*n))
		if inside/n < 0.95-4*math.Sqrt(0.95*0.05/n) || stated/spread < 0.8-slack || stated/spread > 1.3+slack || math.Abs(sum/n) > stated*max(0.5, 3/math.Sqrt(n)) {
			t.Errorf("%s: %v of %d inside, bias %.5f, spread %.5f, stated %.5f", test.name, inside, samples, sum/n, spread, stated)
		}
		t.Logf("%s: %v of %d inside, bias %.5f, spread %.5f, stated %.5f (%.2f)", test.name, inside, samples, sum/n, spread, stated, stated/spread)
	}
}

// What never changes the choice must not be promised a gain, however steeply it falls off, and however heavy its tails are.
func TestGroupsPromiseNoMoreThanTheyGain(t *testing.T) {
	samples := modeltest.ShortOrLong(4, 30)
	for _, test := range []struct {
		name    string
		draws   int
		benefit func(z []float64) float64
		bound   float64 // on the mean
	}{
		{"falls steeply", modeltest.ShortOrLong(3_000, 10_000), func(z []float64) float64 { return -math.Exp(2*z[0]) + z[2] }, 0.005},
		{"falls", 1_000, func(z []float64) float64 { return -math.Exp(z[0]) - 0.1 + z[2] }, 0.005},
		{"noise alone", 1_000, func(z []float64) float64 { return z[2] }, 0.02},
		{"noise far out", 1_000, func(z []float64) float64 { return math.Pow(z[2], 5) / 31 }, 0.02},
	} {
		outside, mean := 0, 0.0
		for seed := range uint64(samples) {
			z := normals(seed, 3, test.draws)
			got, err := information.OfGroup(against(z, test.benefit), z[:2])
			if err != nil {
				t.Fatal(err)
			}
			mean += got.Value / float64(samples)
			if got.Value > 1.96*got.StandardError {
				outside++
			}
		}
		if mean > test.bound || outside > max(1, samples/8) {
			t.Errorf("%s: worth %v in the mean, and surely something in %d of %d samples", test.name, mean, outside, samples)
		}
	}
}

// Knowing more is never worth less: a group is worth no less than any of its members, whatever they are.
func TestGroupsAreWorthNoLessThanTheirMembers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draws := rapid.IntRange(50, 400).Draw(t, "draws")
		values, members := columns(t, rapid.IntRange(1, 4).Draw(t, "options"), draws), columns(t, rapid.IntRange(1, 6).Draw(t, "members"), draws)
		if rapid.Bool().Draw(t, "matters") {
			values[0] = both(values[0], members[0], func(a, b float64) float64 { return a + min(b, 5) })
		}
		group, err := information.OfGroup(values, members)
		if err != nil {
			t.Fatal(err)
		}
		for i, x := range members {
			if one, _ := information.OfInput(values, x); one.Value > group.Value {
				t.Errorf("member %d is worth %v, the group %v", i, one.Value, group.Value)
			}
		}
	})
}

// Copies, under whatever scale, and what never varies say nothing more.
func TestCopiesAddNothing(t *testing.T) {
	for _, seed := range seeds {
		z := normals(seed, 3, 1_000)
		values := against(z, tilted(-0.5))
		want, err := information.OfGroup(values, z[:2])
		if err != nil {
			t.Fatal(err)
		}
		copies := [][]float64{z[0], z[1], z[0], each(z[1], math.Exp), each(z[0], func(x float64) float64 { return -x }), make([]float64, 1_000)}
		if got, _ := information.OfGroup(values, copies); !near(got.Value, want.Value, 1e-9) || !near(got.StandardError, want.StandardError, 1e-9) {
			t.Errorf("seed %d: %+v with copies, %+v without", seed, got, want)
		}
	}
}
