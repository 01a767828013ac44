package chart

import (
	"cmp"
	"slices"

	"gonum.org/v1/plot/vg"
)

// Spread moves labels apart along one direction: it gives each a centre as near as possible, in least squares, to
// where it wants to be, in the same order, without overlaps and between lo and hi. Where they do not all fit they
// overflow at hi.
//
// With the space that each takes subtracted, "no overlap" becomes "not falling", so this is isotonic regression, solved
// by pooling adjacent violators (Barlow and others, Statistical Inference under Order Restrictions, 1972).
func Spread(want, size []vg.Length, lo, hi vg.Length) []vg.Length {
	order := make([]int, len(want))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(want[a], want[b]) })
	var offset vg.Length
	offsets := make([]vg.Length, len(order))
	targets := make([]vg.Length, len(order))
	for k, i := range order {
		offsets[k] = offset + size[i]/2
		offset += size[i]
		targets[k] = want[i] - offsets[k]
	}
	centres := make([]vg.Length, len(want))
	for k, z := range pooled(targets) {
		centres[order[k]] = max(lo, min(z, hi-offset)) + offsets[k]
	}
	return centres
}

// pooled is the non-decreasing sequence nearest to the given one.
func pooled(targets []vg.Length) []vg.Length {
	type block struct {
		sum vg.Length
		n   int
	}
	var blocks []block
	for _, t := range targets {
		b := block{t, 1}
		for len(blocks) > 0 {
			last := blocks[len(blocks)-1]
			if last.sum*vg.Length(b.n) <= b.sum*vg.Length(last.n) {
				break
			}
			b = block{last.sum + b.sum, last.n + b.n}
			blocks = blocks[:len(blocks)-1]
		}
		blocks = append(blocks, b)
	}
	fitted := make([]vg.Length, 0, len(targets))
	for _, b := range blocks {
		for range b.n {
			fitted = append(fitted, b.sum/vg.Length(b.n))
		}
	}
	return fitted
}
