package uncertain

import "reconfig/model"

// tabled is an assumption that is drawn and whose quantile is in a table. Nearly all are, so a draw reads their tables one after
// another, with no calls between: the processor then fetches from several tables at once.
type tabled struct {
	table
	index, dimension int     // in the draw; of the sampler
	low, width       float64 // of the distribution
	least, most      float64 // of what is drawn: within the distribution, and possible
}

// newTabled says whether an assumption is one.
func newTabled(m marginal) (tabled, bool) {
	shape, low, high := curve(nil), 0.0, 1.0
	switch d := m.distribution.(type) {
	case PERT:
		shape, low, high = d.shape, d.low, d.high
	case Beta:
		shape = d.shape
	}
	t, ok := shape.(*table)
	if !ok {
		return tabled{}, false
	}
	return tabled{*t, m.index, m.dimension, low, high - low, clamp(low, m.min, m.max), clamp(high, m.min, m.max)}, true
}

// readTables puts the assumptions' values into a draw, given the scores of all dimensions.
func readTables(all []tabled, dst model.Draw, scores []float64) {
	for i := range all {
		t := &all[i]
		p, x := t.find(scores[t.dimension])
		dst[t.index] = clamp(t.low+float64(t.width*p.at(x)), t.least, t.most)
	}
}
