package sim

import (
	"math"

	"reconfig/model/elementary"
)

// power raises resourcing q to one exponent, thousands of times a run. It does so without logarithm or exponential: a
// table that is made once a run has the power at the middle c of every segment of q, and from there
//
//	q^x = c^x · (1 + u)^x,   u = q/c − 1,   |u| ≤ 1/129,
//
// where the second factor is the binomial series up to u⁵. What that leaves out is C(x, 6) · u⁶ · (1 + v)^(x − 6) for
// some v between 0 and u, so at most |C(x, 6)| · (1/128)⁶ of 1: 6e-15 for exponents up to mostTabledExponent, which is
// about what a logarithm and an exponential round off.
type power struct {
	exponent float64
	series   [6]float64 // C(x, n): what u^n counts for
	segments [segmentsInOctave * octaves]segment
}

// segment is a range of q whose numbers agree in exponent and in the first segmentBits bits of the fraction.
type segment struct{ inverse, power float64 } // 1/c and c^x

const (
	segmentBits      = 6
	segmentsInOctave = 1 << segmentBits
	octaves          = 5  // from 1/8 up to 4: outside of it resourcing does not come about, or hardly
	lowestOctave     = -3 // 2⁻³ is 1/8

	// segmentShift turns the bits of a float64 into those that say its segment, and firstSegment is that of the lowest q.
	segmentShift = 52 - segmentBits
	firstSegment = (1023 + lowestOctave) << segmentBits

	mostTabledExponent = 5
)

func newPower() power {
	var p power
	for i := range p.segments {
		p.segments[i].inverse = 1 / segmentMiddle(i)
	}
	return p
}

// segmentMiddle is c.
func segmentMiddle(i int) float64 {
	fraction := 1 + float64((float64(i%segmentsInOctave)+0.5)/segmentsInOctave)
	return math.Ldexp(fraction, i/segmentsInOctave+lowestOctave)
}

// set makes the table of an exponent: one exponential for each segment of an octave, and one for each octave.
func (p *power) set(exponent float64) {
	if exponent == p.exponent { // as in the run before; 0 has no table
		return
	}
	p.exponent = exponent
	if !p.tabled() {
		return
	}
	p.series[0] = 1
	for n := 1; n < len(p.series); n++ {
		p.series[n] = p.series[n-1] * (exponent - float64(n-1)) / float64(n)
	}
	var fractions [segmentsInOctave]float64
	for j := range fractions {
		fractions[j] = elementary.Exp(exponent * logFraction[j])
	}
	for octave := range octaves {
		scale := elementary.Exp(exponent * math.Ln2 * float64(octave+lowestOctave))
		for j, fraction := range fractions {
			p.segments[octave*segmentsInOctave+j].power = scale * fraction
		}
	}
}

// logFraction is ln c of the segments from 1 up to 2.
var logFraction = func() (logs [segmentsInOctave]float64) {
	for j := range logs {
		logs[j] = elementary.Log(segmentMiddle(-lowestOctave*segmentsInOctave + j))
	}
	return logs
}()

func (p *power) tabled() bool { return p.exponent > 0 && p.exponent <= mostTabledExponent }

// raise fills in the power of every ratio.
func (p *power) raise(dst, ratios []float64) {
	if !p.tabled() {
		for k, q := range ratios {
			dst[k] = raised(q, p.exponent)
		}
		return
	}
	s := &p.series
	dst = dst[:len(ratios)]
	for k, q := range ratios {
		i := math.Float64bits(q)>>segmentShift - firstSegment
		if i >= uint64(len(p.segments)) { // below nothing too: the sign is the first bit
			dst[k] = raised(q, p.exponent)
			continue
		}
		dst[k] = p.segments[i].power * binomial(s, float64(q*p.segments[i].inverse)-1)
	}
}

// raiseBoth fills in two powers of every ratio, of which both have tables, as raise does for each.
func raiseBoth(p, o *power, dst, other, ratios []float64) {
	s, t := &p.series, &o.series
	dst, other = dst[:len(ratios)], other[:len(ratios)]
	for k, q := range ratios {
		i := math.Float64bits(q)>>segmentShift - firstSegment
		if i >= uint64(len(p.segments)) {
			dst[k], other[k] = raised(q, p.exponent), raised(q, o.exponent)
			continue
		}
		u := float64(q*p.segments[i].inverse) - 1
		dst[k], other[k] = p.segments[i].power*binomial(s, u), o.segments[i].power*binomial(t, u)
	}
}

// binomial is (1 + u)^x by its series, in pairs, so that the processor need not wait for one product before it begins the
// next.
func binomial(s *[6]float64, u float64) float64 {
	uu := u * u
	return (1 + float64(s[1]*u)) + float64(uu*((s[2]+float64(s[3]*u))+float64(uu*(s[4]+float64(s[5]*u)))))
}

// raised is q^x. A body whose cost has fallen below nothing, which extreme assumptions can bring about, has no
// resources: its power is that of 0.
func raised(q, exponent float64) float64 {
	switch {
	case exponent == 0:
		return 1
	case q <= 0:
		return 0
	}
	return elementary.Exp(exponent * elementary.Log(q))
}
