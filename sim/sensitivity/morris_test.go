package sensitivity_test

import (
	"context"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/stat"
	"pgregory.net/rapid"

	"reconfig/model/modeltest"
	"reconfig/sim/sensitivity"
)

// morris runs the method, which must not fail.
func morris(t *testing.T, p *sensitivity.Problem, o sensitivity.MorrisOptions) sensitivity.ElementaryEffects {
	t.Helper()
	all, err := sensitivity.Morris(context.Background(), p, o)
	if err != nil {
		t.Fatal(err)
	}
	return all[0]
}

func near(x, y, error float64) bool { return math.Abs(x-y) <= error }

// plainMorris is Morris' own design, whose means are those of the grid.
func plainMorris(trajectories int, seed uint64) sensitivity.MorrisOptions {
	return sensitivity.MorrisOptions{Trajectories: trajectories, Candidates: trajectories, Seed: seed, Resamples: 1}
}

// scalarProblem is a function of so many inputs that go from low to high.
func scalarProblem(inputs int, low, high float64, f func(x []float64) float64) *sensitivity.Problem {
	p := &sensitivity.Problem{Outputs: 1, New: func() sensitivity.Function {
		return func(x []float64) []float64 { return []float64{f(x)} }
	}}
	for i := range inputs {
		p.Inputs = append(p.Inputs, sensitivity.Input{Name: fmt.Sprintf("x%d", i+1), Low: low, High: high})
	}
	return p
}

func ishigamiRange() *sensitivity.Problem {
	return scalarProblem(3, -math.Pi, math.Pi, func(x []float64) float64 {
		return math.Sin(x[0]) + 7*math.Pow(math.Sin(x[1]), 2) + 0.1*math.Pow(x[2], 4)*math.Sin(x[0])
	})
}

// gridEffects are all effects of an input on the function of Ishigami over a grid of four levels: from each level it
// can go one way only, and the other inputs may be anywhere.
func gridEffects(input int) []float64 {
	f := ishigamiRange().New()
	at := func(levels [3]int) float64 {
		x := make([]float64, 3)
		for i, level := range levels {
			x[i] = math.Pi * (2*float64(level)/3 - 1)
		}
		return f(x)[0]
	}
	var effects []float64
	for point := range 64 {
		from := [3]int{point % 4, point / 4 % 4, point / 16}
		if from[input] < 2 {
			to := from
			to[input] += 2
			effects = append(effects, (at(to)-at(from))*3/2)
		}
	}
	return effects
}

func TestMorrisOfIshigami(t *testing.T) {
	for input, want := range []struct{ mu, muStar, sigma float64 }{
		// By hand, with s = sin(π/3) 3/2: s (1 + 0.1 x3⁴) for x3 = π/3 and π; 7 sin²(π/3) 3/2 up or down; and s 0.1 (π⁴ − (π/3)⁴),
		// up or down, for x1 = ±π/3, but nothing for x1 = ±π.
		{7.704054112, 7.704054112, 6.248796103},
		{0, 7.875, 7.875},
		{0, 6.248796103, 8.837132198},
	} {
		all := gridEffects(input)
		sizes, squares := make([]float64, len(all)), make([]float64, len(all))
		for i, effect := range all {
			sizes[i], squares[i] = math.Abs(effect), (effect-want.mu)*(effect-want.mu)
		}
		mu, sigma := stat.PopMeanStdDev(all, nil)
		muStar, sizeSigma := stat.PopMeanStdDev(sizes, nil)
		if !near(mu, want.mu, 1e-8) || !near(muStar, want.muStar, 1e-8) || !near(sigma, want.sigma, 1e-8) {
			t.Fatalf("x%d: over the grid mu %v, mu* %v, sigma %v, want %v", input+1, mu, muStar, sigma, want)
		}
		const n = 20000
		_, squareSigma := stat.PopMeanStdDev(squares, nil)
		errors := 4 / math.Sqrt(n) // so many standard errors, in standard deviations
		for _, seed := range modeltest.Some([]uint64{1, 2, 3}, 3) {
			e := morris(t, ishigamiRange(), plainMorris(n, seed))
			if !near(e.Mu[input], mu, errors*sigma) || !near(e.MuStar[input].Value, muStar, errors*sizeSigma+1e-9) ||
				!near(e.Sigma[input], sigma, errors*squareSigma/(2*sigma)+sigma/n) {
				t.Errorf("seed %d, x%d: mu %v, mu* %v, sigma %v, want %v", seed, input+1, e.Mu[input], e.MuStar[input].Value, e.Sigma[input], want)
			}
		}
	}
}

