package sensitivity_test

import (
	"context"
	"errors"
	"math"
	"reflect"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"gonum.org/v1/gonum/mat"
	"pgregory.net/rapid"

	"reconfig/model/modeltest"
	"reconfig/sim/sensitivity"
)

// failing is a test, or a check of a property.
type failing interface {
	Helper()
	Fatal(...any)
}

func sobol(t failing, p *sensitivity.Problem, o sensitivity.SobolOptions) sensitivity.SobolIndices {
	t.Helper()
	all, err := sensitivity.Sobol(context.Background(), p, o)
	if err != nil {
		t.Fatal(err)
	}
	return all[0]
}

func checkNear(t *testing.T, what string, got []sensitivity.Interval, want []float64, tolerance float64) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%s: %d, not %d", what, len(got), len(want))
	}
	for i, g := range got {
		if !(math.Abs(g.Value-want[i]) <= tolerance) {
			t.Errorf("%s %d: %.4f, not %.4f", what, i, g.Value, want[i])
		}
		if !(g.Low <= g.Value && g.Value <= g.High) {
			t.Errorf("%s %d: %v", what, i, g)
		}
	}
}

// Over 20 seeds, no estimate of 8,192 points is further off than 0.0055.
const tolerance = 0.008

func TestSobolAsAnalytic(t *testing.T) {
	variance, gFirst, gTotal := sobolGIndices()
	chainFirst, chainTotal, _ := chainIndices()
	type known struct {
		name         string
		problem      *sensitivity.Problem
		groups       [][]int
		variance     float64
		first, total []float64
	}
	for _, test := range modeltest.Some([]known{
		{"Ishigami", ishigami(), nil, ishigamiVariance, ishigamiFirst, ishigamiTotal},
		// A group's first-order index is that of its members and of what they do together.
		{"Ishigami in groups", ishigami(), [][]int{{2, 0}, {1}}, ishigamiVariance, []float64{ishigamiTotal[0], ishigamiFirst[1]}, []float64{ishigamiTotal[0], ishigamiTotal[1]}},
		{"G", sobolG(sobolA...), nil, variance, gFirst, gTotal},
		{"two normals", pairOfNormals(), nil, 13, []float64{0.4807692308, 0.9423076923}, []float64{0.05769230769, 0.5192307692}},
		{"two normals in a group", pairOfNormals(), [][]int{{0, 1}}, 13, []float64{1}, []float64{1}},
		{"three normals", threeNormals(), nil, 3.5, threeFirst, threeTotal},
		// c12, c3; V − c3, Var(x3 | x1, x2).
		{"three normals in groups", threeNormals(), [][]int{{0, 1}, {2}}, 3.5, []float64{31. / 12 / 3.5, threeFirst[2]}, []float64{1 - threeFirst[2], threeTotal[2]}},
		// Neighbours in no group: c13, c2.
		{"three normals in other groups", threeNormals(), [][]int{{0, 2}, {1}}, 3.5, []float64{45. / 16 / 3.5, threeFirst[1]}, []float64{1 - threeFirst[1], threeTotal[1]}},
		{"chain", chain(), nil, explainedByChain(0b1111), chainFirst, chainTotal},
		{"interacting", interacting(), nil, 6, interactingFirst, interactingTotal},
		// The correlation lies within a group: E[y | x2, x3] = 2 x3, and all but 2 x3 hangs on x1 too.
		{"interacting in groups", interacting(), [][]int{{1, 2}, {0}, {3}}, 6, []float64{4. / 6, 0, 0}, []float64{5. / 6, 2. / 6, 1. / 6}},
		// One group cuts the pair, and holds another input: Var(E[y | x1, x2]) = Var(x1 x2 + 1.2 x2).
		{"interacting across groups", interacting(), [][]int{{0, 1}, {2}, {3}}, 6, []float64{2.44 / 6, 4. / 6, 0}, []float64{2. / 6, 4 * 0.64 / 6, 1. / 6}},
	}, 3) {
		t.Run(test.name, func(t *testing.T) {
			for seed := range uint64(modeltest.ShortOrLong(1, 3)) {
				s := sobol(t, test.problem, sensitivity.SobolOptions{Points: 1 << 13, Seed: seed, Resamples: 100, Groups: groups(test.groups)})
				checkNear(t, "first", s.First, test.first, tolerance)
				checkNear(t, "total", s.Total, test.total, tolerance)
				if math.Abs(s.Variance/test.variance-1) > 0.02 {
					t.Errorf("variance %v, not %v", s.Variance, test.variance)
				}
			}
		})
	}
}

