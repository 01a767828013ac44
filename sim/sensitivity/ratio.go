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

// vary tells whether no quotient of the first n points has nothing below: it has if the output does not vary.
func (r *ratios) vary(n int) bool {
	for _, q := range r.of {
		if sum(r.terms[q.below][:n]) == 0 {
			return false
		}
	}
	return true
}

// estimate returns the quotients for the first n points.
func (r *ratios) estimate(n int) []float64 {
	sums := make([]float64, len(r.terms))
	for t, term := range r.terms {
		sums[t] = sum(term[:n])
	}
	estimates := make([]float64, len(r.of))
	for i, q := range r.of {
		estimates[i] = sums[q.above] / sums[q.below]
	}
	return estimates
}

func sum(values []float64) float64 {
	total := 0.0
	for _, v := range values {
		total += v
	}
	return total
}
