package sampling

import (
	"fmt"
	"math"
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

func (o *orthogonal) Point(j int, u []float64, scratch *Scratch) {
	checkIndex(j, MaxPoints)
	m := o.field.digits
	s, index := moreStrata, uint64(j>>(moreStrata+m))+1
	if index == 1 {
		s, index = fewStrata, uint64(j>>(fewStrata+m))
	}
	b := &scratch.block
	if b.of != o || b.index != index {
		o.setBlock(b, index, s)
	}
	h := uint32(j>>s) & uint32(o.field.size()-1)
	if b.group != h {
		o.setGroup(b, h, s)
	}
	putPoint(u, b.columns, uint64(j&(1<<s-1)), h, s)
}

// block is what the points of a block have in common, and those of one of its groups. A workspace keeps it from one point to
// the next.
type block struct {
	of      *orthogonal // nil before the first
	index   uint64
	shift   uint32   // of the groups
	factors []uint32 // a_d
	group   uint32   // h; noGroup before the first
	columns
}

const noGroup = math.MaxUint32

// columns are what a point of a block needs, by dimension.
type columns struct {
	keys   []uint64
	orders []uint64 // of the strata, as in strataOrders
	steps  []uint64 // first digits of a_d h
}

func newBlock(dimensions int) block {
	row := func() []uint64 { return make([]uint64, dimensions) }
	return block{factors: make([]uint32, dimensions), columns: columns{row(), row(), row()}}
}

// setBlock draws what is drawn anew for a block, whose strata have s digits.
func (o *orthogonal) setBlock(b *block, index uint64, s int) {
	key, last := Split(o.blocks, index), uint32(o.field.size()-1)
	b.of, b.index, b.shift, b.group = o, index, uint32(key>>32)&last, noGroup
	for d, strata := range o.strata {
		b.keys[d] = Split(strata, index)
		b.orders[d] = strataOrder(b.keys[d], s)
		// Inverses of what is shifted by a random element: three dimensions then stand in another relation in every block.
		b.factors[d] = o.inverses[uint32(d)^uint32(key)&last]
	}
}

func (o *orthogonal) setGroup(b *block, h uint32, s int) {
	b.group = h
	products := o.products[o.groups[h^b.shift]]
	for d, factor := range b.factors {
		b.steps[d] = uint64(products[factor] >> (moreStrata - s))
	}
}

// plainPutPoint puts point l of group h into u, from a dimension on. Strata have s digits.
func plainPutPoint(u []float64, from int, c columns, l uint64, h uint32, s int) {
	scale := 1 / float64(uint64(1)<<(digits+s))
	for d := from; d < len(u); d++ {
		stratum := c.orders[d] >> (4 * (l ^ c.steps[d])) & 15
		within := newScramble(Split(c.keys[d], stratum)).apply(h)
		u[d] = (float64(stratum<<digits|uint64(bits.Reverse32(within))) + 0.5) * scale
	}
}

// strataOrder is the order of strata, of so many binary digits, that a key chooses. Orders are sums and multiples in the field
// of the strata: any two come in all places equally often.
func strataOrder(key uint64, digits int) uint64 {
	orders := strataOrders[digits]
	return orders[key>>32*uint64(len(orders))>>32]
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