func groups(members [][]int) []sensitivity.Group {
	var all []sensitivity.Group
	for i, m := range members {
		all = append(all, sensitivity.Group{Name: string(rune('a' + i)), Members: m})
	}
	return all
}

func TestWhichGroupsAreCorrelated(t *testing.T) {
	for _, test := range []struct {
		groups [][]int
		want   []bool
	}{
		{nil, []bool{false, true, true, false}},
		{[][]int{{1, 2}, {0}, {3}}, []bool{false, false, false}},
		{[][]int{{0, 1}, {2, 3}}, []bool{true, true}},
	} {
		s := sobol(t, interacting(), sensitivity.SobolOptions{Points: 64, Resamples: 100, Groups: groups(test.groups)})
		if !slices.Equal(s.Correlated, test.want) {
			t.Errorf("%v: %v", test.groups, s.Correlated)
		}
	}
}

func TestPairs(t *testing.T) {
	for seed := range uint64(modeltest.ShortOrLong(1, 3)) {
		for _, replicates := range []int{1, 4} {
			o := sensitivity.SobolOptions{Points: 1 << 13, Seed: seed, Resamples: 100, Replicates: replicates, Pairs: true}
			s := sobol(t, ishigami(), o)
			checkPairs(t, s.Pairs, [][2]int{{0, 1}, {0, 2}, {1, 2}}, []float64{0, ishigamiS13, 0})
			s = sobol(t, interacting(), o)
			checkPairs(t, s.Pairs, [][2]int{{0, 3}}, []float64{1. / 6})
			o.Groups = groups([][]int{{1, 2}, {0}, {3}})
			s = sobol(t, interacting(), o)
			checkPairs(t, s.Pairs, [][2]int{{0, 1}, {0, 2}, {1, 2}}, []float64{1. / 6, 0, 1. / 6})
		}
	}
	if s := sobol(t, ishigami(), sensitivity.SobolOptions{Points: 64}); s.Pairs != nil {
		t.Error("pairs that nobody asked for")
	}
}

func checkPairs(t *testing.T, got []sensitivity.PairIndex, pairs [][2]int, want []float64) {
	t.Helper()
	var intervals []sensitivity.Interval
	for i, p := range got {
		if i >= len(pairs) || pairs[i] != [2]int{p.A, p.B} {
			t.Fatalf("pairs %v, not %v", got, pairs)
		}
		intervals = append(intervals, p.Interval)
	}
	checkNear(t, "pair", intervals, want, tolerance)
}

// Of a linear function first-order and total index are the same number.
func TestSobolOfLinearFunction(t *testing.T) {
	p := problem(uniforms(5), func(x []float64) float64 { return 1e6 + x[0] + 2*x[1] - 3*x[2] + 4*x[3] })
	for seed := range uint64(3) {
		s := sobol(t, p, sensitivity.SobolOptions{Points: 4096, Seed: seed, Resamples: 100})
		want := []float64{1. / 30, 4. / 30, 9. / 30, 16. / 30, 0}
		checkNear(t, "first", s.First, want, 0.002)
		for i := range want {
			if math.Abs(s.First[i].Value-s.Total[i].Value) > 1e-9 {
				t.Errorf("input %d: %v and %v", i, s.First[i], s.Total[i])
			}
		}
		if s.Total[4] != (sensitivity.Interval{}) {
			t.Errorf("an input that does nothing: %v", s.Total[4])
		}
		if math.Abs(s.Mean-1e6-2) > 0.001 || math.Abs(s.Variance-30./12) > 0.01 {
			t.Errorf("mean %v, variance %v", s.Mean, s.Variance)
		}
	}
}

