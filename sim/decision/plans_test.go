package decision_test

import (
	"testing"

	"pgregory.net/rapid"

	"reconfig/sim/decision"
)

// Build at once, or build half and then the rest or not; three states of demand.
//
//	            low  middle  high   mean
//	at once      −6      3     12      3
//	half, rest   −7      2     11      2
//	half only     2      3      4      3
//	best          2      3     12
func TestFirstStepsByHand(t *testing.T) {
	got, err := decision.FirstSteps([][][]float64{{{-6, 3, 12}}, {{-7, 2, 11}, {2, 3, 4}}})
	if err != nil {
		t.Fatal(err)
	}
	want := []decision.FirstStep{
		{Then: 0, Value: 3, ExpectedRegret: 8. / 3, WorstRegret: 8, ValueLearning: 3, RegretLearning: 8. / 3, WorstLearning: 8, ProbabilityBest: 0.5},
		{Then: 1, Value: 3, ExpectedRegret: 8. / 3, WorstRegret: 8, ValueLearning: 16. / 3, RegretLearning: 1. / 3, WorstLearning: 1, ProbabilityBest: 0.5},
	}
	for i, w := range want {
		g := got[i]
		fields := [][2]float64{
			{g.Value, w.Value}, {g.ExpectedRegret, w.ExpectedRegret}, {g.WorstRegret, w.WorstRegret}, {g.ValueLearning, w.ValueLearning},
			{g.RegretLearning, w.RegretLearning}, {g.WorstLearning, w.WorstLearning}, {g.ProbabilityBest, w.ProbabilityBest},
		}
		for _, f := range fields {
			if g.Then != w.Then || !same(f[0], f[1]) {
				t.Errorf("step %d: %+v, not %+v", i, g, w)
				break
			}
		}
	}
}

func TestFirstStepsHangTogether(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draws := rapid.IntRange(1, 20).Draw(t, "draws")
		series := rapid.SliceOfN(rapid.Float64Range(-1e3, 1e3), draws, draws)
		values := rapid.SliceOfN(rapid.SliceOfN(series, 1, 4), 1, 4).Draw(t, "values")
		steps, err := decision.FirstSteps(values)
		if err != nil {
			t.Fatal(err)
		}
		var plans [][]float64
		for _, continuations := range values {
			plans = append(plans, continuations...)
		}
		regrets, _ := decision.Regrets(plans)
		const slack = 1e-9
		probability, first := 0.0, 0
		for i, s := range steps {
			r := regrets[first+s.Then]
			if !near(s.Value, r.Mean, slack) || !near(s.ExpectedRegret, r.Expected, slack) || !near(s.WorstRegret, r.Worst, slack) {
				t.Errorf("step %d without learning: %+v, as a plan %+v", i, s, r)
			}
			if s.ValueLearning < s.Value-slack || s.RegretLearning > s.ExpectedRegret+slack || s.WorstLearning > s.WorstRegret+slack || s.RegretLearning < 0 {
				t.Errorf("step %d is the worse for learning: %+v", i, s)
			}
			// What learning adds to the value it takes from regret.
			if !near(s.ValueLearning-s.Value, s.ExpectedRegret-s.RegretLearning, slack) {
				t.Errorf("step %d: %+v", i, s)
			}
			probability += s.ProbabilityBest
			first += len(values[i])
		}
		if !near(probability, 1, slack) {
			t.Errorf("probabilities add up to %v", probability)
		}
	})
}

func TestFirstStepsThatAreNone(t *testing.T) {
	for name, values := range map[string][][][]float64{
		"none":             nil,
		"no continuations": {{{1}}, {}},
		"other draws":      {{{1}}, {{1, 2}}},
	} {
		if _, err := decision.FirstSteps(values); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
