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
	return fmt.Sprintf("In %s %s is worth most by itself: %s more than %s. Draw by draw that is %s to %s, and more in %s draws.",
		Years(r.HorizonYears), v.called, m.write(g.mean), v.calledThen, m.write(g.low), m.write(g.high), ofHundred(g.better))
}

// smallPercent is what rounds to nothing in the tables.
const smallPercent = 0.05

// savingFinding says what structure alone saves in the end, and what it costs to get there.
func (r Run) savingFinding() string {
	best := r.extreme(result.SteadySaving, true)
	v, write := &best.Values, r.money().write
	if v[result.SteadySaving] < r.money().small() {
		return "No structure here saves anything lasting by itself."
	}
	equals := r.equals(best, result.SteadySaving, r.money().small())
	s := fmt.Sprintf("By itself, %s saves %s", quote(best.Name), r.most())
	switch n := len(equals); {
	case n > 1 && n == len(r.Outcomes):
		s = fmt.Sprintf("By themselves, %s save the same", r.who(equals))
	case n > 1:
		s = fmt.Sprintf("By themselves, %s save most", r.who(equals))
	}
	s += fmt.Sprintf(": %s a year in the end%s, %s %% of %s. ", write(v[result.SteadySaving]), r.within(best, result.SteadySaving, write),
		Decimal(v[result.SteadySavingPct], 1), write(v[result.BaselineCost]))
	return s + strings.TrimSpace(r.costFinding(r.cheapestOf(best), len(equals))+" "+r.handoverFinding())
}

// cheapestOf are those that cost least to get to, as it reads, among the ones that save as much.
func (r Run) cheapestOf(best *result.OutcomeRow) (cheapest []result.OutcomeRow) {
	least := math.Inf(1)
	for _, row := range r.Outcomes {
		if math.Abs(row.Values[result.SteadySaving]-best.Values[result.SteadySaving]) < r.money().small() {
			cheapest = append(cheapest, row)
			least = min(least, row.Values[result.StructureOneOffCost])
		}
	}
	write := r.money().write
	return slices.DeleteFunc(cheapest, func(row result.OutcomeRow) bool { return write(row.Values[result.StructureOneOffCost]) != write(least) })
}

// costFinding says what the cheapest of some structures cost to get to and when that is paid back.
func (r Run) costFinding(cheapest []result.OutcomeRow, of int) string {
	row := &cheapest[0]
	cost := r.money().write(row.Values[result.StructureOneOffCost]) + r.within(row, result.StructureOneOffCost, r.money().write)
	var names []string
	for _, row := range cheapest {
		names = append(names, quote(row.Name))
	}
	s := fmt.Sprintf("%s %s to get to%s.", r.who(names), plural(len(names), "costs "+cost, "cost "+cost+" each"), r.apartFromCuts())
	if len(names) < of {
		s = fmt.Sprintf("Of these, %s %s least to get to: %s%s.", r.who(names), plural(len(names), "costs", "cost"), cost, r.apartFromCuts())
	}
	if late := r.lateOf(cheapest); len(late) > 0 {
		s += fmt.Sprintf(" That is not all: the horizon ends after %s, before %s complete.", Years(r.HorizonYears), And(late)+plural(len(late), " is", " are"))
	}
	if len(names) > 1 {
		return sentence(s)
	}
	return sentence(s) + " " + r.paybackFinding(row)
}

// apartFromCuts says what the cost of a structure leaves out where there are cuts.
func (r Run) apartFromCuts() string {
	if r.asksForNoCut() {
		return ""
	}
	return ", without exits for cuts"
}

// paybackFinding says when a structure pays back, and how likely that is before it is overtaken.
func (r Run) paybackFinding(row *result.OutcomeRow) string {
	v, s := &row.Values, ""
	switch never := r.neverShare(row.Structure); {
	case v.Has(result.StructurePayback) && never > 0:
		s = fmt.Sprintf("It pays back after %s years in the median; in %s draws it never does.", Decimal(v[result.StructurePayback], 2), ofHundred(never))
	case v.Has(result.StructurePayback):
		s = fmt.Sprintf("It pays back after %s years.", Decimal(v[result.StructurePayback], 2))
	default:
		return fmt.Sprintf("It does not pay back within %s.", Years(r.HorizonYears))
	}
	return s + r.paidBackAtRisk(row)
}

// handoverFinding says which structure has paid for itself by the handover.
func (r Run) handoverFinding() string {
	write := r.money().write
	soonest := r.extreme(result.StructureNPVToHandover, true)
	switch k := soonest.Values[result.StructureNPVToHandover]; {
	case k > r.money().small():
		who := r.alike(result.StructureNPVToHandover, true, write)
		if who != quote(soonest.Name) {
			return fmt.Sprintf("By the handover in year %s, %s are worth most, %s each.", Full(r.HandoverYear), who, write(k))
		}
		return fmt.Sprintf("By the handover in year %s, %s is worth most, %s%s.", Full(r.HandoverYear), who, write(k), r.within(soonest, result.StructureNPVToHandover, write))
	case r.anyChange():
		return r.unpaid()
	}
	return ""
}

