//go:build amd64 && !noasm && !gccgo && !safe

package elementary

import (
	"math"

	"golang.org/x/sys/cpu"
)

// hasAVX2 is whether the processor works on four numbers at once, and on their bits, as nearly all have done since 2015.
var hasAVX2 = cpu.X86.HasAVX2

const atOnce = 4

// lanes is a number as often as the processor multiplies at once.
type lanes [atOnce]float64

// inExp are the numbers of exp, in the order in which assembly asks for them.
var inExp = [...]lanes{
	all(expsUpTo), all(stepsInUnit), all(rounding), all(stepHigh), all(stepLow),
	all(1.0 / 6), all(1.0 / 2), all(1.0 / 120), all(1.0 / 24),
	all(math.Float64frombits(toExponent)),
}

const (
	// expsUpTo is the greatest number, without its sign, that assembly takes.
	expsUpTo = 700

	// toExponent turns the bits of rounded steps into an exponent of two, with its bias, and the step below them.
	toExponent uint64 = 1023<<stepBits + (1<<64 - 0x4338000000000000) // less the bits of rounding
)

func all(v float64) lanes { return lanes{v, v, v, v} }

func exps(dst, x []float64) {
	if !hasAVX2 {
		plainExps(dst, x)
		return
	}
	for from := 0; from < len(x); {
		if fours := (len(x) - from) / atOnce; fours > 0 {
			from += expsAVX2(&dst[from], &x[from], fours, &inExp[0], &octave[0].value)
		}
		end := min(len(x), from+atOnce)
		plainExps(dst[from:end], x[from:end])
		from = end
	}
}

// expsAVX2 takes fours of numbers until one of them is too great or no number, and says how many it has done.
//
//go:noescape
func expsAVX2(dst, x *float64, fours int, numbers *lanes, octave *float64) (done int)
