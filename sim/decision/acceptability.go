package decision

import (
	"fmt"
	"math"

	"reconfig/sim/numbers"
)

// Acceptance is how options do at one worth of harm. What is by option is in their order.
type Acceptance struct {
	Worth           float64   // money that one unit of harm counts for
	NetBenefit      []float64 // by option, in money: mean of money less worth times harm
	ProbabilityBest []float64 // by option: share of draws in which its net benefit is the highest, ties shared
	Frontier        int       // option with the highest expected net benefit, the first of those that are the same
	EVPI            float64   // expected value of perfect information, in money
}

// Acceptability says for each worth of harm how options do whose effects are money, the more the better, and harm, the less
// the better; both are by option and draw, and finite. It returns an error otherwise, and for a worth that is infinite or
// NaN.
//
// The probabilities over all worths are acceptability curves. With more than two options they are probabilities of being
// the best, not of being better than a given one; and the option most likely to be best need not be the one to choose,
// which is that on the frontier.
//
// Sources: Fenwick, Claxton & Sculpher (2001), Representing uncertainty: the role of cost-effectiveness acceptability
// curves, Health Economics 10(8); Barton, Briggs & Fenwick (2008), Optimal cost-effectiveness decisions: the role of the
// CEAC, the CEAF, and the EVPI, Value in Health 11(5).
func Acceptability(money, harm [][]float64, worths []float64) ([]Acceptance, error) {
	if err := checkEffects(money, harm); err != nil {
		return nil, err
	}
	if i := numbers.Infinite(worths); i >= 0 {
		return nil, fmt.Errorf("worth %d is %v", i, worths[i])
	}
	meanMoney, meanHarm := numbers.Means(money), numbers.Means(harm)
	all := make([]Acceptance, len(worths))
	for i, worth := range worths {
		all[i] = accept(money, harm, worth, netBenefits(meanMoney, meanHarm, worth))
	}
	return all, nil
}

// netBenefits are money less worth times harm.
func netBenefits(money, harm []float64, worth float64) []float64 {
	net := make([]float64, len(money))
	for o := range net {
		net[o] = money[o] - float64(worth*harm[o])
	}
	return net
}

// accept goes through all draws at one worth. The frontier's mean regret is the value of perfect information.
func accept(money, harm [][]float64, worth float64, expected []float64) Acceptance {
	a := Acceptance{Worth: worth, NetBenefit: expected, ProbabilityBest: make([]float64, len(money)), Frontier: numbers.Best(expected)}
	draws := len(money[0])
	net, regret := make([]float64, len(money)), 0.0
	for k := range draws {
		for o := range net {
			net[o] = money[o][k] - float64(worth*harm[o][k])
		}
		regret += shareBest(net, a.ProbabilityBest) - net[a.Frontier]
	}
	a.EVPI = regret / float64(draws)
	for o := range a.ProbabilityBest {
		a.ProbabilityBest[o] /= float64(draws)
	}
	return a
}

func checkEffects(money, harm [][]float64) error {
	if err := numbers.CheckFinite(money); err != nil {
		return fmt.Errorf("money: %w", err)
	}
	if err := numbers.CheckFinite(harm); err != nil {
		return fmt.Errorf("harm: %w", err)
	}
	if len(money) != len(harm) || len(money[0]) != len(harm[0]) {
		return fmt.Errorf("money has %d options and %d draws, harm %d and %d", len(money), len(money[0]), len(harm), len(harm[0]))
	}
	return nil
}

// TradeOff is what one option gives up for another.
type TradeOff struct {
	First, Second int
	Money, Harm   float64 // first less second, mean over all draws
	EqualWorth    float64 // worth of harm at which both have the same expected net benefit; NaN if none is above 0
}

// TradeOffs are those of all pairs of options, the first of each the one that comes first. It takes and refuses what
// Acceptability does.
func TradeOffs(money, harm [][]float64) ([]TradeOff, error) {
	if err := checkEffects(money, harm); err != nil {
		return nil, err
	}
	meanMoney, meanHarm := numbers.Means(money), numbers.Means(harm)
	var all []TradeOff
	for a := range money {
		for b := a + 1; b < len(money); b++ {
			t := TradeOff{First: a, Second: b, Money: meanMoney[a] - meanMoney[b], Harm: meanHarm[a] - meanHarm[b], EqualWorth: math.NaN()}
			if worth := t.Money / t.Harm; worth > 0 && !numbers.Same(meanMoney[a], meanMoney[b]) && !numbers.Same(meanHarm[a], meanHarm[b]) {
				t.EqualWorth = worth
			}
			all = append(all, t)
		}
	}
	return all, nil
}
