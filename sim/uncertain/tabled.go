package uncertain

import "reconfig/model"

// tabled are the assumptions that are drawn and whose quantile is in a table, as nearly all are. A draw reads all tables in one
// loop, so that the processor fetches from several at once. What the loop needs of each lies in rows.
type tabled struct {
	index, dimension []int     // in the draw; of the sampler
	pieces           []*piece  // the first of the table
	perScore, steps  []float64 // of the table
	low, width       []float64 // of the distribution
	least, most      []float64 // of what is drawn: within the distribution, and possible
	tables           []*table
}

// add takes an assumption if it is one, and says so.
func (t *tabled) add(m marginal) bool {
	shape, low, high := curve(nil), 0.0, 1.0
	switch d := m.distribution.(type) {
	case PERT:
		shape, low, high = d.shape, d.low, d.high
	case Beta:
		shape = d.shape
	}
	of, ok := shape.(*table)
	if !ok {
		return false
	}
	t.index, t.dimension, t.tables = append(t.index, m.index), append(t.dimension, m.dimension), append(t.tables, of)
	t.pieces, t.perScore, t.steps = append(t.pieces, &of.pieces[0]), append(t.perScore, of.perScore), append(t.steps, float64(len(of.pieces)))
	t.low, t.width = append(t.low, low), append(t.width, high-low)
	t.least, t.most = append(t.least, clamp(low, m.min, m.max)), append(t.most, clamp(high, m.min, m.max))
	return true
}

// put puts the assumptions' values into a draw, given the scores of all dimensions. Memory holds a number for each.
func (t *tabled) put(dst model.Draw, scores, memory []float64) {
	for i, d := range t.dimension {
		memory[i] = scores[d]
	}
	t.read(memory)
	for i, index := range t.index {
		dst[index] = memory[i]
	}
}

// plainRead turns the scores of the assumptions, from one on, into their values.
func (t *tabled) plainRead(values []float64, from int) {
	for i := from; i < len(values); i++ {
		p, x := t.tables[i].find(values[i])
		values[i] = clamp(t.low[i]+float64(t.width[i]*p.at(x)), t.least[i], t.most[i])
	}
}
