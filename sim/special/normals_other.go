//go:build !amd64 || noasm || gccgo || safe

package special

func normalQuantiles(dst, probabilities []float64) { plainNormalQuantiles(dst, probabilities) }