// Whatever trajectories are picked, the size of the second input's effect is the same.
func TestMorrisOfIshigamiPicked(t *testing.T) {
	for seed := range uint64(5) {
		star := morris(t, ishigamiRange(), sensitivity.MorrisOptions{Seed: seed}).MuStar[1]
		if !near(star.Value, 7.875, 1e-9) || !near(star.Low, 7.875, 1e-9) || !near(star.High, 7.875, 1e-9) {
			t.Errorf("seed %d: mu* %v, want 7.875 for certain", seed, star)
		}
	}
}

// The effects of a linear function are its coefficients, in units of each input's range, wherever they are measured.
func TestMorrisOfLinearFunction(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		inputs := rapid.IntRange(1, 8).Draw(t, "inputs")
		o := sensitivity.MorrisOptions{
			Trajectories: rapid.IntRange(2, 10).Draw(t, "trajectories"), Levels: 2 * rapid.IntRange(1, 5).Draw(t, "levels"),
			Candidates: 20, Resamples: 20, Seed: rapid.Uint64().Draw(t, "seed"),
		}
		coefficient := rapid.SliceOfN(rapid.Float64Range(-10, 10), inputs, inputs).Draw(t, "coefficients")
		p := scalarProblem(inputs, 0, 0, func(x []float64) float64 { return floats.Dot(x, coefficient) })
		for i := range p.Inputs {
			p.Inputs[i].Low = rapid.Float64Range(-10, 10).Draw(t, "low")
			p.Inputs[i].High = p.Inputs[i].Low + rapid.Float64Range(0, 10).Draw(t, "width")
		}
		all, err := sensitivity.Morris(context.Background(), p, o)
		if err != nil {
			t.Fatal(err)
		}
		const rounding = 1e-10
		for i, input := range p.Inputs {
			want := coefficient[i] * (input.High - input.Low)
			star := all[0].MuStar[i]
			for _, size := range []float64{star.Value, star.Low, star.High} {
				if !(math.Abs(size-math.Abs(want)) < rounding) {
					t.Fatalf("input %d: mu* %v, want %v", i, star, math.Abs(want))
				}
			}
			if !(math.Abs(all[0].Mu[i]-want) < rounding && all[0].Sigma[i] < rounding) {
				t.Fatalf("input %d: mu %v, sigma %v, want %v and 0", i, all[0].Mu[i], all[0].Sigma[i], want)
			}
		}
	})
}

// morrisWeights are what Morris' function of 20 inputs makes of each.
func morrisWeights(x []float64) (w [20]float64) {
	for i, v := range x {
		w[i] = 2 * (v - 0.5)
		if i == 2 || i == 4 || i == 6 {
			w[i] = 2 * (1.1*v/(v+0.1) - 0.5)
		}
	}
	return w
}

// morrisPair is the coefficient of two different inputs, counted from 0.
func morrisPair(i, j int) float64 {
	if i < 6 && j < 6 {
		return -15
	}
	return 1 - 2*float64((i+j)%2)
}

// morrisFunction is the test function of Morris (1991). He drew the small coefficients at random; these are those of
// Blatman & Sudret (2010), Efficient computation of global sensitivity indices using sparse polynomial chaos expansions.
func morrisFunction(x []float64) float64 {
	w := morrisWeights(x)
	y := 5 * w[0] * w[1] * w[2] * w[3]
	for i := range 20 {
		first := 20.0
		if i >= 10 {
			first = 1 - 2*float64((i+1)%2)
		}
		y += first * w[i]
		for j := range i {
			y += morrisPair(i, j) * w[i] * w[j]
		}
	}
	for i := range 5 {
		for j := range i {
			for k := range j {
				y -= 10 * w[i] * w[j] * w[k]
			}
		}
	}
	return y
}

