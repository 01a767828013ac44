//go:build amd64 && !noasm && !gccgo && !safe

package vector

import (
	"golang.org/x/sys/cpu"
	"gonum.org/v1/gonum/floats"
)

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

// hasAVX is whether the processor adds four numbers at once, as nearly all have done since 2013.
var hasAVX = cpu.X86.HasAVX

func addRows(dst, factors, rows []float64, stride int) {
	if !hasAVX || len(dst) == 0 || len(factors) == 0 {
		plainAddRows(dst, factors, rows, stride)
		return
	}
	_ = rows[(len(factors)-1)*stride+len(dst)-1] // assembly does not look where slices end
	addRowsAVX(&dst[0], len(dst), &factors[0], len(factors), &rows[0], stride)
}

//go:noescape
func addRowsAVX(dst *float64, n int, factors *float64, count int, rows *float64, stride int)
