//go:build amd64 && !noasm && !gccgo && !safe

package vector

import (
	"math"

	"golang.org/x/sys/cpu"
)

// hasAVX is whether the processor adds four numbers at once, as nearly all have done since 2013. hasAVX2 is whether it also
// moves them about, since 2015.
var hasAVX, hasAVX2 = cpu.X86.HasAVX, cpu.X86.HasAVX2

// atOnce is how many numbers assembly takes at once. Each product is rounded, and what is left over is done in plain Go.
const atOnce = 4

func fill(dst []float64, v float64) {
	done := 0
	if fours := len(dst) / atOnce; hasAVX && fours > 0 {
		fillAVX(&dst[0], v, fours)
		if done = fours * atOnce; done == len(dst) {
			return
		}
	}
	plainFill(dst[done:], v)
}

func addScaled(dst []float64, factor float64, s []float64) {
	done := 0
	if fours := len(s) / atOnce; hasAVX && fours > 0 {
		addScaledAVX(&dst[0], factor, &s[0], fours)
		if done = fours * atOnce; done == len(dst) {
			return
		}
	}
	plainAddScaled(dst[done:], factor, s[done:])
}

func addRows(dst, factors, rows []float64, stride int) {
	if !hasAVX || len(dst) == 0 || len(factors) == 0 {
		plainAddRows(dst, factors, rows, stride)
		return
	}
	mustHold(dst, factors, rows, stride)
	addRowsAVX(&dst[0], len(dst), &factors[0], len(factors), &rows[0], stride)
}

func addOuter(rows, factors, v []float64) {
	fours := len(v) / atOnce
	if !hasAVX || fours*atOnce != len(v) || fours == 0 || len(factors) == 0 {
		plainAddOuter(rows, factors, v)
		return
	}
	_ = rows[len(factors)*len(v)-1]
	addOuterAVX(&rows[0], &factors[0], len(factors), &v[0], fours)
}

func addFalls(dst, factors, rows []float64, stride int) {
	fours := len(dst) / atOnce
	if !hasAVX2 || fours == 0 || len(factors) == 0 {
		plainAddFalls(dst, factors, rows, stride, 0)
		return
	}
	mustHold(dst, factors, rows, stride)
	addFallsAVX2(&dst[0], fours, &factors[0], len(factors), &rows[0], stride)
	plainAddFalls(dst, factors, rows, stride, fours*atOnce)
}

// mustHold fails if there are fewer rows than factors: assembly does not look where slices end.
func mustHold(dst, factors, rows []float64, stride int) {
	_ = rows[(len(factors)-1)*stride+len(dst)-1]
}

func addProducts(dst, a, b []float64) {
	done := 0
	if fours := len(a) / atOnce; hasAVX && fours > 0 {
		addProductsAVX(&dst[0], &a[0], &b[0], fours)
		if done = fours * atOnce; done == len(dst) {
			return
		}
	}
	plainAddProducts(dst[done:], a[done:], b[done:])
}

func mul(dst, a, b []float64) {
	done := 0
	if fours := len(a) / atOnce; hasAVX && fours > 0 {
		mulAVX(&dst[0], &a[0], &b[0], fours)
		if done = fours * atOnce; done == len(dst) {
			return
		}
	}
	plainMul(dst[done:], a[done:], b[done:])
}

func diminish(dst []float64, factor float64, s []float64) {
	done := 0
	if fours := len(s) / atOnce; hasAVX && fours > 0 {
		diminishAVX(&dst[0], factor, &s[0], fours)
		if done = fours * atOnce; done == len(dst) {
			return
		}
	}
	plainDiminish(dst[done:], factor, s[done:])
}

func quarterly(dst []float64, total float64, growth, cost []float64, rate float64, falls, setup []float64) {
	done := 0
	if fours := len(dst) / atOnce; hasAVX && fours > 0 {
		quarterlyAVX(&dst[0], total, &growth[0], &cost[0], rate, &falls[0], &setup[0], fours)
		if done = fours * atOnce; done == len(dst) {
			return
		}
	}
	plainQuarterly(dst[done:], total, growth[done:], cost[done:], rate, falls[done:], setup[done:])
}

func ramp(dst, times []float64, from, length float64) {
	done := 0
	if fours := len(times) / atOnce; hasAVX && fours > 0 && length != 0 {
		rampAVX(&dst[0], &times[0], fours, from, length)
		if done = fours * atOnce; done == len(dst) {
			return
		}
	}
	plainRamp(dst[done:], times[done:], from, length)
}

func least(s []float64) float64 {
	least, done := math.Inf(1), 0
	if fours := len(s) / atOnce; hasAVX && fours > 0 {
		least = minAVX(&s[0], fours)
		done = fours * atOnce
	}
	return plainMin(least, s[done:])
}

func dot(a, b []float64) float64 {
	if !hasAVX || len(a) == 0 {
		return plainDot(a, b)
	}
	same(len(a), len(b))
	return dotAVX(&a[0], &b[0], len(a))
}

//go:noescape
func fillAVX(dst *float64, v float64, fours int)

//go:noescape
func addScaledAVX(dst *float64, factor float64, s *float64, fours int)

//go:noescape
func addRowsAVX(dst *float64, n int, factors *float64, count int, rows *float64, stride int)

//go:noescape
func addOuterAVX(rows, factors *float64, count int, v *float64, fours int)

//go:noescape
func addFallsAVX2(dst *float64, fours int, factors *float64, count int, rows *float64, stride int)

//go:noescape
func addProductsAVX(dst, a, b *float64, fours int)

//go:noescape
func mulAVX(dst, a, b *float64, fours int)

//go:noescape
func diminishAVX(dst *float64, factor float64, s *float64, fours int)

//go:noescape
func quarterlyAVX(dst *float64, total float64, growth, cost *float64, rate float64, falls, setup *float64, fours int)

//go:noescape
func rampAVX(dst, times *float64, fours int, from, length float64)

//go:noescape
func dotAVX(a, b *float64, n int) float64

//go:noescape
func minAVX(s *float64, fours int) float64
