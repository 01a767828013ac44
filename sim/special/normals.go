package special

// NormalQuantiles fills in the normal quantiles of as many probabilities, each as NormalQuantile has it, in their own place too.
func NormalQuantiles(dst, probabilities []float64) {
	normalQuantiles(dst[:len(probabilities)], probabilities)
}

func plainNormalQuantiles(dst, probabilities []float64) {
	for i, p := range probabilities {
		dst[i] = NormalQuantile(p)
	}
}
