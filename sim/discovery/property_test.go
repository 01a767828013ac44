package discovery_test

import (
	"context"
	"errors"
	"math"
	"reflect"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"
	"pgregory.net/rapid"

	"reconfig/sim/discovery"
)

// search is a random small task with its answer.
type search struct {
	x        [][]float64
	interest []bool
	options  discovery.Options
	found    *discovery.Scenarios
}

// drawSearch makes examples whose inputs have from one to a thousand values, whole numbers, some of them signals.
func drawSearch(t *rapid.T) *search {
	s := &search{options: discovery.Options{
		Peel:      rapid.SampledFrom([]float64{0, 0.01, 0.1, 0.3}).Draw(t, "peel"),
		Paste:     rapid.SampledFrom([]float64{0, 0.01, -1}).Draw(t, "paste"),
		LeastMass: rapid.SampledFrom([]float64{0, 0.01, 0.2}).Draw(t, "least mass"),
		Boxes:     rapid.IntRange(0, 4).Draw(t, "boxes"),
		Workers:   1,
	}}
	n := rapid.IntRange(2, 300).Draw(t, "cases")
	values := rapid.SliceOfN(rapid.SampledFrom([]int{1, 2, 3, 10, 1000}), 1, 5).Draw(t, "values")
	share := rapid.SampledFrom([]float64{0.02, 0.2, 0.6}).Draw(t, "share outside")
	s.x, s.interest = examples(n, len(values), rapid.Uint64().Draw(t, "seed"), func(x []float64) float64 {
		if x[0] > 0.5 && x[len(x)-1] < 0.7 {
			return 0.9
		}
		return share
	})
	for i, count := range values {
		for j := range s.x[i] {
			s.x[i][j] = math.Floor(float64(count) * s.x[i][j])
		}
	}
	var err error
	s.found, err = discovery.Find(context.Background(), s.x, s.interest, s.options)
	if errors.Is(err, discovery.ErrNothingToFind) {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// holds says whether an example keeps rules, but for one.
func (s *search) holds(rules []discovery.Rule, j, without int) bool {
	for k, r := range rules {
		if v := s.x[r.Input][j]; k != without && !(v >= r.From && v <= r.To) {
			return false
		}
	}
	return true
}

// count counts the examples, among those that are left, that keep rules but for one; and says which.
func (s *search) count(rules []discovery.Rule, without int, left []bool) (all, ofInterest int, which []int) {
	for j := range s.interest {
		if left[j] && s.holds(rules, j, without) {
			all, which = all+1, append(which, j)
			if s.interest[j] {
				ofInterest++
			}
		}
	}
	return all, ofInterest, which
}

// Counting the examples that keep the rules gives every number of a box. The quasi-p value is the sum of binomial
// probabilities from the number of examples of interest on.
func TestRulesGiveTheNumbers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawSearch(t)
		left := make([]bool, len(s.interest))
		for j := range left {
			left[j] = true
		}
		for _, b := range s.found.Boxes {
			all, ofInterest, inside := s.count(b.Rules, -1, left)
			if b.Examples != all || b.OfInterest != ofInterest {
				t.Fatalf("%d cases, %d of interest; counting gives %d, %d", b.Examples, b.OfInterest, all, ofInterest)
			}
			for k, r := range b.Rules {
				examples, hits, _ := s.count(b.Rules, k, left)
				density := float64(hits) / float64(examples)
				if r.DensityWithout != density {
					t.Errorf("density %v without rule %+v; counting gives %v", r.DensityWithout, r, density)
				}
				tail, binomial := 0.0, distuv.Binomial{N: float64(all), P: density}
				for h := ofInterest; h <= all; h++ {
					tail += binomial.Prob(float64(h))
				}
				if !(math.Abs(r.QuasiP-tail) <= 1e-9*tail) {
					t.Errorf("quasi-p value %v, the sum is %v", r.QuasiP, tail)
				}
				if !(r.QuasiP <= 0.05) || !(r.DensityWithout < b.Density) {
					t.Errorf("rule %+v does not matter, with density %v", r, b.Density)
				}
				if math.IsInf(r.From, -1) && math.IsInf(r.To, 1) || r.From > r.To {
					t.Errorf("rule %+v is none", r)
				}
			}
			for _, j := range inside {
				left[j] = false
			}
		}
	})
}

