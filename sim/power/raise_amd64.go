//go:build amd64 && !noasm && !gccgo && !safe

package power

import "golang.org/x/sys/cpu"

// hasAVX is whether the processor works on four numbers at once, as nearly all have done since 2013.
var hasAVX = cpu.X86.HasAVX

// atOnce is how many numbers assembly raises at once. It stops before any that the table does not have.
const atOnce = len(lanes{})

func (t *Table) raise(dst, numbers []float64) {
	if !hasAVX {
		t.plainRaise(dst, numbers)
		return
	}
	for from := 0; from < len(numbers); {
		if n := (len(numbers) - from) / atOnce; n > 0 {
			from += raiseAVX(&dst[from], &numbers[from], n, &t.segments[0], &t.series[0])
		}
		end := min(len(numbers), from+atOnce)
		t.plainRaise(dst[from:end], numbers[from:end])
		from = end
	}
}

func raiseBoth(t, o *Table, dst, other, numbers []float64) {
	if !hasAVX {
		plainRaiseBoth(t, o, dst, other, numbers)
		return
	}
	for from := 0; from < len(numbers); {
		if n := (len(numbers) - from) / atOnce; n > 0 {
			from += raiseBothAVX(&dst[from], &other[from], &numbers[from], n, &t.segments[0], &t.series[0], &o.segments[0], &o.series[0])
		}
		end := min(len(numbers), from+atOnce)
		plainRaiseBoth(t, o, dst[from:end], other[from:end], numbers[from:end])
		from = end
	}
}

//go:noescape
func raiseAVX(dst, numbers *float64, fours int, segments *segment, series *lanes) (done int)

//go:noescape
func raiseBothAVX(dst, other, numbers *float64, fours int, segments *segment, series *lanes, otherSegments *segment, otherSeries *lanes) (done int)
