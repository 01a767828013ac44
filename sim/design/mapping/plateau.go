package mapping

import (
	"context"
	"fmt"
	"math"

	"reconfig/sim/partition"
	"reconfig/sim/vector"
)

// usualWithin is how near to the best a map must be on the plateau, unless the user says: a half per cent of the standard deviation
// of the outcome with the reference map. It is rounded, so that it can be read, and other draws hardly change it.
func (s *Search) usualWithin() float64 { return rounded(ofSpread * deviation(s.maps[0].values)) }

// rounded is the nearest of 1, 2 and 5 times a power of ten, by ratio; 0 of 0.
func rounded(x float64) float64 {
	if !(x > 0) || math.IsInf(x, 1) {
		return 0
	}
	exponent := 0
	for ; math.Pow10(exponent) > x; exponent-- {
	}
	for ; math.Pow10(exponent+1) <= x; exponent++ {
	}
	power := math.Pow10(exponent)
	nearest := power
	for _, m := range []float64{2, 5, 10} {
		if other := m * power; x*x > nearest*other { // x is above their geometric mean
			nearest = other
		}
	}
	return nearest
}

const (
	// mostCounted is how many maps of the main plateau are counted at most.
	mostCounted = 1_000_000
	// mostPaired is the same of other numbers of groups, and where the plateau is only counted for the pairs in it.
	mostPaired = 200_000
	// halvings is how often the plateau is halved at most until it can be counted.
	halvings = 10
)

// plateaus counts the maps that are nearly as good as the best, for the numbers of groups asked for, and lists the best of the
// main number.
func (s *Search) plateaus(ctx context.Context) error {
	for _, x := range s.searched {
		if x.solution == nil || !s.isAsked(x.k) {
			continue
		}
		most := mostPaired
		if x == s.main() {
			most = mostCounted
		}
		n, err := s.count(ctx, x, s.within, most)
		if err == nil || n.Partitions > 0 {
			x.counted = &n
		}
		if err != nil {
			return err
		}
		if x != s.main() {
			continue
		}
		if err := s.pair(ctx, x); err != nil {
			return err
		}
		if x.near, err = x.solution.List(ctx, x.solution.Best.Value-x.pairedWithin, mostListed, s.working("listing those nearest to the best")); err != nil {
			return err
		}
	}
	return nil
}

func (s *Search) count(ctx context.Context, x *searched, within float64, most int) (partition.Count, error) {
	return x.solution.Count(ctx, x.solution.Best.Value-within, most, s.working(fmt.Sprintf("counting maps of %s that are nearly as good", sectors([]int{x.k}))))
}

// pair counts in how many maps of the plateau each pair is together: of all of it, or if it is too large of a part near
// the best that can be counted whole.
func (s *Search) pair(ctx context.Context, x *searched) error {
	x.paired, x.pairedWithin = *x.counted, s.within
	for range halvings {
		if x.paired.Complete {
			break
		}
		x.pairedWithin /= 2
		var err error
		if x.paired, err = s.count(ctx, x, x.pairedWithin, mostPaired); err != nil {
			return err
		}
	}
	return nil
}

// deviation is the standard deviation of values.
func deviation(v []float64) float64 {
	if len(v) < 2 {
		return 0
	}
	_, squares := vector.MeanAndSquares(v)
	return math.Sqrt(max(0, squares) / float64(len(v)-1))
}
