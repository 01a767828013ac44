package partition

import "context"

// EachGroup calls found for every connected set of vertices that keeps to the rules, each once. The order is that of the
// lowest vertex, and the same every time. The set is found's only during the call. It stops at the first error that
// found returns, and returns it; or the context's. It also returns an error if the rules do not fit the graph.
//
// Source: Wernicke (2006), algorithm ESU: a set grows only by vertices that its earlier vertices do not know yet.
func EachGroup(ctx context.Context, g *Graph, r Rules, found func(group Set) error) error {
	l, err := r.Compile(g)
	if err != nil {
		return err
	}
	n := g.Vertices()
	e := &enumeration{ctx: ctx, limits: l, found: found, group: NewSet(n), beside: make([]Set, n)}
	for v := range n {
		e.beside[v] = NewSet(n)
		for _, u := range g.Neighbours(v) {
			e.beside[v].Add(int(u))
		}
	}
	below := NewSet(n) // vertices that had their turn as the lowest
	for v := range n {
		below.Add(v)
		e.open(0)
		copy(e.seen[0], below)
		clear(e.next[0])
		if err := e.add(0, v, 0); err != nil {
			return err
		}
	}
	return nil
}

// enumeration grows one set at a time. Step d of next and seen belongs to the set without its vertices after the first d.
type enumeration struct {
	ctx    context.Context
	limits *Limits
	found  func(Set) error
	beside []Set // by vertex: its neighbours
	group  Set
	next   []Set // by step: vertices that the set may still grow by
	seen   []Set // by step: vertices that it has, may grow by, or must do without
	visits int
}

// open makes sure that there is memory for a step.
func (e *enumeration) open(step int) {
	for len(e.next) <= step {
		e.next = append(e.next, make(Set, len(e.group)))
		e.seen = append(e.seen, make(Set, len(e.group)))
	}
}

// add puts vertex v into a set that has so many vertices and this weight, and goes on from there.
func (e *enumeration) add(size, v int, weight float64) error {
	weight += e.limits.Weights[v]
	if weight > e.limits.MostWeight || e.limits.Related() && e.limits.foes[v].meets(e.group) {
		return nil
	}
	if e.visits++; e.visits%1024 == 0 && e.ctx.Err() != nil {
		return e.ctx.Err()
	}
	e.open(size + 1)
	next, seen := e.next[size+1], e.seen[size+1]
	for i, b := range e.beside[v] {
		next[i] = e.next[size][i] | b&^e.seen[size][i]
		seen[i] = e.seen[size][i] | b
	}
	e.group.Add(v)
	defer e.group.Remove(v)
	if e.hopeless(v, next, seen) {
		return nil
	}
	return e.grow(size+1, weight)
}

// hopeless says whether a vertex that must be with v can no longer join the set.
func (e *enumeration) hopeless(v int, next, seen Set) bool {
	if !e.limits.Related() {
		return false
	}
	for i, m := range e.limits.mates[v] {
		if m&seen[i]&^next[i]&^e.group[i] != 0 {
			return true
		}
	}
	return false
}

// grow tells of the set and adds each vertex that it may grow by.
func (e *enumeration) grow(size int, weight float64) error {
	if e.limits.Measures(size, weight) && e.limits.Relations(e.group) {
		if err := e.found(e.group); err != nil {
			return err
		}
	}
	if size == e.limits.Most {
		return nil
	}
	next := e.next[size]
	for v := next.first(); v >= 0; v = next.first() {
		next.Remove(v)
		if err := e.add(size, v, weight); err != nil {
			return err
		}
	}
	return nil
}
