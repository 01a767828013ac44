package result

import (
	"math"
	"strconv"
)

// Number is a cell that may be empty or infinite: NaN is written as nothing, an infinity as INF or -INF, as Frictionless
// tables have it.
type Number float64

// Infinite is how tables write infinity.
const Infinite = "INF"

// String writes the number in full.
func (n Number) String() string {
	switch v := float64(n); {
	case math.IsNaN(v):
		return ""
	case math.IsInf(v, 1):
		return Infinite
	case math.IsInf(v, -1):
		return "-" + Infinite
	default:
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
}

// MarshalCSV writes the number as String does. It returns no error.
func (n Number) MarshalCSV() (string, error) { return n.String(), nil }

// UnmarshalCSV reads what MarshalCSV writes.
func (n *Number) UnmarshalCSV(cell string) error {
	switch cell {
	case "":
		*n = Number(math.NaN())
		return nil
	case Infinite:
		*n = Number(math.Inf(1))
		return nil
	case "-" + Infinite:
		*n = Number(math.Inf(-1))
		return nil
	}
	v, err := strconv.ParseFloat(cell, 64)
	*n = Number(v)
	return err
}
