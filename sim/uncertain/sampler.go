package uncertain

import (
	"fmt"

	"reconfig/model"
)

// Samplers are the names of the ways to fill the space of the assumptions:
//
//   - sobol: a scrambled Sobol' sequence, the most even; best taken in powers of two
//   - random: independent draws, whose errors follow the textbook
//   - lhs: a Latin hypercube, even in every assumption by itself; needs to know how many draws there will be
var Samplers = model.Samplers

// MaxDraws is how many draws a sampler has: indices go from 0 to MaxDraws − 1.
const MaxDraws = 1 << 32

// sampler gives draw j a number in the open interval (0, 1) for every dimension. It never changes.
type sampler interface {
	point(j int, u []float64, s *Scratch)
}

func newSampler(o Options, dimensions int) (sampler, error) {
	switch o.Sampler {
	case "", "sobol":
		return newSobol(o.Seed, dimensions)
	case "random":
		return newRandom(o.Seed), nil
	case "lhs":
		return newLatin(o.Seed, dimensions, o.Draws)
	}
	return nil, model.Unknown("sampler", o.Sampler, Samplers)
}

// checkIndex panics on a draw that a sampler does not have: its caller counts wrongly.
func checkIndex(j, draws int) {
	if j < 0 || j >= draws {
		panic(fmt.Sprintf("uncertain: draw %d of %d", j, draws))
	}
}
