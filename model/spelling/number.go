package spelling

import (
	"math"
	"strconv"
)

// Number is a number as a reader would write it: in full, unless it is so near to 0 that nobody counts the zeros.
func Number(v float64) string {
	if v != 0 && math.Abs(v) < 1e-9 {
		return strconv.FormatFloat(v, 'g', -1, 64)
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}
