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
	seen := map[[2]string]int{}
	for i, x := range c.Neighbours {
		r.oneOf(i, "a", x.A, "the code of a commissioner", known)
		r.oneOf(i, "b", x.B, "the code of a commissioner", known)
		r.oneOf(i, "kind", x.Kind, "how they touch", []string{"land", "river"})
		if x.BoundaryM.Given {
			r.notNegative(i, "boundary_m", x.BoundaryM.Value)
		}
		if x.A == x.B {
			r.add(i, "b", x.B, "another commissioner than in column a")
		}
		pair := [2]string{min(x.A, x.B), max(x.A, x.B)}
		if j, ok := seen[pair]; ok {
			r.conflict(i, j, "b", x.B, "each pair once")
			continue
		}
		seen[pair] = i
	}
}
