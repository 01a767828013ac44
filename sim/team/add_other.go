//go:build !amd64 || noasm || gccgo || safe

package team

func (w *Work) add(constant, perCost, costs, scale []float64) int { return 0 }
