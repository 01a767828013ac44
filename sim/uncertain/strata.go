package uncertain

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"reconfig/sim/special"
)

// strata keep the strata of a Latin hypercube for members of the copula: by member and draw, the stratum that the draw
// falls into. Sums of stratified scores are not stratified, but their ranks are: the draw with the k-th score of a member
// goes into its k-th stratum, and so the scores go along as before. A member that hangs
// on no other has its own strata and no ranks. Nil for other samplers.
//
// Source: Stein (1987), Technometrics 29(2), section 5; Iman and Conover (1982), Commun. Stat. B 11(3), do the same for
// scores that are made apart.
type strata [][]uint32

// mostRanked is how many draws of correlated assumptions a Latin hypercube can have, as it must hold their ranks.
const mostRanked = 1 << 22

// rankScores makes the scores of all draws and ranks them.
func (g *Generator) rankScores(draws int) (strata, error) {
	members := len(g.copula.dimensions)
	switch {
	case members == 0:
		return nil, nil
	case draws > mostRanked:
		return nil, fmt.Errorf("%d draws: a Latin hypercube of correlated assumptions has %d at most; use another sampler", draws, mostRanked)
	}
	scores, s := make([][]float64, members), g.NewScratch()
	for j := range draws {
		g.point(j, s)
		for i, d := range g.copula.dimensions {
			scores[i] = append(scores[i], s.scores[d])
		}
	}
	ranked := make(strata, members)
	for i := range ranked {
		if len(g.copula.rows[i].entries) > 1 {
			ranked[i] = ranksOf(scores[i])
		}
	}
	return ranked, nil
}

// ranksOf gives every value its rank among all, from 0 on; of equal ones the first comes first.
func ranksOf(values []float64) []uint32 {
	order := make([]uint32, len(values))
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortStableFunc(order, func(a, b uint32) int { return cmp.Compare(values[a], values[b]) })
	ranks := make([]uint32, len(values))
	for rank, i := range order {
		ranks[i] = uint32(rank)
	}
	return ranks
}

// stratify moves the scores of draw j into their strata. Where in its stratum a draw is, is where its independent number is
// in a stratum of its own.
func (r strata) stratify(j int, c *copula, s *Scratch) {
	const edge = 1e-6 // kept free, so that rounding moves no draw over it
	for i, ranks := range r {
		if ranks == nil {
			continue
		}
		n := float64(len(ranks))
		_, within := math.Modf(float64(n * normalDistribution(s.independent[i])))
		s.scores[c.dimensions[i]] = special.NormalQuantile((float64(ranks[j]) + clamp(within, edge, 1-edge)) / n)
	}
}
