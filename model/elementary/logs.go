package elementary

// Logs fills in the natural logarithms of as many numbers, each as Log has it, in their own place too.
func Logs(dst, x []float64) { logs(dst[:len(x)], x) }

func plainLogs(dst, x []float64) {
	for i, v := range x {
		dst[i] = Log(v)
	}
}
