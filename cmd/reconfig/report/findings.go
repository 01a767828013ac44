package report

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"reconfig/model/result"
)

// Findings says in a sentence each what the outcomes show: what structures save by themselves, what of the target is
// cuts, what happens to capacity, whom that bears on and, with draws, how sure the choice is.
func (r Run) Findings() []string {
	findings := []string{r.savingFinding(), r.targetFinding(), r.capacityFinding()}
	findings = append(findings, r.sizeFindings()...)
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

// neverShare is in what share of draws a structure never pays back; 0 where there are no draws.
func (r Run) neverShare(structure string) float64 {
	row, ok := r.statistics[[2]string{structure, result.Mean}]
	if !ok {
		return 0
	}
	return row.PaybackNeverShare
}

// choiceFinding says how surely the structure that is worth most is worth more than the next: with the same draws for
// both, so that what they have in common drops out.
func (r Run) choiceFinding() string {
	ranked := slices.Clone(r.Outcomes)
	slices.SortStableFunc(ranked, func(a, b result.OutcomeRow) int {
		return cmp.Compare(b.Values[result.StructureNPV], a.Values[result.StructureNPV])
	})
	if r.Draws == 0 || len(ranked) < 2 {
		return ""
	}
	best, next := ranked[0], ranked[1]
	for _, d := range r.Differences {
		ahead, behind := d.First == best.Structure && d.Second == next.Structure, d.First == next.Structure && d.Second == best.Structure
		if d.Outcome != result.StructureNPV.String() || !ahead && !behind {
			continue
		}
		mean, low, high, better := float64(d.Mean), float64(d.P05), float64(d.P95), float64(d.ProbabilityFirstBetter)
		if behind {
			mean, low, high, better = -mean, -high, -low, secondBetter(d)
		}
		if math.Abs(mean) < r.money().small() && math.Abs(low) < r.money().small() && math.Abs(high) < r.money().small() {
			return "" // nothing is worth more than the next
		}
		return fmt.Sprintf("In %s years %s is worth most by itself: %s more than %s (%s to %s, draw by draw), and more in %s draws.",
			Full(r.HorizonYears), quote(best.Name), r.money().write(mean), quote(next.Name), r.money().write(low), r.money().write(high), ofHundred(better))
	}
	return ""
}

// smallPercent is what rounds to nothing in the tables.
const smallPercent = 0.05

func (r Run) savingFinding() string {
	best := r.extreme(result.SteadySaving, true)
	v, write := &best.Values, r.money().write
	if v[result.SteadySaving] < r.money().small() {
		return "No structure here saves anything lasting by itself."
	}
	s := fmt.Sprintf("By itself, %s saves %s", quote(best.Name), r.most())
	if equals := r.equals(best, result.SteadySaving, r.money().small()); len(equals) > 1 {
		s = fmt.Sprintf("By themselves, %s save %s", And(equals), r.most())
	}
	s += fmt.Sprintf(": %s a year in the end%s, %s %% of %s; %s costs %s to get to%s, without exits for cuts,", write(v[result.SteadySaving]), r.within(best, result.SteadySaving, write),
		Decimal(v[result.SteadySavingPct], 1), write(v[result.BaselineCost]), quote(best.Name), write(v[result.StructureOneOffCost]), r.within(best, result.StructureOneOffCost, write))
	switch never := r.neverShare(best.Structure); {
	case v.Has(result.StructurePayback) && never > 0:
		s += fmt.Sprintf(" and pays back after %s years in the median (in %s draws it never does)", Decimal(v[result.StructurePayback], 2), ofHundred(never))
	case v.Has(result.StructurePayback):
		s += fmt.Sprintf(" and pays back after %s years", Decimal(v[result.StructurePayback], 2))
	default:
		s += fmt.Sprintf(" and does not pay back within %s years", Full(r.HorizonYears))
	}
	soonest := r.extreme(result.StructureNPVToHandover, true)
	switch k := soonest.Values[result.StructureNPVToHandover]; {
	case k > r.money().small():
		s += fmt.Sprintf(". By the handover in year %s, %s is worth most, %s%s", Full(r.HandoverYear), quote(soonest.Name), write(k), r.within(soonest, result.StructureNPVToHandover, write))
	case r.anyChange():
		s += ". " + r.unpaid()
	}
	return s + "."
}

// unpaid says that no structure has paid for itself by the handover, and, with draws, which comes nearest to it.
func (r Run) unpaid() string {
	if r.Draws == 0 {
		return fmt.Sprintf("By the handover in year %s no structure has paid for itself", Full(r.HandoverYear))
	}
	s := fmt.Sprintf("By the handover in year %s no structure has paid for itself in the mean of draws", Full(r.HandoverYear))
	likeliest, chance := "", 0.0
	for _, row := range r.Outcomes {
		if p := r.probability(row.Structure, result.PaysBackByHandover, 0); p > chance {
			likeliest, chance = row.Name, p
		}
	}
	if chance > 0 {
		s += fmt.Sprintf("; %s is likeliest to have, in %s draws", quote(likeliest), ofHundred(chance))
	}
	return s
}

// most is how a saving compares, where there is anything to compare it with.
func (r Run) most() string {
	if len(r.Outcomes) == 1 {
		return "this much"
	}
	return "most"
}

// equals names the structures whose outcome is as good as that of one.
func (r Run) equals(best *result.OutcomeRow, o result.Outcome, tolerance float64) (names []string) {
	for _, row := range r.Outcomes {
		if math.Abs(row.Values[o]-best.Values[o]) < tolerance {
			names = append(names, quote(row.Name))
		}
	}
	return names
}

// anyChange says whether any structure changes anything.
func (r Run) anyChange() bool {
	return slices.ContainsFunc(r.Outcomes, func(o result.OutcomeRow) bool {
		return math.Abs(o.Values[result.StructureNPVToHandover]) > r.money().small()
	})
}

func (r Run) targetFinding() string {
	low, high := r.extreme(result.Reduction, false), r.extreme(result.Reduction, true)
	most, least := r.extreme(result.ReductionFromCuts, true), r.extreme(result.ReductionFromCuts, false)
	s := fmt.Sprintf("After %s years cost is %s", Full(r.TargetYears), change(low.Values[result.Reduction], high.Values[result.Reduction]))
	switch {
	case len(r.Outcomes) == 1:
	case high.Values[result.Reduction]-low.Values[result.Reduction] > 1:
		s += ", lowest under " + quote(high.Name)
	default:
		s += " whatever the structure"
	}
	cuts := most.Values[result.ReductionFromCuts]
	switch {
	case cuts < smallPercent:
		s += ", none of it by cuts"
	case least.Values[result.ReductionFromCuts] < -smallPercent:
		s += fmt.Sprintf("; cuts take off at most %s points (%s), and under %s spending runs %s points above what it needs", Decimal(cuts, 1), quote(most.Name),
			quote(least.Name), Decimal(-least.Values[result.ReductionFromCuts], 1))
	case len(r.Outcomes) == 1 || cuts-least.Values[result.ReductionFromCuts] < smallPercent:
		s += fmt.Sprintf("; cuts, not structure, take off %s points", Decimal(cuts, 1))
	default:
		s += fmt.Sprintf("; cuts, not structure, take off from %s (%s) to %s points (%s)", Decimal(least.Values[result.ReductionFromCuts], 1), quote(least.Name),
			Decimal(cuts, 1), quote(most.Name))
	}
	if r.Draws > 0 {
		return s + "; " + r.onTarget() + "."
	}
	fewest, all := r.extreme(result.CommissionersOnTarget, false), r.extreme(result.CommissionersOnTarget, true)
	n, of := int(fewest.Values[result.CommissionersOnTarget]), r.Commissioners
	switch {
	case n == of:
		s += fmt.Sprintf("; all %d %s count as on target%s", of, r.Setting.BodyPlural, r.tolerated())
	case int(all.Values[result.CommissionersOnTarget]) == n:
		s += fmt.Sprintf("; %d of %d %s count as on target%s", n, of, r.Setting.BodyPlural, r.tolerated())
	default:
		s += fmt.Sprintf("; from %d to %d of %d %s count as on target%s", n, int(all.Values[result.CommissionersOnTarget]), of, r.Setting.BodyPlural, r.tolerated())
	}
	return s + "."
}

// onTarget says how likely it is that every body meets the target.
func (r Run) onTarget() string {
	low, high := 1.0, 0.0
	for _, row := range r.Outcomes {
		p := r.probability(row.Structure, result.AllOnTarget, 0)
		low, high = min(low, p), max(high, p)
	}
	likely := ofHundred(low)
	if chance(high) != chance(low) {
		likely = chance(low) + " to " + ofHundred(high)
	}
	return fmt.Sprintf("all %d %s count as on target%s in %s draws", r.Commissioners, r.Setting.BodyPlural, r.tolerated(), likely)
}

// tolerated says how much of the cut may be missing where a target counts as met.
func (r Run) tolerated() string {
	if r.Tolerance == 0 {
		return ""
	}
	return fmt.Sprintf(" (at most %s %% of the cut missing)", Full(100*r.Tolerance))
}

// change says how far cost has fallen, or risen where the reduction is below nothing.
func change(low, high float64) string {
	switch {
	case high < -smallPercent:
		return "up by " + span(-high, -low, "%")
	case low < -smallPercent:
		return fmt.Sprintf("between %s %% up and %s %% down", Decimal(-low, 1), Decimal(high, 1))
	}
	return "down by " + span(low, high, "%")
}

func (r Run) capacityFinding() string {
	low, high := r.extreme(result.CapacityAtTarget, false), r.extreme(result.CapacityAtTarget, true)
	dip := r.extreme(result.StructureCapacityLowest, false)
	knownLow, knownHigh := r.extreme(result.LocalKnowledgeAtHandover, false), r.extreme(result.LocalKnowledgeAtHandover, true)
	s := fmt.Sprintf("By then capacity stands at %s of what it was", span(100*low.Values[result.CapacityAtTarget], 100*high.Values[result.CapacityAtTarget], "%"))
	if high.Values[result.CapacityAtTarget]-low.Values[result.CapacityAtTarget] > smallPercent/100 {
		s += fmt.Sprintf(", least under %s", quote(low.Name))
	}
	if depth := 100 * (1 - dip.Values[result.StructureCapacityLowest]); depth > smallPercent {
		s += fmt.Sprintf("; reorganising alone costs up to %s %% of it on the way (%s)", Decimal(depth, 1), quote(dip.Name))
	} else {
		s += "; reorganising alone costs none of it"
	}
	s += fmt.Sprintf("; %s of local knowledge is left to hand over", span(100*knownLow.Values[result.LocalKnowledgeAtHandover], 100*knownHigh.Values[result.LocalKnowledgeAtHandover], "%"))
	return s + "."
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

// span writes a range, or one value if both ends read the same.
func span(low, high float64, unit string) string {
	a, b := Decimal(low, 1), Decimal(high, 1)
	if a == b {
		return a + " " + unit
	}
	return a + " to " + b + " " + unit
}

// quote sets a structure's name off from the sentence around it.
func quote(name string) string { return "“" + strings.TrimSpace(name) + "”" }