// The effect of an input from the eighth on is ±2 times a coefficient of its own and, with a sign, the weight of every
// other. So its mean and standard deviation over the grid follow from those of the weights: of the three that are not
// straight, and of the others, which are −1, −1/3, 1/3 and 1.
func TestMorrisFunctionOverTheGrid(t *testing.T) {
	bentMean, bentSquare := 0.0, 0.0
	for _, level := range []float64{0, 1. / 3, 2. / 3, 1} {
		bent := 2 * (1.1*level/(level+0.1) - 0.5)
		bentMean, bentSquare = bentMean+bent/4, bentSquare+bent*bent/4
	}
	sigma := 2 * math.Sqrt(16*5./9+3*(bentSquare-bentMean*bentMean))
	p := scalarProblem(20, 0, 1, morrisFunction)
	for _, seed := range modeltest.Some([]uint64{1, 2}, 2) {
		const n = 5000
		e := morris(t, p, plainMorris(n, seed))
		for i := 7; i < 20; i++ {
			sign := 1 - 2*float64(i%2) // of the pairs with inputs 3, 5 and 7, which are even counted from 0
			mu := 2 * (20 + sign*3*bentMean)
			if i >= 10 {
				mu = 2 * (-sign + sign*3*bentMean)
			}
			if math.Abs(e.Mu[i]-mu) > 4*sigma/math.Sqrt(n) {
				t.Errorf("seed %d, x%d: mu %v, want %v", seed, i+1, e.Mu[i], mu)
			}
			if math.Abs(e.Sigma[i]/sigma-1) > 4/math.Sqrt(2*n) {
				t.Errorf("seed %d, x%d: sigma %v, want %v", seed, i+1, e.Sigma[i], sigma)
			}
			if i < 10 && e.MuStar[i].Value != math.Abs(e.Mu[i]) { // never negative: 40 ± at most 38
				t.Errorf("seed %d, x%d: mu* %v, mu %v", seed, i+1, e.MuStar[i].Value, e.Mu[i])
			}
		}
	}
}

// What Morris (1991) found with four trajectories, and all later authors: the first ten inputs matter, of which the
// last three do so in nearly a straight line, and the other ten hardly matter.
func TestMorrisFindsWhatMorrisFound(t *testing.T) {
	p := scalarProblem(20, 0, 1, morrisFunction)
	for seed := range uint64(modeltest.ShortOrLong(1, 4)) {
		for _, candidates := range []int{40, 250} {
			e := morris(t, p, sensitivity.MorrisOptions{Seed: seed, Candidates: candidates})
			name := fmt.Sprintf("seed %d, %d candidates", seed, candidates)
			rest := 0.0
			for i := 10; i < 20; i++ {
				rest = max(rest, e.MuStar[i].Value)
			}
			for i := range 10 {
				if !(e.MuStar[i].Low > 1.5*rest) {
					t.Errorf("%s: mu* of x%d is %v, of the last ten up to %v", name, i+1, e.MuStar[i], rest)
				}
				straight := e.Sigma[i] < 0.3*e.MuStar[i].Value
				if straight != (i >= 7) {
					t.Errorf("%s: x%d has mu* %v and sigma %v", name, i+1, e.MuStar[i].Value, e.Sigma[i])
				}
			}
		}
	}
}

// Nine in ten or more of the intervals hold mu*: a percentile bootstrap of 40 values is a little too narrow.
func TestMorrisIntervals(t *testing.T) {
	seeds := modeltest.ShortOrLong(80, 300)
	exact := morris(t, ishigamiRange(), plainMorris(modeltest.ShortOrLong(20_000, 100_000), 99)).MuStar
	held := make([]int, 3)
	for seed := range uint64(seeds) {
		o := plainMorris(40, seed)
		o.Resamples = modeltest.ShortOrLong(100, 400)
		for i, star := range morris(t, ishigamiRange(), o).MuStar {
			if star.Low-1e-9 <= exact[i].Value && exact[i].Value <= star.High+1e-9 {
				held[i]++
			}
		}
	}
	for i, n := range held {
		if share := float64(n) / float64(seeds); share < 0.88 || (i != 1 && share > 0.985) {
			t.Errorf("x%d: %v of the intervals hold mu*", i+1, share)
		}
	}
}

