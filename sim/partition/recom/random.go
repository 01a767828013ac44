package recom

import (
	"math/bits"
	"math/rand/v2"

	"reconfig/sim/sampling"
)

// random is the generator of one chain.
type random struct{ rand.PCG }

// newRandom is the generator of the chain with this number.
func newRandom(seed uint64, chain int) random {
	key := sampling.Split(sampling.Key(seed, sampling.ForChains), uint64(chain))
	var r random
	r.Seed(sampling.Split(key, 0), sampling.Split(key, 1))
	return r
}

// below is one of 0 … n − 1, each with the same chance to within one part in 2⁴⁰ for n up to 2²⁴.
func (r *random) below(n int) int {
	high, _ := bits.Mul64(r.Uint64(), uint64(n))
	return int(high)
}

// unit is a number between 0 and 1, never either.
func (r *random) unit() float64 { return sampling.Unit(r.Uint64()) }
