package uncertain

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

// at is the assumption's value at a score.
func (t *tabled) at(score float64) float64 {
	return clamp(t.low+float64(t.width*t.table.at(score)), t.least, t.most)
}
