package sampling

import (
	"math"
	"testing"

	"reconfig/model/modeltest"
)

func TestPermutationsAreBijections(t *testing.T) {
	for _, n := range []int{1, 2, 3, 4, 5, 7, 8, 9, 64, 97, 1000, 1024, 1025, 65537} {
		for key := range uint64(5) {
			p := newPermutation(mix(key), n)
			seen := make([]bool, n)
			for j := range n {
				x := p.at(uint64(j))
				if x >= uint64(n) || seen[x] {
					t.Fatalf("n = %d, key %d: place %d holds %d", n, key, j, x)
				}
				seen[x] = true
			}
		}
	}
}

// All orders of a few elements must come up, and equally often, or a small Latin hypercube is lopsided.
func TestSmallPermutationsAreEven(t *testing.T) {
	keys := modeltest.ShortOrLong(10_000, 120_000)
	for n, orders := range map[int]int{2: 2, 3: 6, 4: 24, 5: 120} {
		count := map[[5]uint64]int{}
		for key := range uint64(keys) {
			p := newPermutation(mix(key), n)
			var order [5]uint64
			for j := range n {
				order[j] = p.at(uint64(j))
			}
			count[order]++
		}
		expected := float64(keys) / float64(orders)
		chi := 0.0
		for _, got := range count {
			chi += (float64(got) - expected) * (float64(got) - expected) / expected
		}
		chi += float64(orders-len(count)) * expected
		if freedom := float64(orders - 1); (chi-freedom)/math.Sqrt(2*freedom) > 5 {
			t.Errorf("n = %d: %d of %d orders, chi-square %.0f", n, len(count), orders, chi)
		}
	}
}
