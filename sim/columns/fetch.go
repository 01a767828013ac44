package columns

// FetchCounts and FetchNumbers ask for memory that will be wanted soon, so that it comes to the processor while other work is
// done. They change nothing.
func FetchCounts(counts []uint8) {
	if len(counts) > 0 {
		fetchCounts(counts)
	}
}

// FetchNumbers is FetchCounts for numbers.
func FetchNumbers(numbers []float64) {
	if len(numbers) > 0 {
		fetchNumbers(numbers)
	}
}
