package analyses

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"reconfig/cmd/reconfig/report"
	"reconfig/model"
	"reconfig/model/result"
)

// FunctionsAnswer says which functions should leave the bodies, and how sure that is.
func (a Analysis) FunctionsAnswer() report.Answer {
	d := a.designed()
	said := []string{a.movesFinding(d), a.gainFinding(d), a.againstCase(d), a.closeCalls(), a.certificateOf(d), a.mergerFinding()}
	return a.answer(a.WriteFunctions, a.functionSummary(d), said...)
}

// designed is the best structure of the search.
func (a Analysis) designed() result.DesignRow {
	return a.Designs[slices.IndexFunc(a.Designs, func(r result.DesignRow) bool { return r.Chosen == "yes" })]
}

// chosenRows lists the choice of every function.
func (a Analysis) chosenRows() []result.FunctionRow {
	return slices.DeleteFunc(slices.Clone(a.Functions), func(r result.FunctionRow) bool { return r.Chosen != "yes" })
}

// movesFinding says what goes where.
func (a Analysis) movesFinding(d result.DesignRow) string {
	all := report.Count(len(a.chosenRows()), "function", "functions")
	if d.Moved == 0 && a.searchStopped() {
		return fmt.Sprintf("On %s, no structure that moves any of %s was found to be better by then than to leave all with the %s.", wordsOf(d.Outcome), all, a.Properties.BodyPlural)
	}
	if d.Moved == 0 {
		return fmt.Sprintf("On %s, none of %s should leave the %s: no move that makes sense is better in at least %s draws.", wordsOf(d.Outcome), all, a.Properties.BodyPlural, report.LeastOfHundred(float64(d.Compelling)))
	}
	var places []string
	functions := map[string][]string{}
	for _, r := range a.movedRows() {
		at := fmt.Sprintf("to the %s, under %s", r.Tier, a.arrangement(r.Arrangement))
		if !slices.Contains(places, at) {
			places = append(places, at)
		}
		functions[at] = append(functions[at], a.inSentence(r.Function))
	}
	for i, at := range places {
		places[i] = report.And(functions[at]) + " " + at
	}
	if a.searchStopped() {
		return fmt.Sprintf("On %s, the best structure that was found by then moves %d of %s: %s.", wordsOf(d.Outcome), d.Moved, all, strings.Join(places, "; "))
	}
	return fmt.Sprintf("On %s, %d of %s should leave the %s: %s.", wordsOf(d.Outcome), d.Moved, all, a.Properties.BodyPlural, strings.Join(places, "; "))
}

// movedRows lists the choices of the functions that move.
func (a Analysis) movedRows() []result.FunctionRow {
	return slices.DeleteFunc(a.chosenRows(), func(r result.FunctionRow) bool { return r.Tier == string(model.LocalTier) })
}

// gainFinding says what the structure is worth as it would be run, with failures and refusals as events.
func (a Analysis) gainFinding(d result.DesignRow) string {
	if d.Moved == 0 {
		return ""
	}
	m := a.amounts(d)
	return fmt.Sprintf("Against every function local the structure gains %s in the mean (90 of 100 draws: %s to %s), and something in %s draws.",
		m.Words(d.GainEvents), m.Words(d.GainEventsP05), m.Words(d.GainEventsP95), report.OfHundred(float64(d.BetterEvents)))
}

func (a Analysis) amounts(d result.DesignRow) report.Amount {
	return report.AmountOf(a.Properties, d.Unit, d.GainEvents, d.GainEventsP05, d.GainEventsP95, d.GainOnCase)
}

// againstCase holds the structure against the best of the case's own that move anything.
func (a Analysis) againstCase(d result.DesignRow) string {
	if d.BestOfCase == "" {
		return ""
	}
	what := "That"
	if d.Moved == 0 {
		what = "To leave them all local"
	}
	best, why := "the best structure of the case that moves anything", ""
	if a.WhyNotCase != "" {
		best, why = "the best of the case", "; not taken: "+a.WhyNotCase
	}
	return fmt.Sprintf("%s is %s %s than %s, %s, and better in %s draws%s.",
		what, a.amounts(d).Words(result.Number(math.Abs(float64(d.GainOnCase)))), comparedOn(d.Outcome, d.GainOnCase), a.name(d.BestOfCase), best, report.OfHundred(float64(d.BetterThanCase)), why)
}

// comparedOn says whether a gain makes an outcome more or less. Where less is better it says which of them is.
func comparedOn(outcome string, gain result.Number) string {
	o, ok := result.OutcomeByName(outcome)
	lower := ok && o.Better() == result.Lower
	switch {
	case lower && gain < 0:
		return "more (which is worse)"
	case lower:
		return "less (which is better)"
	case gain < 0:
		return "less"
	}
	return "more"
}

