package sampling

import (
	"testing"

	"reconfig/model/modeltest"
)

// cube gives the numbers of n points from a given one on, by dimension.
func cube(t *testing.T, seed uint64, dimensions, from, n int) [][]float64 {
	t.Helper()
	o, err := newOrthogonal(seed, dimensions)
	if err != nil {
		t.Fatal(err)
	}
	all := make([][]float64, dimensions)
	u := make([]float64, dimensions)
	for j := from; j < from+n; j++ {
		o.Point(j, u, nil)
		for d, v := range u {
			all[d] = append(all[d], v)
		}
	}
	return all
}

// even says whether as many points as in any other are in each of so many equal intervals.
func even(u []float64, intervals int) bool {
	count := make([]int, intervals)
	for _, v := range u {
		count[int(v*float64(intervals))]++
	}
	for _, n := range count {
		if n*intervals != len(u) {
			return false
		}
	}
	return true
}

// evenPair says the same of the cells of two dimensions.
func evenPair(x, y []float64, strata int) bool {
	cell := make([]float64, len(x))
	for j := range cell {
		s := float64(strata)
		cell[j] = (float64(int(x[j]*s)) + float64(int(y[j]*s))/s + 0.5/s/s) / s
	}
	return even(cell, strata*strata)
}

// All dimensions that the field has must be even, in each block, its groups and its pairs.
func TestBlocksAreOrthogonal(t *testing.T) {
	for _, test := range []struct{ dimensions, from, strata, q int }{
		{128, 1024, 8, 128}, {129, 0, 8, 256}, {128, 0, 8, 128}, {128, 2048, 16, 128}, {128, 9 * 2048, 16, 128}, {200, 4096, 16, 256},
	}[:modeltest.ShortOrLong(1, 6)] {
		n := test.strata * test.q
		u := cube(t, uint64(test.from), test.dimensions, test.from, n)
		for d := range u {
			if !even(u[d], n) {
				t.Errorf("%+v: dimension %d has an empty interval", test, d)
			}
			for group := 0; group < n; group += test.strata {
				if !even(u[d][group:group+test.strata], test.strata) {
					t.Fatalf("%+v: dimension %d, points from %d on are not in all strata", test, d, group)
				}
			}
			for other := range d {
				if !evenPair(u[d], u[other], test.strata) {
					t.Fatalf("%+v: dimensions %d and %d are not orthogonal", test, other, d)
				}
			}
		}
	}
}

func TestFieldsAreFields(t *testing.T) {
	for _, elements := range []int{8, 16, 128, 129, 512, 2048} {
		f := newField(elements)
		if f.size() < elements || f.size() >= 2*elements {
			t.Errorf("%d elements for %d", f.size(), elements)
		}
		for a, inverse := range f.inverses() {
			if want := uint32(min(a, 1)); f.times(uint32(a), inverse) != want {
				t.Fatalf("%d elements: %d times %d is not %d", f.size(), a, inverse, want)
			}
		}
	}
}

// Orders of strata must be orders, all different.
func TestStrataOrders(t *testing.T) {
	for digits := fewStrata; digits <= moreStrata; digits++ {
		seen := map[uint64]bool{}
		for _, order := range strataOrders[digits] {
			places := uint64(0)
			for x := range 1 << digits {
				places |= 1 << (order >> (4 * x) & 15)
			}
			if seen[order] || places != 1<<(1<<digits)-1 {
				t.Errorf("%d digits: %x", digits, order)
			}
			seen[order] = true
		}
	}
}
