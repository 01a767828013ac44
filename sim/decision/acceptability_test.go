package decision_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"reconfig/sim/decision"
)

func TestAcceptabilityByHand(t *testing.T) {
	money := [][]float64{{0, 0}, {4, 8}, {10, 6}}
	harm := [][]float64{{0, 0}, {1, 3}, {4, 4}}
	got, err := decision.Acceptability(money, harm, []float64{0, 2, 3})
	if err != nil {
		t.Fatal(err)
	}
	want := []decision.Acceptance{
		{Worth: 0, NetBenefit: []float64{0, 6, 8}, ProbabilityBest: []float64{0, .5, .5}, Frontier: 2, EVPI: 1},    // (0 4 10), (0 8 6)
		{Worth: 2, NetBenefit: []float64{0, 2, 0}, ProbabilityBest: []float64{0, .75, .25}, Frontier: 1, EVPI: 0},  // (0 2 2), (0 2 −2)
		{Worth: 3, NetBenefit: []float64{0, 0, -4}, ProbabilityBest: []float64{.5, .5, 0}, Frontier: 0, EVPI: 0.5}, // (0 1 −2), (0 −1 −6)
	}
	for i, w := range want {
		g := got[i]
		if g.Worth != w.Worth || g.Frontier != w.Frontier || !same(g.EVPI, w.EVPI) {
			t.Errorf("%+v, not %+v", g, w)
		}
		for o := range money {
			if !same(g.NetBenefit[o], w.NetBenefit[o]) || !same(g.ProbabilityBest[o], w.ProbabilityBest[o]) {
				t.Errorf("option %d: %+v, not %+v", o, g, w)
			}
		}
	}
}

// At each worth it must say what the net benefits, worked out draw by draw, say.
func TestAcceptabilityIsThatOfNetBenefits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		money := tables().Draw(t, "money")
		worth := rapid.Float64Range(0, 5).Draw(t, "worth")
		harm, net := make([][]float64, len(money)), make([][]float64, len(money))
		for o := range money {
			for k := range money[o] {
				harm[o] = append(harm[o], rapid.Float64Range(-10, 10).Draw(t, "harm"))
				net[o] = append(net[o], money[o][k]-worth*harm[o][k])
			}
		}
		all, err := decision.Acceptability(money, harm, []float64{worth})
		if err != nil {
			t.Fatal(err)
		}
		a := all[0]
		regrets, _ := decision.Regrets(net)
		evpi, _, _ := decision.PerfectInformation(net)
		if !near(a.EVPI, evpi, 1e-9*1e6) || !near(a.EVPI, regrets[a.Frontier].Expected, 1e-9*1e6) {
			t.Errorf("information is worth %v, not %v", a.EVPI, evpi)
		}
		for o, r := range regrets {
			if !near(a.NetBenefit[o], r.Mean, 1e-9*1e6) || !near(a.ProbabilityBest[o], r.ProbabilityBest, 1e-12) || r.Mean > regrets[a.Frontier].Mean+1e-9*1e6 {
				t.Errorf("option %d: %+v, not %+v", o, a, r)
			}
		}
	})
}

// The option most likely to be best need not be the one with the greatest expected net benefit (Fenwick et al. 2001).
func TestMostLikelyIsNotAlwaysBest(t *testing.T) {
	all, err := decision.Acceptability([][]float64{{1, 1, 1}, {0, 0, 9}}, [][]float64{{0, 0, 0}, {0, 0, 0}}, []float64{1})
	if err != nil {
		t.Fatal(err)
	}
	if a := all[0]; a.Frontier != 1 || !(a.ProbabilityBest[0] > a.ProbabilityBest[1]) {
		t.Errorf("%+v", a)
	}
}

func TestTradeOffsByHand(t *testing.T) {
	nan := math.NaN()
	got, err := decision.TradeOffs([][]float64{{4, 6}, {1, 3}, {1, 3}, {7, 9}}, [][]float64{{3, 3}, {1, 1}, {2, 2}, {0, 2}})
	if err != nil {
		t.Fatal(err)
	}
	want := []decision.TradeOff{
		{First: 0, Second: 1, Money: 3, Harm: 2, EqualWorth: 1.5},
		{First: 0, Second: 2, Money: 3, Harm: 1, EqualWorth: 3},
		{First: 0, Second: 3, Money: -3, Harm: 2, EqualWorth: nan}, // worse in both
		{First: 1, Second: 2, Money: 0, Harm: -1, EqualWorth: nan}, // equal at 0 only
		{First: 1, Second: 3, Money: -6, Harm: 0, EqualWorth: nan},
		{First: 2, Second: 3, Money: -6, Harm: 1, EqualWorth: nan},
	}
	for i, w := range want {
		if g := got[i]; g.First != w.First || g.Second != w.Second || !same(g.Money, w.Money) || !same(g.Harm, w.Harm) || !near(g.EqualWorth, w.EqualWorth, 1e-12) {
			t.Errorf("%+v, not %+v", g, w)
		}
	}
}

func TestWorthsAreNumbers(t *testing.T) {
	one := [][]float64{{1}}
	for _, worth := range []float64{math.NaN(), math.Inf(1)} {
		if _, err := decision.Acceptability(one, one, []float64{worth}); err == nil {
			t.Errorf("a worth of %v passes", worth)
		}
	}
}
