package uncertain

import (
	"reconfig/model"
	"reconfig/sim/sampling"
	"reconfig/sim/special"
)

// bodyKeys gives every commissioner a key of its own, from the seed and its code.
func bodyKeys(c *model.Case, seed uint64) []uint64 {
	key := sampling.Key(seed, sampling.ForBodies)
	keys := make([]uint64, len(c.Commissioners))
	for i, body := range c.Commissioners {
		keys[i] = sampling.Split(key, sampling.HashText(body.Code))
	}
	return keys
}

// BodyErrors puts into dst what draw j has for z of docs/model.md, section 3: an independent standard normal for every
// commissioner, in the order of Case.Commissioners. It depends on the seed, j and the commissioner's code alone, not on
// the sampler nor on the other commissioners. It allocates nothing.
func (g *Generator) BodyErrors(j int, dst []float64) {
	g.bodyErrors(uint64(j), dst)
}

// bodyErrors puts into dst what item i of each commissioner's sequence gives.
func (g *Generator) bodyErrors(i uint64, dst []float64) {
	for k, key := range g.bodies {
		dst[k] = sampling.Unit(sampling.Split(key, i))
	}
	special.NormalQuantiles(dst, dst[:len(g.bodies)])
}
