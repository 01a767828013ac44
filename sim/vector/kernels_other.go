//go:build !amd64 || noasm || gccgo || safe

package vector

func addScaled(dst []float64, factor float64, s []float64) { plainAddScaled(dst, factor, s) }

func addRows(dst, factors, rows []float64, stride int) { plainAddRows(dst, factors, rows, stride) }

func dot(a, b []float64) float64 { return plainDot(a, b) }
