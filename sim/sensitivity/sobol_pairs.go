package sensitivity

import (
	"context"
	"math"

	"reconfig/sim/parallel"
)

// PairIndex is the second-order index of two groups: the share of the variance that is due to both together, beyond
// their first-order indices.
type PairIndex struct {
	A, B int // numbers of the groups, A < B
	Interval
}

// pairs returns the second-order indices of all pairs of the groups. Written with
//
//	u = f(A) − f(A_B), w = f(B_A) − f(B)
//
// for each group, Saltelli's estimator of what two groups explain together, less his of what each explains and with the
// squared mean taken from f(A) f(B), is the mean of −u_i w_j, and its mirror image that of −u_j w_i. Half their sum is
// taken. All of it is differences, so that the mean of the output does not matter. Intervals are those of the normal
// distribution that a quotient of means tends to, as if points were independent.
//
// Sources: Saltelli (2002), Computer Physics Communications 145(2), theorem 2; Janon, Klein, Lagnoux, Nodet & Prieur
// (2014), ESAIM: Probability and Statistics 18, for the intervals.
func (y *responses) pairs(ctx context.Context, groups []int, exchanges []int, workers int) ([]PairIndex, error) {
	u, w := make([][]float64, len(groups)), make([][]float64, len(groups))
	for i, g := range groups {
		u[i], w[i] = differences(y.a, y.ab[exchanges[g]]), differences(y.ba[exchanges[g]], y.b)
	}
	variance := halfSquares(y.a, y.b)
	rows := make([][]PairIndex, len(groups))
	err := parallel.Do(ctx, workers, len(groups), 1, func(_, i, _ int) {
		for j := i + 1; j < len(groups); j++ {
			rows[i] = append(rows[i], PairIndex{groups[i], groups[j], interaction(u[i], w[i], u[j], w[j], variance)})
		}
	})
	var pairs []PairIndex
	for _, row := range rows {
		pairs = append(pairs, row...)
	}
	return pairs, err
}

// interaction is the second-order index of groups i and j.
func interaction(ui, wi, uj, wj, variance []float64) Interval {
	var t, v, tt, tv, vv float64 // sums of terms above and below, and of their products
	for n, below := range variance {
		above := float64(-0.5 * (float64(ui[n]*wj[n]) + float64(uj[n]*wi[n])))
		t += above
		v += below
		tt += float64(above * above)
		tv += float64(above * below)
		vv += float64(below * below)
	}
	index := t / v
	half := normal975 * math.Sqrt(max(0, tt-float64(2*index*tv)+float64(index*index*vv))) / v
	return Interval{index, index - half, index + half}
}

func differences(a, b []float64) []float64 {
	d := make([]float64, len(a))
	for n := range d {
		d[n] = a[n] - b[n]
	}
	return d
}

// halfSquares are half the squared differences, whose mean is the variance.
func halfSquares(a, b []float64) []float64 {
	h := make([]float64, len(a))
	for n := range h {
		h[n] = (a[n] - b[n]) * (a[n] - b[n]) / 2
	}
	return h
}
