package elementary

import "math"

// Hypot is the square root of x² + y², with the special cases of math.Hypot. No square overflows.
func Hypot(x, y float64) float64 {
	x, y = math.Abs(x), math.Abs(y)
	if x < y {
		x, y = y, x
	}
	switch {
	case math.IsInf(x, 1) || math.IsInf(y, 1):
		return math.Inf(1)
	case x > 0x1p500:
		return 0x1p600 * root(x*0x1p-600, y*0x1p-600)
	case x < 0x1p-500:
		return 0x1p-600 * root(x*0x1p600, y*0x1p600)
	}
	return root(x, y) // NaN too
}

// root is the square root of a sum of squares that is rounded once but for the smaller one.
func root(greater, smaller float64) float64 {
	return math.Sqrt(math.FMA(greater, greater, float64(smaller*smaller)))
}
