// Package control says what bodies spend under a target: management cost as docs/model.md, section 5, has it. Everything is a
// share of a body's cost at the start, M, and every slice has a number for each moment; the first is the moment just before
// the start, when no target binds. Slices are of one length.
package control

// Target is what bodies with the same target have in common.
type Target struct {
	Phase       []float64 // how far the target has come: min(1, t/T)
	Slope       float64   // (E − M) ÷ M: what it takes off in the end, below 0 where it asks for less
	Enforcement float64   // e
}

// Together fills in C ÷ M, and q = C ÷ R, of bodies that all require the same share R ÷ M of their cost. growth is Γ, and release
// is χ. With freed = (1 − χ) max(0, M − R), U − freed is M Γ − (M − R), whatever the sign of M − R.
func (t *Target) Together(cost, ratio, required, growth []float64, release float64) {
	n := together(t, cost, ratio, required, growth, release)
	for k := n; k < len(required); k++ {
		gain := 1 - required[k]
		uncontrolled, stripped := Uncontrolled(growth[k], gain, release)
		cost[k] = t.at(k, uncontrolled, stripped)
		ratio[k] = cost[k] * (1 / required[k])
	}
}

// Apart fills in the same of a body with a target of its own, among bodies of which all require the same share: uncontrolled is
// U ÷ M, stripped is that less all that the structure frees, and perRequired is M ÷ R.
func (t *Target) Apart(cost, ratio, uncontrolled, stripped, perRequired []float64) {
	n := apart(t, cost, ratio, uncontrolled, stripped, perRequired)
	for k := n; k < len(uncontrolled); k++ {
		cost[k] = t.at(k, uncontrolled[k], stripped[k])
		ratio[k] = cost[k] * perRequired[k]
	}
}

// Uncontrolled is U, and U less all that the structure frees, where it gains so much: 1 − R ÷ M, of which only a share is given
// up as cash.
func Uncontrolled(growth, gain, release float64) (uncontrolled, stripped float64) {
	stripped = growth - gain
	if gain > 0 {
		gain *= release
	}
	return growth - gain, stripped
}

func (t *Target) at(moment int, uncontrolled, stripped float64) float64 {
	if moment == 0 {
		return uncontrolled
	}
	return controlled(uncontrolled, stripped, 1+float64(t.Slope*t.Phase[moment]), t.Enforcement)
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