// Whatever the function of independent inputs, no first-order index is above its total; and neither unit nor zero of the
// output matters.
func TestSobolProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		weights := rapid.SliceOfN(rapid.Float64Range(-3, 3), 7, 7).Draw(t, "weights")
		weights[0] = 1
		f := func(x []float64) float64 {
			return weights[0]*x[0] + weights[1]*x[1] + weights[2]*x[2] + weights[3]*x[0]*x[1] + weights[4]*x[1]*x[2] +
				weights[5]*math.Sin(9*x[0]*x[2]) + weights[6]*math.Exp(x[1])
		}
		zero, unit := rapid.Float64Range(-100, 100).Draw(t, "zero"), rapid.Float64Range(1, 100).Draw(t, "unit")
		o := sensitivity.SobolOptions{Points: 64, Seed: rapid.Uint64().Draw(t, "seed"), Resamples: 100}
		one := sobol(t, problem(uniforms(3), f), o)
		other := sobol(t, problem(uniforms(3), func(x []float64) float64 { return zero - unit*f(x) }), o)
		for i := range one.First {
			if one.First[i].Value > one.Total[i].Value+1e-12 {
				t.Fatalf("first %v, total %v", one.First[i], one.Total[i])
			}
			if math.Abs(one.Total[i].Value-other.Total[i].Value) > 1e-9 || math.Abs(one.First[i].Low-other.First[i].Low) > 1e-9 {
				t.Fatalf("%v of one unit, %v of another", one, other)
			}
		}
	})
}

// Intervals of 95 % must hold the analytic value about so often: those from replicates neither far less nor always, those
// of one scramble at least.
func TestCoverage(t *testing.T) {
	seeds := modeltest.ShortOrLong(30, 60)
	cover := func(replicates int, intervals string) float64 {
		held, all := 0, 0
		for seed := range uint64(seeds) {
			s := sobol(t, ishigami(), sensitivity.SobolOptions{Points: 256, Seed: seed, Resamples: modeltest.ShortOrLong(100, 400), Replicates: replicates, Intervals: intervals})
			for i := range s.First {
				for _, c := range []struct {
					interval sensitivity.Interval
					value    float64
				}{{s.First[i], ishigamiFirst[i]}, {s.Total[i], ishigamiTotal[i]}} {
					all++
					if c.interval.Low <= c.value && c.value <= c.interval.High {
						held++
					}
				}
			}
		}
		return float64(held) / float64(all)
	}
	if share := cover(8, ""); share < 0.91 || share > 0.985 {
		t.Errorf("from replicates: %.3f", share)
	}
	for _, way := range sensitivity.IntervalWays {
		if share := cover(1, way); share < 0.94 {
			t.Errorf("by %s: %.3f", way, share)
		}
	}
}

// Both ways give nearly the same intervals where there are many points.
func TestDeltaIsLikeTheBootstrap(t *testing.T) {
	delta := sobol(t, ishigami(), sensitivity.SobolOptions{Points: 4096, Intervals: sensitivity.Delta})
	bootstrap := sobol(t, ishigami(), sensitivity.SobolOptions{Points: 4096, Intervals: sensitivity.Bootstrap})
	for i := range delta.Total {
		for _, pair := range [][2]sensitivity.Interval{{delta.First[i], bootstrap.First[i]}, {delta.Total[i], bootstrap.Total[i]}} {
			if d, b := pair[0], pair[1]; d.Value != b.Value || math.Abs(width(d)/width(b)-1) > 0.15 {
				t.Errorf("input %d: %v by the delta method, %v by the bootstrap", i, d, b)
			}
		}
	}
}

// For as many runs, knowing how even the points are is worth much.
func TestIntervalsOfReplicatesAreNarrower(t *testing.T) {
	one := sobol(t, ishigami(), sensitivity.SobolOptions{Points: 8192})
	replicates := sobol(t, ishigami(), sensitivity.SobolOptions{Points: 1024, Replicates: 8}) // as many runs
	if r, b := width(replicates.Total[1]), width(one.Total[1]); r > b/2 {
		t.Errorf("%v from replicates, %v from one scramble", r, b)
	}
}

func width(i sensitivity.Interval) float64 { return i.High - i.Low }

