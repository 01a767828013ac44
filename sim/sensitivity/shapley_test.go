package sensitivity_test

import (
	"context"
	"math"
	"reflect"
	"slices"
	"testing"

	"reconfig/model/modeltest"
	"reconfig/sim/sensitivity"
)

func shapley(t *testing.T, p *sensitivity.Problem, o sensitivity.ShapleyOptions) sensitivity.ShapleyEffects {
	t.Helper()
	all, err := sensitivity.Shapley(context.Background(), p, o)
	if err != nil {
		t.Fatal(err)
	}
	return all[0]
}

func TestShapleyAsAnalytic(t *testing.T) {
	_, _, chainEffects := chainIndices()
	type known struct {
		name    string
		problem *sensitivity.Problem
		want    []float64
	}
	for _, test := range modeltest.Some([]known{
		// Of independent inputs, the first-order index and an equal part of each interaction.
		{"Ishigami", ishigami(), []float64{ishigamiFirst[0] + ishigamiS13/2, ishigamiFirst[1], ishigamiS13 / 2}},
		{"G", sobolG(sobolA...), sobolGEffects()},
		{"two normals", pairOfNormals(), []float64{0.2692307692, 0.7307692308}},
		{"three normals", threeNormals(), threeShapley},
		{"chain", chain(), chainEffects},
		{"interacting", interacting(), interactingShapley},
		// The case c = 0 of interacting without x4: x3 does nothing but tell of x2. With ρ = 0.9: 1/2 + ρ²/6, 1/2 − ρ²/3, ρ²/6.
		{"told of", withScores(problem(normals(3), func(x []float64) float64 { return x[0] * x[1] }), correlation{1, 2, 0.9}), []float64{0.635, 0.23, 0.135}},
		{"one input", problem(uniforms(1), func(x []float64) float64 { return x[0] * x[0] }), []float64{1}},
	}, 3) {
		t.Run(test.name, func(t *testing.T) {
			const seeds = 8
			mean := make([]float64, len(test.want))
			for seed := range uint64(seeds) {
				s := shapley(t, test.problem, sensitivity.ShapleyOptions{Points: 1 << 12, Seed: seed, Resamples: 100})
				sum := 0.0
				for i, e := range s.Effects {
					mean[i] += e.Value / seeds
					sum += e.Value
				}
				if math.Abs(sum-1) > 1e-12 {
					t.Errorf("effects add up to %v", sum)
				}
			}
			for i, want := range test.want {
				if math.Abs(mean[i]-want) > 0.012 { // three standard errors, at most
					t.Errorf("effect %d: %.4f, not %.4f", i, mean[i], want)
				}
			}
		})
	}
}

func TestShapleyIntervals(t *testing.T) {
	for name, test := range map[string]struct {
		problem *sensitivity.Problem
		want    []float64
	}{
		"independent": {ishigami(), []float64{ishigamiFirst[0] + ishigamiS13/2, ishigamiFirst[1], ishigamiS13 / 2}},
		"correlated":  {threeNormals(), threeShapley},
	} {
		seeds := modeltest.ShortOrLong(20, 50)
		held := 0
		for seed := range uint64(seeds) {
			s := shapley(t, test.problem, sensitivity.ShapleyOptions{Points: 512, Seed: seed, Resamples: 200})
			for i, e := range s.Effects {
				if e.Low <= test.want[i] && test.want[i] <= e.High {
					held++
				}
			}
		}
		if share := float64(held) / float64(3*seeds); share < 0.91 {
			t.Errorf("%s: %.3f of the intervals hold the effect", name, share)
		}
	}
}

func TestShapleySettling(t *testing.T) {
	for seed := range uint64(modeltest.ShortOrLong(1, 3)) {
		s := shapley(t, interacting(), sensitivity.ShapleyOptions{Points: 1 << 14, Seed: seed, Resamples: 400})
		first, last := s.Settling[0], s.Settling[len(s.Settling)-1]
		if first.Points != 256 || first.Settled || last.Points != 1<<14 || !last.Settled {
			t.Errorf("%+v … %+v", first, last)
		}
		if last.Order[0] != 2 || last.Order[3] != 3 || !reflect.DeepEqual(last.Effects, s.Effects) {
			t.Errorf("%+v", last)
		}
	}
}

func TestShapleySaysWhatIsCorrelated(t *testing.T) {
	s := shapley(t, interacting(), sensitivity.ShapleyOptions{Points: 64})
	if !slices.Equal(s.Correlated, []bool{false, true, true, false}) {
		t.Error(s.Correlated)
	}
}

// A worker goes along some paths from the middle on, which must not matter.
func TestShapleySameBitsForAnyNumberOfWorkers(t *testing.T) {
	for name, p := range map[string]*sensitivity.Problem{"independent": ishigami(), "correlated": interacting()} {
		of := func(workers int) sensitivity.ShapleyEffects {
			return shapley(t, p, sensitivity.ShapleyOptions{Points: 512, Seed: 3, Run: sensitivity.Run{Workers: workers}})
		}
		if one, four := of(1), of(4); !reflect.DeepEqual(one, four) {
			t.Errorf("%s: %+v\n%+v", name, one, four)
		}
	}
}

func TestShapleyRuns(t *testing.T) {
	runs := 0
	shapley(t, interacting(), sensitivity.ShapleyOptions{Points: 64, Run: sensitivity.Run{Progress: func(n int) { runs += n }}})
	if want := 64 * 5; runs != want {
		t.Errorf("%d runs, not %d", runs, want)
	}
}

func TestShapleyErrors(t *testing.T) {
	if _, err := sensitivity.Shapley(t.Context(), ishigami(), sensitivity.ShapleyOptions{Points: 100}); err == nil {
		t.Error("100 points pass")
	}
	if _, err := sensitivity.Shapley(t.Context(), ishigami(), sensitivity.ShapleyOptions{Points: 64, Resamples: 1}); err == nil {
		t.Error("one resample passes")
	}
	extreme := withScores(ishigami(), correlation{0, 1, -1})
	if _, err := sensitivity.Shapley(t.Context(), extreme, sensitivity.ShapleyOptions{Points: 64}); err == nil {
		t.Error("a correlation of -1 passes")
	}
}