// recorder is a linear problem that keeps the points it is run at, in the order of the design, run by one worker.
func recorder(inputs int) (*sensitivity.Problem, *[][]float64) {
	var points [][]float64
	var lock sync.Mutex
	p := scalarProblem(inputs, 0, 1, func(x []float64) float64 {
		lock.Lock()
		defer lock.Unlock()
		points = append(points, slices.Clone(x))
		return floats.Sum(x)
	})
	return p, &points
}

func TestTrajectoriesStayOnTheGrid(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		inputs, levels := rapid.IntRange(1, 6).Draw(t, "inputs"), 2*rapid.IntRange(1, 4).Draw(t, "levels")
		p, points := recorder(inputs)
		o := sensitivity.MorrisOptions{Trajectories: 5, Candidates: 12, Levels: levels, Resamples: 1, Seed: rapid.Uint64().Draw(t, "seed"), Run: sensitivity.Run{Workers: 1}}
		if _, err := sensitivity.Morris(context.Background(), p, o); err != nil {
			t.Fatal(err)
		}
		if len(*points) != 5*(inputs+1) {
			t.Fatalf("%d runs for %d inputs and 5 trajectories", len(*points), inputs)
		}
		step := float64(levels) / float64(2*(levels-1))
		for trajectory := range slices.Chunk(*points, inputs+1) {
			checkTrajectory(t, trajectory, levels, step)
		}
	})
}

// checkTrajectory sees that every point is on the grid, and that every input moves once, by a step.
func checkTrajectory(t *rapid.T, points [][]float64, levels int, step float64) {
	moved := make([]int, len(points[0]))
	for j, x := range points {
		changes := 0
		for i, u := range x {
			if level := u * float64(levels-1); math.Abs(level-math.Round(level)) > 1e-12 || u < 0 || u > 1 {
				t.Fatalf("%v is not on the grid of %d levels", u, levels)
			}
			if j == 0 || u == points[j-1][i] {
				continue
			}
			changes++
			moved[i]++
			if math.Abs(math.Abs(u-points[j-1][i])-step) > 1e-12 {
				t.Fatalf("input %d goes from %v to %v, not by %v", i, points[j-1][i], u, step)
			}
		}
		if j > 0 && changes != 1 {
			t.Fatalf("%d inputs change at once", changes)
		}
	}
	for i, n := range moved {
		if n != 1 {
			t.Fatalf("input %d moves %d times", i, n)
		}
	}
}

// Those picked spread more than the first ones, and as much as those picked here from distances summed point by point.
func TestTrajectoriesSpread(t *testing.T) {
	const count, candidates = 6, 30
	for seed := range uint64(20) {
		inputs := 6 + int(seed%4) // enough that no two sets spread the same but for rounding
		walks := func(count int) [][][]float64 {
			p, points := recorder(inputs)
			morris(t, p, sensitivity.MorrisOptions{Trajectories: count, Candidates: candidates, Resamples: 1, Seed: seed, Run: sensitivity.Run{Workers: 1}})
			return slices.Collect(slices.Chunk(*points, inputs+1))
		}
		all, picked := walks(candidates), walks(count)
		first, got, want := spreadOf(all[:count]), spreadOf(picked), spreadOf(pickByHand(all, count))
		if !(got > first) || !near(got, want, 1e-9*want) {
			t.Errorf("seed %d: the first trajectories spread %v, those picked %v, want %v", seed, first, got, want)
		}
	}
}

// pickByHand begins with the two that spread most, and adds whichever lets all spread most.
func pickByHand(all [][][]float64, count int) [][][]float64 {
	var picked [][][]float64
	best := 0.0
	for i, a := range all {
		for _, b := range all[:i] {
			if s := spreadOf([][][]float64{b, a}); s > best*(1+1e-12) { // of equals the first
				best, picked = s, [][][]float64{b, a}
			}
		}
	}
	for len(picked) < count {
		var next [][]float64
		best = 0
		for _, a := range all {
			taken := slices.ContainsFunc(picked, func(b [][]float64) bool { return &a[0] == &b[0] })
			if s := spreadOf(append(slices.Clone(picked), a)); !taken && s > best*(1+1e-12) {
				best, next = s, a
			}
		}
		picked = append(picked, next)
	}
	return picked
}

