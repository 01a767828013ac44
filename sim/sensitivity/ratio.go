package sensitivity

// ratios are estimates that are quotients of two sums over points, as all variance-based ones are.
type ratios struct {
	terms [][]float64 // by term and point
	of    []ratio
}

// ratio names the terms whose sums are divided.
type ratio struct{ above, below int }

// add notes a term and returns its number.
func (r *ratios) add(term []float64) int {
	r.terms = append(r.terms, term)
	return len(r.terms) - 1
}

// sums are those of every term over the first n points, by each n of a list from few to many.
func (r *ratios) sums(at []int) [][]float64 {
	sums := make([][]float64, len(at))
	for k := range sums {
		sums[k] = make([]float64, len(r.terms))
	}
	for t, term := range r.terms {
		total, from := 0.0, 0
		for k, n := range at {
			for _, v := range term[from:n] {
				total += v
			}
			sums[k][t], from = total, n
		}
	}
	return sums
}

// vary tells whether no quotient of sums has nothing below: it has if the output does not vary.
func (r *ratios) vary(sums []float64) bool {
	for _, q := range r.of {
		if sums[q.below] == 0 {
			return false
		}
	}
	return true
}

// estimate returns the quotients of sums.
func (r *ratios) estimate(sums []float64) []float64 {
	estimates := make([]float64, len(r.of))
	for i, q := range r.of {
		estimates[i] = sums[q.above] / sums[q.below]
	}
	return estimates
}
