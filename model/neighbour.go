package model

// Neighbour is a pair of commissioners whose areas touch, by land or across a river.
type Neighbour struct {
	A         string   `csv:"a" about:"Code of one {body}"`
	B         string   `csv:"b" about:"Code of the other"`
	Kind      string   `csv:"kind" about:"Whether they touch by land or across a river"`                                                            // land or river
	BoundaryM Optional `csv:"boundary_m" unit:"metres" optional:"yes" least:"0" about:"Length of the shared boundary; empty where it is not known"` // metres of shared boundary
}

func (c *Case) checkNeighbours(r *report) {
	known := c.commissionerCodes()
	uniquePairs(r, c.Neighbours, func(x Neighbour) (a, b string) { return x.A, x.B })
	for i, x := range c.Neighbours {
		r.refer(i, "a", x.A, toCommissioner, known)
		r.refer(i, "b", x.B, toCommissioner, known)
		r.oneOf(i, "kind", x.Kind, "how they touch", []string{"land", "river"})
		if x.BoundaryM.Given {
			r.between(i, "boundary_m", x.BoundaryM.Value, 0, mostMetres)
		}
	}
}