func TestSettling(t *testing.T) {
	for seed := range uint64(modeltest.ShortOrLong(1, 3)) {
		s := sobol(t, ishigami(), sensitivity.SobolOptions{Points: 1 << 13, Seed: seed})
		var points []int
		for _, x := range s.Settling {
			points = append(points, x.Points)
		}
		if !slices.Equal(points, []int{256, 512, 1024, 2048, 4096, 8192}) {
			t.Fatal(points)
		}
		first, last := s.Settling[0], s.Settling[5]
		if first.Settled || s.Settling[1].Settled || !last.Settled {
			t.Errorf("settled: %v, %v, …, %v", first.Settled, s.Settling[1].Settled, last.Settled)
		}
		if !slices.Equal(last.Order, []int{0, 1, 2}) || !reflect.DeepEqual(last.Total, s.Total) || !reflect.DeepEqual(last.First, s.First) {
			t.Errorf("%+v", last)
		}
		if want := max(width(s.Total[0]), width(s.Total[1]), width(s.Total[2])); last.WidestTotal != want {
			t.Errorf("widest %v, not %v", last.WidestTotal, want)
		}
		// Intervals shrink as 1/√N does, by √32 over five doublings.
		if shrunk := first.WidestTotal / last.WidestTotal; shrunk < 4 || shrunk > 8 {
			t.Errorf("intervals shrink by %v", shrunk)
		}
	}
}

// Narrow intervals alone do not settle an answer: the greatest five must be the same as before.
func TestSettlingNeedsAnOrder(t *testing.T) {
	p := problem(uniforms(40), func(x []float64) float64 { // all alike, so that chance orders them
		sum := 0.0
		for _, v := range x {
			sum += v * v
		}
		return sum
	})
	s := sobol(t, p, sensitivity.SobolOptions{Points: 4096})
	last := s.Settling[len(s.Settling)-1]
	if last.Settled || last.WidestTotal > 0.05 {
		t.Errorf("settled %v with intervals of %v", last.Settled, last.WidestTotal)
	}
}

// An output that rarely varies has intervals, and is looked at from where it varies on.
func TestRareVariation(t *testing.T) {
	p := problem(uniforms(2), func(x []float64) float64 {
		if x[0] > 1-1./512 {
			return 1
		}
		return 0
	})
	late := 0
	for seed := range uint64(20) {
		for _, replicates := range []int{1, 2} {
			s := sobol(t, p, sensitivity.SobolOptions{Points: 1024, Seed: seed, Resamples: 200, Replicates: replicates})
			checkNear(t, "total", s.Total, []float64{1, 0}, 1e-12)
			if s.Settling[0].Points > 256 {
				late++
			}
		}
	}
	if late == 0 {
		t.Error("256 points were always enough")
	}
}

func TestSameBitsForAnyNumberOfWorkers(t *testing.T) {
	for _, replicates := range []int{1, 3} {
		of := func(workers int) sensitivity.SobolIndices {
			return sobol(t, interacting(), sensitivity.SobolOptions{Points: 512, Seed: 7, Replicates: replicates, Pairs: true, Run: sensitivity.Run{Workers: workers}})
		}
		if one, four := of(1), of(4); !reflect.DeepEqual(one, four) {
			t.Errorf("%+v\n%+v", one, four)
		}
	}
}

func TestSeedsDiffer(t *testing.T) {
	one := sobol(t, ishigami(), sensitivity.SobolOptions{Points: 64, Seed: 1})
	if other := sobol(t, ishigami(), sensitivity.SobolOptions{Points: 64, Seed: 2}); one.First[0] == other.First[0] {
		t.Error("seeds 1 and 2 give the same")
	}
}

// Another order of the inputs puts the same indices in another order.
func TestSobolRelabelled(t *testing.T) {
	order := []int{2, 0, 3, 1} // place of input i in the other problem
	original := interacting()
	relabelled := problem(normals(4), func(x []float64) float64 {
		return x[order[0]]*x[order[1]] + 2*x[order[2]] + x[order[0]]*x[order[3]]
	})
	withScores(relabelled, correlation{order[1], order[2], 0.6})
	one := sobol(t, original, sensitivity.SobolOptions{Points: 1 << 13, Resamples: 100})
	other := sobol(t, relabelled, sensitivity.SobolOptions{Points: 1 << 13, Resamples: 100})
	for i, index := range order {
		if math.Abs(one.First[i].Value-other.First[index].Value) > tolerance || math.Abs(one.Total[i].Value-other.Total[index].Value) > tolerance {
			t.Errorf("input %d: %v, %v; %v, %v", i, one.First[i], one.Total[i], other.First[index], other.Total[index])
		}
	}
}

