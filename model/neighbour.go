package model

// Neighbour is a pair of commissioners whose areas touch, by land or across a river.
type Neighbour struct {
	A         string   `csv:"a"`
	B         string   `csv:"b"`
	Kind      string   `csv:"kind"`       // land or river
	BoundaryM Optional `csv:"boundary_m"` // metres of shared boundary
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
