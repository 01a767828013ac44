package sampling

import (
	"fmt"
	"math/bits"
	"math/rand/v2"
	"sync"
)

// orthogonal is a sequence of independent blocks of points, each a randomised orthogonal array. The first two blocks have
// 8q points and divide each dimension into 8 strata, all others have 16q and 16 strata; q = 2ᵐ is at least the number of
// dimensions, and 128. With s strata,
//
//   - s points from a multiple of s on fall into the s strata of every dimension;
//   - a block puts as many points into each of the s² cells of strata of every pair of dimensions;
//   - a block puts a point into each of the sq equal intervals of every dimension.
//
// What is not balanced – three dimensions together, or two of them in more detail – is as random as with independent
// points. Sobol' points balance most pairs better, but what imbalance there must be falls on few pairs with all its weight,
// the same ones for every seed, as a digit there has two values only.
//
// The stratum of dimension d is the first digits of l + a_d h in the field of q elements, where l = 0 … s − 1 counts the
// points of a group, h = 0 … q − 1 the groups of a block, and all a_d are different: two dimensions then differ by
// (a − b) h, which takes all values once. The a_d and the orders of groups and strata are drawn anew for every block. The
// points in a stratum are those of a van der Corput sequence, scrambled for each stratum by itself.
//
// Sources: Bush (1952), Ann. Math. Stat. 23(3), for arrays from fields, and Delsarte (1978), J. Comb. Theory A 25(3), for
// what of them is left when digits are cut off; Owen (1992), Stat. Sinica 2(2), for random orders; Tang (1993), JASA
// 88(424), for Latin hypercubes within arrays. How they are put together here is our own; docs/uncertainty.md has what
// was measured.
type orthogonal struct {
	*arrays
	groups []uint32 // a random order of the groups of a block
	blocks uint64   // key
	strata []uint64 // keys, by dimension
}

const (
	// MaxOrthogonalDimensions is how many dimensions an orthogonal array can have: its tables grow with the square.
	MaxOrthogonalDimensions = 2048

	leastOrthogonalField = 128 // elements, so that blocks of fewer dimensions are not smaller than 1,024 points
	fewStrata            = 3   // binary digits of the strata of the first two blocks: the fewer, the smaller a block
	moreStrata           = 4   // and of all others
)

func newOrthogonal(seed uint64, dimensions int) (*orthogonal, error) {
	if dimensions > MaxOrthogonalDimensions {
		return nil, fmt.Errorf("%d dimensions: the orthogonal sampler has %d; use the sampler random", dimensions, MaxOrthogonalDimensions)
	}
	o := &orthogonal{arrays: arraysOf(max(dimensions, leastOrthogonalField)), blocks: Key(seed, ForBlocks)}
	order := Key(seed, ForGroups)
	for _, h := range rand.New(rand.NewPCG(Split(order, 0), Split(order, 1))).Perm(o.field.size()) {
		o.groups = append(o.groups, uint32(h))
	}
	key := Key(seed, ForStrataOrders)
	for d := range uint64(dimensions) {
		o.strata = append(o.strata, Split(key, d))
	}
	return o, nil
}

func (o *orthogonal) Point(j int, u []float64, _ *Scratch) {
	checkIndex(j, MaxPoints)
	m := o.field.digits
	last := uint32(1)<<m - 1
	s, block := moreStrata, uint64(j>>(moreStrata+m))+1
	if block == 1 {
		s, block = fewStrata, uint64(j>>(fewStrata+m))
	}
	l, h := uint8(j&(1<<s-1)), uint32(j>>s)&last
	key := Split(o.blocks, block)
	// Inverses of what is shifted by a random element: three dimensions then stand in another relation in every block.
	shift, products := uint32(key)&last, o.products[o.groups[h^uint32(key>>32)&last]]
	for d := range u {
		own := Split(o.strata[d], block)
		stratum := strataOrder(own, s, l^products[o.inverses[uint32(d)^shift]]>>(moreStrata-s))
		within := newScramble(Split(own, stratum)).apply(h)
		u[d] = (float64(stratum<<digits|uint64(bits.Reverse32(within))) + 0.5) / float64(uint64(1)<<(digits+s))
	}
}

// strataOrder is where a stratum, of so many binary digits, comes in the order that a key chooses. Orders are sums and
// multiples in the field of the strata: any two come in all places equally often.
func strataOrder(key uint64, digits int, stratum uint8) uint64 {
	orders := strataOrders[digits]
	return orders[key>>32*uint64(len(orders))>>32] >> (4 * stratum) & 15
}

// strataOrders are orders of the strata by how many digits these have, each with four digits a stratum.
var strataOrders = [...][]uint64{fewStrata: ordersOf(1 << fewStrata), moreStrata: ordersOf(1 << moreStrata)}

func ordersOf(strata int) (all []uint64) {
	f := newField(strata)
	for factor := 1; factor < strata; factor++ {
		for term := range strata {
			order := uint64(0)
			for x := range strata {
				order |= uint64(f.times(uint32(factor), uint32(x))^uint32(term)) << (4 * x)
			}
			all = append(all, order)
		}
	}
	return all
}

// arrays are tables of a field.
type arrays struct {
	field    field
	inverses []uint32
	products [][]uint8 // of every two elements, the first digits
}

// tables keeps arrays by their number of binary digits.
var tables [32]struct {
	once sync.Once
	*arrays
}

func arraysOf(elements int) *arrays {
	f := newField(elements)
	t := &tables[f.digits]
	t.once.Do(func() {
		t.arrays = &arrays{field: f, inverses: f.inverses(), products: make([][]uint8, f.size())}
		for a := range t.products {
			t.products[a] = make([]uint8, f.size())
			for b := range t.products[a] {
				t.products[a][b] = uint8(f.times(uint32(a), uint32(b)) >> (f.digits - moreStrata))
			}
		}
	})
	return t.arrays
}
