package information

// line is the straight line nearest to y over x by least squares: its value at 0 and its slope. Only those points count
// that counted tells of; nil for all.
func line(x, y []float64, counted func(k int) bool) (at, slope float64) {
	n, sumX, sumY := 0.0, 0.0, 0.0
	each := func(do func(k int)) {
		for k := range x {
			if counted == nil || counted(k) {
				do(k)
			}
		}
	}
	each(func(k int) {
		n++
		sumX += x[k]
		sumY += y[k]
	})
	meanX, meanY := sumX/n, sumY/n
	products, squares := 0.0, 0.0
	each(func(k int) {
		products += float64((x[k] - meanX) * (y[k] - meanY))
		squares += float64((x[k] - meanX) * (x[k] - meanX))
	})
	slope = products / squares
	return meanY - float64(slope*meanX), slope
}
