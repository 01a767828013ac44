package information

import (
	"math"

	"reconfig/sim/numbers"
)

// bending is of how many members, the strongest, curves are fitted.
const bending = 3

// newBends says how far curves of the strongest members depart from straight lines, by draw and rival: of the curves that are
// fitted to all folds but one, by that fold, and last of those fitted to all draws. A polynomial follows what rises steeply
// at one end only by waves at the other.
func (s *stakes) newBends(members []member) [folds + 1]gains {
	var all [folds + 1]gains
	for f := range all {
		all[f] = newGains(s.draws, s.rivals)
	}
	for _, m := range members[:min(bending, len(members))] {
		s.addBends(m, &all)
	}
	return all
}

// surely is how many standard errors a curve must be better by than a line.
const surely = 2

// addBends adds the bends of one member, fitted to what is left by those before it. For a rival of which its curves do not
// surely foretell folds left out better than lines do, there are none.
func (s *stakes) addBends(m member, all *[folds + 1]gains) {
	better := make([][]float64, s.rivals) // by how much the curve errs less than the line, by rival and draw
	for r := range better {
		better[r] = make([]float64, s.draws)
	}
	order := rank(m.x)
	scores, _ := s.scale.of(order)
	var own [folds + 1]gains
	for f := range own {
		rest := s.less(all[f])
		own[f] = s.newSmooth(scores, order, rest, f).bends(scores, order)
		rest.compare(m.scores, own[f], f, better)
	}
	for r, b := range better {
		if numbers.Mean(b) <= surely*numbers.StandardError(b) {
			continue
		}
		for f := range all {
			for k := range s.draws {
				all[f].gain(k)[r] += own[f].gain(k)[r]
			}
		}
	}
}

// bends are how far the curves depart from the straight lines that are nearest to them, by draw and response.
func (f *smooth) bends(scores []float64, order []ranked) gains {
	all, curve := newGains(len(order), f.responses), make([]float64, len(order))
	for i, z := range scores {
		f.fit(z, all.gain(order[i].draw))
	}
	for r := range f.responses {
		for i := range curve {
			curve[i] = all.gain(order[i].draw)[r]
		}
		at, slope := line(scores, curve, nil)
		for i, z := range scores {
			all.gain(order[i].draw)[r] = curve[i] - at - float64(slope*z)
		}
	}
	return all
}

// compare notes by how much less gains of a fold differ from a line that is bent than from the line, which is fitted to the
// other folds.
func (g gains) compare(scores []float64, bends gains, fold int, better [][]float64) {
	if fold == folds {
		return
	}
	begin, end := foldBounds(fold, len(scores))
	y := make([]float64, len(scores))
	counted := func(k int) bool { return k < begin || k >= end }
	for r, b := range better {
		for k := range y {
			y[k] = g.gain(k)[r]
		}
		at, slope := line(scores, y, counted)
		for k := begin; k < end; k++ {
			left := y[k] - at - float64(slope*scores[k])
			b[k] = math.Abs(left) - math.Abs(left-bends.gain(k)[r])
		}
	}
}
