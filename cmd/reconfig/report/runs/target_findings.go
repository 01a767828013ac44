package runs

import (
	"fmt"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
)

// targetFinding says how far cost falls, what of that is cuts, and who meets the target.
func (r Run) targetFinding() string {
	low, high := r.extreme(result.Reduction, false), r.extreme(result.Reduction, true)
	s := fmt.Sprintf("After %s cost is %s", report.Years(r.TargetYears), change(low.Values[result.Reduction], high.Values[result.Reduction]))
	switch {
	case len(r.Outcomes) == 1:
	case high.Values[result.Reduction]-low.Values[result.Reduction] > 1:
		s += ", lowest under " + r.alike(result.Reduction, true, onePlace)
	default:
		s += " whatever the structure"
	}
	return s + ". " + r.cutsFinding() + " " + report.Sentence(r.onTarget()) + "."
}

// onePlace is how sentences write shares in per cent.
func onePlace(v float64) string { return report.Decimal(v, 1) }

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
		return fmt.Sprintf("There are no cuts: spending runs up to %s points above what is needed%s.", report.Decimal(-least, 1), greatest(false))
	case most < smallPercent:
		return "There are no cuts."
	case least < -smallPercent:
		return fmt.Sprintf("Cuts take off at most %s points%s. Elsewhere spending runs up to %s points above what is needed%s.", report.Decimal(most, 1), greatest(true), report.Decimal(-least, 1), greatest(false))
	case report.ReadAlike(most, least):
		return fmt.Sprintf("Cuts, not structure, take off %s points.", report.Decimal(most, 1))
	}
	return fmt.Sprintf("Cuts, not structure, take off from %s%s to %s points%s.", report.Decimal(least, 1), greatest(false), report.Decimal(most, 1), greatest(true))
}

// onTarget says how many bodies meet the target or, with draws, how likely it is that every one does.
func (r Run) onTarget() string {
	meets, pause := "on target"+r.tolerated(), "" // pause where the sentence goes on
	if r.asksForNoCut() {
		meets, pause = "on target, which asks for no cut", ","
	}
	all := fmt.Sprintf("all %d %s count as %s", r.Commissioners, r.Properties.BodyPlural, meets)
	if r.Draws > 0 {
		low, high := 1.0, 0.0
		for _, row := range r.Outcomes {
			p := r.probability(row.Structure, result.AllOnTarget, 0)
			low, high = min(low, p), max(high, p)
		}
		likely := r.draws().In(low)
		if r.draws().Chance(high) != r.draws().Chance(low) {
			likely = r.draws().Chance(low) + " to " + r.draws().In(high)
		}
		return all + pause + " in " + likely
	}
	fewest, most := r.extreme(result.CommissionersOnTarget, false).Values[result.CommissionersOnTarget], r.extreme(result.CommissionersOnTarget, true).Values[result.CommissionersOnTarget]
	n, of := int(fewest), r.Commissioners
	some := fmt.Sprint(n)
	switch {
	case n == of:
		return all
	case int(most) != n:
		some = fmt.Sprintf("from %d to %d", n, int(most))
	}
	return fmt.Sprintf("%s of %d %s count as %s", some, of, r.Properties.BodyPlural, meets)
}

// tolerated says how much of the cut may be missing where a target counts as met.
func (r Run) tolerated() string {
	if r.Tolerance == 0 {
		return ""
	}
	return fmt.Sprintf(" (at most %s %% of the cut missing)", report.Full(100*r.Tolerance))
}

// change says how far cost has fallen, or risen where the reduction is below nothing.
func change(low, high float64) string {
	switch {
	case low < -smallPercent && high < smallPercent:
		return "up by " + span(-high, -low, "%")
	case low < -smallPercent:
		return fmt.Sprintf("between %s %% up and %s %% down", report.Decimal(-low, 1), report.Decimal(high, 1))
	}
	return "down by " + span(low, high, "%")
}
