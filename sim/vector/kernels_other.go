//go:build !amd64 || noasm || gccgo || safe

package vector

import "math"

func fill(dst []float64, v float64) { plainFill(dst, v) }

func addScaled(dst []float64, factor float64, s []float64) { plainAddScaled(dst, factor, s) }

func addRows(dst, factors, rows []float64, stride int) { plainAddRows(dst, factors, rows, stride) }

func addOuter(rows, factors, v []float64) { plainAddOuter(rows, factors, v) }

func addFalls(dst, factors, rows []float64, stride int) { plainAddFalls(dst, factors, rows, stride, 0) }

func addProducts(dst, a, b []float64) { plainAddProducts(dst, a, b) }

func mul(dst, a, b []float64) { plainMul(dst, a, b) }

func diminish(dst []float64, factor float64, s []float64) { plainDiminish(dst, factor, s) }

func quarterly(dst []float64, total float64, growth, cost []float64, rate float64, falls, setup []float64) {
	plainQuarterly(dst, total, growth, cost, rate, falls, setup)
}

func dot(a, b []float64) float64 { return plainDot(a, b) }

func ramp(dst, times []float64, from, length float64) { plainRamp(dst, times, from, length) }

func least(s []float64) float64 { return plainMin(math.Inf(1), s) }
