package ensemble

import "math"

// pages hold the bins of one sign, so many bins a page; pages that nothing fell on are nil. A bin's key is the bits of its
// numbers but for the sign and the digits after the binDigits-th.
type pages struct {
	first int // of what is in pages, a multiple of exponentPages
	pages []*page
}

type page [pageBins]uint32

const (
	binDigits     = 10
	binShift      = 52 - binDigits
	pageBins      = 1 << 7 // small pages, as many sketches lie in memory at once, and most exponents hold few numbers
	exponentBins  = 1 << binDigits
	exponentPages = exponentBins / pageBins
)

// signAndKey are a number's sign, 1 for below nothing, and the key of its bin.
func signAndKey(v float64) (sign, key uint64) {
	b := math.Float64bits(v)
	return b >> 63, b << 1 >> (binShift + 1)
}

// binEnds are the numbers without sign that a bin reaches from and to.
func binEnds(key int) (from, to float64) {
	b := uint64(key) << binShift
	return math.Float64frombits(b), math.Float64frombits(b + 1<<binShift)
}

// page finds the page of a key; nil if there is none yet.
func (p *pages) page(key uint64) *page {
	if i := int(key/pageBins) - p.first; uint(i) < uint(len(p.pages)) {
		return p.pages[i]
	}
	return nil
}

// add counts a bin so many times, and makes its page if there is none.
func (p *pages) add(key uint64, times uint32) {
	p.reach(int(key / exponentBins))
	i := int(key/pageBins) - p.first
	if p.pages[i] == nil {
		p.pages[i] = new(page)
	}
	p.pages[i][key%pageBins] += times
}

// reach lengthens the list to the pages of an exponent.
func (p *pages) reach(exponent int) {
	from, end := exponent*exponentPages, (exponent+1)*exponentPages
	switch {
	case len(p.pages) == 0:
		p.first, p.pages = from, make([]*page, exponentPages)
	case from < p.first:
		p.pages = append(make([]*page, p.first-from), p.pages...)
		p.first = from
	case end > p.first+len(p.pages):
		p.pages = append(p.pages, make([]*page, end-p.first-len(p.pages))...)
	}
}

func (p *pages) join(o *pages) {
	o.each(func(key int, n uint32) { p.add(uint64(key), n) })
}

// each calls with every bin that holds anything, in the order of keys.
func (p *pages) each(call func(key int, n uint32)) {
	for i, page := range p.pages {
		if page == nil {
			continue
		}
		for index, n := range page {
			if n > 0 {
				call((p.first+i)*pageBins+index, n)
			}
		}
	}
}

// tally is how many numbers are on pages: on each, and in all.
type tally struct {
	each  []int
	total int
}

func (p *pages) tally() tally {
	t := tally{each: make([]int, len(p.pages))}
	for i, page := range p.pages {
		if page == nil {
			continue
		}
		for _, n := range page {
			t.each[i] += int(n)
		}
		t.total += t.each[i]
	}
	return t
}

// order is the number below which that many are; within a bin they are taken as spread evenly.
func (p *pages) order(below float64, t tally) float64 {
	for i, page := range p.pages {
		if held := float64(t.each[i]); page == nil || below > held {
			below -= held
			continue
		}
		for index, n := range page {
			if below <= float64(n) {
				from, to := binEnds((p.first+i)*pageBins + index)
				return from + (to-from)*below/float64(n)
			}
			below -= float64(n)
		}
	}
	return math.Inf(1)
}
