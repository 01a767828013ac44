package partition

import (
	"errors"
	"fmt"
	"math"
	"slices"
)

// Tolerance is how near two partitions' values must be to count as equal, in units of the spread of the groups' values. What
// sums of n values can be out by for rounding, n² × 2⁻⁵² of the largest, is added to it.
const Tolerance = 1e-9

// Group is a set of vertices that may be a part of a partition, with its value.
type Group struct {
	Members Set
	Value   float64
}

// Problem is set partitioning: cover each of the vertices exactly once, by groups whose values have the greatest sum.
type Problem struct {
	n, words     int
	bits         []uint64  // the sets of all groups, one after the other
	values       []float64 // by group
	scaled       []float64 // by group: values between 0 and 1
	lowest, span float64   // value = lowest + span × scaled
	tolerance    float64   // of sums of scaled values
	from         []int32   // by group, and one more: where its members begin
	members      []int32
	smallest     int // vertices of the smallest and largest group
	largest      int
	holding      [][]int32 // by vertex: the groups that have it
	lookup       lookup
}

// NewProblem takes the groups that a partition of n vertices may be made of. It returns an error if there are none, or more than
// 2³⁰; if a group is empty, is there twice, has a vertex that is not there or a value that is not finite. The
// sets stay the caller's.
func NewProblem(n int, groups []Group) (*Problem, error) {
	if len(groups) == 0 {
		return nil, errors.New("there are no groups to make partitions of")
	}
	if len(groups) > 1<<30 {
		return nil, fmt.Errorf("%d groups; there must be at most 2³⁰", len(groups))
	}
	p := &Problem{n: n, words: words(n), smallest: n, from: []int32{0}, holding: make([][]int32, n)}
	for j, g := range groups {
		if err := p.take(j, g); err != nil {
			return nil, err
		}
	}
	p.scale()
	return p, p.makeLookup()
}

func (p *Problem) take(j int, g Group) error {
	if len(g.Members) != p.words || g.Members.first() < 0 {
		return fmt.Errorf("group %d is empty, or not a set of %d vertices", j, p.n)
	}
	if math.IsNaN(g.Value) || math.IsInf(g.Value, 0) {
		return fmt.Errorf("group %d has the value %v; it must be finite", j, g.Value)
	}
	p.bits = append(p.bits, g.Members...)
	p.values = append(p.values, g.Value)
	for v := range g.Members.All() {
		if v >= p.n {
			return fmt.Errorf("group %d has vertex %d; there are 0 to %d", j, v, p.n-1)
		}
		p.members = append(p.members, int32(v))
		p.holding[v] = append(p.holding[v], int32(j))
	}
	size := len(p.members) - int(p.from[j])
	p.smallest, p.largest = min(p.smallest, size), max(p.largest, size)
	p.from = append(p.from, int32(len(p.members)))
	return nil
}

func (p *Problem) scale() {
	p.lowest = slices.Min(p.values)
	p.span = slices.Max(p.values) - p.lowest
	if p.span == 0 {
		p.span = 1
	}
	largest := max(math.Abs(p.lowest), math.Abs(p.lowest+p.span))
	p.tolerance = Tolerance + float64(float64(p.n*p.n)*0x1p-52*largest/p.span)
	p.scaled = make([]float64, len(p.values))
	for j, v := range p.values {
		p.scaled[j] = (v - p.lowest) / p.span
	}
}

// set is group j's set.
func (p *Problem) set(j int32) Set { return p.bits[int(j)*p.words : (int(j)+1)*p.words] }

// of are group j's members, ascending.
func (p *Problem) of(j int32) []int32 { return p.members[p.from[j]:p.from[j+1]] }

// value is what groups add up to, in their order.
func (p *Problem) value(groups []int32) float64 {
	sum := 0.0
	for _, j := range groups {
		sum += p.values[j]
	}
	return sum
}

// scaledValue is what groups' scaled values add up to.
func (p *Problem) scaledValue(groups []int32) float64 {
	sum := 0.0
	for _, j := range groups {
		sum += p.scaled[j]
	}
	return sum
}

// scaledTotal turns the value of a partition into k groups into the sum of their scaled values.
func (p *Problem) scaledTotal(value float64, k int) float64 {
	return (value - float64(float64(k)*p.lowest)) / p.span
}

// total turns a sum of k scaled values into a value.
func (p *Problem) total(scaled float64, k int) float64 {
	return float64(float64(k)*p.lowest) + float64(p.span*scaled)
}

// inOrder sorts groups by their lowest vertices, so that each partition has one way to be written.
func (p *Problem) inOrder(groups []int32) {
	slices.SortFunc(groups, func(a, b int32) int { return int(p.of(a)[0] - p.of(b)[0]) })
}

// lookup finds groups by their sets: an open hash table, at most half full.
type lookup struct {
	slots []int32 // group + 1; 0 for an empty slot
}

func (p *Problem) makeLookup() error {
	size := 16
	for size < 2*len(p.values) {
		size *= 2
	}
	p.lookup.slots = make([]int32, size)
	for j := range int32(len(p.values)) {
		slot, there := p.slot(p.set(j))
		if there {
			return fmt.Errorf("groups %d and %d are the same", p.lookup.slots[slot]-1, j)
		}
		p.lookup.slots[slot] = j + 1
	}
	return nil
}

// slot is where a set is, or where it would go.
func (p *Problem) slot(s Set) (slot int, there bool) {
	last := len(p.lookup.slots) - 1
	for slot = int(hash(s)) & last; ; slot = (slot + 1) & last {
		j := p.lookup.slots[slot]
		if j == 0 {
			return slot, false
		}
		if slices.Equal(p.set(j-1), s) {
			return slot, true
		}
	}
}

// find is the group that is this set; −1 if there is none.
func (p *Problem) find(s Set) int32 {
	slot, _ := p.slot(s)
	return p.lookup.slots[slot] - 1
}

func hash(s Set) uint64 {
	h := uint64(0)
	for _, w := range s {
		h = (h ^ w) * 0x9e3779b97f4a7c15
		h ^= h >> 29
	}
	return h ^ h>>32
}
