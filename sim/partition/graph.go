package partition

import (
	"fmt"
	"slices"
)

// Graph has vertices, numbered from 0, and undirected edges.
type Graph struct {
	neighbours [][]int32 // by vertex, ascending
	edges      [][2]int32
}

// NewGraph is the graph of n vertices with these edges; an edge that is there twice, either way round, counts once. It returns
// an error if n is below 1, or an edge joins a vertex to itself or to one that is not there.
func NewGraph(n int, edges [][2]int) (*Graph, error) {
	if n < 1 {
		return nil, fmt.Errorf("a graph of %d vertices; there must be at least 1", n)
	}
	g := &Graph{neighbours: make([][]int32, n)}
	for _, e := range edges {
		a, b := min(e[0], e[1]), max(e[0], e[1])
		if a < 0 || b >= n || a == b {
			return nil, fmt.Errorf("an edge from vertex %d to %d; it must join two of the vertices 0 to %d", e[0], e[1], n-1)
		}
		g.edges = append(g.edges, [2]int32{int32(a), int32(b)})
	}
	slices.SortFunc(g.edges, func(a, b [2]int32) int { return slices.Compare(a[:], b[:]) })
	g.edges = slices.Compact(g.edges)
	for _, e := range g.edges {
		g.neighbours[e[0]] = append(g.neighbours[e[0]], e[1])
		g.neighbours[e[1]] = append(g.neighbours[e[1]], e[0])
	}
	for _, beside := range g.neighbours {
		slices.Sort(beside)
	}
	return g, nil
}

// Vertices is how many vertices there are.
func (g *Graph) Vertices() int { return len(g.neighbours) }

// Neighbours are the vertices that edges join to v, ascending. The caller does not change them.
func (g *Graph) Neighbours(v int) []int32 { return g.neighbours[v] }

// Edges are all edges, each once, its lower vertex first, in ascending order. The caller does not change them.
func (g *Graph) Edges() [][2]int32 { return g.edges }

// Connected says whether edges between the set's own vertices join them all. An empty set is not connected.
func (g *Graph) Connected(s Set) bool {
	start := s.first()
	if start < 0 {
		return false
	}
	left := slices.Clone(s)
	left.Remove(start)
	for stack := []int32{int32(start)}; len(stack) > 0; {
		v := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		for _, u := range g.neighbours[v] {
			if left.Has(int(u)) {
				left.Remove(int(u))
				stack = append(stack, u)
			}
		}
	}
	return left.first() < 0
}
