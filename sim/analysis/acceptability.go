package analysis

import (
	"context"

	"reconfig/model/result"
	"reconfig/sim/decision"
	"reconfig/sim/vector"
)

// worths is how many worths of capacity are looked at, from 0 to the high end of what is plausible.
const worths = 61

// acceptability says what to choose at each worth of capacity, and what pairs of structures trade money for.
func (d *deciding) acceptability(context.Context) error {
	money, harm := d.sample.Of(result.NPVIncludingCuts), d.sample.Harm()
	most := d.Case.Assumptions[d.index("capacity.value")].High
	if !(most > 0) {
		return nil // capacity is worth nothing, whatever the structure
	}
	grid := make([]float64, worths)
	for i := range grid {
		grid[i] = most * float64(i) / (worths - 1)
	}
	accepted, err := decision.Acceptability(money, harm, grid)
	if err != nil {
		return err
	}
	// One percentage point of capacity for a year is worth a hundredth of the cost at the start times capacity.value.
	point := vector.Mean(d.sample.Of(result.BaselineCost)[0]) / 100
	for _, a := range accepted {
		for i, code := range d.sample.Structures {
			d.found.Acceptability = append(d.found.Acceptability, result.AcceptabilityRow{
				CapacityValue: result.Number(a.Worth), PointWorth: result.Number(a.Worth * point), Structure: code,
				NetBenefit: result.Number(a.NetBenefit[i]), ProbabilityBest: result.Number(a.ProbabilityBest[i]), Frontier: result.YesNo(i == a.Frontier), EVPI: result.Number(a.EVPI),
			})
		}
	}
	if err := d.frontier(money, harm, point, most); err != nil {
		return err
	}
	return d.tradeOffs(money, harm, point)
}

// frontier says which structure to choose up to a worth of capacity.
func (d *deciding) frontier(money, harm [][]float64, point, most float64) error {
	meanMoney, meanHarm := means(money), means(harm)
	segments, err := decision.Frontier(meanMoney, meanHarm, 0, most)
	if err != nil {
		return err
	}
	for _, s := range segments {
		at := func(worth float64) result.Number {
			return result.Number(meanMoney[s.Option] - float64(worth*meanHarm[s.Option]))
		}
		d.found.Frontier = append(d.found.Frontier, result.FrontierRow{
			From: result.Number(s.From), To: result.Number(s.To), FromPoint: result.Number(s.From * point), ToPoint: result.Number(s.To * point),
			Structure: d.sample.Structures[s.Option], FromNetBenefit: at(s.From), ToNetBenefit: at(s.To),
		})
	}
	return nil
}

// means are those over draws, by structure.
func means(values [][]float64) []float64 {
	all := make([]float64, len(values))
	for i, v := range values {
		all[i] = vector.Mean(v)
	}
	return all
}

func (d *deciding) tradeOffs(money, harm [][]float64, point float64) error {
	all, err := decision.TradeOffs(money, harm)
	if err != nil {
		return err
	}
	for _, t := range all {
		d.found.TradeOffs = append(d.found.TradeOffs, result.TradeOffRow{
			First: d.sample.Structures[t.First], Second: d.sample.Structures[t.Second],
			Money: result.Number(t.Money), Capacity: result.Number(-t.Harm / point),
			EqualValue: result.Number(t.EqualWorth), EqualPointWorth: result.Number(t.EqualWorth * point),
		})
	}
	return nil
}
