package recom

// tree is a spanning tree of two groups.
type tree struct {
	order  []int32   // vertices, each after the one above it
	above  []int32   // by vertex: the next one towards the root
	in     []bool    // by vertex: whether it is in the tree; all false between trees
	size   []int32   // by vertex: how many vertices are below it, with itself
	weight []float64 // by vertex: their weights' sum
	below  []bool    // by vertex of the tree: whether it is below the marked one, or that one
	marked int32
}

func newTree(n int) tree {
	return tree{above: make([]int32, n), in: make([]bool, n), size: make([]int32, n), weight: make([]float64, n), below: make([]bool, n)}
}

// draw draws a spanning tree of groups a and b, each with the same chance: random walks, with loops erased, from each
// vertex to what is in the tree already.
//
// Source: Wilson (1996).
func (s *state) draw(a, b int32) {
	t := &s.tree
	root := s.members[a][0]
	t.order = append(t.order[:0], root)
	t.in[root] = true
	for _, i := range [2]int32{a, b} {
		for _, start := range s.members[i] {
			for v := start; !t.in[v]; v = t.above[v] {
				t.above[v] = s.neighbour(v, a, b)
			}
			s.keepWalk(start)
		}
	}
	for _, v := range t.order {
		t.in[v] = false
	}
	s.measure()
}

// neighbour is one of the vertices of two groups that are joined to v, each with the same chance.
func (s *state) neighbour(v, a, b int32) int32 {
	beside := s.g.Neighbours(int(v))
	for {
		u := beside[s.below(len(beside))]
		if i := s.group[u]; i == a || i == b {
			return u
		}
	}
}

// keepWalk adds the walk from a vertex to the tree.
func (s *state) keepWalk(start int32) {
	t := &s.tree
	from := len(t.order)
	for v := start; !t.in[v]; v = t.above[v] {
		t.in[v] = true
		t.order = append(t.order, v)
	}
	for i, j := from, len(t.order)-1; i < j; i, j = i+1, j-1 {
		t.order[i], t.order[j] = t.order[j], t.order[i]
	}
}

// measure works out sizes and weights, from the leaves up.
func (s *state) measure() {
	t := &s.tree
	for _, v := range t.order {
		t.size[v], t.weight[v] = 1, s.limits.Weights[v]
	}
	for i := len(t.order) - 1; i > 0; i-- {
		v := t.order[i]
		t.size[t.above[v]] += t.size[v]
		t.weight[t.above[v]] += t.weight[v]
	}
}

// mark notes which vertices are below v, which is not the root.
func (t *tree) mark(v int32) {
	t.marked = v
	t.below[t.order[0]] = false
	for _, u := range t.order[1:] {
		t.below[u] = u == v || t.below[t.above[u]]
	}
}