// spreadOf is the spread of Campolongo, Cariboni & Saltelli.
func spreadOf(trajectories [][][]float64) float64 {
	sum := 0.0
	for i, a := range trajectories {
		for _, b := range trajectories[:i] {
			d := 0.0
			for _, x := range a {
				for _, y := range b {
					d += floats.Distance(x, y, 2)
				}
			}
			sum += d * d
		}
	}
	return math.Sqrt(sum)
}

func TestMorrisIsDeterministic(t *testing.T) {
	p := scalarProblem(20, 0, 1, morrisFunction)
	run := func(workers int, seed uint64) sensitivity.ElementaryEffects {
		return morris(t, p, sensitivity.MorrisOptions{Candidates: 60, Seed: seed, Resamples: 50, Run: sensitivity.Run{Workers: workers}})
	}
	one := run(1, 7)
	if !reflect.DeepEqual(one, run(4, 7)) {
		t.Error("four workers give other bits than one")
	}
	if other := run(1, 8); slices.Equal(one.Mu, other.Mu) {
		t.Error("two seeds give the same effects")
	}
}

// An input without a range stays where it is, takes no runs, and changes nothing for the others.
func TestMorrisWithoutRange(t *testing.T) {
	p := scalarProblem(4, 0, 1, func(x []float64) float64 { return x[0]*x[3] + 100*x[1] + x[2] })
	p.Inputs[1] = sensitivity.Input{Name: "fixed", Low: 0.3, High: 0.3}
	runs := 0
	o := plainMorris(10, 1)
	o.Progress = func(n int) { runs += n }
	with := morris(t, p, o)
	if runs != 10*4 {
		t.Errorf("%d runs, want 40", runs)
	}
	if with.Mu[1] != 0 || with.Sigma[1] != 0 || with.MuStar[1] != (sensitivity.Interval{}) {
		t.Errorf("an input without a range has the effects %v, %v, %v", with.MuStar[1], with.Mu[1], with.Sigma[1])
	}
	without := morris(t, scalarProblem(3, 0, 1, func(x []float64) float64 { return x[0]*x[2] + 30 + x[1] }), o)
	for i, j := range []int{0, 2, 3} {
		if math.Abs(with.Mu[j]-without.Mu[i]) > 1e-12 {
			t.Errorf("input %d: %v with, %v without", j, with.Mu[j], without.Mu[i])
		}
	}
	for i := range p.Inputs {
		p.Inputs[i].High = p.Inputs[i].Low
	}
	if none := morris(t, p, sensitivity.MorrisOptions{}); floats.Sum(none.Mu) != 0 {
		t.Errorf("effects %v though nothing varies", none.Mu)
	}
}

func TestMorrisOfSeveralOutputs(t *testing.T) {
	p := scalarProblem(2, 0, 1, nil)
	p.Outputs = 2
	p.New = func() sensitivity.Function {
		return func(x []float64) []float64 { return []float64{x[0] - 2*x[1], 5 * x[1]} }
	}
	all, err := sensitivity.Morris(context.Background(), p, sensitivity.MorrisOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for o, want := range [][]float64{{1, -2}, {0, 5}} {
		if !floats.EqualApprox(all[o].Mu, want, 1e-12) {
			t.Errorf("output %d: mu %v, want %v", o, all[o].Mu, want)
		}
	}
}

func TestMorrisErrors(t *testing.T) {
	for _, test := range []struct {
		o    sensitivity.MorrisOptions
		want string
	}{
		{sensitivity.MorrisOptions{Trajectories: 1}, "at least 2"},
		{sensitivity.MorrisOptions{Trajectories: 50, Candidates: 40}, "40 candidates for 50"},
		{sensitivity.MorrisOptions{Levels: 5}, "even"},
		{sensitivity.MorrisOptions{Levels: -2}, "even"},
		{sensitivity.MorrisOptions{Resamples: -1}, "resamples"},
	} {
		if _, err := sensitivity.Morris(context.Background(), linearProblem(2), test.o); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%+v: error %v, want one with %q", test.o, err, test.want)
		}
	}
	for _, r := range [][2]float64{{1, 0}, {0, math.Inf(1)}, {math.NaN(), 1}, {-math.MaxFloat64, math.MaxFloat64}} {
		p := scalarProblem(1, r[0], r[1], floats.Sum)
		if _, err := sensitivity.Morris(context.Background(), p, sensitivity.MorrisOptions{}); err == nil {
			t.Errorf("no error for a range from %v to %v", r[0], r[1])
		}
	}
	ended, end := context.WithCancel(context.Background())
	end()
	if _, err := sensitivity.Morris(ended, linearProblem(2), sensitivity.MorrisOptions{}); err == nil {
		t.Error("no error though the context has ended")
	}
}

