package sampling

import (
	"fmt"
	"math/bits"
)

// latin is a Latin hypercube of a known number of draws with access by index: in every dimension each of n equal strata
// holds one draw, at a random place. Which draw falls into which stratum is a permutation that is computed, not stored.
//
// Source: McKay, Beckman & Conover (1979), Technometrics 21(2).
type latin struct {
	draws        int
	fine         int // binary digits of the place within a stratum
	permutations []permutation
	jitters      []uint64 // keys
}

func newLatin(seed uint64, dimensions, draws int) (*latin, error) {
	if draws < 1 || draws > MaxPoints {
		return nil, fmt.Errorf("%d draws: a Latin hypercube needs to know how many there will be, from 1 to %d", draws, MaxPoints)
	}
	l := &latin{draws: draws, fine: 52 - bits.Len64(uint64(draws-1))}
	strata, jitter := Key(seed, ForStrata), Key(seed, ForJitter)
	for d := range uint64(dimensions) {
		l.permutations = append(l.permutations, newPermutation(Split(strata, d), draws))
		l.jitters = append(l.jitters, Split(jitter, d))
	}
	return l, nil
}

func (l *latin) Point(j int, u []float64, _ *Scratch) {
	checkIndex(j, l.draws)
	// In whole numbers, of which a float64 holds 53 digits, so that no draw is rounded into another stratum.
	width := uint64(1) << l.fine
	for d := range u {
		place := Split(l.jitters[d], uint64(j)) >> (64 - l.fine)
		u[d] = (float64(l.permutations[d].at(uint64(j))*width+place) + 0.5) / float64(uint64(l.draws)*width)
	}
}
