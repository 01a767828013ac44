package ensemble

import (
	"encoding/binary"
	"errors"
	"math"
)

// AppendBinary writes the sketch, so that ReadSketch gives it back.
func (s *Sketch) AppendBinary(b []byte) []byte {
	for _, n := range []int{s.moments.n, s.infinite, s.below, s.empty, s.zero} {
		b = binary.AppendUvarint(b, uint64(n))
	}
	for _, v := range []float64{s.moments.mean, s.moments.m2, s.least, s.greatest} {
		b = binary.LittleEndian.AppendUint64(b, math.Float64bits(v))
	}
	return s.negative.appendBinary(s.positive.appendBinary(b))
}

// appendBinary writes each page that holds anything, as its exponent plus 1, and for each of its bins that hold anything
// the distance from the bin before and the count; a 0 ends a page, another one all pages.
func (p *pages) appendBinary(b []byte) []byte {
	for i, counts := range p.pages {
		if counts == nil {
			continue
		}
		b = binary.AppendUvarint(b, uint64(p.first+i+1))
		gap := uint64(0)
		for _, n := range counts {
			gap++
			if n > 0 {
				b = binary.AppendUvarint(b, gap)
				b = binary.AppendUvarint(b, uint64(n))
				gap = 0
			}
		}
		b = binary.AppendUvarint(b, 0)
	}
	return binary.AppendUvarint(b, 0)
}

// ReadSketch reads what AppendBinary wrote at the start of b, and returns the rest of b.
func ReadSketch(b []byte) (*Sketch, []byte, error) {
	r := reader{rest: b}
	s := &Sketch{}
	for _, n := range []*int{&s.moments.n, &s.infinite, &s.below, &s.empty, &s.zero} {
		*n = int(r.uvarint())
	}
	for _, v := range []*float64{&s.moments.mean, &s.moments.m2, &s.least, &s.greatest} {
		*v = r.number()
	}
	r.pages(&s.positive)
	r.pages(&s.negative)
	if r.failed {
		return nil, nil, errSketch
	}
	return s, r.rest, nil
}

var errSketch = errors.New("a sketch that is cut off or damaged")

// reader reads numbers one after the other, and remembers if there were too few or wrong ones.
type reader struct {
	rest   []byte
	failed bool
}

func (r *reader) pages(p *pages) {
	for {
		exponent := r.uvarint()
		if exponent == 0 || exponent > 1<<11 || r.failed {
			r.failed = r.failed || exponent > 0
			return
		}
		counts := p.page(int(exponent) - 1)
		index := -1
		for gap := r.uvarint(); gap > 0; gap = r.uvarint() {
			index += int(min(gap, pageBins))
			if index >= pageBins || r.failed {
				r.failed = true
				return
			}
			counts[index] = uint32(r.uvarint())
		}
	}
}

func (r *reader) uvarint() uint64 {
	v, n := binary.Uvarint(r.rest)
	if n <= 0 {
		r.failed, r.rest = true, nil
		return 0
	}
	r.rest = r.rest[n:]
	return v
}

func (r *reader) number() float64 {
	if len(r.rest) < 8 {
		r.failed, r.rest = true, nil
		return 0
	}
	v := math.Float64frombits(binary.LittleEndian.Uint64(r.rest))
	r.rest = r.rest[8:]
	return v
}
