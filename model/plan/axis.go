package plan

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"reconfig/model/elementary"
)

// Axis is one direction of a sweep: assumptions that take the same values together, either those of a list or those of
// a range.
type Axis struct {
	Names []string
	List  []float64
	Range *Range // instead of List
}

// Range is evenly spaced values from one end to the other, both included.
type Range struct {
	From, To float64
	Steps    int  // number of values, at least 2
	Log      bool // evenly spaced by ratio
}

// Key is how a plan names the axis.
func (a Axis) Key() string { return strings.Join(a.Names, ", ") }

// Len is the number of values.
func (a Axis) Len() int {
	if a.Range != nil {
		return a.Range.Steps
	}
	return len(a.List)
}

// Value is value i, from 0.
func (a Axis) Value(i int) float64 {
	if a.Range != nil {
		return a.Range.value(i)
	}
	return a.List[i]
}

// Values are all values, in order.
func (a Axis) Values() []float64 {
	values := make([]float64, a.Len())
	for i := range values {
		values[i] = a.Value(i)
	}
	return values
}

// Extremes are the lowest and the highest value; NaN where there are none.
func (a Axis) Extremes() (low, high float64) {
	switch {
	case a.Range != nil:
		return min(a.Range.From, a.Range.To), max(a.Range.From, a.Range.To)
	case len(a.List) == 0:
		return math.NaN(), math.NaN()
	}
	return slices.Min(a.List), slices.Max(a.List)
}

// digits is how many significant digits of a range's values are kept, so that 0.35 is 0.35 and not
// 0.35000000000000003.
const digits = 12

// value is value i of the range. The ends are what the plan says, to the last bit.
func (r *Range) value(i int) float64 {
	if i == 0 {
		return r.From
	}
	if i == r.Steps-1 {
		return r.To
	}
	if r.Log {
		return round(r.From * elementary.Pow(r.To/r.From, float64(i)/float64(r.Steps-1)))
	}
	v := round(r.From + float64(i)*(r.To-r.From)/float64(r.Steps-1))
	if math.Abs(v) < math.Pow10(-digits)*max(math.Abs(r.From), math.Abs(r.To)) {
		return 0 // what is left of a sum that should be nothing
	}
	return v
}

// isTooFine says whether neighbouring values would be the same, or nearly, after rounding.
func (r *Range) isTooFine() bool {
	steps := float64(r.Steps - 1)
	if r.Log {
		return math.Abs(elementary.Log(r.To/r.From))/steps < math.Pow10(2-digits)
	}
	return math.Abs(r.To-r.From)/steps < math.Pow10(2-digits)*max(math.Abs(r.From), math.Abs(r.To))
}

// round keeps the significant digits that a value of a range has.
func round(v float64) float64 {
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(v, 'e', digits-1, 64), 64)
	if err != nil {
		return v
	}
	return rounded
}
