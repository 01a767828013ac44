package sampling

import "math/bits"

// permutation is a random order of 0 … n − 1 that is computed element by element: a Feistel network over the numbers
// of as many binary digits as n − 1 has, walked on until it comes back below n. The walk takes two steps at most on
// average, as at least half of the numbers are below n.
//
// Sources: Luby & Rackoff (1988), SIAM J. Comput. 17(2); Black & Rogaway (2002), Ciphers with arbitrary finite domains.
type permutation struct {
	n     uint64
	left  uint     // digits of the left half
	right uint     // digits of the right half, as many or one more
	keys  []uint64 // one a round
}

func newPermutation(key uint64, n int) permutation {
	digits := uint(bits.Len64(uint64(n - 1)))
	p := permutation{n: uint64(n), left: digits / 2, right: digits - digits/2}
	for r := range rounds(digits) {
		p.keys = append(p.keys, Split(key, r))
	}
	return p
}

// rounds is even, so that both halves change equally often. The fewer digits, the less a round can do: with so many,
// chi-square tests find all orders of a few elements, and all pairs of positions of more, equally often.
func rounds(digits uint) uint64 {
	const least, enough = 6, 96
	return uint64(max(least, enough/max(digits, 1))) &^ 1
}

// at gives the element at index j, from 0 to n − 1.
func (p *permutation) at(j uint64) uint64 {
	for {
		if j = p.step(j); j < p.n {
			return j
		}
	}
}

// step is a bijection of all numbers with so many digits: each round changes one half by what the other half says.
func (p *permutation) step(j uint64) uint64 {
	left, right := j>>p.right, j&(1<<p.right-1)
	for r := 0; r < len(p.keys); r += 2 {
		right ^= scatter(left, p.keys[r]) >> (64 - p.right)
		left ^= scatter(right, p.keys[r+1]) >> (64 - p.left)
	}
	return left<<p.right | right
}

// scatter spreads a few digits over 64, of which the first are good.
func scatter(x, key uint64) uint64 {
	x = (x + key) * golden
	return (x ^ x>>32) * 0xbf58476d1ce4e5b9
}
