//go:build amd64 && !noasm && !gccgo && !safe

package vector

import "gonum.org/v1/gonum/floats"

// The assembly that gonum has for amd64 rounds each product. kernels_other.go adds up in its order.

func addScaled(dst []float64, factor float64, s []float64) {
	const few = 16 // of so many the calls take longer than the sums
	if len(s) < few {
		plainAddScaled(dst, factor, s)
		return
	}
	floats.AddScaled(dst, factor, s)
}

func dot(a, b []float64) float64 { return floats.Dot(a, b) }