// Along a trajectory coverage and mass never rise, until the box itself; and coverage × all examples of interest =
// density × mass × all examples.
func TestTrajectories(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawSearch(t)
		all, ofInterest := float64(len(s.interest)), 0.0
		for _, yes := range s.interest {
			if yes {
				ofInterest++
			}
		}
		for k, b := range s.found.Boxes {
			chosen := 0
			for n, step := range b.Trajectory {
				if in := step.Coverage * ofInterest; math.Abs(in-step.Density*step.Mass*all) > 1e-9*all || math.Abs(in-float64(step.OfInterest)) > 1e-9*all {
					t.Errorf("coverage, density and mass do not fit: %+v", step)
				}
				if step.Chosen {
					chosen++
					if step.Measures != b.Measures || step.Restricted != len(b.Rules) {
						t.Errorf("the chosen step is %+v, the box %+v with %d rules", step, b.Measures, len(b.Rules))
					}
				}
				if n == 0 {
					if step.Restricted != 0 || k == 0 && (step.Mass != 1 || step.Coverage != 1) {
						t.Errorf("step 0 is %+v", step)
					}
					continue
				}
				if before := b.Trajectory[n-1]; !step.Chosen && (step.Coverage > before.Coverage || step.Mass >= before.Mass || step.Restricted < before.Restricted) {
					t.Errorf("step %d is %+v after %+v", n, step, before)
				}
			}
			if chosen != 1 {
				t.Errorf("%d steps of box %d are chosen, want 1", chosen, k+1)
			}
		}
	})
}

// The more density is asked for, the denser is the first box, until none has it; and each box says whether it has it. Only
// the first box is compared, since others are looked for in what it leaves.
func TestMoreDensityAskedFor(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawSearch(t)
		before := 0.0
		for asked := 0.05; asked <= 1; asked += 0.05 {
			s.options.LeastDensity = asked
			found, err := discovery.Find(context.Background(), s.x, s.interest, s.options)
			if errors.Is(err, discovery.ErrNothingToFind) || err == nil && len(found.Boxes) == 0 {
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			if found.Boxes[0].Density < before {
				t.Errorf("asking for %v gives %v, and for less %v", asked, found.Boxes[0].Density, before)
			}
			before = found.Boxes[0].Density
			for _, b := range found.Boxes {
				if b.Reached != (b.Density >= asked) || !b.Reached && len(found.Boxes) > 1 {
					t.Errorf("of %d boxes one has the density %v, asked for is %v, and reached is %v", len(found.Boxes), b.Density, asked, b.Reached)
				}
				for _, step := range b.Trajectory {
					if !step.Chosen && step.Density > b.DensestPeeled {
						t.Errorf("density %v on the way, and %v at most", step.Density, b.DensestPeeled)
					}
				}
			}
		}
	})
}

// Nothing depends on how many goroutines there are.
func TestWorkers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawSearch(t)
		s.options.Workers = 3
		again, err := discovery.Find(context.Background(), s.x, s.interest, s.options)
		if err != nil || !reflect.DeepEqual(again, s.found) {
			t.Errorf("three workers find %+v (%v), one %+v", again, err, s.found)
		}
	})
}

// Only the order of values counts: the same examples are found where an input rises faster or slower.
func TestMonotoneTransformation(t *testing.T) {
	cube := func(v float64) float64 { return v * v * v }
	rapid.Check(t, func(t *rapid.T) {
		s := drawSearch(t)
		x := make([][]float64, len(s.x))
		for i, values := range s.x {
			for _, v := range values {
				x[i] = append(x[i], cube(v))
			}
		}
		found, err := discovery.Find(context.Background(), x, s.interest, s.options)
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range s.found.Boxes {
			for k := range b.Rules {
				r := &b.Rules[k]
				r.From, r.To, r.Least, r.Most = cube(r.From), cube(r.To), cube(r.Least), cube(r.Most)
			}
		}
		if !reflect.DeepEqual(found, s.found) {
			t.Errorf("found %+v, want %+v", found, s.found)
		}
	})
}
