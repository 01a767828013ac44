package vector

// Mean adds up from the first to the last.
func Mean(v []float64) float64 {
	sum := 0.0
	for _, x := range v {
		sum += x
	}
	return sum / float64(len(v))
}

// MeanAndSquares is the mean, and the sum of the squares of what numbers differ from it by, less what the mean is off by.
//
// Source: Chan, Golub & LeVeque (1983), Algorithms for computing the sample variance, formula 1.7.
func MeanAndSquares(v []float64) (mean, squares float64) {
	mean = Mean(v)
	off := 0.0
	for _, x := range v {
		d := x - mean
		squares += float64(d * d)
		off += d
	}
	return mean, squares - off*off/float64(len(v))
}
