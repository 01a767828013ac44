package model

// Correlation is the rank correlation of two assumptions in random draws.
type Correlation struct {
	A               string  `csv:"a"`
	B               string  `csv:"b"`
	RankCorrelation float64 `csv:"rank_correlation"` // Spearman's, from -1 to 1
	Basis           string  `csv:"basis"`
}

func (c *Case) checkCorrelations(r *report) {
	known := c.AssumptionNames()
	seen := map[[2]string]int{}
	for i, x := range c.Correlations {
		r.oneOf(i, "a", x.A, "the name of an assumption", known)
		r.oneOf(i, "b", x.B, "the name of an assumption", known)
		if x.A == x.B {
			r.add(i, "b", x.B, "another assumption than in column a")
		}
		if !(x.RankCorrelation >= -1 && x.RankCorrelation <= 1) {
			r.add(i, "rank_correlation", number(x.RankCorrelation), "a number from -1 to 1")
		}
		pair := [2]string{min(x.A, x.B), max(x.A, x.B)}
		if j, ok := seen[pair]; ok {
			r.conflict(i, j, "b", x.B, "each pair once")
			continue
		}
		seen[pair] = i
	}
}