func TestSeveralOutputs(t *testing.T) {
	f := ishigami().New()
	p := ishigami()
	p.Outputs = 2
	p.New = func() sensitivity.Function {
		return func(x []float64) []float64 { return []float64{x[1], f(x)[0]} }
	}
	o := sensitivity.SobolOptions{Points: 256, Run: sensitivity.Run{Workers: 1}}
	all, err := sensitivity.Sobol(t.Context(), p, o)
	if err != nil {
		t.Fatal(err)
	}
	if all[0].First[1].Value != 1 || !reflect.DeepEqual(all[1], sobol(t, ishigami(), o)) {
		t.Errorf("%+v", all)
	}
}

func TestProgressCountsRuns(t *testing.T) {
	runs := 0
	o := sensitivity.SobolOptions{Points: 64, Replicates: 2, Run: sensitivity.Run{Progress: func(n int) { runs += n }}}
	sobol(t, interacting(), o)
	if want := 2 * 64 * (2 + 2*4 + 2*2); runs != want {
		t.Errorf("%d runs, not %d", runs, want)
	}
}

// What a function does not read needs no runs, unless inputs that it reads go along.
func TestUnreadInputsTakeNoRuns(t *testing.T) {
	f := func(x []float64) float64 { return x[0]*x[1] + x[2] }
	of := func(p *sensitivity.Problem, members [][]int) (s sensitivity.SobolIndices, runs int) {
		var called atomic.Int64
		counting := problem(p.Inputs, func(x []float64) float64 {
			called.Add(1)
			return f(x)
		})
		counting.Scores = p.Scores
		told := 0
		s = sobol(t, counting, sensitivity.SobolOptions{Points: 256, Seed: 5, Pairs: true, Groups: groups(members), Run: sensitivity.Run{Progress: func(n int) { told += n }}})
		if all := 256 * (2 + 2*len(s.First) + 2*countTrue(s.Correlated)); told != all {
			t.Errorf("told of %d runs of %d", told, all)
		}
		return s, int(called.Load())
	}
	for _, test := range []struct {
		name   string
		scores []correlation
		groups [][]int
		fewer  int // exchanges
	}{
		{"independent", nil, nil, 2},
		{"correlated with what is read", []correlation{{2, 3, 0.5}}, nil, 2},
		{"correlated with one another", []correlation{{3, 4, 0.5}}, nil, 4},
		{"in groups", nil, [][]int{{0, 3}, {1, 2}, {4}}, 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := problem(normals(5), f)
			if test.scores != nil {
				withScores(p, test.scores...)
			}
			want, all := of(p, test.groups)
			p.Inputs[3].Unread, p.Inputs[4].Unread = true, true
			got, runs := of(p, test.groups)
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%+v, not %+v", got, want)
			}
			if all-runs != 2*256*test.fewer {
				t.Errorf("%d runs instead of %d", runs, all)
			}
		})
	}
}

func countTrue(all []bool) (n int) {
	for _, is := range all {
		if is {
			n++
		}
	}
	return n
}

