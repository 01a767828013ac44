package sensitivity

import (
	"gonum.org/v1/gonum/mat"

	"reconfig/sim/linear"
)

// regression says how the scores of some members of a block, the followers, are expected to move when those of the rest,
// the leaders, are moved. What is left of a follower's score when the expected is taken off – its innovation – does not
// depend on the leaders. To move the leaders and to let the followers go along, each with the innovation it has, is to
// draw the followers given the leaders.
//
// Sources: Kucherenko, Tarantola & Annoni (2012), Computer Physics Communications 183(4), for a Gaussian copula; Mara,
// Tarantola & Annoni (2015), Environmental Modelling & Software 72, for innovations in the order leaders, followers.
type regression struct {
	block              *block
	leaders, followers []int       // indices in the block
	slopes             [][]float64 // by follower and leader
}

// newRegression lets the rest of a block follow the members that lead.
func newRegression(b *block, leads func(input int) bool) (regression, error) {
	g := regression{block: b}
	for index, i := range b.inputs {
		if leads(i) {
			g.leaders = append(g.leaders, index)
		} else {
			g.followers = append(g.followers, index)
		}
	}
	among := mat.NewSymDense(len(g.leaders), nil)
	between := mat.NewDense(len(g.leaders), len(g.followers), nil)
	for l, leader := range g.leaders {
		for k := range l + 1 {
			among.SetSym(l, k, b.correlations.At(leader, g.leaders[k]))
		}
		for f, follower := range g.followers {
			between.Set(l, f, b.correlations.At(leader, follower))
		}
	}
	lower, ok := linear.Cholesky(among)
	if !ok {
		return regression{}, errContradictory // cannot be, as the whole block has a factor
	}
	linear.Solve(lower, between) // leaves the slopes there
	for f := range g.followers {
		g.slopes = append(g.slopes, mat.Col(nil, f, between))
	}
	return g, nil
}

// follow puts the values of the followers into x, when the leaders are moved from the scores of one point to those of
// another.
func (g *regression) follow(p *Problem, x, from, to []float64) {
	from, to = from[g.block.at:], to[g.block.at:]
	for f, follower := range g.followers {
		score := from[follower]
		for l, leader := range g.leaders {
			score += float64(g.slopes[f][l] * (to[leader] - from[leader]))
		}
		i := g.block.inputs[follower]
		x[i] = p.Inputs[i].value(probability(score))
	}
}
