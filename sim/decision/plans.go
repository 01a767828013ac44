package decision

import (
	"errors"
	"fmt"

	"reconfig/sim/numbers"
)

// FirstStep is what it comes to, to begin in one way and go on later. A plan is a first step with one of its
// continuations. All but Then and ProbabilityBest are in the unit of the values; regret is what is lost in a draw against
// the best of all plans.
type FirstStep struct {
	// If the continuation is chosen now as well:
	Then           int     // continuation with the best mean, the first of those that are the same
	Value          float64 // mean with it
	ExpectedRegret float64
	WorstRegret    float64

	// If everything is learnt after the first step, and the best continuation in the draw is then chosen:
	ValueLearning  float64 // never below Value: the most that keeping the choice open can be worth
	RegretLearning float64 // mean regret that is left even so: what the first step itself closes off
	WorstLearning  float64

	ProbabilityBest float64 // share of draws in which the best plan begins with this step, shared among steps that are the same
}

// FirstSteps compares ways to begin. Values are by first step, continuation and draw, finite, and of the same draws
// throughout; otherwise, and if a first step has no continuation, it returns an error.
//
// Source: Arrow & Fisher (1974), Environmental preservation, uncertainty, and irreversibility, QJE 88(2), for what it is
// worth to keep a choice open until more is known.
func FirstSteps(values [][][]float64) ([]FirstStep, error) {
	if err := checkPlans(values); err != nil {
		return nil, err
	}
	learning := make([][]float64, len(values))
	for s, continuations := range values {
		learning[s], _ = tops(continuations)
	}
	top, shares := tops(learning)
	steps := make([]FirstStep, len(values))
	for s, continuations := range values {
		means := numbers.Means(continuations)
		f := &steps[s]
		f.Then = numbers.Best(means)
		f.Value, f.ValueLearning = means[f.Then], numbers.Mean(learning[s])
		f.ExpectedRegret, f.WorstRegret = loss(top, continuations[f.Then])
		f.RegretLearning, f.WorstLearning = loss(top, learning[s])
		f.ProbabilityBest = shares[s] / float64(len(top))
	}
	return steps, nil
}

// loss is the mean and the greatest of what values are short of the top.
func loss(top, values []float64) (mean, worst float64) {
	for k := range top {
		lost := numbers.Short(values[k], top[k])
		mean += lost / float64(len(top))
		worst = max(worst, lost)
	}
	return mean, worst
}

func checkPlans(values [][][]float64) error {
	if len(values) == 0 {
		return errors.New("there are no first steps")
	}
	for s, continuations := range values {
		if err := numbers.CheckFinite(continuations); err != nil {
			return fmt.Errorf("first step %d: %w", s, err)
		}
		if draws := len(values[0][0]); len(continuations[0]) != draws {
			return fmt.Errorf("first step %d has %d draws, the first one has %d", s, len(continuations[0]), draws)
		}
	}
	return nil
}
