package sim

import (
	"math"

	"reconfig/model/elementary"
)

// savings is the economy of scale: S of each class, tier and group.
type savings struct {
	share [tierCount][]float64 // S, by class and group
}

func newSavings(e *Engine) savings {
	var s savings
	for tier := range s.share {
		s.share[tier] = newRow(len(e.binding.scale) * e.bodies.groupCount(tier))
	}
	return s
}

// row is S of a class and tier, by group: what a group needs together, as a share of what its members need apart.
func (s *savings) row(b *bodies, class, tier int) []float64 {
	n := b.groupCount(tier)
	return s.share[tier][class*n : (class+1)*n]
}

// setScale fills in S = c(Σ P) ÷ Σ c(P). The sums of c(P) serve both tiers and every structure.
func (w *Workspace) setScale() {
	b := &w.engine.bodies
	for class := range w.parameters.classes {
		serving := newServing(&w.parameters.classes[class])
		sectors := w.scale.row(b, class, sectorTier)
		regions := w.scale.row(b, class, regionTier)
		if serving.elasticity == 1 { // exactly no economy of scale, whatever the rounding of logarithms
			fill(sectors, 1)
			fill(regions, 1)
			continue
		}
		clear(regions)
		for i := range b.sectors {
			s := &b.sectors[i]
			sum := 0.0
			for j := s.first; j < s.end; j++ {
				sum += serving.cost(b.commissioners[j].population, b.commissioners[j].logPopulation)
			}
			regions[s.region] += sum
			sectors[i] = serving.cost(s.population, s.logPopulation) / sum
		}
		for i := range b.regions {
			regions[i] = serving.cost(b.regions[i].population, b.regions[i].logPopulation) / regions[i]
		}
	}
}

// serving is c, what it costs to serve so many people: P^β, and in proportion to people above the size P* from which a
// body gains no more.
type serving struct {
	elasticity   float64 // β
	limit        float64 // P*, infinite where there is none
	perHeadAbove float64 // P*^(β − 1)
}

func newServing(class *classParameters) serving {
	if class.limit == 0 {
		return serving{elasticity: class.scale, limit: math.Inf(1)}
	}
	return serving{class.scale, class.limit, elementary.Exp((class.scale - 1) * elementary.Log(class.limit))}
}

func (s *serving) cost(population, logPopulation float64) float64 {
	if population > s.limit {
		return population * s.perHeadAbove
	}
	return elementary.Exp(s.elasticity * logPopulation)
}
