package partition

import (
	"cmp"
	"math"
	"slices"
)

// duals bound the sum of scaled values of every partition into k groups. Each group's reduced cost is what the bound on a
// partition falls by if it has that group; none is below 0. So if groups add up to a reduced cost d, no partition that
// has them all exceeds bound − d.
type duals struct {
	bound float64
	cost  []float64 // by group
	share []float64 // by group: cost ÷ size
	order []int32   // groups by cost
}

// newDuals works out shares and order.
func (p *Problem) newDuals(bound float64, cost []float64) duals {
	d := duals{bound: bound, cost: cost, share: make([]float64, len(cost)), order: make([]int32, len(cost))}
	for j, c := range cost {
		d.share[j] = c / float64(len(p.of(int32(j))))
		d.order[j] = int32(j)
	}
	slices.SortFunc(d.order, func(a, b int32) int { return cmp.Or(cmp.Compare(cost[a], cost[b]), cmp.Compare(a, b)) })
	return d
}

// priced makes a valid bound of any prices of vertices: w is the most that a group's value exceeds the prices of its
// members by, so that no partition exceeds the sum of all prices + k w.
func (p *Problem) priced(prices []float64, k int) duals {
	cost, most := make([]float64, len(p.scaled)), math.Inf(-1)
	for j := range cost {
		cost[j] = p.scaled[j] - p.priceOf(int32(j), prices)
		most = max(most, cost[j])
	}
	for j := range cost {
		cost[j] = most - cost[j]
	}
	bound := float64(float64(k) * most)
	for _, price := range prices {
		bound += price
	}
	return p.newDuals(bound, cost)
}

func (p *Problem) priceOf(j int32, prices []float64) float64 {
	sum := 0.0
	for _, v := range p.of(j) {
		sum += prices[v]
	}
	return sum
}
