// Package control says what bodies spend under a target: management cost as docs/model.md, section 5, has it. Everything is a
// share of a body's cost at the start, M.
package control

// Target is what all bodies have in common. Its slices have a number for each moment, and so has each row of the methods: they take
// rows of several bodies one after another. The first moment is just before the start, when no target binds.
type Target struct {
	Phase       []float64 // how far the target has come: min(1, t/T)
	Growth      []float64 // Γ
	Release     float64   // χ
	Enforcement float64   // e
}

// Together fills in C ÷ M, and q = C ÷ R, by groups of bodies which all require the same share R ÷ M of their cost, and of which the
// target takes off the same share in the end: slope is (E − M) ÷ M.
func (t *Target) Together(cost, ratio, required []float64, slope float64) {
	if t.together(cost, ratio, required, slope) {
		return
	}
	for ; len(required) > 0 && len(t.Growth) > 0; cost, ratio, required = t.rest(cost), t.rest(ratio), t.rest(required) {
		for k, growth := range t.Growth {
			r := required[k]
			uncontrolled, stripped := t.uncontrolled(growth, 1-r)
			cost[k] = t.at(k, uncontrolled, stripped, slope)
			ratio[k] = cost[k] * (1 / r)
		}
	}
}

// Sector is bodies with targets of their own that all require the same share of their cost.
type Sector struct {
	Required []float64 // R ÷ M
	Cost     []float64 // Σ C, £k a year, which bodies are added to
	Ratio    []float64 // q of all together: Σ C ÷ Σ R
	PerCost  float64   // 1 ÷ Σ M
}

// Apart fills in C ÷ M, and q, of some bodies of a sector, and adds them to what the sector costs. Each has its slope, and costs are
// its M. The sector's ratio is right once all of its bodies have been added.
func (t *Target) Apart(cost, ratio, slopes, costs []float64, s Sector) {
	if t.apart(cost, ratio, slopes, costs, &s) {
		return
	}
	for k, growth := range t.Growth {
		r, total := s.Required[k], s.Cost[k]
		uncontrolled, stripped := t.uncontrolled(growth, 1-r)
		for i, slope := range slopes {
			share := t.at(k, uncontrolled, stripped, slope)
			cost[i*len(t.Growth)+k], ratio[i*len(t.Growth)+k] = share, share*(1/r)
			total += float64(costs[i] * share)
		}
		s.Cost[k], s.Ratio[k] = total, total*(1/r)*s.PerCost
	}
}

// rest is what follows the first row.
func (t *Target) rest(rows []float64) []float64 { return rows[len(t.Growth):] }

// uncontrolled is U, and U less all that the structure frees, where it gains so much: 1 − R ÷ M. With
// freed = (1 − χ) max(0, M − R), the latter is M Γ − (M − R), whatever the sign of M − R.
func (t *Target) uncontrolled(growth, gain float64) (uncontrolled, stripped float64) {
	stripped = growth - gain
	if gain > 0 {
		gain *= t.Release
	}
	return growth - gain, stripped
}

func (t *Target) at(moment int, uncontrolled, stripped, slope float64) float64 {
	if moment == 0 {
		return uncontrolled
	}
	return controlled(uncontrolled, stripped, 1+float64(slope*t.Phase[moment]), t.Enforcement)
}

// controlled is C = U − min(need, freed) − e · max(0, need − freed), with need = max(0, U − B): what the structure frees is
// given up first, and only cuts, which take off what is then still above the ceiling B, slip.
func controlled(uncontrolled, stripped, ceiling, enforcement float64) float64 {
	if gap := stripped - ceiling; gap > 0 {
		return stripped - float64(enforcement*gap)
	}
	if uncontrolled < ceiling { // neither is NaN, which min would have to ask for
		return uncontrolled
	}
	return ceiling
}