// otherYear says where the best structure of the case that moves anything is decided at another time.
func (a Analysis) otherYear(d result.DesignRow) string {
	if d.BestOfCase == "" || d.FromYear == d.BestOfCaseFrom {
		return ""
	}
	from := float64(d.BestOfCaseFrom)
	said := fmt.Sprintf("All is decided in year %s, but %s ", report.Full(float64(d.FromYear)), a.name(d.BestOfCase))
	switch at := report.Full(from); {
	case from < 0:
		return said + "stands from the start."
	case from > 0 && !model.ValidHorizon(from):
		return said + "in " + at + "."
	default:
		return said + fmt.Sprintf("in %s: --from-year %s holds like against like.", at, at)
	}
}

// searchStopped says whether the search for this structure was interrupted, and not only those at other worths of capacity.
func (a Analysis) searchStopped() bool {
	return a.Stopped && slices.ContainsFunc(a.Functions, func(r result.FunctionRow) bool { return r.Why == result.ChosenByStop || r.Why == result.LeftByStop })
}

// closeCalls names what moves and is the least sure, and what stays though it would gain in the mean.
func (a Analysis) closeCalls() string {
	compelling := float64(a.designed().Compelling)
	var said []string
	if least := a.leastSure(); least != nil {
		said = append(said, fmt.Sprintf("the least sure is %s, better moved than local in %s draws", a.inSentence(least.Function), report.OfHundredBeside(float64(least.Better), compelling)))
	}
	if left := a.leftLocal(result.LeftByStop); left != nil {
		said = append(said, fmt.Sprintf("%s would gain %s (%s), better in %s draws, but the search was stopped", a.inSentence(left.Function), a.amountOf(left), a.placed(left.Tier, left.Arrangement), report.OfHundredBeside(float64(left.Better), compelling)))
	} else if left := a.leftLocal(result.NotCompelling); left != nil {
		said = append(said, fmt.Sprintf("%s would gain %s in the mean (%s), but in %s only", a.inSentence(left.Function), a.amountOf(left), a.placed(left.Tier, left.Arrangement), report.OfHundredBeside(float64(left.Better), compelling)))
	}
	if len(said) == 0 {
		return ""
	}
	return report.Sentence(strings.Join(said, "; ")) + "."
}

// amountOf writes what a choice gains in place.
func (a Analysis) amountOf(r *result.FunctionRow) string {
	return report.AmountOf(a.Properties, r.Unit, r.GainInPlace).Words(r.GainInPlace)
}

// leastSure is what moves and is better in the fewest draws; nil if nothing moves.
func (a Analysis) leastSure() (least *result.FunctionRow) {
	for _, r := range a.movedRows() {
		if least == nil || r.Better < least.Better {
			least = &r
		}
	}
	return least
}

// leftLocal is the choice with the greatest gain of those not made for this reason, of functions that stay local; nil for none.
func (a Analysis) leftLocal(why string) (left *result.FunctionRow) {
	local := map[string]bool{}
	for _, r := range a.chosenRows() {
		local[r.Function] = r.Tier == string(model.LocalTier)
	}
	for _, r := range a.Functions {
		if local[r.Function] && r.Why == why && (left == nil || r.GainInPlace > left.GainInPlace) {
			left = &r
		}
	}
	return left
}

// mergerFinding says how the best structure with a statutory merger fares.
func (a Analysis) mergerFinding() string {
	var best *result.DesignRow
	for i, r := range a.Designs {
		if r.Regime == result.NoMergerRegime || r.Regime == result.AnyRegime {
			continue
		}
		if r.Chosen == "yes" {
			return ""
		}
		if best == nil || better(r) > better(*best) {
			best = &a.Designs[i]
		}
	}
	if best == nil {
		return ""
	}
	d := a.designed()
	m := report.AmountOf(a.Properties, d.Unit, d.Value-best.WithoutCompelling)
	behind := m.Words(result.Number(math.Abs(float64(d.Value - best.WithoutCompelling))))
	said := fmt.Sprintf("Of statutory mergers the best, %s, is %s worse", report.Quote(a.kindOf(best.Regime)), behind)
	if better(*best) > better(d) {
		said = fmt.Sprintf("Of statutory mergers the best, %s, is %s better", report.Quote(a.kindOf(best.Regime)), behind)
	}
	if failing := strings.Count(best.Failing, ";") + 1; best.Failing != "" {
		return said + fmt.Sprintf(", and for %s of its functions the move is not compelling.", report.Decimal(float64(failing), 0))
	}
	return said + "."
}

// better is the best value of a regime, compelling or not, with the sign with which higher is better.
func better(r result.DesignRow) float64 {
	if o, ok := result.OutcomeByName(r.Outcome); ok && o.Better() == result.Lower {
		return -float64(r.WithoutCompelling)
	}
	return float64(r.WithoutCompelling)
}

// certificateOf says what was tried.
func (a Analysis) certificateOf(d result.DesignRow) string {
	if d.Singles == 0 || d.Pairs == 0 {
		return d.Certificate + "."
	}
	return fmt.Sprintf("No change of one function (%s tried) and no change of two (%s) improves it, from %s that ended at %s.",
		report.Decimal(float64(d.Singles), 0), report.Decimal(float64(d.Pairs), 0), report.Count(d.Starts, "start", "starts"), report.Count(d.Ends, "structure", "structures"))
}
