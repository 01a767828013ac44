package vector

// AddScaled adds a multiple of a slice to another that is as long.
func AddScaled(dst []float64, factor float64, s []float64) { addScaled(dst, factor, s) }

// AddRows adds a multiple of each of several rows to a slice, as AddScaled does of one after another. Rows begin at every
// stride-th number.
func AddRows(dst, factors, rows []float64, stride int) { addRows(dst, factors, rows, stride) }

// Dot is the sum of the products of two slices that are of one length: of every fourth, of what comes next to it, and so
// on, and then of these four sums.
func Dot(a, b []float64) float64 { return dot(a, b) }

func plainAddScaled(dst []float64, factor float64, s []float64) {
	if len(dst) != len(s) {
		panic("vector: slices of different length")
	}
	dst = dst[:len(s)] // so that the compiler need not check each index
	for i, x := range s {
		dst[i] += float64(factor * x)
	}
}

func plainAddRows(dst, factors, rows []float64, stride int) {
	for i, factor := range factors {
		addScaled(dst, factor, rows[i*stride:][:len(dst)])
	}
}

// plainDot leaves what is over after the last four to the first sum.
func plainDot(a, b []float64) float64 {
	if len(a) != len(b) {
		panic("vector: slices of different length")
	}
	var s0, s1, s2, s3 float64
	for ; len(a) >= 4; a, b = a[4:], b[4:] {
		s0 += float64(a[0] * b[0])
		s1 += float64(a[1] * b[1])
		s2 += float64(a[2] * b[2])
		s3 += float64(a[3] * b[3])
	}
	for i, x := range a {
		s0 += float64(x * b[i])
	}
	return (s0 + s2) + (s1 + s3)
}
