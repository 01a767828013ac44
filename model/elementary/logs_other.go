//go:build !amd64 || noasm || gccgo || safe

package elementary

func logs(dst, x []float64) { plainLogs(dst, x) }
