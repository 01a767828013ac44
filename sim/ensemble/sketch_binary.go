package ensemble

import (
	"encoding/binary"
	"errors"
	"math"

	"reconfig/sim/columns"
)

// AppendBinary writes the sketch, so that ReadSketch gives it back.
func (s *Sketch) AppendBinary(b []byte) []byte {
	for _, n := range []int{s.moments.n, s.infinite, s.below, s.empty, s.zero} {
		b = binary.AppendUvarint(b, uint64(n))
	}
	for _, v := range []float64{s.moments.mean, s.moments.m2, s.least, s.greatest} {
		b = binary.LittleEndian.AppendUint64(b, math.Float64bits(v))
	}
	return s.bins.appendBinary(columns.Negative, s.bins.appendBinary(columns.Positive, b))
}

// appendBinary writes the bins of a sign: each exponent that holds anything, as it is plus 1, and for each of its bins that hold anything the
// distance from the bin before and the count; a 0 ends an exponent, another one all of them.
func (p *pages) appendBinary(sign uint64, b []byte) []byte {
	at, before := -1, 0
	p.each(sign, func(key, n int) {
		exponent, index := key/exponentBins, key%exponentBins
		if exponent != at {
			if at >= 0 {
				b = binary.AppendUvarint(b, 0)
			}
			b = binary.AppendUvarint(b, uint64(exponent+1))
			at, before = exponent, -1
		}
		b = binary.AppendUvarint(b, uint64(index-before))
		b = binary.AppendUvarint(b, uint64(n))
		before = index
	})
	if at >= 0 {
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
	for sign := range uint64(2) {
		r.pages(sign, &s.bins)
	}
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

func (r *reader) pages(sign uint64, p *pages) {
	for {
		exponent := r.uvarint()
		if exponent == 0 || exponent > 1<<11 || r.failed {
			r.failed = r.failed || exponent > 0
			return
		}
		index := -1
		for gap := r.uvarint(); gap > 0; gap = r.uvarint() {
			index += int(min(gap, exponentBins))
			if index >= exponentBins || r.failed {
				r.failed = true
				return
			}
			p.add(bin{sign, (exponent-1)*exponentBins + uint64(index)}, uint32(r.uvarint()))
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
