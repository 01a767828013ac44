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

// MarshalCSV writes the number in full.
func (n Number) MarshalCSV() (string, error) {
	switch v := float64(n); {
	case math.IsNaN(v):
		return "", nil
	case math.IsInf(v, 1):
		return Infinite, nil
	case math.IsInf(v, -1):
		return "-" + Infinite, nil
	default:
		return strconv.FormatFloat(v, 'f', -1, 64), nil
	}
}

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
