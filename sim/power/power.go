// Package power raises many numbers to one exponent, such as what a body has to what it needs.
package power

import (
	"math"

	"reconfig/model/elementary"
)

// Table raises numbers q to one exponent x, thousands of times a run. It does so without logarithm or exponential: a table
// that is made once a run has the power at the middle c of every segment of q, and from there
//
//	q^x = c^x · (1 + u)^x,   u = q/c − 1,   |u| ≤ 1/129,
//
// where the second factor is the binomial series up to u⁵. What that leaves out is C(x, 6) · u⁶ · (1 + v)^(x − 6) for
// some v between 0 and u, so at most |C(x, 6)| · (1/128)⁶ of 1: 6e-15 for exponents up to mostTabledExponent, which is
// about what a logarithm and an exponential round off.
type Table struct {
	exponent float64
	series   [terms]lanes // C(x, n): what u^n counts for
	segments [segmentsInOctave * octaves]segment
}

// terms is how many the series has: of u⁰ up to u⁵.
const terms = 6

// lanes is a number as often as the processor multiplies at once.
type lanes [4]float64

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

// New makes a table of the exponent 0, which has no numbers.
func New() Table {
	var t Table
	for i := range t.segments {
		t.segments[i].inverse = 1 / segmentMiddle(i)
	}
	return t
}

// segmentMiddle is c.
func segmentMiddle(i int) float64 {
	fraction := 1 + float64((float64(i%segmentsInOctave)+0.5)/segmentsInOctave)
	return math.Ldexp(fraction, i/segmentsInOctave+lowestOctave)
}

// Set makes the table of an exponent: one exponential for each segment of an octave, and one for each octave.
func (t *Table) Set(exponent float64) {
	if exponent == t.exponent { // as in the run before; 0 has no table
		return
	}
	t.exponent = exponent
	if !t.tabled() {
		return
	}
	t.setSeries()
	var fractions [segmentsInOctave]float64
	for j := range fractions {
		fractions[j] = exponent * logFraction[j]
	}
	elementary.Exps(fractions[:], fractions[:])
	for octave := range octaves {
		scale := elementary.Exp(exponent * math.Ln2 * float64(octave+lowestOctave))
		segments := (*[segmentsInOctave]segment)(t.segments[octave*segmentsInOctave:])
		for j := range segments {
			segments[j].power = scale * fractions[j]
		}
	}
}

func (t *Table) setSeries() {
	c := 1.0
	for n := range t.series {
		if n > 0 {
			c = c * (t.exponent - float64(n-1)) / float64(n)
		}
		t.series[n] = lanes{c, c, c, c}
	}
}

// logFraction is ln c of the segments from 1 up to 2.
var logFraction = func() (logs [segmentsInOctave]float64) {
	for j := range logs {
		logs[j] = elementary.Log(segmentMiddle(-lowestOctave*segmentsInOctave + j))
	}
	return logs
}()

func (t *Table) tabled() bool { return t.exponent > 0 && t.exponent <= mostTabledExponent }

// Raise fills in the power of every number, in its own place too. One below 0 counts as 0: a body whose cost has fallen below
// nothing, which extreme assumptions can bring about, has no resources.
func (t *Table) Raise(dst, numbers []float64) {
	if !t.tabled() {
		for k, q := range numbers {
			dst[k] = raised(q, t.exponent)
		}
		return
	}
	t.raise(dst[:len(numbers)], numbers)
}

// RaiseBoth fills in two powers of every number, as Raise of either table does. Unlike Raise, it needs the numbers apart from both
// powers: a table may be asked after the other.
func RaiseBoth(t, o *Table, dst, other, numbers []float64) {
	if !t.tabled() || !o.tabled() {
		t.Raise(dst, numbers)
		o.Raise(other, numbers)
		return
	}
	raiseBoth(t, o, dst[:len(numbers)], other[:len(numbers)], numbers)
}

func (t *Table) plainRaise(dst, numbers []float64) {
	dst = dst[:len(numbers)]
	for k, q := range numbers {
		i := math.Float64bits(q)>>segmentShift - firstSegment
		if i >= uint64(len(t.segments)) { // below nothing too: the sign is the first bit
			dst[k] = raised(q, t.exponent)
			continue
		}
		dst[k] = t.segments[i].power * binomial(&t.series, float64(q*t.segments[i].inverse)-1)
	}
}

func plainRaiseBoth(t, o *Table, dst, other, numbers []float64) {
	dst, other = dst[:len(numbers)], other[:len(numbers)]
	for k, q := range numbers {
		i := math.Float64bits(q)>>segmentShift - firstSegment
		if i >= uint64(len(t.segments)) {
			dst[k], other[k] = raised(q, t.exponent), raised(q, o.exponent)
			continue
		}
		u := float64(q*t.segments[i].inverse) - 1
		dst[k], other[k] = t.segments[i].power*binomial(&t.series, u), o.segments[i].power*binomial(&o.series, u)
	}
}

// binomial is (1 + u)^x by its series, in pairs, so that the processor need not wait for one product before it begins the
// next.
func binomial(s *[terms]lanes, u float64) float64 {
	uu := u * u
	return (1 + float64(s[1][0]*u)) + float64(uu*((s[2][0]+float64(s[3][0]*u))+float64(uu*(s[4][0]+float64(s[5][0]*u)))))
}

// raised is q^x.
func raised(q, exponent float64) float64 {
	switch {
	case exponent == 0:
		return 1
	case q <= 0:
		return 0
	}
	return elementary.Exp(exponent * elementary.Log(q))
}
