package sampling

import (
	"math/rand/v2"
	"slices"
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
	u, scratch := make([]float64, dimensions), NewScratch(dimensions)
	for j := from; j < from+n; j++ {
		o.Point(j, u, scratch)
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

// What is done on this architecture has the bits of the plain loop.
func TestPointsAreThoseOfEveryArchitecture(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range modeltest.ShortOrLong(200, 5000) {
		s, n := fewStrata+r.IntN(2), r.IntN(40)
		var c columns
		for range n {
			c.keys = append(c.keys, r.Uint64())
			c.orders = append(c.orders, strataOrder(r.Uint64(), s))
			c.steps = append(c.steps, r.Uint64N(1<<s))
		}
		l, h := r.Uint64N(1<<s), r.Uint32N(MaxOrthogonalDimensions)
		got, want := make([]float64, n), make([]float64, n)
		putPoint(got, c, l, h, s)
		plainPutPoint(want, 0, c, l, h, s)
		if !slices.Equal(got, want) {
			t.Fatalf("%+v: point %d of group %d with %d digits is %v, in plain Go %v", c, l, h, s, got, want)
		}
	}
}

// A point is the same whatever its workspace made before, be it of another sampler.
func TestPointsDependOnNoOthers(t *testing.T) {
	const dimensions = 9
	r, scratch := rand.New(rand.NewPCG(3, 4)), NewScratch(dimensions)
	u, want := make([]float64, dimensions), make([]float64, dimensions)
	for range modeltest.ShortOrLong(2000, 50000) {
		o, err := New([]string{Orthogonal, Sobol}[r.IntN(2)], r.Uint64N(2), dimensions, 0)
		if err != nil {
			t.Fatal(err)
		}
		for range 1 + r.IntN(4) {
			j := r.IntN(1 << (4 + r.IntN(10)))
			o.Point(j, u, scratch)
			if o.Point(j, want, NewScratch(dimensions)); !slices.Equal(u, want) {
				t.Fatalf("point %d is %v after others, alone %v", j, u, want)
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
