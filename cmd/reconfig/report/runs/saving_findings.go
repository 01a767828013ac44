package runs

import (
	"fmt"
	"math"
	"slices"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
)

// neverShare is in what share of draws a structure never pays back; 0 where there are no draws.
func (r Run) neverShare(structure string) float64 {
	row, ok := r.statistics[[2]string{structure, result.Mean}]
	if !ok {
		return 0
	}
	return row.NeverShare
}

// savingFinding says what structure alone saves in the end, and what it costs to get there.
func (r Run) savingFinding() string {
	best := r.extreme(result.SteadySaving, true)
	if best.Values[result.SteadySaving] < r.money().small() {
		return "No structure here saves anything lasting by itself."
	}
	equals := r.equals(best, result.SteadySaving, r.money().small())
	return report.Sentences(r.savingSentence(best), r.costFinding(r.cheapestOf(best), len(equals)), r.handoverFinding())
}

// savingSentence says what those save that save most.
func (r Run) savingSentence(best *result.OutcomeRow) string {
	v, write := &best.Values, r.money().write
	equals := r.equals(best, result.SteadySaving, r.money().small())
	s := fmt.Sprintf("By itself, %s saves %s", report.Quote(best.Name), r.most())
	switch n := len(equals); {
	case n > 1 && n == len(r.Outcomes):
		s = fmt.Sprintf("By themselves, %s save the same", r.who(equals))
	case n > 1:
		s = fmt.Sprintf("By themselves, %s save most", r.who(equals))
	}
	return s + fmt.Sprintf(": %s a year%s, if nothing is refused or fails, %s %% of %s.", write(v[result.SteadySaving]), r.within(best, result.SteadySaving, write),
		report.Decimal(v[result.SteadySavingPct], 1), write(v[result.BaselineCost]))
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
		names = append(names, report.Quote(row.Name))
	}
	s := fmt.Sprintf("%s %s to get to%s.", r.who(names), report.Plural(len(names), "costs "+cost, "cost "+cost+" each"), r.apartFromCuts())
	if len(names) < of {
		s = fmt.Sprintf("Of these, %s %s least to get to: %s%s.", r.who(names), report.Plural(len(names), "costs", "cost"), cost, r.apartFromCuts())
	}
	if late := r.lateOf(cheapest); len(late) > 0 {
		s += fmt.Sprintf(" That is not all: the horizon ends after %s, before %s complete.", report.Years(r.HorizonYears), report.And(late)+report.Plural(len(late), " is", " are"))
	}
	if len(names) > 1 {
		return report.Sentence(s)
	}
	return report.Sentence(s) + " " + r.paybackFinding(row)
}

// apartFromCuts says what the cost of a structure leaves out where there are cuts.
func (r Run) apartFromCuts() string {
	if r.asksForNoCut() {
		return ", taken by itself"
	}
	return ", without exits for cuts"
}

// paybackFinding says when a structure pays back, and how likely that is before it is overtaken.
func (r Run) paybackFinding(row *result.OutcomeRow) string {
	v, s := &row.Values, ""
	switch never := r.neverShare(row.Structure); {
	case v.Has(result.StructurePayback) && never > 0:
		s = fmt.Sprintf("It pays back after %s years in the median; in %s it never does.", report.Decimal(v[result.StructurePayback], 2), r.draws().In(never))
	case v.Has(result.StructurePayback):
		s = fmt.Sprintf("It pays back after %s years.", report.Decimal(v[result.StructurePayback], 2))
	default:
		return fmt.Sprintf("It does not pay back within %s.", report.Years(r.HorizonYears))
	}
	return s + r.paidBackAtRisk(row)
}

// handoverFinding says which structure has paid for itself by the handover.
func (r Run) handoverFinding() string {
	write := r.money().write
	soonest := r.extreme(result.StructureNPVToHandover, true)
	switch k := soonest.Values[result.StructureNPVToHandover]; {
	case k > r.money().small():
		names := r.namesAlike(result.StructureNPVToHandover, true, write)
		if len(names) > 1 {
			return fmt.Sprintf("By the handover in year %s, %s are worth most, %s each.", report.Full(r.HandoverYear), r.who(names), write(k))
		}
		return fmt.Sprintf("By the handover in year %s, %s is worth most, %s%s.", report.Full(r.HandoverYear), r.who(names), write(k), r.within(soonest, result.StructureNPVToHandover, write))
	case r.anyChange():
		return r.unpaid()
	}
	return ""
}

// unpaid says that no structure has paid for itself by the handover, and, with draws, which comes nearest to it.
func (r Run) unpaid() string {
	if r.Draws == 0 {
		return fmt.Sprintf("By the handover in year %s no structure has paid for itself.", report.Full(r.HandoverYear))
	}
	s := fmt.Sprintf("By the handover in year %s no structure has paid for itself in the mean of draws", report.Full(r.HandoverYear))
	chances := map[string][]string{}
	greatest := 0.0
	for _, row := range r.Outcomes {
		p := r.probability(row.Structure, result.PaysBackByHandover, 0)
		chances[r.draws().Chance(p)] = append(chances[r.draws().Chance(p)], report.Quote(row.Name))
		greatest = max(greatest, p)
	}
	if likeliest := chances[r.draws().Chance(greatest)]; greatest > 0 {
		return s + fmt.Sprintf(". Likeliest to have %s %s, in %s.", report.Plural(len(likeliest), "is", "are"), r.who(likeliest), r.draws().In(greatest))
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
			names = append(names, report.Quote(row.Name))
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
