package ensemble

import "reconfig/sim/columns"

// window is a run of pages of one sign that lie one after the other in memory, so that numbers are counted on them without
// looking for their page. Its pages are in the list of pages as all others.
type window struct {
	from   uint64 // key of the first bin
	counts []uint8
}

const (
	// windowDepth is how far below the greatest a window begins, at the lowest: eight exponents. Of numbers that come as near to 0 as
	// they like, few are smaller.
	windowDepth = 8 * exponentBins
	// windowBins is how many bins a window has at most.
	windowBins = 10 * exponentBins
)

// holds says whether a key is in the window.
func (w *window) holds(key uint64) bool { return key-w.from < uint64(len(w.counts)) }

// fetch asks for the memory where numbers from the least to the greatest are counted, so that what is counted next need not wait
// for it.
func (p *pages) fetch(least, greatest float64) {
	for sign, w := range p.windows {
		if len(w.counts) == 0 {
			continue
		}
		low, high := w.from, w.from+uint64(len(w.counts))
		switch {
		case sign == positive && least > 0:
			low, high = max(low, columns.Key(least)), min(high, columns.Key(greatest)+1)
		case sign == negative && greatest < 0:
			low, high = max(low, columns.Key(greatest)), min(high, columns.Key(least)+1)
		case sign == positive:
			high = min(high, columns.Key(greatest)+1)
		default:
			high = min(high, columns.Key(least)+1)
		}
		if low < high {
			columns.FetchCounts(w.counts[low-w.from : high-w.from])
		}
	}
}

// windowOf is the window that holds all numbers from the least to the greatest; nil if none does.
func (p *pages) windowOf(least, greatest float64) *window {
	low, high := binOf(least), binOf(greatest)
	w := &p.windows[low.sign]
	if low.sign != high.sign || !w.holds(low.key) || !w.holds(high.key) {
		return nil
	}
	return w
}

// countWithin counts numbers of a window: every stride-th.
func (p *pages) countWithin(w *window, numbers []float64, stride int) {
	for at := 0; at < len(numbers); at += stride {
		n := columns.Count(w.counts, w.from, numbers[at:], stride)
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
	windows := p.windows
	for k := 0; k < len(numbers); k += stride {
		b := binOf(numbers[k])
		w := &windows[b.sign&1]
		if i := b.key - w.from; i < uint64(len(w.counts)) {
			if w.counts[i]++; w.counts[i] == 0 {
				p.carry(b, 1)
			}
			continue
		}
		if b.key < exponentBins {
			zeros++
			continue
		}
		p.add(b, 1)
		outside++
	}
	return zeros, outside
}

// widen makes windows hold all numbers from the least to the greatest, as far as they have room. Numbers of both signs come as near
// to 0 as they like: then windows go down only where many were outside.
func (p *pages) widen(least, greatest float64) {
	low, high := binOf(least), binOf(greatest)
	switch {
	case least > 0:
		p.widenTo(positive, low.key, high.key)
	case greatest < 0:
		p.widenTo(negative, high.key, low.key)
	default:
		p.widenBelow(positive, high.key)
		p.widenBelow(negative, low.key)
	}
}

// widenBelow makes the window of a sign hold the bins up to the highest.
func (p *pages) widenBelow(sign, high uint64) {
	w := &p.windows[sign]
	switch {
	case p.scattered:
		p.widenTo(sign, 0, high)
	case len(w.counts) > 0:
		p.widenTo(sign, w.from, high)
	}
}

// widenTo makes the window of a sign hold the bins from low to high.
func (p *pages) widenTo(sign, low, high uint64) {
	if high < exponentBins { // too small for a page
		return
	}
	low = max(low, exponentBins, high-min(high, windowDepth-exponentBins))
	w := &p.windows[sign]
	if n := uint64(len(w.counts)); n > 0 {
		low, high = min(low, w.from), max(high, w.from+n-1)
	}
	from, end := low&^(exponentBins-1), high|(exponentBins-1)+1
	if n := end - from; n > windowBins || n == uint64(len(w.counts)) {
		return
	}
	p.reach(int(from / exponentBins))
	p.reach(int(high / exponentBins))
	w.from, w.counts = from, make([]uint8, end-from)
	for key := from; key < end; key += pageBins {
		inside := (*page)(w.counts[key-from:])
		before := &p.pages[bin{sign, key}.page()-p.first]
		if *before != nil {
			*inside = **before
		}
		*before = inside
	}
}
