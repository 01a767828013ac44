package elementary

// Exps fills in e^x of as many numbers, each as Exp has it.
func Exps(dst, x []float64) { exps(dst[:len(x)], x) }

func plainExps(dst, x []float64) {
	for i, v := range x {
		dst[i] = Exp(v)
	}
}
