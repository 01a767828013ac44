package sampling

import "math/bits"

// field is the field of 2ᵐ elements: polynomials over 0 and 1, written as binary digits, modulo one of degree m that no
// other divides.
type field struct {
	digits  int    // m
	modulus uint32 // digits of the polynomial
}

// newField gives the smallest field of so many elements at least.
func newField(elements int) field {
	f := field{digits: bits.Len(uint(elements - 1))}
	f.modulus = 1<<f.digits + 1
	for divisible(f.modulus) {
		f.modulus += 2
	}
	return f
}

// divisible says whether a polynomial of a smaller degree divides p.
func divisible(p uint32) bool {
	for divisor := uint32(2); 2*bits.Len32(divisor) <= bits.Len32(p)+1; divisor++ {
		rest := p
		for bits.Len32(rest) >= bits.Len32(divisor) {
			rest ^= divisor << (bits.Len32(rest) - bits.Len32(divisor))
		}
		if rest == 0 {
			return true
		}
	}
	return false
}

func (f field) size() int { return 1 << f.digits }

func (f field) times(a, b uint32) (product uint32) {
	for ; b != 0; b >>= 1 {
		if b&1 == 1 {
			product ^= a
		}
		if a <<= 1; a>>f.digits == 1 {
			a ^= f.modulus
		}
	}
	return product
}

// inverses gives for every element the one with which its product is 1, and 0 for 0.
func (f field) inverses() []uint32 {
	all := make([]uint32, f.size())
	for a := 1; a < len(all); a++ {
		// The power q - 2 of a, as the power q - 1 of all but 0 is 1.
		inverse, square := uint32(1), uint32(a)
		for range f.digits - 1 {
			square = f.times(square, square)
			inverse = f.times(inverse, square)
		}
		all[a] = inverse
	}
	return all
}
