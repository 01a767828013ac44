package decision

import "math"

// ofInput takes one input.
func (s *stakes) ofInput(x []float64) Information {
	order := rank(x)
	scores, different := s.scale.of(order)
	if different == 1 || len(s.rivals) == 0 {
		return none()
	}
	f := newSmooth(scores, order, s)
	choices := make([]int, len(order)) // in the order of the input
	fitted, gained, total := make([]float64, len(s.rivals)), make([]float64, len(order)), 0.0
	for i, z := range scores {
		f.fit(z, fitted)
		rival, gain := choose(fitted)
		choices[i] = rival
		total += gain
		if rival >= 0 {
			gained[i] = s.gain(order[i].draw)[rival]
		}
	}
	information := none()
	information.Value = min(total/float64(len(order)), s.perfect)
	information.StandardError = standardError(gained)
	information.ChangesAt, information.ChangesTo = s.change(f, scores, order, choices)
	return information
}

// change is where the choice changes next to the median, and to which option.
func (s *stakes) change(f *smooth, scores []float64, order []ranked, choices []int) (at float64, to int) {
	n := len(order)
	middle, nearest := n/2, math.Inf(1)
	at, to = math.NaN(), -1
	for _, side := range []struct{ step, end int }{{-1, n / 100}, {1, n - 1 - n/100}} {
		for i := middle; i != side.end; i += side.step {
			if choices[i+side.step] == choices[i] {
				continue
			}
			x := s.crossing(f, scores, order, i, i+side.step, choices[i], choices[i+side.step])
			if d := math.Abs(x - order[middle].x); d < nearest {
				at, to, nearest = x, s.option(choices[i+side.step]), d
			}
			break
		}
	}
	return at, to
}

// crossing is where, between two draws next to one another, the fitted values of two choices are equal, by a straight line.
func (s *stakes) crossing(f *smooth, scores []float64, order []ranked, i, j, from, to int) float64 {
	fitted := make([]float64, len(s.rivals))
	lead := func(k int) float64 {
		f.fit(scores[k], fitted)
		lead := 0.0
		if from >= 0 {
			lead = fitted[from]
		}
		if to >= 0 {
			lead -= fitted[to]
		}
		return lead
	}
	before, after := lead(i), lead(j)
	if !(before > after) {
		return order[j].x
	}
	return order[i].x + (order[j].x-order[i].x)*max(0, before)/(before-after)
}
