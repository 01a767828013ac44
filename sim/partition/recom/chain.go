package recom

import (
	"context"
	"fmt"
	"slices"

	"reconfig/model/elementary"
	"reconfig/sim/partition"
)

// Target is what a chain's partitions are distributed like in the long run, among those that its steps can reach.
type Target int

const (
	// Trees is the spanning-tree distribution: the chance of a partition is in proportion to the product of the numbers of
	// spanning trees of its groups, which favours compact groups.
	Trees Target = iota
	// Uniform gives each partition the same chance. On large graphs such chains hardly move.
	Uniform
	// Plain is ReCom as it was published: each step that finds an edge to cut is taken. Partitions are distributed much like
	// with Trees, but nobody knows how exactly.
	Plain
)

// redraws is how many trees a step of a plain chain draws before it stays where it is.
const redraws = 20

// Chain is a Markov chain of partitions into a fixed number of connected groups that keep to rules.
type Chain struct {
	*state
	target   Target
	logTrees []float64 // by group, for Uniform: the logarithm of its number of spanning trees
	minor    []float64 // workspace: a matrix
	row      []int32   // workspace: by vertex, its row in the matrix and one
	choices  []int32   // workspace: vertices above which the tree can be cut
}

// ChainOptions say which chain it is.
type ChainOptions struct {
	Target Target
	Seed   uint64 // of random numbers
	Number int    // of the chain: chains with different numbers are independent
	Start  []int  // by vertex: its group in the partition that the chain begins with; nil for one at random
}

// NewChain is a chain of partitions into k groups that keep to the rules. It returns an error if rules, k, or the start do not
// fit the graph; one that wraps ErrNoStart if it finds no partition to start with; or the context's.
func NewChain(ctx context.Context, g *partition.Graph, r partition.Rules, k int, o ChainOptions) (*Chain, error) {
	l, err := r.Compile(g)
	if err != nil {
		return nil, err
	}
	if k < 1 || k > g.Vertices() {
		return nil, fmt.Errorf("%d groups of %d vertices", k, g.Vertices())
	}
	c := &Chain{state: newState(g, l, k, newRandom(o.Seed, o.Number)), target: o.Target, row: make([]int32, g.Vertices())}
	if o.Start != nil {
		err = c.startFrom(o.Start)
	} else {
		err = c.findStart(ctx)
	}
	if err == nil && o.Target == Uniform {
		for i := range c.members {
			c.logTrees = append(c.logTrees, c.logTreesOf(c.members[i]))
		}
	}
	return c, err
}

// Groups is how many groups there are.
func (c *Chain) Groups() int { return len(c.members) }

// Group is the number of the group that vertex v is in. Numbers say nothing: a step may change them.
func (c *Chain) Group(v int) int { return int(c.group[v]) }

// Set is the set of a group's vertices.
func (c *Chain) Set(group int) partition.Set {
	s := partition.NewSet(len(c.group))
	for _, v := range c.members[group] {
		s.Add(int(v))
	}
	return s
}

// Step takes a step, and says whether the partition changed, or at least was drawn anew.
//
// With Trees and Uniform it is a proposal of Metropolis and Hastings. It chooses a pair of groups by one of the C edges that
// join groups, so with the chance E ÷ C if E edges join the two; a uniform tree; and any of its edges. It comes to two
// new groups with a chance in proportion to E ÷ C × E′ × T′, where E′ edges join these, and T′ is the product of their numbers
// of spanning trees; and back with one in proportion to E′ ÷ C′ × E × T. So it is taken with the chance C ÷ C′ for the
// spanning-tree distribution, and C ÷ C′ × T ÷ T′ for the uniform one, or 1 if that is more.
func (c *Chain) Step() bool {
	if c.cut == 0 {
		return false
	}
	e := c.cutEdge()
	a, b := c.group[e[0]], c.group[e[1]]
	if c.target == Plain {
		return c.stepPlain(a, b)
	}
	c.draw(a, b)
	v := c.tree.order[1+c.below(len(c.tree.order)-1)]
	if !c.fits(v, c.weight[a]+c.weight[b]) {
		return false
	}
	c.tree.mark(v)
	edges := c.newEdges(a, b)
	chance := float64(c.cut) / float64(c.cut+edges)
	if c.target == Uniform {
		return c.related() && c.stepUniform(a, b, edges, chance)
	}
	if !c.related() || chance < 1 && c.unit() >= chance {
		return false
	}
	c.assign(a, b, edges)
	return true
}

func (c *Chain) stepUniform(a, b int32, edges int, chance float64) bool {
	c.choices = c.choices[:0]
	for _, v := range c.tree.order {
		if !c.tree.below[v] {
			c.choices = append(c.choices, v)
		}
	}
	rest := len(c.choices)
	for _, v := range c.tree.order {
		if c.tree.below[v] {
			c.choices = append(c.choices, v)
		}
	}
	one, two := c.logTreesOf(c.choices[:rest]), c.logTreesOf(c.choices[rest:])
	chance *= elementary.Exp(c.logTrees[a] + c.logTrees[b] - one - two)
	if chance < 1 && c.unit() >= chance {
		return false
	}
	c.assign(a, b, edges)
	c.logTrees[a], c.logTrees[b] = one, two
	return true
}

// stepPlain takes any edge of the tree whose parts keep to the rules, each with the same chance; it draws another tree if
// there is none.
func (c *Chain) stepPlain(a, b int32) bool {
	for range redraws {
		c.draw(a, b)
		c.choices = c.choices[:0]
		for _, v := range c.tree.order[1:] {
			if c.fits(v, c.weight[a]+c.weight[b]) {
				c.choices = append(c.choices, v)
			}
		}
		for len(c.choices) > 0 {
			i := c.below(len(c.choices))
			c.tree.mark(c.choices[i])
			if c.related() {
				c.assign(a, b, c.newEdges(a, b))
				return true
			}
			c.choices = slices.Delete(c.choices, i, i+1)
		}
	}
	return false
}

// logTreesOf is the logarithm of how many spanning trees a connected group has: the determinant of its Laplacian matrix without
// the last row and column, by elimination.
//
// Source: Kirchhoff (1847), the matrix-tree theorem.
func (c *Chain) logTreesOf(members []int32) float64 {
	n := len(members) - 1
	c.minor = append(c.minor[:0], make([]float64, n*n)...)
	for i, v := range members {
		c.row[v] = int32(i) + 1
	}
	for i, v := range members[:n] {
		for _, u := range c.g.Neighbours(int(v)) {
			if at := int(c.row[u]) - 1; at >= 0 {
				c.minor[i*n+i]++
				if at < n {
					c.minor[i*n+at]--
				}
			}
		}
	}
	for _, v := range members {
		c.row[v] = 0
	}
	return logDeterminant(c.minor, n)
}

// logDeterminant is that of a symmetric positive definite matrix of n rows, which it overwrites.
func logDeterminant(m []float64, n int) float64 {
	sum := 0.0
	for i := range n {
		pivot := m[i*n : i*n+n]
		sum += elementary.Log(pivot[i])
		for r := i + 1; r < n; r++ {
			row := m[r*n : r*n+n]
			if factor := row[i] / pivot[i]; factor != 0 {
				for j := i; j < n; j++ {
					row[j] -= float64(factor * pivot[j])
				}
			}
		}
	}
	return sum
}