// Of a straight line, a group's effect is ±a ± b with even chances, as its inputs move each its own way: its mean size is the
// greater of the two, by hand, and the others' effects stay what they are (Campolongo and others 2007; SALib takes the same
// size of a group's move). A group has neither mu nor sigma, and an input without a range adds nothing.
func TestMorrisOfGroups(t *testing.T) {
	p := scalarProblem(5, 0, 1, func(x []float64) float64 { return 3*x[0] - 5*x[1] + 2*x[2] + 100*x[3] + 7*x[4] })
	p.Inputs[3].High = 0
	o := plainMorris(20000, 3)
	o.Groups = []sensitivity.Group{{Name: "pair", Members: []int{0, 1}}, {Name: "third", Members: []int{2}}, {Name: "none", Members: []int{3}}, {Name: "last", Members: []int{4}}}
	e := morris(t, p, o)
	// Sizes are 8 and 2, each in half of the trajectories: mean 5, standard deviation 3.
	if got := e.MuStar[0].Value; !near(got, 5, 4*3/math.Sqrt(20000)) {
		t.Errorf("mu* of the pair %v, want 5", got)
	}
	if !math.IsNaN(e.Mu[0]) || !math.IsNaN(e.Sigma[0]) {
		t.Errorf("the pair has mu %v and sigma %v", e.Mu[0], e.Sigma[0])
	}
	for g, want := range map[int]float64{1: 2, 2: 0, 3: 7} {
		if !near(e.MuStar[g].Value, want, 1e-9) || !near(e.Mu[g], want, 1e-9) || !near(e.Sigma[g], 0, 1e-9) {
			t.Errorf("group %d: mu* %v, mu %v, sigma %v, want %v", g, e.MuStar[g].Value, e.Mu[g], e.Sigma[g], want)
		}
	}
	single := plainMorris(10, 3)
	alone := morris(t, ishigamiRange(), single)
	for i := range 3 {
		single.Groups = append(single.Groups, sensitivity.Group{Name: fmt.Sprint(i), Members: []int{i}})
	}
	if got := morris(t, ishigamiRange(), single); !reflect.DeepEqual(got, alone) {
		t.Errorf("groups of one give %+v, want %+v", got, alone)
	}
}

// The spread of trajectories of groups is that of their points, which are counted plainly here.
func TestMorrisOfGroupsPicked(t *testing.T) {
	p := scalarProblem(4, 0, 1, func(x []float64) float64 { return 3*x[0] + 3*x[1] + x[2] - x[3] })
	groups := []sensitivity.Group{{Name: "a", Members: []int{0, 1}}, {Name: "b", Members: []int{2, 3}}}
	e := morris(t, p, sensitivity.MorrisOptions{Trajectories: 100, Candidates: 200, Seed: 1, Groups: groups})
	// Sizes are 6 or 0, and 2 or 0, whatever trajectories are picked.
	if a, b := e.MuStar[0].Value, e.MuStar[1].Value; !near(a, 3, 4*3/math.Sqrt(100)) || !near(b, 1, 4*1/math.Sqrt(100)) {
		t.Errorf("mu* %v and %v, want 3 and 1", a, b)
	}
	groups[1].Members = []int{2}
	if _, err := sensitivity.Morris(context.Background(), p, sensitivity.MorrisOptions{Groups: groups}); err == nil || !strings.Contains(err.Error(), "x4 is in no group") {
		t.Errorf("an input without a group: %v", err)
	}
}
