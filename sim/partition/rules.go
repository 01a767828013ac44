package partition

import (
	"fmt"
	"math"
	"slices"
)

// Rules are what each group of a partition must keep to, besides being connected.
type Rules struct {
	Least, Most int // how many vertices a group has; Least 0 is 1, Most 0 is all

	// Weights are those of the vertices, none below 0, such as how many people live there; nil for none. Sums are exact where
	// the weights are whole numbers, so that no group that is just within the limits is lost to rounding.
	Weights                 []float64
	LeastWeight, MostWeight float64 // limits on the sum of a group's weights; MostWeight 0 is no limit

	Together [][]int // lists of vertices that must be in one group
	Apart    [][]int // lists of vertices of which no two may be in one group
}

// Limits are rules that were checked against a graph, ready for use. They never change.
type Limits struct {
	Rules             // complete: no 0 that stands for something else
	mates, foes []Set // by vertex: which must be with it, which must not; nil if there are no such rules
}

// ContradictionError says that two vertices must be in one group by some rules, and may not be by others.
type ContradictionError struct{ A, B int }

func (e *ContradictionError) Error() string {
	return fmt.Sprintf("vertex %d must be both together with vertex %d and apart from it", e.A, e.B)
}

// Compile checks the rules. It returns an error if a limit or weight is out of range or a list names a vertex that is not
// there, and a ContradictionError if rules contradict one another.
func (r Rules) Compile(g *Graph) (*Limits, error) {
	l := &Limits{Rules: r}
	n := g.Vertices()
	if l.Least == 0 {
		l.Least = 1
	}
	if l.Most == 0 {
		l.Most = n
	}
	l.Most = min(l.Most, n)
	if l.MostWeight == 0 {
		l.MostWeight = math.Inf(1)
	}
	if l.Weights == nil {
		l.Weights = make([]float64, n)
	}
	if err := l.check(n); err != nil {
		return nil, err
	}
	return l, l.relate(n)
}

func (l *Limits) check(n int) error {
	switch {
	case l.Least < 1 || l.Least > l.Most:
		return fmt.Errorf("groups of %d to %d of %d vertices: there is no such group", l.Least, l.Most, n)
	case !(l.LeastWeight <= l.MostWeight):
		return fmt.Errorf("groups that weigh %v to %v: there is no such group", l.LeastWeight, l.MostWeight)
	case len(l.Weights) != n:
		return fmt.Errorf("%d weights for %d vertices", len(l.Weights), n)
	}
	for v, w := range l.Weights {
		if !(w >= 0) || math.IsInf(w, 1) {
			return fmt.Errorf("vertex %d weighs %v; it must be 0 or more", v, w)
		}
	}
	for _, list := range slices.Concat(l.Together, l.Apart) {
		for _, v := range list {
			if v < 0 || v >= n {
				return fmt.Errorf("a rule names vertex %d; there are 0 to %d", v, n-1)
			}
		}
	}
	return nil
}

// relate works out which vertices must be with which, directly or by way of others, and which must not.
func (l *Limits) relate(n int) error {
	if len(l.Together) == 0 && len(l.Apart) == 0 {
		return nil
	}
	l.mates, l.foes = make([]Set, n), make([]Set, n)
	for v := range n {
		l.mates[v], l.foes[v] = NewSet(n, v), NewSet(n)
	}
	for _, list := range l.Together {
		all := NewSet(n)
		for _, v := range list {
			all.unite(all, l.mates[v])
		}
		for v := range all.All() {
			l.mates[v] = all
		}
	}
	for _, list := range l.Apart {
		for i, a := range list {
			for _, b := range list[:i] {
				l.foes[a].Add(b)
				l.foes[b].Add(a)
			}
		}
	}
	for v := range n {
		for other := range l.mates[v].All() {
			if l.foes[v].Has(other) {
				return &ContradictionError{A: v, B: other}
			}
		}
	}
	return nil
}

// Related says whether any rule is about vertices that must be together or apart.
func (l *Limits) Related() bool { return l.mates != nil }

// Measures says whether a group of so many vertices that weighs so much is within the limits.
func (l *Limits) Measures(size int, weight float64) bool {
	return size >= l.Least && size <= l.Most && weight >= l.LeastWeight && weight <= l.MostWeight
}

// Relations says whether a group keeps the rules about vertices that must be together or apart.
func (l *Limits) Relations(group Set) bool {
	if !l.Related() {
		return true
	}
	for v := range group.All() {
		if !l.mates[v].within(group) || l.foes[v].meets(group) {
			return false
		}
	}
	return true
}

// Broken counts the members of a group that a rule wants elsewhere, or with a vertex that is elsewhere.
func (l *Limits) Broken(group Set) int {
	if !l.Related() {
		return 0
	}
	n := 0
	for v := range group.All() {
		if !l.mates[v].within(group) || l.foes[v].meets(group) {
			n++
		}
	}
	return n
}

// Weight is the sum of the weights of a group's vertices.
func (l *Limits) Weight(group Set) float64 {
	sum := 0.0
	for v := range group.All() {
		sum += l.Weights[v]
	}
	return sum
}

// Allow says whether a group keeps all rules. That it is connected is not looked at.
func (l *Limits) Allow(group Set) bool {
	return l.Measures(group.Len(), l.Weight(group)) && l.Relations(group)
}
