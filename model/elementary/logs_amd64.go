//go:build amd64 && !noasm && !gccgo && !safe

package elementary

import "math"

// inLog are the numbers of Log, in the order in which assembly asks for them.
var inLog = [...]lanes{
	all(0x1p-1022), all(math.MaxFloat64),
	all(math.Float64frombits(1<<52 - 1)), all(math.Float64frombits(rootOfTwo)),
	all(1), all(math.Float64frombits(toRounded)), all(rounding), all(2),
	all(log1), all(log2), all(log3), all(log4), all(log5), all(log6), all(log7),
	all(0.5), all(ln2High), all(ln2Low),
}

// toRounded turns the bits of an exponent, with its bias, into the number it stands for plus rounding.
const toRounded uint64 = 0x4338000000000000 - 1023 // the bits of rounding, less the bias

func logs(dst, x []float64) {
	if !hasAVX2 {
		plainLogs(dst, x)
		return
	}
	for from := 0; from < len(x); {
		if fours := (len(x) - from) / atOnce; fours > 0 {
			from += logsAVX2(&dst[from], &x[from], fours, &inLog[0])
		}
		four := all(1)
		switch left := copy(four[:], x[from:]); {
		case left > 0 && left < atOnce && logsAVX2(&four[0], &four[0], 1, &inLog[0]) > 0:
			from += copy(dst[from:], four[:left])
		default:
			plainLogs(dst[from:from+left], x[from:from+left])
			from += left
		}
	}
}

// logsAVX2 takes fours of numbers until one of them is not above 0 and finite, or is too small to have all digits, and says
// how many it has done.
//
//go:noescape
func logsAVX2(dst, x *float64, fours int, numbers *lanes) (done int)
