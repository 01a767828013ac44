package ensemble

import (
	"encoding/binary"
	"iter"
	"math"

	"reconfig/sim/columns"
)

// pages hold the bins of numbers but 0, so many bins a page; pages that nothing fell on are nil. A bin has a sign and a key:
// the bits of its numbers but for the sign and the digits after the binDigits-th. Pages of both signs lie side by side, so
// that differences of structures, which are now above 0 and now below, are counted as quickly as what is always above.
type pages struct {
	first     int               // of what is in pages: an even number
	pages     []*page           // in the order of keys, by turns above 0 and below
	carries   map[int]*carries  // by page number
	windows   [2]columns.Window // by sign
	scattered bool              // many of the last numbers were in no window
}

// page holds counts up to 255. Few go beyond, and adding to thousands of sketches takes as long as it takes to fetch their
// pages from memory.
type page [pageBins]uint8

// carries says how often each count of a page went beyond what the page holds.
type carries [pageBins]uint32

// total adds up eight counts at a time: pairs of them, which have room for their sum, and then the four sums.
func (p *page) total() int {
	const (
		low   = 0x00FF00FF00FF00FF
		fours = 0x0001000100010001
	)
	total := uint64(0)
	for i := 0; i < pageBins; i += 8 {
		eight := binary.LittleEndian.Uint64(p[i:])
		total += (eight&low + eight>>8&low) * fours >> 48
	}
	return int(total)
}

func (c *carries) total() int {
	total := 0
	for _, n := range c {
		total += int(n)
	}
	return total * pageCount
}

// pageCount is what a page can count to, plus 1.
const pageCount = math.MaxUint8 + 1

// bin is a sign, 1 for below 0, and a key.
type bin struct{ sign, key uint64 }

const (
	binDigits     = columns.KeyDigits
	binShift      = 52 - binDigits
	pageBins      = 1 << 7 // two lines of the processor's cache, as most exponents hold few numbers
	exponentBins  = 1 << binDigits
	exponentPages = 2 * exponentBins / pageBins
)

func binOf(v float64) bin {
	return bin{math.Float64bits(v) >> 63, columns.Key(v)}
}

// page is the number of the bin's page.
func (b bin) page() int { return int(b.key/pageBins<<1 | b.sign) }

// ends are the numbers without sign that the bins of a key reach from and to.
func ends(key int) (from, to float64) {
	b := uint64(key) << binShift
	return math.Float64frombits(b), math.Float64frombits(b + 1<<binShift)
}

// add counts a bin so many times, and makes its page if there is none.
func (p *pages) add(b bin, times uint32) {
	p.reach(int(b.key / exponentBins))
	i := b.page() - p.first
	if p.pages[i] == nil {
		p.pages[i] = new(page)
	}
	total := uint32(p.pages[i][b.key%pageBins]) + times
	p.pages[i][b.key%pageBins] = uint8(total)
	if total >= pageCount {
		p.carry(b, total/pageCount)
	}
}

// carry notes that a count went beyond what a page holds, so many times.
func (p *pages) carry(b bin, times uint32) {
	if p.carries == nil {
		p.carries = map[int]*carries{}
	}
	of := p.carries[b.page()]
	if of == nil {
		of = new(carries)
		p.carries[b.page()] = of
	}
	of[b.key%pageBins] += times
}

// counts calls with every count of a page but 0, by its index in the list, until it gives false.
func (p *pages) counts(i int) iter.Seq2[int, int] {
	return func(yield func(index, n int) bool) {
		of := p.carries[p.first+i]
		for index, n := range p.pages[i] {
			all := int(n)
			if of != nil {
				all += int(of[index]) * pageCount
			}
			if all > 0 && !yield(index, all) {
				return
			}
		}
	}
}

// reach lengthens the list to the pages of an exponent. It makes no room for more: there are thousands of lists.
func (p *pages) reach(exponent int) {
	first, end := exponent*exponentPages, (exponent+1)*exponentPages
	if len(p.pages) > 0 {
		first, end = min(first, p.first), max(end, p.first+len(p.pages))
	}
	if end-first == len(p.pages) {
		return
	}
	longer := make([]*page, end-first)
	if len(p.pages) > 0 {
		copy(longer[p.first-first:], p.pages)
	}
	p.first, p.pages = first, longer
}

func (p *pages) join(o *pages) {
	for sign := range uint64(2) {
		o.each(sign, func(key, n int) { p.add(bin{sign, uint64(key)}, uint32(n)) })
	}
}

// each calls with every bin of a sign that holds anything, in the order of keys.
func (p *pages) each(sign uint64, call func(key, n int)) {
	for i := int(sign); i < len(p.pages); i += 2 {
		if p.pages[i] == nil {
			continue
		}
		from := (p.first + i) / 2 * pageBins
		for index, n := range p.counts(i) {
			call(from+index, n)
		}
	}
}

// tally is how many numbers are on the pages: on each, and in all of either sign.
type tally struct {
	each  []int
	total [2]int // by sign
}

func (p *pages) tally() tally {
	t := tally{each: make([]int, len(p.pages))}
	for i, page := range p.pages {
		if page == nil {
			continue
		}
		t.each[i] = page.total()
		if of := p.carries[p.first+i]; of != nil {
			t.each[i] += of.total()
		}
		t.total[i%2] += t.each[i]
	}
	return t
}

// order is the number without sign below which that many of a sign are; within a bin they are taken as spread evenly.
func (p *pages) order(sign uint64, below float64, t tally) float64 {
	for i := int(sign); i < len(p.pages); i += 2 {
		if held := float64(t.each[i]); p.pages[i] == nil || below > held {
			below -= held
			continue
		}
		start := (p.first + i) / 2 * pageBins
		for index, n := range p.counts(i) {
			count := float64(n)
			if below <= count {
				from, to := ends(start + index)
				return from + (to-from)*below/count
			}
			below -= count
		}
	}
	return math.Inf(1)
}
