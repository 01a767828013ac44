package sim

import (
	"math"

	"reconfig/model/elementary"
	"reconfig/sim/vector"
)

// savings is the economy of scale: S of each class, tier and group.
type savings struct {
	share     groupNumbers        // S, by class, tier and group
	serving   []serving           // c, by class
	apart     []float64           // c(P), by class and index of a body in the case
	exponents []float64           // what P^β is the exponential of, by index of a body in the case
	apartOf   []known[[2]float64] // what that hangs on in a draw, by class
}

func newSavings(e *Engine) savings {
	classes, bodies := len(e.binding.scale), len(e.simulated.Commissioners)
	return savings{
		share: newGroupNumbers(e, classes*tierCount), serving: make([]serving, classes),
		apart: newRow(classes * bodies), exponents: newRow(bodies), apartOf: make([]known[[2]float64], classes),
	}
}

// row is S of a class and tier, by group: what a group needs together, as a share of what its members need apart.
func (s *savings) row(class, tier int) []float64 { return s.share.row(class*tierCount + tier) }

// setServing fills in c, and c(P) of bodies.
func (w *Workspace) setServing(all []commissioner) {
	n := len(w.bodyCost)
	for class := range w.parameters.classes {
		p := &w.parameters.classes[class]
		if w.scale.apartOf[class].same([2]float64{p.scale, p.limit}) {
			continue
		}
		serving := newServing(p)
		w.scale.serving[class] = serving
		if serving.elasticity == 1 {
			continue
		}
		apart, exponents := w.scale.apart[class*n:(class+1)*n], w.scale.exponents
		for i := range all {
			exponents[all[i].index] = serving.elasticity * all[i].logPopulation
		}
		elementary.Exps(apart, exponents)
		for i := range all {
			if all[i].population > serving.limit {
				apart[all[i].index] = serving.cost(all[i].population, all[i].logPopulation)
			}
		}
	}
}

// setScale fills in S = c(Σ P) ÷ Σ c(P). The sums of c(P) serve both tiers and every structure. Groups that are valued one by one
// are sectors, and pool nothing by region.
func (w *Workspace) setScale() {
	b, n := &w.engine.bodies, len(w.bodyCost)
	for class := range w.parameters.classes {
		serving, apart := &w.scale.serving[class], w.scale.apart[class*n:]
		sectors := w.scale.row(class, sectorTier)
		regions := w.scale.row(class, regionTier)
		if serving.elasticity == 1 { // exactly no economy of scale, whatever the rounding of logarithms
			vector.Fill(sectors, 1)
			vector.Fill(regions, 1)
			continue
		}
		clear(regions)
		for i := range b.sectors {
			s := &b.sectors[i]
			sum := 0.0
			for j := s.first; j < s.end; j++ {
				sum += apart[b.commissioners[j].index]
			}
			regions[s.region] += sum
			sectors[i] = serving.cost(s.population, s.logPopulation) / sum
		}
		if w.grouped {
			continue
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
