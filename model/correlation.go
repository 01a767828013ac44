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
	uniquePairs(r, c.Correlations, func(x Correlation) (a, b string) { return x.A, x.B })
	for i, x := range c.Correlations {
		r.oneOf(i, "a", x.A, "the name of an assumption", known)
		r.oneOf(i, "b", x.B, "the name of an assumption", known)
		if !(x.RankCorrelation >= -1 && x.RankCorrelation <= 1) {
			r.add(i, "rank_correlation", number(x.RankCorrelation), "a number from -1 to 1")
		}
	}
}