func TestSobolErrors(t *testing.T) {
	contradictory := threeNormals()
	contradictory.Scores.SetSym(0, 1, 0.9)
	contradictory.Scores.SetSym(1, 2, 0.9)
	contradictory.Scores.SetSym(0, 2, -0.9)
	small := threeNormals()
	small.Scores = mat.NewSymDense(2, []float64{1, 0, 0, 1})
	scaled := pairOfNormals()
	scaled.Scores.SetSym(1, 1, 2.25)
	extreme := withScores(problem(normals(2), func(x []float64) float64 { return x[0] }), correlation{0, 1, 1})
	same := withScores(problem(normals(2), func(x []float64) float64 { return x[0] }), correlation{0, 1, 1 - 1e-12})
	for _, test := range []struct {
		name    string
		problem *sensitivity.Problem
		options sensitivity.SobolOptions
		want    string
	}{
		{"no power of two", ishigami(), sensitivity.SobolOptions{Points: 1000}, "1000 points: it takes a power of two, at least 64"},
		{"few points", ishigami(), sensitivity.SobolOptions{Points: 32}, "32 points: it takes a power of two, at least 64"},
		{"no points", ishigami(), sensitivity.SobolOptions{}, "0 points"},
		{"few resamples", ishigami(), sensitivity.SobolOptions{Points: 64, Resamples: 99}, "99 resamples: it takes 100 at least"},
		{"replicates", ishigami(), sensitivity.SobolOptions{Points: 64, Replicates: -1}, "-1 replicates"},
		{"twice", ishigami(), sensitivity.SobolOptions{Points: 64, Groups: groups([][]int{{0, 1}, {2, 1}})}, "input x2 is in group a and again in group b"},
		{"twice in one", ishigami(), sensitivity.SobolOptions{Points: 64, Groups: groups([][]int{{0, 0}, {1, 2}})}, "input x1 is in group a and again in group a"},
		{"never", ishigami(), sensitivity.SobolOptions{Points: 64, Groups: groups([][]int{{0, 1}})}, "input x3 is in no group"},
		{"unknown", ishigami(), sensitivity.SobolOptions{Points: 64, Groups: groups([][]int{{0, 1}, {2, 3}})}, "group b: there is no input 3 among 3"},
		{"empty", ishigami(), sensitivity.SobolOptions{Points: 64, Groups: groups([][]int{{0, 1, 2}, {}})}, "group b has no members"},
		{"contradictory", contradictory, sensitivity.SobolOptions{Points: 64}, "not positive definite"},
		{"nearly the same", same, sensitivity.SobolOptions{Points: 64}, "or say the same twice"},
		{"small", small, sensitivity.SobolOptions{Points: 64}, "correlations of 2 inputs, where there are 3"},
		{"scaled", scaled, sensitivity.SobolOptions{Points: 64}, "the correlation of x2 with itself is 2.25, not 1"},
		{"extreme", extreme, sensitivity.SobolOptions{Points: 64}, "the correlation of x1 and x2 is 1, not between -1 and 1"},
		{"too many", problem(uniforms(513), func(x []float64) float64 { return x[0] }), sensitivity.SobolOptions{Points: 64}, "513 inputs: there are Sobol' points for 512 at most"},
		{"none", problem(nil, func([]float64) float64 { return 0 }), sensitivity.SobolOptions{Points: 64}, "0 inputs"},
	} {
		_, err := sensitivity.Sobol(t.Context(), test.problem, test.options)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v", test.name, err)
		}
	}
}

// Both methods say which output cannot be analysed, and where.
func TestOutputsThatCannotBeAnalysed(t *testing.T) {
	two := func(second func(x []float64) float64) *sensitivity.Problem {
		p := uniformProblem(second)
		p.Outputs = 2
		return p
	}
	methods := map[string]func(p *sensitivity.Problem, seed uint64) error{
		"Sobol": func(p *sensitivity.Problem, seed uint64) error {
			_, err := sensitivity.Sobol(t.Context(), p, sensitivity.SobolOptions{Points: 64, Seed: seed, Resamples: 100})
			return err
		},
		"Shapley": func(p *sensitivity.Problem, seed uint64) error {
			_, err := sensitivity.Shapley(t.Context(), p, sensitivity.ShapleyOptions{Points: 64, Seed: seed, Resamples: 100})
			return err
		},
	}
	for name, method := range methods {
		var constant sensitivity.ConstantError
		if err := method(two(func([]float64) float64 { return 3 }), 1); !errors.As(err, &constant) || constant.Output != 1 || err.Error() != "output 1 does not vary" {
			t.Errorf("%s: %v", name, err)
		}
		if err := method(two(func([]float64) float64 { return math.NaN() }), 1); err == nil || err.Error() != "output 1 is NaN at base point 0" {
			t.Errorf("%s: %v", name, err)
		}
		bad := func(x []float64) float64 { // so rarely that some seeds find it in A and B, others after
			if x[0] > 0.95 && x[1] < 0.2 {
				return math.Inf(1)
			}
			return x[0]
		}
		for seed := range uint64(20) {
			var infinite sensitivity.NotFiniteError
			err := method(two(bad), seed)
			if !errors.As(err, &infinite) || infinite.Output != 1 || infinite.Point > 63 || !math.IsInf(bad(infinite.Inputs), 1) {
				t.Errorf("%s, seed %d: %v", name, seed, err)
			}
		}
	}
}

// uniformProblem has two outputs, of which the first is a sum.
func uniformProblem(second func(x []float64) float64) *sensitivity.Problem {
	return &sensitivity.Problem{Inputs: uniforms(3), New: func() sensitivity.Function {
		return func(x []float64) []float64 { return []float64{x[0] + x[1], second(x)} }
	}}
}

func TestContextEndsAnalysis(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	p := problem(uniforms(3), func(x []float64) float64 {
		cancel()
		return x[0]
	})
	if _, err := sensitivity.Sobol(ctx, p, sensitivity.SobolOptions{Points: 64}); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}
