package recom

import "slices"

// propose puts two groups after a random move into the workspace, and says which groups they are, and whether they keep
// to the rules.
func (a *annealing) propose() (i, j int32, ok bool) {
	e := a.cutEdge()
	u, v := e[a.below(2)], int32(0)
	if v = e[0]; v == u {
		v = e[1]
	}
	i, j = a.group[u], a.group[v]
	switch kind := a.below(16); {
	case kind < 9:
		a.move(u, j)
	case kind < 13:
		a.exchange(u, a.members[j][a.below(len(a.members[j]))])
	default:
		a.recombine(i, j)
		return i, j, a.keepsRules() // both parts of a tree are connected
	}
	return i, j, a.keepsRules() && a.connected(a.newA) && a.connected(a.newB)
}

// move puts the groups into the workspace as they are after u has moved to group j.
func (a *annealing) move(u, j int32) {
	a.newA = without(append(a.newA[:0], a.members[a.group[u]]...), u)
	a.newB = append(append(a.newB[:0], a.members[j]...), u)
}

// exchange puts the groups into the workspace as they are after u and v have changed groups.
func (a *annealing) exchange(u, v int32) {
	a.move(u, a.group[v])
	a.newA, a.newB = append(a.newA, v), without(a.newB, v)
}

// without takes a vertex out.
func without(members []int32, v int32) []int32 {
	i, last := slices.Index(members, v), len(members)-1
	members[i] = members[last]
	return members[:last]
}

// recombine puts two groups into the workspace as they are after a tree of them was cut at a random edge that fits.
func (a *annealing) recombine(i, j int32) {
	a.draw(i, j)
	chosen, fit := a.tree.order[1], 0
	for _, v := range a.tree.order[1:] {
		if a.fits(v, a.weight[i]+a.weight[j]) {
			if fit++; a.below(fit) == 0 {
				chosen = v
			}
		}
	}
	a.tree.mark(chosen)
	a.newA, a.newB = a.newA[:0], a.newB[:0]
	for _, v := range a.tree.order {
		if a.tree.below[v] {
			a.newB = append(a.newB, v)
		} else {
			a.newA = append(a.newA, v)
		}
	}
}

// keepsRules says whether the groups in the workspace keep to the rules.
func (a *annealing) keepsRules() bool {
	for _, members := range [2][]int32{a.newA, a.newB} {
		weight := 0.0
		for _, v := range members {
			weight += a.limits.Weights[v]
		}
		if !a.limits.Measures(len(members), weight) {
			return false
		}
		if !a.limits.Related() {
			continue
		}
		clear(a.one)
		for _, v := range members {
			a.one.Add(int(v))
		}
		if !a.limits.Relations(a.one) {
			return false
		}
	}
	return true
}

// connected says whether edges join all members of a group.
func (a *annealing) connected(members []int32) bool {
	a.stamps += 2
	inside, reached := a.stamps, a.stamps+1
	for _, v := range members {
		a.stamp[v] = inside
	}
	a.stamp[members[0]] = reached
	a.stack = append(a.stack[:0], members[0])
	n := 0
	for ; len(a.stack) > 0; n++ {
		v := a.stack[len(a.stack)-1]
		a.stack = a.stack[:len(a.stack)-1]
		for _, u := range a.g.Neighbours(int(v)) {
			if a.stamp[u] == inside {
				a.stamp[u] = reached
				a.stack = append(a.stack, u)
			}
		}
	}
	return n == len(members)
}

// gain is by how much the groups in the workspace are better than groups i and j.
func (a *annealing) gain(i, j int32) float64 {
	return a.values.of(a.newA) + a.values.of(a.newB) - a.value[i] - a.value[j]
}

// take makes the groups in the workspace groups i and j.
func (a *annealing) take(i, j int32, gain float64) {
	a.total += gain
	a.replace(i, a.newA)
	a.replace(j, a.newB)
}

func (a *annealing) replace(i int32, members []int32) {
	a.members[i], a.weight[i] = append(a.members[i][:0], members...), 0
	for _, v := range members {
		a.group[v] = i
		a.weight[i] += a.limits.Weights[v]
	}
	a.value[i] = a.values.of(members)
}
