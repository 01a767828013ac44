package runs

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
)

// versus is one structure held against another: what is said is said of the first.
type versus struct {
	Run
	one, other         *result.OutcomeRow
	called, calledThen string // what sentences call the two
	pronoun            string // what they call the first where it was just named
	difference         string // what they call the difference
}

// gap is what one structure has more than the other of an outcome.
type gap struct {
	mean      float64 // of the draws, or of the one draw
	low, high float64 // 5th and 95th percentile, draw by draw; NaN where there are none
	better    float64 // share of draws in which the one is better
	equal     float64 // and in which both are the same
}

// drawn says whether there are draws to tell a range from.
func (g gap) drawn() bool { return !math.IsNaN(g.low) && !math.IsNaN(g.high) }

// gap finds the difference in an outcome. One draw has no range.
func (v versus) gap(o result.Outcome) gap {
	g := gap{mean: v.one.Values[o] - v.other.Values[o], low: math.NaN(), high: math.NaN()}
	for _, d := range v.Differences {
		ahead, behind := d.First == v.one.Structure && d.Second == v.other.Structure, d.First == v.other.Structure && d.Second == v.one.Structure
		if v.Draws < 2 || d.Outcome != o.String() || !ahead && !behind {
			continue
		}
		g.low, g.high, g.better, g.equal = float64(d.P05), float64(d.P95), float64(d.ProbabilityFirstBetter), float64(d.ProbabilityEqual)
		if behind {
			g.low, g.high, g.better = -g.high, -g.low, secondBetter(d)
		}
	}
	return g
}

// sure says how far the difference goes, how often the one is better and how often the best of all; nothing where there are
// no draws.
func (v versus) sure(o result.Outcome) string {
	g := v.gap(o)
	switch {
	case !g.drawn():
		return ""
	case g.equal == 1:
		return v.alwaysEqual()
	}
	return report.Sentences(v.runs(g), v.betterIn(report.Sentence(v.pronoun), g, o))
}

// alwaysEqual says that the two are the same in every draw.
func (v versus) alwaysEqual() string {
	if len(v.Outcomes) > 2 {
		return fmt.Sprintf("%s and %s are equal in every draw.", v.called, v.calledThen)
	}
	return "The two are equal in every draw."
}

// runs says how far the difference goes.
func (v versus) runs(g gap) string {
	write := v.money().write
	return fmt.Sprintf("Draw by draw %s runs from %s to %s (5th to 95th percentile).", v.difference, write(g.low), write(g.high))
}

// betterIn says in how many draws the one, called so, is better.
func (v versus) betterIn(called string, g gap, o result.Outcome) string {
	few := g.mean > 0 && g.better+g.equal/2 < 0.5
	only := ""
	if few {
		only = "only "
	}
	s := fmt.Sprintf("%s is better in %s%s", called, only, v.draws().In(g.better))
	if g.equal > 0 {
		s += fmt.Sprintf(" and as good in %s", v.draws().Chance(g.equal))
	}
	if len(v.Outcomes) > 2 {
		s += fmt.Sprintf(", and best of all %d in %s", len(v.Outcomes), v.draws().Chance(v.probability(v.one.Structure, result.Best, o)))
	}
	if few {
		s += "; it leads in the mean, as it gains more where it is better than it loses elsewhere"
	}
	return s + "."
}

// extent is the range of a difference in brackets; nothing where there are no draws or it reads as one value.
func (v versus) extent(g gap) string {
	from, to := v.money().write(g.low), v.money().write(g.high)
	if !g.drawn() || from == to {
		return ""
	}
	return fmt.Sprintf(" (%s to %s)", from, to)
}

// byWorth ranks the structures, those first that are worth most.
func (r Run) byWorth(o result.Outcome) []result.OutcomeRow {
	ranked := slices.Clone(r.Outcomes)
	slices.SortStableFunc(ranked, func(a, b result.OutcomeRow) int { return cmp.Compare(b.Values[o], a.Values[o]) })
	return ranked
}

// leaders are the best structure and the next; false where there is only one.
func (r Run) leaders(o result.Outcome) (versus, bool) {
	if len(r.Outcomes) < 2 {
		return versus{}, false
	}
	ranked := r.byWorth(o)
	return versus{r, &ranked[0], &ranked[1], report.Quote(ranked[0].Name), report.Quote(ranked[1].Name), "it", "the difference"}, true
}

// Leaders are the codes of the two structures with the highest net benefit; empty where there is only one.
func (r Run) Leaders() (best, next string) {
	v, several := r.leaders(result.NetBenefit)
	if !several {
		return "", ""
	}
	return v.one.Structure, v.other.Structure
}
