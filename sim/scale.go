package sim

import "math"

// savings is the economy of scale: S of each class, tier and group.
type savings struct {
	share [tierCount][]float64 // S, by class and group
}

func newSavings(e *Engine) savings {
	var s savings
	for tier := range s.share {
		s.share[tier] = room(len(e.binding.scale) * e.bodies.groupCount(tier))
	}
	return s
}

// row is S of a class and tier, by group: what a group needs together, as a share of what its members need apart.
func (s *savings) row(b *bodies, class, tier int) []float64 {
	n := b.groupCount(tier)
	return s.share[tier][class*n : (class+1)*n]
}

// setScale fills in S = (Σ P)^β ÷ Σ (P^β). The sums of P^β serve both tiers and every structure.
func (w *Workspace) setScale() {
	b := &w.engine.bodies
	for class := range w.parameters.classes {
		beta := w.parameters.classes[class].scale
		sectors := w.scale.row(b, class, sectorTier)
		regions := w.scale.row(b, class, regionTier)
		if beta == 1 { // exactly no economy of scale, whatever the rounding of logarithms
			fill(sectors, 1)
			fill(regions, 1)
			continue
		}
		clear(regions)
		for i := range b.sectors {
			s := &b.sectors[i]
			sum := 0.0
			for j := s.first; j < s.end; j++ {
				sum += math.Exp(beta * b.commissioners[j].logPopulation)
			}
			regions[s.region] += sum
			sectors[i] = math.Exp(beta*s.logPopulation) / sum
		}
		for i := range b.regions {
			regions[i] = math.Exp(beta*b.regions[i].logPopulation) / regions[i]
		}
	}
}
