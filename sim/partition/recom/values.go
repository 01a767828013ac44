package recom

import (
	"reconfig/sim/partition"
	"reconfig/sim/sampling"
)

// mostKept is how many groups' values one chain remembers at most; then it forgets them all.
const mostKept = 1 << 20

// values remembers what groups are worth.
//
// Up to 128 vertices a group's key is its set. Beyond that it is 128 random bits of each member, added up: two groups of a
// million have the same with a chance below 10⁻²⁶.
type values struct {
	*state
	value Value
	known map[[2]uint64]float64
	key   [][2]uint64 // by vertex
	set   partition.Set
}

func newValues(s *state, value Value) *values {
	v := &values{state: s, value: value, known: map[[2]uint64]float64{}, set: partition.NewSet(len(s.group))}
	for i := range len(s.group) {
		key := [2]uint64{sampling.Split(1, uint64(i)), sampling.Split(2, uint64(i))}
		if len(s.group) <= 128 {
			key = [2]uint64{}
			key[i/64] = 1 << (i % 64)
		}
		v.key = append(v.key, key)
	}
	return v
}

// of is the value of the group with these members.
func (v *values) of(members []int32) float64 {
	var key [2]uint64
	for _, m := range members {
		key[0] += v.key[m][0]
		key[1] += v.key[m][1]
	}
	if value, ok := v.known[key]; ok {
		return value
	}
	clear(v.set)
	for _, m := range members {
		v.set.Add(int(m))
	}
	value := v.value(v.set)
	if len(v.known) == mostKept {
		clear(v.known)
	}
	v.known[key] = value
	return value
}

// total is the value of the partition: the sum over groups in the order of their lowest vertices, so that it does not
// depend on how groups are numbered.
func (v *values) total() float64 {
	sum, told := 0.0, make([]bool, len(v.members))
	for _, i := range v.group {
		if !told[i] {
			told[i] = true
			sum += v.of(v.members[i])
		}
	}
	return sum
}
