//go:build !amd64 || noasm || gccgo || safe

package columns

func addPairs(p *pair, first float64, values []float64) { plainAddPairs(p, first, values) }

func addBothPairs(p *[2]pair, a, b []float64) { plainAddBothPairs(p, a, b) }

func gatherPairs(p *rowPair, rows, from []float64, stride int) {
	plainGatherPairs(p, rows, from, stride)
}

func subtract(rows, from []float64, stride int) { plainSubtract(rows, from, stride) }

func differences(a, b, dst []float64) (above, below, same int) { return plainDifferences(a, b, dst) }

func fetchCounts([]uint8) {}

func fetchNumbers([]float64) {}

func countKeys(w *Window, numbers []float64, stride int) int {
	return plainCountKeys(w, numbers, stride)
}

func countSigned(w *Windows, numbers []float64, stride int) int {
	return plainCountSigned(w, numbers, stride)
}

func raise(top, by []float64) { plainRaise(top, by) }

func lower(top, by []float64) { plainLower(top, by) }

func markSame(marks, a, b []float64) { plainMarkSame(marks, a, b) }
