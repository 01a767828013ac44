//go:build amd64 && !noasm && !gccgo && !safe

package special

import (
	"math"
	"math/bits"

	"golang.org/x/sys/cpu"

	"reconfig/model/elementary"
)

// hasAVX is whether the processor works on four numbers at once, as nearly all have done since 2013.
var hasAVX = cpu.X86.HasAVX

// atOnce is how many numbers assembly takes at once, and mostInCall how many in one call: it gives a bit for each.
const atOnce, mostInCall = 4, 64

func normalQuantiles(dst, probabilities []float64) {
	for len(probabilities) > 0 {
		n, done := min(len(probabilities), mostInCall), 0
		if hasAVX && n >= atOnce {
			done = n - n%atOnce
			setTails(dst, middleQuantilesAVX(&dst[0], &probabilities[0], done, &middle))
		}
		plainNormalQuantiles(dst[done:n], probabilities[done:n])
		dst, probabilities = dst[n:], probabilities[n:]
	}
}

// setTails puts normal quantiles in the place of probabilities in the tails, for each of which there is a bit.
func setTails(dst []float64, where uint64) {
	var logs [mostInCall]float64
	n := 0
	for w := where; w != 0; w &= w - 1 {
		p := dst[bits.TrailingZeros64(w)]
		logs[n] = min(p, 1-p)
		n++
	}
	elementary.Logs(logs[:n], logs[:n])
	for k := 0; where != 0; k, where = k+1, where&(where-1) {
		i := bits.TrailingZeros64(where)
		if r := math.Sqrt(-logs[k]); r <= 5 {
			above, below := rational(r-1.6, &tails)
			dst[i] = math.Copysign(above/below, dst[i]-0.5)
		} else {
			dst[i] = NormalQuantile(dst[i])
		}
	}
}

// middleQuantilesAVX fills in the normal quantiles of n probabilities, but leaves those in the tails as they are. It has a bit
// for each of these.
//
//go:noescape
func middleQuantilesAVX(dst, probabilities *float64, n int, coefficients *[8][2]float64) (tails uint64)
