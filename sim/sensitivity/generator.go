package sensitivity

import (
	"math/rand/v2"

	"reconfig/sim/sampling"
)

// newGenerator makes the generator of item i of one purpose, so that each item can be had without those before it.
func newGenerator(seed uint64, purpose sampling.Purpose, i int) *rand.Rand {
	key := sampling.Split(sampling.Key(seed, purpose), uint64(i))
	return rand.New(rand.NewPCG(sampling.Split(key, 0), sampling.Split(key, 1)))
}
