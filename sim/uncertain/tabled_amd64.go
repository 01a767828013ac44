//go:build amd64 && !noasm && !gccgo && !safe

package uncertain

import "golang.org/x/sys/cpu"

// hasAVX2 is whether the processor works on four numbers at once, and on their bits, as nearly all have done since 2015.
var hasAVX2 = cpu.X86.HasAVX2

const atOnce = 4

func (t *tabled) read(values []float64) {
	done := 0
	if fours := len(values) / atOnce; hasAVX2 && fours > 0 {
		readAVX2(&values[0], fours, &t.pieces[0], &t.perScore[0], &t.steps[0], &t.low[0], &t.width[0], &t.least[0], &t.most[0], reach)
		done = fours * atOnce
	}
	t.plainRead(values, done)
}

//go:noescape
func readAVX2(values *float64, fours int, pieces **piece, perScore, steps, low, width, least, most *float64, reach float64)
