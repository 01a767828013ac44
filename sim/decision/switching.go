package decision

import (
	"errors"
	"fmt"
	"math"

	"reconfig/sim/numbers"
)

// Switch is where the best option changes as one number moves away from its base.
type Switch struct {
	Preferred int // best option at the base, the first of those that are the same

	// Below and Above are the values nearest the base at which another option is better than the preferred one, by more than
	// rounding; NaN if none is found. ThenBelow and ThenAbove are the options that are best just beyond; −1 if there is
	// none.
	Below, Above         float64
	ThenBelow, ThenAbove int
}

// switchingSteps is how many equal steps the range on either side of the base is searched in.
const switchingSteps = 64

// Switching finds the switching values of a number x between low and high, from its base. f gives every option's value at
// x, higher is better; it may use the slice that it returns again in its next call. Values may be infinite.
//
// Each side is searched in 64 equal steps, and the first step in which the preferred option is overtaken is halved down to
// rounding; so f may have kinks and jumps. If the preferred option is overtaken and best again within one step, that is
// missed. Options that are the same as the preferred one do not overtake it. It returns an error unless low ≤ base ≤ high
// are finite, and f gives the same number of values everywhere, at least one and none of them NaN.
func Switching(f func(x float64) []float64, base, low, high float64) (Switch, error) {
	if numbers.Infinite([]float64{base, low, high}) >= 0 || !(low <= base && base <= high) {
		return Switch{}, fmt.Errorf("base %v is not between low %v and high %v", base, low, high)
	}
	v := f(base)
	if err := checkOptions(v, len(v)); err != nil {
		return Switch{}, fmt.Errorf("at %v: %w", base, err)
	}
	s := searcher{f: f, options: len(v), preferred: numbers.Best(v)}
	w := Switch{Preferred: s.preferred}
	w.Below, w.ThenBelow = s.search(base, low)
	w.Above, w.ThenAbove = s.search(base, high)
	if s.err != nil {
		return Switch{}, s.err
	}
	return w, nil
}

// searcher looks for where an option stops being best.
type searcher struct {
	f                  func(x float64) []float64
	options, preferred int
	err                error // the first, after which nothing is found any more
}

// search goes from the base to the end.
func (s *searcher) search(base, end float64) (at float64, then int) {
	if base == end {
		return math.NaN(), -1
	}
	good := base
	for i := 1; i <= switchingSteps; i++ {
		x := end // reached exactly
		if i < switchingSteps {
			part := float64(float64(i) / switchingSteps)
			x = float64(base*(1-part)) + float64(end*part)
		}
		if then := s.overtaker(x); then >= 0 {
			return s.halve(good, x, then, finest*max(math.Abs(base), math.Abs(end)))
		}
		good = x
	}
	return math.NaN(), -1
}

// finest is how far a switching value is narrowed down, relative to the greater of base and end: as far as rounding.
const finest = 0x1p-52

// halve narrows a step down to the given width and returns the nearest number found at which the preferred option is
// overtaken.
func (s *searcher) halve(good, bad float64, then int, width float64) (at float64, overtaker int) {
	for math.Abs(bad-good) > width {
		middle := float64(good/2) + float64(bad/2)
		if middle == good || middle == bad {
			break
		}
		if o := s.overtaker(middle); o >= 0 {
			bad, then = middle, o
		} else {
			good = middle
		}
	}
	return bad, then
}

// overtaker is the best option at x if it is better than the preferred one; −1 if none is.
func (s *searcher) overtaker(x float64) int {
	if s.err != nil {
		return -1
	}
	v := s.f(x)
	if err := checkOptions(v, s.options); err != nil {
		s.err = fmt.Errorf("at %v: %w", x, err)
		return -1
	}
	if o := numbers.Best(v); numbers.Better(v[o], v[s.preferred]) {
		return o
	}
	return -1
}

// checkOptions returns an error unless there are so many values, at least one, and none is NaN.
func checkOptions(v []float64, options int) error {
	if len(v) == 0 {
		return errors.New("there are no options")
	}
	if len(v) != options {
		return fmt.Errorf("%d options, elsewhere %d", len(v), options)
	}
	for o, x := range v {
		if math.IsNaN(x) {
			return fmt.Errorf("option %d has no value (NaN)", o)
		}
	}
	return nil
}
