//go:build !amd64 || noasm || gccgo || safe

package sampling

func putPoint(u []float64, c columns, l uint64, h uint32, s int) { plainPutPoint(u, 0, c, l, h, s) }
