package partition

import (
	"iter"
	"math/bits"
)

// wordBits is how many vertices a word of a Set holds.
const wordBits = 64

// Set is a set of vertices, a bit each: vertex v is bit v mod 64 of word v ÷ 64. Sets of one graph have the same length.
type Set []uint64

// words is how many words a set of n vertices needs.
func words(n int) int { return (n + wordBits - 1) / wordBits }

// NewSet is the set of these vertices of a graph that has n.
func NewSet(n int, members ...int) Set {
	s := make(Set, words(n))
	for _, v := range members {
		s.Add(v)
	}
	return s
}

// Add puts vertex v into the set.
func (s Set) Add(v int) { s[uint(v)/wordBits] |= 1 << (uint(v) % wordBits) }

// Remove takes vertex v out of the set.
func (s Set) Remove(v int) { s[uint(v)/wordBits] &^= 1 << (uint(v) % wordBits) }

// Has says whether the set has vertex v.
func (s Set) Has(v int) bool { return s[uint(v)/wordBits]>>(uint(v)%wordBits)&1 != 0 }

// Len is how many vertices the set has.
func (s Set) Len() int {
	n := 0
	for _, w := range s {
		n += bits.OnesCount64(w)
	}
	return n
}

// All goes through the vertices in ascending order.
func (s Set) All() iter.Seq[int] {
	return func(yield func(int) bool) {
		for i, w := range s {
			for ; w != 0; w &= w - 1 {
				if !yield(i*wordBits + bits.TrailingZeros64(w)) {
					return
				}
			}
		}
	}
}

// Members are the vertices in ascending order.
func (s Set) Members() []int {
	members := make([]int, 0, s.Len())
	for v := range s.All() {
		members = append(members, v)
	}
	return members
}

// first is the lowest vertex; −1 of an empty set.
func (s Set) first() int {
	for i, w := range s {
		if w != 0 {
			return i*wordBits + bits.TrailingZeros64(w)
		}
	}
	return -1
}

// meets says whether two sets share a vertex.
func (s Set) meets(t Set) bool {
	if len(s) == 1 {
		return s[0]&t[0] != 0
	}
	for i, w := range s {
		if w&t[i] != 0 {
			return true
		}
	}
	return false
}

// within says whether every vertex of s is in t.
func (s Set) within(t Set) bool {
	if len(s) == 1 {
		return s[0]&^t[0] == 0
	}
	for i, w := range s {
		if w&^t[i] != 0 {
			return false
		}
	}
	return true
}

// unite makes s the union of a and b.
func (s Set) unite(a, b Set) {
	for i := range s {
		s[i] = a[i] | b[i]
	}
}

// subtract makes s what a has and b has not.
func (s Set) subtract(a, b Set) {
	for i := range s {
		s[i] = a[i] &^ b[i]
	}
}
