package runs

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
)

// Findings says in a sentence each what the outcomes show: what structures save by themselves, what of the target is
// cuts, what happens to capacity, whom that bears on and, with draws, how sure the choice is.
func (r Run) Findings() []string {
	findings := []string{r.savingFinding(), r.targetFinding(), r.capacityFinding()}
	findings = append(findings, r.SizeFindings()...)
	if choice := r.choiceFinding(); choice != "" {
		findings = append(findings, choice)
	}
	return findings
}

// within is the range of an outcome in brackets; nothing where there are no draws.
func (r Run) within(row *result.OutcomeRow, o result.Outcome, write func(float64) string) string {
	low, high := r.at(row.Structure, result.P05, o), r.at(row.Structure, result.P95, o)
	if r.Draws == 0 || math.IsNaN(low) || math.IsNaN(high) || write(low) == write(high) {
		return ""
	}
	return fmt.Sprintf(" (%s to %s)", write(low), write(high))
}

// choiceFinding says how surely the structure that is worth most by itself is worth more than the next: with the same
// draws for both, so that what they have in common drops out.
func (r Run) choiceFinding() string {
	v, several := r.leaders(result.StructureNPV)
	if !several {
		return ""
	}
	g, m := v.gap(result.StructureNPV), r.money()
	if !g.drawn() || math.Abs(g.mean) < m.small() { // nothing is worth more than the next
		return ""
	}
	return fmt.Sprintf("In %s %s is worth most by itself: %s more than %s. Draw by draw that is %s to %s, and it is ahead in %s.",
		report.Years(r.HorizonYears), v.called, m.write(g.mean), v.calledThen, m.write(g.low), m.write(g.high), r.draws().In(g.better))
}

// smallPercent is what rounds to nothing in the tables.
const smallPercent = 0.05

// capacityFinding says what is left of capacity and of local knowledge.
func (r Run) capacityFinding() string {
	low, high := r.extreme(result.CapacityAtTarget, false), r.extreme(result.CapacityAtTarget, true)
	knownLow, knownHigh := r.extreme(result.LocalKnowledgeAtHandover, false), r.extreme(result.LocalKnowledgeAtHandover, true)
	s := fmt.Sprintf("By then capacity stands at %s of what it was", span(100*low.Values[result.CapacityAtTarget], 100*high.Values[result.CapacityAtTarget], "%"))
	if !report.ReadAlike(100*high.Values[result.CapacityAtTarget], 100*low.Values[result.CapacityAtTarget]) {
		s += ", least under " + r.alike(result.CapacityAtTarget, false, report.Percent)
	}
	return s + ". " + r.dipFinding() + fmt.Sprintf(" Of local knowledge %s is left to hand over.",
		span(100*knownLow.Values[result.LocalKnowledgeAtHandover], 100*knownHigh.Values[result.LocalKnowledgeAtHandover], "%"))
}

// dipFinding says what reorganising alone costs of capacity on the way.
func (r Run) dipFinding() string {
	depth := 100 * (1 - r.extreme(result.StructureCapacityLowest, false).Values[result.StructureCapacityLowest])
	if depth <= smallPercent {
		return "Reorganising alone costs none of it."
	}
	return fmt.Sprintf("Reorganising alone costs up to %s %% of it on the way (%s).", report.Decimal(depth, 1), r.alike(result.StructureCapacityLowest, false, report.Percent))
}

// extreme finds the structure with the greatest or least value; the first of equals.
func (r Run) extreme(o result.Outcome, greatest bool) *result.OutcomeRow {
	compare := func(a, b result.OutcomeRow) int { return cmp.Compare(a.Values[o], b.Values[o]) }
	var found result.OutcomeRow
	if greatest {
		found = slices.MaxFunc(r.Outcomes, compare)
	} else {
		found = slices.MinFunc(r.Outcomes, compare)
	}
	return &found
}

// mostNamed is how many structures are named before they are counted.
const mostNamed = 3

// who is what a sentence calls the structures of these names.
func (r Run) who(names []string) string {
	switch n := len(names); {
	case n == len(r.Outcomes) && n == 2:
		return "both structures"
	case n == len(r.Outcomes) && n > 2:
		return fmt.Sprintf("all %d structures", n)
	case n > mostNamed:
		return fmt.Sprintf("%d structures", n)
	}
	return report.And(names)
}

// alike is what a sentence calls the structures whose outcome reads like the greatest or the least.
func (r Run) alike(o result.Outcome, greatest bool, write func(float64) string) string {
	return r.who(r.namesAlike(o, greatest, write))
}

// namesAlike names them one by one.
func (r Run) namesAlike(o result.Outcome, greatest bool, write func(float64) string) []string {
	end := write(r.extreme(o, greatest).Values[o])
	var names []string
	for _, row := range r.Outcomes {
		if write(row.Values[o]) == end {
			names = append(names, report.Quote(row.Name))
		}
	}
	return names
}

// span writes a range with its unit, or one value if both ends read the same.
func span(low, high float64, unit string) string {
	return report.Range(low, high, 1, " to ") + " " + unit
}
