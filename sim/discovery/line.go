package discovery

import (
	"math"
	"sort"
)

// mark says where an example stands, as a class, and in its lowest bit whether it is of interest.
type mark uint16

// Classes of examples. Those from alone on are outside, each kept out by one limit only (see survey).
const (
	gone   mark = iota // in no way in question
	inside             // in the box
	alone
)

// maxInputs is how many inputs there may be: each can have two limits, and each limit a class.
const maxInputs = (1<<15 - int(alone)) / 2

// newMark is the mark of an example.
func newMark(class mark, ofInterest bool) mark {
	if ofInterest {
		return class<<1 | 1
	}
	return class << 1
}

// line is a row of examples ordered by their values of one input, and seen from one end.
type line struct {
	order    []int32
	values   []float64 // by example
	backward bool      // seen from the end with the greatest value
}

// at is the example at an index, counted from the end that the line is seen from.
func (l line) at(index int) int32 {
	if l.backward {
		return l.order[len(l.order)-1-index]
	}
	return l.order[index]
}

func (l line) value(index int) float64 { return l.values[l.at(index)] }

// slice is some examples of one class at the beginning of a line.
type slice struct {
	tally
	end   int     // the index behind them
	limit float64 // value of the last
}

// cut takes examples of a class from the beginning of a line: whole values, at most so many examples, or else all of the
// outermost value. There are none in the slice if none are of that class.
func (l line) cut(marks []mark, class mark, most int) slice {
	first := l.next(marks, class, 0)
	if first == len(l.order) {
		return slice{}
	}
	s := l.take(marks, class, first, len(l.order), most)
	following := l.next(marks, class, s.end)
	switch {
	case following == len(l.order) || l.value(following) != s.limit:
		return s
	case l.value(first) != s.limit: // the value that is begun stays
		return l.take(marks, class, first, l.reach(s.limit, false), math.MaxInt)
	}
	return l.take(marks, class, first, l.reach(s.limit, true), math.MaxInt)
}

// next is the first index from the given one with an example of the class, or the line's length.
func (l line) next(marks []mark, class mark, index int) int {
	for index < len(l.order) && marks[l.at(index)]>>1 != class {
		index++
	}
	return index
}

// take takes examples of the class from one index to another, or until there are enough. The first is of the class.
func (l line) take(marks []mark, class mark, index, end, enough int) slice {
	var s slice
	at, step := index, 1
	if l.backward {
		at, step = len(l.order)-1-index, -1
	}
	for ; index < end && s.examples < enough; index++ {
		m := uint32(marks[l.order[at]])
		is := m>>1 ^ uint32(class) // 0 if it is of the class
		of := int((is - 1) >> 31)  // 1 if it is of the class, without a branch, which would often be guessed wrong
		s.examples, s.hits = s.examples+of, s.hits+of&int(m)
		at += step
	}
	s.end = index
	for index--; marks[l.at(index)]>>1 != class; index-- {
	}
	s.limit = l.value(index)
	return s
}

// reach is the first index with the value, or beyond with the first that lies beyond it.
func (l line) reach(value float64, beyond bool) int {
	return sort.Search(len(l.order), func(index int) bool {
		v := l.value(index)
		if v == value {
			return !beyond
		}
		return v > value != l.backward
	})
}
