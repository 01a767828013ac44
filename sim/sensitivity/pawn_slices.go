package sensitivity

import (
	"cmp"
	"slices"

	"reconfig/sim/sampling"
)

// pawnSample is the draws in the order of the output. All distances are computed from indices in that order, so that
// nothing need be sorted again for a resample.
type pawnSample struct {
	order         []int // draws
	before, until []int // by index: how many draws have a smaller output, and how many have the same or a smaller one
}

func newPawnSample(y []float64) *pawnSample {
	n := len(y)
	s := &pawnSample{order: pawnOrder(y), before: make([]int, n), until: make([]int, n)}
	for from, end := range pawnTies(s.order, y) {
		for index := from; index < end; index++ {
			s.before[index], s.until[index] = from, end
		}
	}
	return s
}

// pawnOrder is the indices of values, from the smallest to the greatest.
func pawnOrder(values []float64) []int {
	order := make([]int, len(values))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(values[i], values[j]) })
	return order
}

// pawnTies goes through the ranges of an order that have the same value.
func pawnTies(order []int, values []float64) func(yield func(from, end int) bool) {
	return func(yield func(from, end int) bool) {
		for from := 0; from < len(order); {
			end := from + 1
			for end < len(order) && values[order[end]] == values[order[from]] {
				end++
			}
			if !yield(from, end) {
				return
			}
			from = end
		}
	}
}

// pawnSlices is the draws of each slice of an input, by their indices in the order of the output, which rise.
type pawnSlices [][]int32

// slice cuts an input into so many slices at most: draws of one value are in that slice in which their middle would be
// if slices had the same number of draws each; if there are no more values than slices, each is a slice.
func (s *pawnSample) slice(x []float64, count int) pawnSlices {
	order := pawnOrder(x)
	values := 0
	for range pawnTies(order, x) {
		values++
	}
	labels := make([]int, len(x)) // by draw
	value := 0
	for from, end := range pawnTies(order, x) {
		label := value
		if values > count {
			label = (from + end) * count / (2 * len(x))
		}
		for _, draw := range order[from:end] {
			labels[draw] = label
		}
		value++
	}
	all := make(pawnSlices, count)
	for index, draw := range s.order {
		all[labels[draw]] = append(all[labels[draw]], int32(index))
	}
	return slices.DeleteFunc(all, func(slice []int32) bool { return len(slice) == 0 })
}

// pawnWeights is how often each draw counts, by index in the order of the output.
type pawnWeights []pawnWeight

type pawnWeight struct {
	weight        int32
	before, until int32 // sum of the weights of draws with a smaller output, and with the same or a smaller one
}

// every has each draw once.
func (s *pawnSample) every() pawnWeights {
	w := make(pawnWeights, len(s.order))
	for index := range w {
		w[index] = pawnWeight{1, int32(s.before[index]), int32(s.until[index])}
	}
	return w
}

// resample has as many draws, each taken at random from all of them.
func (s *pawnSample) resample(seed uint64, i int, w *pawnWeights) {
	n := len(s.order)
	if *w == nil {
		*w = make(pawnWeights, n)
	}
	clear(*w)
	random := newGenerator(seed, sampling.ForBootstrap, i)
	for range n {
		(*w)[random.IntN(n)].weight++
	}
	sum := int32(0)
	for from := 0; from < n; from = s.until[from] {
		before := sum
		for _, draw := range (*w)[from:s.until[from]] {
			sum += draw.weight
		}
		for index := from; index < s.until[from]; index++ {
			(*w)[index].before, (*w)[index].until = before, sum
		}
	}
}

// distances appends the Kolmogorov-Smirnov distance of each slice from all draws; a slice that no draw of a resample is
// in has none. The difference of the two distribution functions only rises where the slice has a draw, so that it is
// greatest just after one of its draws, and least just before one.
func (p pawnSlices) distances(w pawnWeights, dst []float64) []float64 {
	all := int64(w[len(w)-1].until)
	for _, slice := range p {
		mass := int64(0)
		for _, index := range slice {
			mass += int64(w[index].weight)
		}
		if mass == 0 {
			continue
		}
		// In whole numbers: the difference times the weights of both. Of draws with the same output the first decides over
		// the least difference, the last over the greatest.
		var sum, least, greatest int64
		for _, index := range slice {
			draw := &w[index]
			least = min(least, sum*all-int64(draw.before)*mass)
			sum += int64(draw.weight)
			greatest = max(greatest, sum*all-int64(draw.until)*mass)
		}
		dst = append(dst, float64(max(greatest, -least))/float64(all*mass))
	}
	return dst
}
