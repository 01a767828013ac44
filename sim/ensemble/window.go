package ensemble

import "reconfig/sim/columns"

// A sign has a window: a run of its pages that lie one after the other in memory, so that numbers are counted on them without
// looking for their page. The pages are in the list of pages as all others.
const (
	// windowDepth is how far below the greatest a window begins, at the lowest: ten exponents. Of numbers that come as near to 0 as
	// they like, few are smaller.
	windowDepth = 10 * exponentBins
	// windowBins is how many bins a window has at most.
	windowBins = 12 * exponentBins
)

// fetch asks for the memory where numbers from the least to the greatest are counted, so that what is counted next need not wait
// for it.
func (p *pages) fetch(least, greatest float64) {
	for sign, w := range p.windows {
		if len(w.Counts) == 0 {
			continue
		}
		low, high := w.From, w.From+uint64(len(w.Counts))
		switch {
		case sign == columns.Positive && least > 0:
			low, high = max(low, columns.Key(least)), min(high, columns.Key(greatest)+1)
		case sign == columns.Negative && greatest < 0:
			low, high = max(low, columns.Key(greatest)), min(high, columns.Key(least)+1)
		case sign == columns.Positive:
			high = min(high, columns.Key(greatest)+1)
		default:
			high = min(high, columns.Key(least)+1)
		}
		if low < high {
			columns.FetchCounts(w.Counts[low-w.From : high-w.From])
		}
	}
}

// windowOf is the window that holds all numbers from the least to the greatest; nil if none does.
func (p *pages) windowOf(least, greatest float64) *columns.Window {
	low, high := binOf(least), binOf(greatest)
	w := &p.windows[low.sign]
	if low.sign != high.sign || !w.Holds(low.key) || !w.Holds(high.key) {
		return nil
	}
	return w
}

// countWithin counts numbers of a window: every stride-th.
func (p *pages) countWithin(w *columns.Window, numbers []float64, stride int) {
	for at := 0; at < len(numbers); at += stride {
		n := w.Count(numbers[at:], stride)
		if n < 0 {
			return
		}
		at += n * stride
		p.carry(binOf(numbers[at]), 1)
	}
}

// countEach counts finite numbers, every stride-th. It returns how many are too small for a page, and how many others are in no
// window.
func (p *pages) countEach(numbers []float64, stride int) (zeros, outside int) {
	var zero [1]uint8
	windows := columns.Windows{columns.Positive: p.windows[columns.Positive], columns.Negative: p.windows[columns.Negative], columns.Zero: {Counts: zero[:]}}
	for at := 0; at < len(numbers); at += stride {
		n := windows.Count(numbers[at:], stride)
		if n < 0 {
			break
		}
		at += n * stride
		switch b := binOf(numbers[at]); {
		case b.key == 0:
			zeros += pageCount
		case b.key < exponentBins:
			zeros++
		case windows[b.sign].Holds(b.key):
			p.carry(b, 1)
		default:
			p.add(b, 1)
			outside++
		}
	}
	return zeros + int(zero[0]), outside
}

// widen makes windows hold all numbers from the least to the greatest, as far as they have room. Numbers of both signs come as near
// to 0 as they like: then windows go down only where many were outside.
func (p *pages) widen(least, greatest float64) {
	low, high := binOf(least), binOf(greatest)
	switch {
	case least > 0:
		p.widenTo(columns.Positive, low.key, high.key)
	case greatest < 0:
		p.widenTo(columns.Negative, high.key, low.key)
	default:
		p.widenBelow(columns.Positive, high.key)
		p.widenBelow(columns.Negative, low.key)
	}
}

// widenBelow makes the window of a sign hold the bins up to the highest.
func (p *pages) widenBelow(sign, high uint64) {
	w := &p.windows[sign]
	switch {
	case p.scattered:
		p.widenTo(sign, 0, high)
	case len(w.Counts) > 0:
		p.widenTo(sign, w.From, high)
	}
}

// widenTo makes the window of a sign hold the bins from low to high.
func (p *pages) widenTo(sign, low, high uint64) {
	if high < exponentBins { // too small for a page
		return
	}
	low = max(low, exponentBins, high-min(high, windowDepth-exponentBins))
	w := &p.windows[sign]
	if n := uint64(len(w.Counts)); n > 0 {
		low, high = min(low, w.From), max(high, w.From+n-1)
	}
	from, end := low&^(exponentBins-1), high|(exponentBins-1)+1
	if n := end - from; n > windowBins || n == uint64(len(w.Counts)) {
		return
	}
	p.reach(int(from / exponentBins))
	p.reach(int(high / exponentBins))
	w.From, w.Counts = from, make([]uint8, end-from)
	for key := from; key < end; key += pageBins {
		inside := (*page)(w.Counts[key-from:])
		before := &p.pages[bin{sign, key}.page()-p.first]
		if *before != nil {
			*inside = **before
		}
		*before = inside
	}
}
