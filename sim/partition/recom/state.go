package recom

import (
	"reconfig/sim/partition"
)

// state is a partition that changes, with what steps need to know of it.
type state struct {
	random
	g       *partition.Graph
	limits  *partition.Limits
	edges   [][2]int32
	group   []int32   // by vertex
	members [][]int32 // by group, in no order
	weight  []float64 // by group
	cut     int       // how many edges join different groups
	tree    tree
	one     partition.Set // workspace: a group
	two     partition.Set
}

func newState(g *partition.Graph, l *partition.Limits, k int, r random) *state {
	n := g.Vertices()
	return &state{
		random: r, g: g, limits: l, edges: g.Edges(), group: make([]int32, n), members: make([][]int32, k),
		weight: make([]float64, k), tree: newTree(n), one: partition.NewSet(n), two: partition.NewSet(n),
	}
}

// count works out everything that follows from which group each vertex is in.
func (s *state) count() {
	for i := range s.members {
		s.members[i], s.weight[i] = s.members[i][:0], 0
	}
	for v, i := range s.group {
		s.members[i] = append(s.members[i], int32(v))
		s.weight[i] += s.limits.Weights[v]
	}
	s.cut = 0
	for _, e := range s.edges {
		if s.group[e[0]] != s.group[e[1]] {
			s.cut++
		}
	}
}

// cutEdge is one of the edges that join different groups, each with the same chance. There must be one.
func (s *state) cutEdge() [2]int32 {
	for {
		if e := s.edges[s.below(len(s.edges))]; s.group[e[0]] != s.group[e[1]] {
			return e
		}
	}
}

// assign makes the parts of the tree below and not below the vertex that was marked the groups b and a.
func (s *state) assign(a, b int32, edges int) {
	s.cut += edges
	s.members[a], s.members[b] = s.members[a][:0], s.members[b][:0]
	s.weight[a] += s.weight[b] - s.tree.weight[s.tree.marked]
	s.weight[b] = s.tree.weight[s.tree.marked]
	for _, v := range s.tree.order {
		i := a
		if s.tree.below[v] {
			i = b
		}
		s.group[v] = i
		s.members[i] = append(s.members[i], v)
	}
}

// newEdges is by how many the edges that join different groups would grow if the tree were cut above the marked vertex.
func (s *state) newEdges(a, b int32) int {
	twice := 0
	for _, v := range s.tree.order {
		for _, u := range s.g.Neighbours(int(v)) {
			i := s.group[u]
			if i != a && i != b {
				continue
			}
			if s.tree.below[u] != s.tree.below[v] {
				twice++
			}
			if i != s.group[v] {
				twice--
			}
		}
	}
	return twice / 2
}

// fits says whether both parts of the tree, cut above a vertex, are within the limits on size and weight.
func (s *state) fits(v int32, weight float64) bool {
	size := int(s.tree.size[v])
	return s.limits.Measures(size, s.tree.weight[v]) &&
		s.limits.Measures(len(s.tree.order)-size, weight-s.tree.weight[v])
}

// related says whether both parts of the tree, cut above the marked vertex, keep the rules on who must be together or apart.
func (s *state) related() bool {
	if !s.limits.Related() {
		return true
	}
	s.parts()
	return s.limits.Relations(s.one) && s.limits.Relations(s.two)
}

// parts puts the two parts of the tree into the workspace.
func (s *state) parts() {
	clear(s.one)
	clear(s.two)
	for _, v := range s.tree.order {
		part := s.one
		if s.tree.below[v] {
			part = s.two
		}
		part.Add(int(v))
	}
}
