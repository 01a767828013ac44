package sampling

import "math/rand/v2"

// random gives every draw a generator of its own, a PCG whose state is mixed from the seed and the draw's index.
// Without mixing, neighbouring draws of a PCG are strongly correlated.
//
// Source: O'Neill (2014), PCG: a family of simple fast space-efficient statistically good algorithms, HMC-CS-2014-0905.
type random struct{ high, low uint64 } // keys of the two halves of a generator's state

func newRandom(seed uint64) random {
	return random{Key(seed, ForRandomDraws), Key(seed, ForRandomMore)}
}

func (r random) Point(j int, u []float64, _ *Scratch) {
	checkIndex(j, MaxPoints)
	var generator rand.PCG
	generator.Seed(Split(r.high, uint64(j)), Split(r.low, uint64(j)))
	for d := range u {
		u[d] = Unit(generator.Uint64())
	}
}
