package figure

import (
	"math"
	"slices"

	"reconfig/model/result"
	"reconfig/plots/words"
)

// Leader is the structure with the highest net benefit, by the statistic that figures show; of a sweep the one that is best at
// most points, of a decision the one with the least expected regret. It is empty where there is only one, or none has a value.
func (d Data) Leader() string {
	if d.Sweep != nil {
		leader, _, _ := SweepLeader(d.Context, d.Sweep)
		return leader
	}
	if len(d.Outcomes) == 0 {
		leader, _ := d.leastRegretted()
		return leader
	}
	best, most, n := "", math.Inf(-1), 0
	for _, row := range OneEach(d.Outcomes) {
		if v := row.Values[DefaultOutcome]; words.Finite(v) {
			n++
			if v > most {
				best, most = row.Structure, v
			}
		}
	}
	if n < 2 {
		return ""
	}
	return best
}

// leastRegretted is the structure with the least expected regret, and so the highest mean, in the outcome that a decision is first
// about. It is empty where there is nothing to choose between.
func (d Data) leastRegretted() (best string, o result.Outcome) {
	least, n := math.Inf(1), 0
	for _, row := range d.Robustness {
		if v := float64(row.ExpectedRegret); row.Outcome == d.Robustness[0].Outcome && words.Finite(v) {
			n++
			if v < least {
				best, least = row.Structure, v
			}
		}
	}
	if n < 2 {
		return "", o
	}
	o, _ = result.OutcomeByName(d.Robustness[0].Outcome)
	return best, o
}

// leading is the best structure at a point of a sweep.
type leading struct {
	code  string
	value float64
	of    int // structures with a value
}

// SweepLeader is the structure that is best at most points of a sweep, and at how many of how many: by the mean of draws or the one run
// of each point, on the outcome that figures show. It is empty where there is nothing to compare.
func SweepLeader(ctx Context, s *result.Sweep) (code string, best, points int) {
	o := sweepOutcome(ctx, s)
	k, at := slices.Index(s.Outcomes, o), map[int]leading{}
	if k < 0 || s.EachDraw || o.Better() == result.Neither {
		return "", 0, 0
	}
	for _, row := range s.Rows {
		isCentre := row.Statistic == result.Mean || row.Statistic == result.CentralDraw
		if !isCentre || row.Map != s.Rows[0].Map || k >= len(row.Values) || !words.Finite(row.Values[k]) {
			continue
		}
		v, l := row.Values[k], at[row.Point]
		if l.of == 0 || v > l.value && o.Better() == result.Higher || v < l.value && o.Better() == result.Lower {
			l.code, l.value = row.Structure, v
		}
		l.of++
		at[row.Point] = l
	}
	counts := map[string]int{}
	for _, l := range at {
		if l.of > 1 {
			counts[l.code]++
			points++
		}
	}
	for _, row := range s.Rows { // in their order, so that of several the first leads
		if counts[row.Structure] > best {
			code, best = row.Structure, counts[row.Structure]
		}
	}
	return code, best, points
}

// sweepOutcome is the outcome on which structures of a sweep are compared: of those that are better higher or lower, the one that
// figures show.
func sweepOutcome(ctx Context, s *result.Sweep) result.Outcome {
	o, _ := ctx.Chosen(slices.DeleteFunc(slices.Clone(s.Outcomes), func(o result.Outcome) bool { return o.Better() == result.Neither }))
	return o
}

// ShowBest puts the structure that is best in focus too, where the case does not, and says what focus is: for figures of a run, a
// sweep or a decision.
func (d *Data) ShowBest() {
	d.FocusOf = "the structures that the case puts in focus"
	if best := d.Leader(); best != "" && len(d.Focus) > 0 && !slices.Contains(d.Focus, best) {
		d.Best = best
	}
}
