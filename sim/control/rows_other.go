//go:build !amd64 || noasm || gccgo || safe

package control

func together(*Target, []float64, []float64, []float64, []float64, float64) int { return 0 }

func apart(*Target, []float64, []float64, []float64, []float64, []float64) int { return 0 }
