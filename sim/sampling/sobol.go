package sampling

import (
	"fmt"
	"math/bits"
)

// sobol is a Sobol' sequence in Gray code order, scrambled: every point is uniform by itself, different seeds give
// independent scrambles, and any 2ᵏ points from 0 on fill each dimension's 2ᵏ equal intervals with one point each.
//
// Sources: Sobol' (1967); Bratley & Fox (1988), ACM TOMS 14(1), Algorithm 659; Joe & Kuo (2008), SIAM J. Sci. Comput. 30,
// 2635-2654; Owen (1995) for scrambling; Burley (2020), Practical hash-based Owen scrambling, JCGT 9(4).
type sobol struct {
	columns   [digits][]uint32 // of the generating matrices: columns[k][d] for digit k and dimension d, bits reversed
	scrambles []scramble       // one a dimension
}

// digits is how many binary digits a coordinate has.
const digits = 32

func newSobol(seed uint64, dimensions int) (*sobol, error) {
	if dimensions > MaxSobolDimensions {
		return nil, fmt.Errorf("%d dimensions: the sobol sampler has %d; use the sampler random", dimensions, MaxSobolDimensions)
	}
	numbers, err := directionNumbers(dimensions)
	if err != nil {
		return nil, err
	}
	s := &sobol{scrambles: make([]scramble, dimensions)}
	key := Key(seed, ForScrambling)
	for k := range s.columns {
		s.columns[k] = make([]uint32, dimensions)
		for d := range dimensions {
			s.columns[k][d] = bits.Reverse32(numbers[d][k])
		}
	}
	for d := range s.scrambles {
		s.scrambles[d] = newScramble(Split(key, uint64(d)))
	}
	return s, nil
}

func (s *sobol) Point(j int, u []float64, scratch *Scratch) {
	checkIndex(j, MaxPoints)
	x := scratch.digits[:len(u)]
	if scratch.of == s && j == scratch.last+1 && len(u) == len(scratch.digits) {
		s.next(uint32(j), x)
	} else {
		s.reversed(uint32(j), x)
	}
	scratch.of, scratch.last = s, j
	for d := range u {
		u[d] = (float64(bits.Reverse32(s.scrambles[d].apply(x[d]))) + 0.5) / (1 << digits)
	}
}

// reversed gives the coordinates of point j before scrambling, their binary digits from the last to the first.
func (s *sobol) reversed(j uint32, x []uint32) {
	clear(x)
	for gray := j ^ j>>1; gray != 0; gray &= gray - 1 {
		for d, column := range s.columns[bits.TrailingZeros32(gray)][:len(x)] {
			x[d] ^= column
		}
	}
}

// next turns what reversed gives for point j − 1 into what it gives for point j: in Gray code, one digit of j changes.
func (s *sobol) next(j uint32, x []uint32) {
	for d, column := range s.columns[bits.TrailingZeros32(j)][:len(x)] {
		x[d] ^= column
	}
}

// scramble is an Owen scrambling of one dimension by a Laine-Karras hash: whether a digit is flipped depends on the
// key and on the digits before it. That holds as, in reversed digits, each step lets a digit change only later ones.
//
// Sources: Laine & Karras (2011), Stratified sampling for stochastic transparency, CGF 30(4); Burley (2020). The
// constants are those of Vegdahl (2021), Building a better LK hash, which scrambles more evenly than the first ones.
type scramble struct{ shift, factor uint32 }

// Factors of the steps of a hash.
const hash1, hash2, hash3 uint32 = 0x3d20adea, 0x05526c56, 0x53a22864

func newScramble(key uint64) scramble { return scramble{uint32(key), uint32(key>>32) | 1} }

// apply scrambles a coordinate given and returned in reversed digits.
func (s scramble) apply(x uint32) uint32 {
	x ^= x * hash1
	x += s.shift
	x *= s.factor
	x ^= x * hash2
	return x ^ x*hash3
}