// unpaid says that no structure has paid for itself by the handover, and, with draws, which comes nearest to it.
func (r Run) unpaid() string {
	if r.Draws == 0 {
		return fmt.Sprintf("By the handover in year %s no structure has paid for itself.", Full(r.HandoverYear))
	}
	s := fmt.Sprintf("By the handover in year %s no structure has paid for itself in the mean of draws", Full(r.HandoverYear))
	chances := map[string][]string{}
	greatest := 0.0
	for _, row := range r.Outcomes {
		p := r.probability(row.Structure, result.PaysBackByHandover, 0)
		chances[chance(p)] = append(chances[chance(p)], quote(row.Name))
		greatest = max(greatest, p)
	}
	if likeliest := chances[chance(greatest)]; greatest > 0 {
		return s + fmt.Sprintf(". Likeliest to have %s %s, in %s draws.", plural(len(likeliest), "is", "are"), r.who(likeliest), ofHundred(greatest))
	}
	return s + "."
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

// targetFinding says how far cost falls, what of that is cuts, and who meets the target.
func (r Run) targetFinding() string {
	low, high := r.extreme(result.Reduction, false), r.extreme(result.Reduction, true)
	s := fmt.Sprintf("After %s cost is %s", Years(r.TargetYears), change(low.Values[result.Reduction], high.Values[result.Reduction]))
	switch {
	case len(r.Outcomes) == 1:
	case high.Values[result.Reduction]-low.Values[result.Reduction] > 1:
		s += ", lowest under " + r.alike(result.Reduction, true, onePlace)
	default:
		s += " whatever the structure"
	}
	return s + ". " + r.cutsFinding() + " " + sentence(r.onTarget()) + "."
}

// onePlace is how sentences write shares in per cent.
func onePlace(v float64) string { return Decimal(v, 1) }

// cutsFinding says what of the fall is cuts.
func (r Run) cutsFinding() string {
	most, least := r.extreme(result.ReductionFromCuts, true).Values[result.ReductionFromCuts], r.extreme(result.ReductionFromCuts, false).Values[result.ReductionFromCuts]
	greatest := func(greatest bool) string {
		if len(r.Outcomes) == 1 {
			return ""
		}
		return " (" + r.alike(result.ReductionFromCuts, greatest, onePlace) + ")"
	}
	switch {
	case most < smallPercent && least < -smallPercent:
		return fmt.Sprintf("There are no cuts: spending runs up to %s points above what is needed%s.", Decimal(-least, 1), greatest(false))
	case most < smallPercent:
		return "There are no cuts."
	case least < -smallPercent:
		return fmt.Sprintf("Cuts take off at most %s points%s. Elsewhere spending runs up to %s points above what is needed%s.", Decimal(most, 1), greatest(true), Decimal(-least, 1), greatest(false))
	case readAlike(most, least):
		return fmt.Sprintf("Cuts, not structure, take off %s points.", Decimal(most, 1))
	}
	return fmt.Sprintf("Cuts, not structure, take off from %s%s to %s points%s.", Decimal(least, 1), greatest(false), Decimal(most, 1), greatest(true))
}

// onTarget says how many bodies meet the target or, with draws, how likely it is that every one does.
func (r Run) onTarget() string {
	meets := "on target" + r.tolerated()
	if r.asksForNoCut() {
		meets = "on target, which asks for no cut,"
	}
	all := fmt.Sprintf("all %d %s count as %s", r.Commissioners, r.Setting.BodyPlural, meets)
	if r.Draws > 0 {
		low, high := 1.0, 0.0
		for _, row := range r.Outcomes {
			p := r.probability(row.Structure, result.AllOnTarget, 0)
			low, high = min(low, p), max(high, p)
		}
		likely := ofHundred(low)
		if chance(high) != chance(low) {
			likely = chance(low) + " to " + ofHundred(high)
		}
		return all + " in " + likely + " draws"
	}
	fewest, most := r.extreme(result.CommissionersOnTarget, false).Values[result.CommissionersOnTarget], r.extreme(result.CommissionersOnTarget, true).Values[result.CommissionersOnTarget]
	n, of := int(fewest), r.Commissioners
	some := fmt.Sprint(n)
	switch {
	case n == of:
		return strings.TrimSuffix(all, ",")
	case int(most) != n:
		some = fmt.Sprintf("from %d to %d", n, int(most))
	}
	return strings.TrimSuffix(fmt.Sprintf("%s of %d %s count as %s", some, of, r.Setting.BodyPlural, meets), ",")
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
	case low < -smallPercent && high < smallPercent:
		return "up by " + span(-high, -low, "%")
	case low < -smallPercent:
		return fmt.Sprintf("between %s %% up and %s %% down", Decimal(-low, 1), Decimal(high, 1))
	}
	return "down by " + span(low, high, "%")
}

// capacityFinding says what is left of capacity and of local knowledge.
func (r Run) capacityFinding() string {
	low, high := r.extreme(result.CapacityAtTarget, false), r.extreme(result.CapacityAtTarget, true)
	knownLow, knownHigh := r.extreme(result.LocalKnowledgeAtHandover, false), r.extreme(result.LocalKnowledgeAtHandover, true)
	s := fmt.Sprintf("By then capacity stands at %s of what it was", span(100*low.Values[result.CapacityAtTarget], 100*high.Values[result.CapacityAtTarget], "%"))
	if !readAlike(100*high.Values[result.CapacityAtTarget], 100*low.Values[result.CapacityAtTarget]) {
		s += ", least under " + r.alike(result.CapacityAtTarget, false, Percent)
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
	return fmt.Sprintf("Reorganising alone costs up to %s %% of it on the way (%s).", Decimal(depth, 1), r.alike(result.StructureCapacityLowest, false, Percent))
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
