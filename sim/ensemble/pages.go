package ensemble

import "math"

// pages hold the bins of one sign, so many bins a page; pages that nothing fell on are nil. A bin's key is the bits of its
// numbers but for the sign and the digits after the binDigits-th.
type pages struct {
	first   int // of what is in pages, a multiple of exponentPages
	pages   []*page
	carries map[uint64]uint32 // by key: how often a count went beyond what a page holds
}

// page holds counts up to 65,535; few go beyond, and small pages are what many sketches can be added to quickly.
type page [pageBins]uint16

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
	total := uint32(p.pages[i][key%pageBins]) + times
	p.pages[i][key%pageBins] = uint16(total)
	if total > math.MaxUint16 {
		p.carry(key, total>>16)
	}
}

// carry notes that a count went beyond what a page holds, so many times.
func (p *pages) carry(key uint64, times uint32) {
	if p.carries == nil {
		p.carries = map[uint64]uint32{}
	}
	p.carries[key] += times
}

// counted is the whole count of a bin whose page has n.
func (p *pages) counted(key int, n uint16) uint32 {
	if p.carries == nil {
		return uint32(n)
	}
	return uint32(n) + p.carries[uint64(key)]<<16
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
			key := (p.first+i)*pageBins + index
			if count := p.counted(key, n); count > 0 {
				call(key, count)
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
		for index, n := range page {
			t.each[i] += int(p.counted((p.first+i)*pageBins+index, n))
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
			key := (p.first+i)*pageBins + index
			count := float64(p.counted(key, n))
			if below <= count {
				from, to := binEnds(key)
				return from + (to-from)*below/count
			}
			below -= count
		}
	}
	return math.Inf(1)
}
