package discovery_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"reconfig/model/modeltest"
	"reconfig/sim/discovery"
)

// examples are n examples of evenly spread inputs from 0 to 1. Each is of interest with a probability that hangs on its inputs.
func examples(n, inputs int, seed uint64, probability func(x []float64) float64) (x [][]float64, interest []bool) {
	random := rand.New(rand.NewPCG(seed, 1))
	x = make([][]float64, inputs)
	for i := range x {
		x[i] = make([]float64, n)
	}
	interest, at := make([]bool, n), make([]float64, inputs)
	for j := range n {
		for i := range x {
			at[i] = random.Float64()
			x[i][j] = at[i]
		}
		interest[j] = random.Float64() < probability(at)
	}
	return x, interest
}

// when gives the probability 1 where something holds, and else 0.
func when(holds func(x []float64) bool) func([]float64) float64 {
	return func(x []float64) float64 {
		if holds(x) {
			return 1
		}
		return 0
	}
}

func find(t testing.TB, x [][]float64, interest []bool, o discovery.Options) *discovery.Scenarios {
	t.Helper()
	s, err := discovery.Find(context.Background(), x, interest, o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// restricted lists the inputs that a box has rules for.
func restricted(b discovery.Box) []int {
	var all []int
	for _, r := range b.Rules {
		all = append(all, r.Input)
	}
	return all
}

func checkNear(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance) {
		t.Errorf("%s %v, want %v to within %v", what, got, want, tolerance)
	}
}

// A planted box is found with its limits, and no rule beside: coverage and density are 1, at its volume. Pasting a
// hundredth at a time, a limit is off by about a hundredth of the box's width at most.
func TestPlantedBox(t *testing.T) {
	planted := func(x []float64) bool { return x[1] > 0.6 && x[3] < 0.7 && x[4] > 0.2 && x[4] < 0.8 }
	for _, seed := range modeltest.Some([]uint64{1, 2, 3}, 3) {
		x, interest := examples(20_000, 6, seed, when(planted))
		s := find(t, x, interest, discovery.Options{Paste: 0.01, LeastDensity: 1, Boxes: 1})
		b := s.Boxes[0]
		if got := restricted(b); !reflect.DeepEqual(got, []int{1, 3, 4}) {
			t.Fatalf("seed %d: inputs %v are restricted, want 1, 3 and 4", seed, got)
		}
		if b.Density != 1 {
			t.Errorf("seed %d: density %v, want 1", seed, b.Density)
		}
		checkNear(t, "coverage", b.Coverage, 1, 0.04)
		checkNear(t, "mass", b.Mass, 0.4*0.7*0.6, 0.01)
		checkNear(t, "lower limit of input 1", b.Rules[0].From, 0.6, 0.006)
		checkNear(t, "upper limit of input 3", b.Rules[1].To, 0.7, 0.009)
		checkNear(t, "lower limit of input 4", b.Rules[2].From, 0.2, 0.008)
		checkNear(t, "upper limit of input 4", b.Rules[2].To, 0.8, 0.008)
		if !math.IsInf(b.Rules[0].To, 1) || !math.IsInf(b.Rules[1].From, -1) {
			t.Errorf("seed %d: a limit where none was planted: %+v", seed, b.Rules)
		}
	}
}

// What lies above a straight line through the unit square is no box. The best box with its corner in (1, 1) goes down to
// some t on both inputs, by symmetry: for x + y > 1 its density is 1 − (1 − 2t)² ÷ 2(1 − t)², which is 0.8 where
// t = (1 − √0.4) ÷ (2 − √0.4) = 0.26876; its coverage is then 0.8 (1 − t)² ÷ 0.5 = 0.85556. Boxes somewhat higher on one
// side and lower on the other are nearly as good, and coverage may be a hundredth of itself lower for more density.
func TestHalfSpace(t *testing.T) {
	for _, seed := range []uint64{1, 2, 3}[:modeltest.ShortOrLong(1, 3)] {
		x, interest := examples(modeltest.ShortOrLong(20_000, 100_000), 3, seed, when(func(x []float64) bool { return x[0]+x[1] > 1 }))
		b := find(t, x, interest, discovery.Options{Peel: 0.01, LeastDensity: 0.8, Boxes: 1}).Boxes[0]
		if got := restricted(b); !reflect.DeepEqual(got, []int{0, 1}) {
			t.Fatalf("seed %d: inputs %v are restricted, want 0 and 1", seed, got)
		}
		checkNear(t, "lower limit of the first", b.Rules[0].From, 0.26876, 0.04)
		checkNear(t, "lower limit of the second", b.Rules[1].From, 0.26876, 0.04)
		checkNear(t, "coverage", b.Coverage, 0.85556, 0.015)
		checkNear(t, "density", b.Density, 0.805, 0.0075)
	}
}

// Each peel takes a share of the box, less what is not a whole example: after n of them the mass is (1 − share)ⁿ, and the
// parts of examples that were left add up to less than 1 ÷ share examples.
func TestMassFallsByShares(t *testing.T) {
	n := modeltest.ShortOrLong(10_000, 100_000)
	for _, share := range []float64{0.02, 0.05, 0.1} {
		x, interest := examples(n, 4, 1, func(x []float64) float64 { return x[0] * x[1] })
		steps := find(t, x, interest, discovery.Options{Peel: share, LeastDensity: 0.6, Boxes: 1}).Boxes[0].Trajectory
		peels := steps
		if last := len(steps) - 1; steps[last].Chosen {
			peels = steps[:last] // the last is the box after pasting
		}
		for k, step := range peels {
			exact := math.Pow(1-share, float64(k))
			if over := float64(n) * (step.Mass - exact); over < -1e-6 || over > 1/share {
				t.Errorf("peeling %v: mass %v at step %d, want %v to within 1 ÷ share cases", share, step.Mass, k, exact)
			}
		}
		if last := peels[len(peels)-1].Mass; last < 0.05 || last*(1-share) > 0.05 {
			t.Errorf("peeling %v: the last box has the mass %v, want it to be the last before 0.05", share, last)
		}
	}
}

// A peel takes whole values, at most the share, or else the outermost value.
func TestPeelsTakeWholeValues(t *testing.T) {
	for _, test := range []struct {
		name   string
		counts []int // examples of value 0, 1, …; only those of the last are of interest
		masses []float64
	}{
		{"values that fit, not the one that does not", []int{2, 2, 3, 93}, []float64{1, 0.96, 0.93}},
		{"values that fill the share", []int{2, 3, 95}, []float64{1, 0.95}},
		{"an end value above the share", []int{40, 60}, []float64{1, 0.6}},
		{"one after the other", []int{20, 4, 1, 30, 45}, []float64{1, 0.8, 0.76, 0.75, 0.45}},
	} {
		t.Run(test.name, func(t *testing.T) {
			x, interest := [][]float64{nil}, []bool(nil)
			for value, count := range test.counts {
				for range count {
					x[0] = append(x[0], float64(value))
					interest = append(interest, value == len(test.counts)-1)
				}
			}
			var masses []float64
			for _, step := range find(t, x, interest, discovery.Options{LeastDensity: 1}).Boxes[0].Trajectory {
				masses = append(masses, step.Mass)
			}
			if !reflect.DeepEqual(masses, test.masses) {
				t.Errorf("masses %v, want %v", masses, test.masses)
			}
		})
	}
}

// Of two slices without any example of interest the larger goes first.
func TestLargerSliceGoesFirst(t *testing.T) {
	x, interest := [][]float64{nil, nil}, []bool(nil)
	for j := range 100 {
		first, second := 1.0, 1.0
		if j < 10 {
			first = 0
		}
		if j >= 70 {
			second = 0
		}
		x[0], x[1] = append(x[0], first), append(x[1], second)
		interest = append(interest, j >= 10 && j < 70)
	}
	steps := find(t, x, interest, discovery.Options{LeastDensity: 1}).Boxes[0].Trajectory
	if len(steps) != 3 || steps[1].Mass != 0.7 || steps[2].Mass != 0.6 {
		t.Errorf("steps %+v, want masses of 0.7 and then 0.6", steps)
	}
}

// Two boxes are found one after the other, the one with more examples of interest first, and no third.
func TestTwoBoxes(t *testing.T) {
	for _, seed := range modeltest.Some([]uint64{1, 2, 3}, 3) {
		x, interest := examples(20_000, 8, seed, func(x []float64) float64 {
			if x[0] > 0.6 && x[1] > 0.5 || x[2] < 0.3 && x[3] < 0.4 {
				return 0.95
			}
			return 0.02
		})
		s := find(t, x, interest, discovery.Options{LeastDensity: 0.9})
		if len(s.Boxes) != 2 {
			t.Fatalf("seed %d: %d boxes, want 2", seed, len(s.Boxes))
		}
		for k, want := range [][]int{{0, 1}, {2, 3}} {
			if got := restricted(s.Boxes[k]); !reflect.DeepEqual(got, want) {
				t.Errorf("seed %d: box %d has rules for inputs %v, want %v", seed, k+1, got, want)
			}
		}
		checkNear(t, "coverage together", s.Boxes[0].Coverage+s.Boxes[1].Coverage, 0.95, 0.05)
		checkNear(t, "density of the first", s.Boxes[0].Density, 0.93, 0.03)
		checkNear(t, "density of the second", s.Boxes[1].Density, 0.93, 0.03)
	}
}

// After a box that is dense enough, none follows that is not.
func TestLaterBoxesAreDenseEnough(t *testing.T) {
	x, interest := examples(20_000, 4, 1, func(x []float64) float64 {
		switch {
		case x[0] > 0.6 && x[1] > 0.5:
			return 0.95
		case x[2] < 0.3 && x[3] < 0.4:
			return 0.6
		}
		return 0.02
	})
	if s := find(t, x, interest, discovery.Options{LeastDensity: 0.85}); len(s.Boxes) != 1 {
		t.Errorf("%d boxes, want 1: %+v", len(s.Boxes), s.Boxes)
	}
}

// Peeling cuts inputs that mean nothing as well, when what is left is small; such limits do not stay, nor lower the density
// that is wanted in vain: where no box has it, there is the densest.
func TestIrrelevantInputsAreDropped(t *testing.T) {
	for seed := range uint64(modeltest.ShortOrLong(3, 10)) {
		x, interest := examples(3000, 15, seed, func(x []float64) float64 {
			if x[5] > 0.7 && x[9] < 0.5 {
				return 0.7
			}
			return 0.1
		})
		s := find(t, x, interest, discovery.Options{LeastDensity: 0.95})
		if len(s.Boxes) != 1 {
			t.Fatalf("seed %d: %d boxes, want the densest alone", seed, len(s.Boxes))
		}
		b := s.Boxes[0]
		if got := restricted(b); !reflect.DeepEqual(got, []int{5, 9}) || b.Reached {
			t.Errorf("seed %d: inputs %v have rules, want 5 and 9; reached %v, want not", seed, got, b.Reached)
		}
		checkNear(t, "density", b.Density, 0.7, 0.06)
		checkNear(t, "greatest density of a peeled box", b.DensestPeeled, 0.82, 0.07)
	}
}

// aboveSum makes examples of 74 inputs of which those with a greater sum of three, and a little of the others, are of
// interest: 18 %.
func aboveSum(n int, seed uint64) (x [][]float64, interest []bool) {
	return examples(n, 74, seed, when(func(x []float64) bool {
		sum := 3*x[0] + 1.5*x[1] + 1.5*x[2]
		for i, v := range x[3:] {
			if i < 7 {
				sum += 0.6 * v
			} else {
				sum += 0.05 * v
			}
		}
		return sum > 7.77
	}))
}

// With few examples for many inputs chance peels most of them, to boxes of hardly any but examples of interest. What the rules
// say must hold for other examples too, and yet be worth saying: of a box with so many limits that may be chance, pruning
// leaves next to nothing, unless the inputs that matter are peeled without the others.
func TestFewCasesForManyInputs(t *testing.T) {
	others := modeltest.ShortOrLong(20_000, 50_000)
	x, interest := aboveSum(others, 999)
	fresh, everyone := &search{x: x, interest: interest}, slices.Repeat([]bool{true}, others)
	for seed := range uint64(modeltest.ShortOrLong(2, 6)) {
		few, ofInterest := aboveSum(500, seed)
		box := func(density float64) discovery.Box {
			return find(t, few, ofInterest, discovery.Options{LeastDensity: density, Boxes: 1}).Boxes[0]
		}
		wide, b := box(0.5), box(1)
		if !(b.Density > wide.Density) {
			t.Errorf("seed %d: asking for the densities 0.5 and 1 gives %v and %v", seed, wide.Density, b.Density)
		}
		most := 0.0
		for _, step := range b.Trajectory {
			most = max(most, step.Density)
		}
		if b.Density < 0.9*most {
			t.Errorf("seed %d: density %v, on the way there was %v", seed, b.Density, most)
		}
		if b.Reached || b.DensestPeeled < 0.95 {
			t.Errorf("seed %d: reached %v, and the densest peeled has %v; want not, and more than 0.95", seed, b.Reached, b.DensestPeeled)
		}
		all, hits, _ := fresh.count(b.Rules, -1, everyone)
		if density := float64(hits) / float64(all); density < 0.6 {
			t.Errorf("seed %d: density %v among other cases, want 0.6 or more", seed, density)
		}
		for _, i := range restricted(b) {
			if i >= 10 {
				t.Errorf("seed %d: input %d has a rule, and hardly matters", seed, i)
			}
		}
	}
}

// With many examples a limit that adds less than a hundredth of the density is no chance, and yet not worth a rule.
func TestNegligibleLimitsAreDropped(t *testing.T) {
	x, interest := examples(modeltest.ShortOrLong(40_000, 200_000), 3, 1, func(x []float64) float64 {
		p := 0.1
		if x[0] > 0.5 {
			p = 0.9
		}
		if x[1] < 0.5 {
			p -= 0.014
		}
		return p
	})
	for j, v := range x[1] {
		x[1][j] = math.Round(v)
	}
	s := find(t, x, interest, discovery.Options{LeastDensity: 0.99})
	if got := restricted(s.Boxes[0]); !reflect.DeepEqual(got, []int{0}) {
		t.Errorf("inputs %v are restricted, want 0 alone", got)
	}
}

// A published box: of 882 examples of a renewable energy standard it holds 87, 67 of them of interest. Each of its four rules
// has a quasi-p value, printed by EMA workbench in its example "Performing Scenario Discovery in Python"; what the box
// would hold without the rule was counted in the same data (Bryant & Lempert 2010). Only the last may be chance.
func TestPublishedQuasiP(t *testing.T) {
	for _, rule := range []struct {
		name           string
		examples, hits int // without the rule
		published      float64
		chance         bool // whether the rule may be there by chance
	}{
		{"total biomass", 131, 70, 4.716968553178765e-06, false},
		{"demand elasticity", 209, 70, 1.1849299115762218e-16, false},
		{"biomass backstop price", 183, 77, 3.515112530263049e-11, false},
		{"cellulosic cost", 95, 68, 0.15741333528927348, true},
	} {
		x, interest := [][]float64{nil}, []bool(nil)
		add := func(n, hits int, value float64) {
			for j := range n {
				x[0], interest = append(x[0], value), append(interest, j < hits)
			}
		}
		add(87, 67, 1)
		add(rule.examples-87, rule.hits-67, 0)
		s := find(t, x, interest, discovery.Options{LeastDensity: 0.77})
		if rule.chance {
			if len(s.Boxes) > 0 {
				t.Errorf("%s: a rule %+v, want none", rule.name, s.Boxes[0].Rules)
			}
			continue
		}
		if got := s.Boxes[0].Rules[0].QuasiP; !(math.Abs(got-rule.published) <= 1e-12*rule.published) {
			t.Errorf("%s: quasi-p value %v, published is %v", rule.name, got, rule.published)
		}
	}
}

// A box that is dense enough is peeled further where that hardly lowers its coverage: it goes down to what was planted.
func TestDensityForHardlyAnyCoverage(t *testing.T) {
	x, interest := examples(50_000, 3, 1, func(x []float64) float64 {
		if x[0] > 0.6 && x[1] > 0.6 {
			return 1
		}
		return 0.001
	})
	b := find(t, x, interest, discovery.Options{LeastDensity: 0.5}).Boxes[0]
	checkNear(t, "mass", b.Mass, 0.16, 0.01)
	checkNear(t, "coverage", b.Coverage, 0.99, 0.015)
	checkNear(t, "density", b.Density, 1, 0.05)
}

// Where chance alone decides, peeling finds dense boxes nevertheless, in every sample; hardly ever may a rule stay.
func TestNoiseGivesNoRules(t *testing.T) {
	boxes, seeds := 0, modeltest.ShortOrLong(5, 20)
	for _, probability := range []float64{0.1, 0.5} {
		for seed := range uint64(seeds) {
			x, interest := examples(1000, 10, seed, func([]float64) float64 { return probability })
			boxes += len(find(t, x, interest, discovery.Options{}).Boxes)
		}
	}
	if most := 1 + seeds/4; boxes > most {
		t.Errorf("boxes in %d of %d samples without any, want at most %d", boxes, 2*seeds, most)
	}
}

// An input of two values, each half of the examples, loses many examples of interest with one of them. It must not be cut before
// a finer input, from which less dense slices can be taken, only because cutting it raises the density more at once.
func TestFewValuesAreNoAdvantage(t *testing.T) {
	for _, seed := range modeltest.Some([]uint64{1, 2, 3}, 3) {
		x, interest := examples(20_000, 4, seed, func(x []float64) float64 {
			p := 0.08
			if x[0] > 0.5 {
				p = 0.88
			}
			if x[1] > 0.5 {
				p += 0.04
			}
			return p
		})
		for j := range x[1] {
			x[1][j], x[2][j], x[3][j] = math.Round(x[1][j]), math.Round(x[2][j]), 7
		}
		b := find(t, x, interest, discovery.Options{LeastDensity: 0.85, Boxes: 1}).Boxes[0]
		if got := restricted(b); !reflect.DeepEqual(got, []int{0}) {
			t.Errorf("seed %d: inputs %v are restricted, want 0 alone", seed, got)
		}
		checkNear(t, "mass", b.Mass, 0.5, 0.05)
	}
}

// Rules on inputs of a few values say which values.
func TestFewValues(t *testing.T) {
	x, interest := examples(5000, 3, 1, func(x []float64) float64 {
		if math.Floor(3*x[0]) == 1 && x[1] > 0.5 {
			return 1
		}
		return 0
	})
	for j := range x[0] {
		x[0][j], x[1][j], x[2][j] = math.Floor(3*x[0][j]), math.Round(x[1][j]), 7
	}
	b := find(t, x, interest, discovery.Options{}).Boxes[0]
	if b.Coverage != 1 || b.Density != 1 || !reflect.DeepEqual(restricted(b), []int{0, 1}) {
		t.Fatalf("coverage %v, density %v, rules %+v; want 1, 1 and rules for inputs 0 and 1", b.Coverage, b.Density, b.Rules)
	}
	if first, second := b.Rules[0], b.Rules[1]; first.From != 1 || first.To != 1 || second.From != 1 || !math.IsInf(second.To, 1) {
		t.Errorf("rules %+v; want the first from 1 to 1 and the second from 1", b.Rules)
	}
	if r := b.Rules[0]; r.Least != 0 || r.Most != 2 {
		t.Errorf("input 0 goes from %v to %v, want 0 to 2", r.Least, r.Most)
	}
}

// Infinite values are values like others.
func TestInfiniteValues(t *testing.T) {
	x, interest := examples(2000, 2, 1, when(func(x []float64) bool { return x[0] > 0.6 }))
	for j, v := range x[0] {
		if v > 0.8 {
			x[0][j] = math.Inf(1)
		}
		if v < 0.3 {
			x[0][j] = math.Inf(-1)
		}
	}
	b := find(t, x, interest, discovery.Options{LeastDensity: 1, Paste: 0.01}).Boxes[0]
	checkNear(t, "coverage", b.Coverage, 1, 0.02)
	checkNear(t, "lower limit", b.Rules[0].From, 0.6, 0.01)
}

func TestErrors(t *testing.T) {
	x, interest := [][]float64{{1, 2, 3, 4}, {1, 1, 2, 2}}, []bool{true, false, false, true}
	for _, test := range []struct {
		name     string
		x        [][]float64
		interest []bool
		o        discovery.Options
		nothing  bool // whether the error says that nothing can be found
	}{
		{"no input", nil, interest, discovery.Options{}, false},
		{"fewer cases", [][]float64{{1, 2, 3, 4}, {1, 1, 2}}, interest, discovery.Options{}, false},
		{"not a number", [][]float64{{1, 2, 3, 4}, {1, 1, 2, math.NaN()}}, interest, discovery.Options{}, false},
		{"no case", [][]float64{{}}, nil, discovery.Options{}, true},
		{"none of interest", x, make([]bool, 4), discovery.Options{}, true},
		{"all of interest", x, []bool{true, true, true, true}, discovery.Options{}, true},
		{"dense enough already", x, interest, discovery.Options{LeastDensity: 0.5}, true},
		{"all peeled", x, interest, discovery.Options{Peel: 1}, false},
		{"peel below 0", x, interest, discovery.Options{Peel: -0.1}, false},
		{"peel is no number", x, interest, discovery.Options{Peel: math.NaN()}, false},
		{"paste above 1", x, interest, discovery.Options{Paste: 1.5}, false},
		{"no mass", x, interest, discovery.Options{LeastMass: -0.1}, false},
		{"all mass", x, interest, discovery.Options{LeastMass: 1}, false},
		{"density above 1", x, interest, discovery.Options{LeastDensity: 1.1}, false},
		{"boxes below 0", x, interest, discovery.Options{Boxes: -1}, false},
		{"workers below 0", x, interest, discovery.Options{Workers: -1}, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			s, err := discovery.Find(context.Background(), test.x, test.interest, test.o)
			if err == nil || s != nil {
				t.Fatalf("got %+v and error %v, want an error alone", s, err)
			}
			if errors.Is(err, discovery.ErrNothingToFind) != test.nothing {
				t.Errorf("error %q; says that nothing can be found: want %v", err, test.nothing)
			}
		})
	}
}

func TestStopsWithContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	x, interest := examples(1000, 3, 1, func(x []float64) float64 { return x[0] })
	if _, err := discovery.Find(ctx, x, interest, discovery.Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want that of the context", err)
	}
}

// Of the points of a grid, those in one corner are of interest.
func ExampleFind() {
	x, interest := make([][]float64, 2), []bool(nil)
	for rate := range 20 {
		for years := range 20 {
			x[0] = append(x[0], float64(rate))
			x[1] = append(x[1], float64(years))
			interest = append(interest, rate >= 12 && years <= 7)
		}
	}
	scenarios, err := discovery.Find(context.Background(), x, interest, discovery.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, box := range scenarios.Boxes {
		fmt.Printf("coverage %.2f, density %.2f\n", box.Coverage, box.Density)
		for _, rule := range box.Rules {
			fmt.Printf("input %d from %v to %v\n", rule.Input, rule.From, rule.To)
		}
	}
	// Output:
	// coverage 1.00, density 1.00
	// input 0 from 12 to +Inf
	// input 1 from -Inf to 7
}
