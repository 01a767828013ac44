package vector

// What follows is done on every architecture, where it has nothing of its own, and to what is left over where it has.

func plainFill(dst []float64, v float64) {
	for i := range dst {
		dst[i] = v
	}
}

func plainAddScaled(dst []float64, factor float64, s []float64) {
	dst = dst[:len(s)] // so that the compiler need not check each index
	for i, x := range s {
		dst[i] += float64(factor * x)
	}
}

func plainAddRows(dst, factors, rows []float64, stride int) {
	for i, factor := range factors {
		if factor != 0 {
			addScaled(dst, factor, rows[i*stride:][:len(dst)])
		}
	}
}

func plainAddOuter(rows, factors, v []float64) {
	for i, factor := range factors {
		if factor != 0 {
			addScaled(rows[i*len(v):][:len(v)], factor, v)
		}
	}
}

// plainAddFalls leaves out what comes before a number.
func plainAddFalls(dst, factors, rows []float64, stride, from int) {
	if len(dst) == 0 {
		return
	}
	for i, factor := range factors {
		row := rows[i*stride:][:len(dst)]
		for k := max(1, from); k < len(row); k++ {
			if fall := row[k-1] - row[k]; fall > 0 {
				dst[k] += float64(factor * fall)
			}
		}
	}
}

func plainAddProducts(dst, a, b []float64) {
	dst, b = dst[:len(a)], b[:len(a)]
	for i, x := range a {
		dst[i] += float64(x * b[i])
	}
}

func plainMul(dst, a, b []float64) {
	dst, b = dst[:len(a)], b[:len(a)]
	for i, x := range a {
		dst[i] = x * b[i]
	}
}

func plainDiminish(dst []float64, factor float64, s []float64) {
	dst = dst[:len(s)]
	for i, x := range s {
		dst[i] *= 1 - float64(factor*x)
	}
}

func plainQuarterly(dst []float64, total float64, growth, cost []float64, rate float64, falls, setup []float64) {
	for k := range dst {
		dst[k] = float64((float64(total*growth[k])-cost[k])*0.25) - float64(rate*falls[k]) - setup[k]
	}
}

func plainRamp(dst, times []float64, from, length float64) {
	dst = dst[:len(times)]
	for i, t := range times {
		dst[i] = RampAt(t, from, length)
	}
}

func plainMin(least float64, s []float64) float64 {
	for _, x := range s {
		if x < least {
			least = x
		}
	}
	return least
}

// plainDot leaves what is over after the last four to the first sum.
func plainDot(a, b []float64) float64 {
	same(len(a), len(b))
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
