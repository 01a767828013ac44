package recom

import (
	"context"

	"reconfig/sim/numbers"
)

// settle tries every move and exchange at the borders of groups until none makes the partition better.
func (a *annealing) settle(ctx context.Context) {
	for better := true; better; {
		better = false
		for _, e := range a.edges {
			if ctx.Err() != nil {
				return
			}
			for side := range e {
				u, v := e[side], e[1-side]
				for a.group[u] != a.group[v] && a.improve(u, a.group[v]) {
					better = true
				}
			}
		}
	}
}

// improve takes the first move of u to group j, or exchange for a member of it, that makes the partition better, and says
// whether there was one.
func (a *annealing) improve(u, j int32) bool {
	i := a.group[u]
	if a.move(u, j); a.tryIt(i, j) {
		return true
	}
	for m := range a.members[j] {
		v := a.members[j][m]
		if !a.beside(v, i) {
			continue
		}
		if a.exchange(u, v); a.tryIt(i, j) {
			return true
		}
	}
	return false
}

// beside says whether an edge joins a vertex to a group.
func (a *annealing) beside(v, i int32) bool {
	for _, u := range a.g.Neighbours(int(v)) {
		if a.group[u] == i {
			return true
		}
	}
	return false
}

// tryIt takes the move in the workspace if it is allowed and makes the partition better.
func (a *annealing) tryIt(i, j int32) bool {
	if !a.keepsRules() || !a.connected(a.newA) || !a.connected(a.newB) {
		return false
	}
	gain := a.gain(i, j)
	if !numbers.Better(a.total+gain, a.total) {
		return false
	}
	a.take(i, j, gain)
	return true
}
