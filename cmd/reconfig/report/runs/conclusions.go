package runs

import (
	"fmt"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
)

// Conclusions says what a reader must know first, by net benefit, a sentence each and the most important first.
func (r Run) Conclusions() []string {
	v, several := r.leaders(result.NetBenefit)
	if !several {
		return r.withCutShort(append(r.concludeOne(), r.fall(), r.capacityLeft()))
	}
	var first []string
	if v.tied() {
		first = append([]string{r.equallyGood()}, v.surely(result.NetBenefit)...)
	} else {
		first = append([]string{v.best()}, v.surely(result.NetBenefit)...)
		if atRisk := v.bestAtRisk(); atRisk != "" {
			first = append(first, atRisk)
		}
		first = append(first, v.aloneWorth()+".", v.addsUp())
		first = append(first, v.turns()...)
	}
	return r.withCutShort(append(first, r.savingMost(), r.fall(), r.capacityLeft()))
}

// concludeOne says what the only structure is worth.
func (r Run) concludeOne() []string {
	row := &r.Outcomes[0]
	return []string{r.benefitOfOne(row), r.worthOfOne(row), r.addedUpOf(worthOf(&row.Values)), r.savingMost()}
}

// surely says how far the difference goes, and how often the one is better.
func (v versus) surely(o result.Outcome) []string {
	g := v.gap(o)
	switch {
	case !g.drawn():
		return nil
	case g.equal == 1:
		return []string{v.alwaysEqual()}
	}
	return []string{v.runs(g), v.betterIn(v.called, g, o)}
}

// turns says which assumption alone would first turn the order of the two; nothing where that was not looked for.
func (v versus) turns() []string {
	if len(v.Turning) == 0 {
		return nil
	}
	var said []string
	where := "At " + v.central() + " values, "
	if preferred := v.Turning[0].Preferred; v.gap(result.NetBenefit).mean*v.sign(preferred) < 0 {
		said, where = append(said, fmt.Sprintf("At %s values %s is ahead.", v.central(), v.calledOf(preferred))), "From there, "
	}
	switching := report.Switching(v.Turning)
	if len(switching) == 0 {
		return append(said, where+"no assumption alone would change the order of the two, within what is plausible.")
	}
	first := switching[0]
	return append(said, fmt.Sprintf("%sthe two change places if %s %s, from %s.", where, report.Labelled(v.Labels, first.Assumption), turnsIf(first), report.Full(float64(first.Base))))
}

// turnsNotes say by what values, and of which structures, turns names what turns the order, and how much else can.
func (r Run) turnsNotes(v versus) []string {
	n := len(report.Switching(r.Turning))
	if n == 0 || v.tied() {
		return nil
	}
	note := fmt.Sprintf("Change places: with all other assumptions at %s values, and between these two structures alone", r.central())
	if n > 1 {
		note += fmt.Sprintf("; %s of %d can do it too", report.Count(n-1, "other assumption", "other assumptions"), len(r.Turning))
	}
	note += "."
	if len(r.Outcomes) > 2 {
		note += " The command decide looks at all structures."
	}
	return []string{note}
}

// savingMost says what structure alone saves in the end.
func (r Run) savingMost() string {
	best := r.extreme(result.SteadySaving, true)
	if best.Values[result.SteadySaving] < r.money().small() {
		return "No structure here saves anything lasting by itself."
	}
	return r.savingSentence(best)
}

// fall says how far cost is down when the target is due.
func (r Run) fall() string {
	low, high := r.extreme(result.Reduction, false).Values[result.Reduction], r.extreme(result.Reduction, true).Values[result.Reduction]
	return fmt.Sprintf("After %s cost is %s, of which cuts are %s points.", report.Years(r.TargetYears), change(low, high),
		report.Range(r.extreme(result.ReductionFromCuts, false).Values[result.ReductionFromCuts], r.extreme(result.ReductionFromCuts, true).Values[result.ReductionFromCuts], 1, " to "))
}

// capacityLeft says what is left of capacity when the target is due.
func (r Run) capacityLeft() string {
	low, high := r.extreme(result.CapacityAtTarget, false).Values[result.CapacityAtTarget], r.extreme(result.CapacityAtTarget, true).Values[result.CapacityAtTarget]
	s := fmt.Sprintf("When the target is due capacity stands at %s of what it was", span(100*low, 100*high, "%"))
	if !report.ReadAlike(100*low, 100*high) {
		s += ", least under " + r.alike(result.CapacityAtTarget, false, report.Percent)
	}
	return s + "."
}

// Conclusions says what choosing B rather than A changes.
func (c Comparison) Conclusions() []string {
	v := c.versus()
	said := append([]string{c.lead()}, v.surely(result.NetBenefit)...)
	said = append(said, v.aloneWorth()+".", v.addsUp())
	if !v.tied() {
		said = append(said, v.turns()...)
	}
	return c.withCutShort(append(said, c.saves(), fmt.Sprintf("In per cent of the start, capacity at the target is %s.", c.percents(result.CapacityAtTarget))))
}
