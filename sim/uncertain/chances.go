package uncertain

import (
	"math"
	"slices"

	"reconfig/model"
	"reconfig/sim/sampling"
)

// chance is one of a draw's chances (see model.Chance names): which way failures or refusals of an arrangement fall.
type chance struct {
	index     int    // in the draw
	dimension int    // of the sampler
	key       uint64 // from the seed and its name
}

// newChances lists the chances that are not set. Their dimensions of the sampler follow those of the
// assumptions.
func newChances(c *model.Case, o Options, first int) []chance {
	key := sampling.Key(o.Seed, sampling.ForChances)
	var all []chance
	for i, name := range c.ChanceNames() {
		if !slices.Contains(o.Set, name) {
			all = append(all, chance{len(c.Assumptions) + i, first + i, sampling.Split(key, sampling.HashText(name))})
		}
	}
	return all
}

// ChancesAt puts into a draw chances that follow from a number u in the open interval (0, 1): for analyses that take all
// chances together as one input, u. Any two numbers give chances that are independent of one another. Those that are set
// at a value stay.
func (g *Generator) ChancesAt(u float64, dst model.Draw) {
	for _, c := range g.chances {
		dst[c.index] = sampling.Unit(sampling.Split(c.key, math.Float64bits(u)))
	}
}

// HasChances says whether any chance is not set.
func (g *Generator) HasChances() bool { return len(g.chances) > 0 }
