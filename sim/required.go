package sim

import (
	"gonum.org/v1/gonum/floats"

	"reconfig/sim/vector"
)

// required is the cost that the structure at hand needs to do all its work.
type required struct {
	requiredTotal []float64 // Σ R, £k a year, by moment
	requiredFall  []float64 // Σ max(0, R of the moment before − R), £k a year; of use in quarters only

	sectorRequired   series    // R ÷ M of the sectors at hand, by moment
	requiredAtTarget []float64 // R ÷ M at target, by sector
	unsaved          []float64 // what a wave adds to R ÷ M, fully in force, by sector at hand
}

func newRequired(e *Engine) required {
	moments := e.timeline.moments()
	return required{newRow(moments), newRow(moments), newSeries(atHand, moments), newRow(len(e.bodies.sectors)), newRow(atHand)}
}

// setRequired fills in R = M · (1 − Σ p φ), added up over the bodies: at target alone where nothing follows it over time.
// Falls in several waves are left to setCost, if that is to be called.
func (w *Workspace) setRequired(s *structure) {
	if e := w.engine; !e.needs.falls && !e.traced {
		total, target := w.totalCost, e.timeline.target()
		for i := range s.waves {
			total += float64(-w.saved[i] * w.inForce.row(s.waves[i].tenure)[target])
		}
		w.requiredTotal[target] = total
		return
	}
	vector.Fill(w.requiredTotal, w.totalCost)
	for i := range s.waves {
		vector.AddScaled(w.requiredTotal, -w.saved[i], w.inForce.row(s.waves[i].tenure))
	}
	if !w.engine.needs.falls {
		return
	}
	clear(w.requiredFall)
	switch len(s.waves) {
	case 0:
	case 1: // every sector falls, or rises, in step with what is in force
		w.addWaveFalls(&s.waves[0])
	default:
		if w.engine.needs.cost { // setCost goes through the sectors, and adds their falls
			return
		}
		for i := range w.engine.bodies.sectors {
			w.setRequiredShares(s, span{i, i + 1})
			w.sectorRequired.addFalls(w.requiredFall, w.groupCost[sectorTier][i:i+1])
		}
	}
}

// setRequiredShares fills in R ÷ M of some sectors, which is the same for all bodies of a sector.
func (w *Workspace) setRequiredShares(s *structure, sectors span) {
	n, target := sectors.end-sectors.first, w.engine.timeline.target()
	rows, unsaved := w.sectorRequired.rows(span{end: n}), w.unsaved[:n]
	vector.Fill(rows, 1)
	for i := range s.waves {
		wave, saving := &s.waves[i], w.saving.row(i)
		if wave.tier == sectorTier {
			floats.ScaleTo(unsaved, -1, saving[sectors.first:sectors.end])
		} else {
			for k := range unsaved {
				unsaved[k] = -saving[w.engine.bodies.sectors[sectors.first+k].region]
			}
		}
		vector.AddOuter(rows, unsaved, w.inForce.row(wave.tenure))
	}
	for k := range unsaved {
		w.requiredAtTarget[sectors.first+k] = rows[k*w.sectorRequired.width+target]
	}
}

// requiredAt is R ÷ M of a sector's bodies at one moment.
func (w *Workspace) requiredAt(s *structure, sector, moment int) float64 {
	share := 1.0
	for i := range s.waves {
		wave := &s.waves[i]
		share -= float64(w.saving.row(i)[w.engine.bodies.groupOf(wave.tier, sector)] * w.inForce.row(wave.tenure)[moment])
	}
	return share
}

// addWaveFalls adds the falls of the structure's only wave: of groups that save as more comes into force, of groups that
// lose as less does.
func (w *Workspace) addWaveFalls(wave *wave) {
	var gains, losses [1]float64
	for g, cost := range w.groupCost[wave.tier] {
		saving := w.saving.row(0)[g]
		gains[0] += float64(cost * max(0, saving))
		losses[0] += float64(cost * max(0, -saving))
	}
	inForce := w.inForce.row(wave.tenure)
	vector.AddFalls(w.requiredFall, losses[:], inForce, len(inForce))
	floats.ScaleTo(w.scratch, -1, inForce) // of which a rise is a fall
	vector.AddFalls(w.requiredFall, gains[:], w.scratch, len(inForce))
}
