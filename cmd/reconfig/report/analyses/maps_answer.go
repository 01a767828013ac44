package analyses

import (
	"fmt"
	"math"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
)

// MapsAnswer says how much better the best map is than that of the case, and whether it matters.
func (a Analysis) MapsAnswer() report.Answer {
	said := []string{a.bestMapFinding(), a.proofFinding(), a.plateauFinding(), a.matterFinding(), a.numbersFinding(), a.randomFinding()}
	return a.answer(a.WriteMaps, a.mapSummary(), said...)
}

// mainMap is the best map of the number of groups that sentences are about.
func (a Analysis) mainMap() result.MapRow {
	for _, r := range a.Maps {
		if r.Main == "yes" {
			return r
		}
	}
	return a.Maps[0]
}

// referenceMap is the map that others are held against.
func (a Analysis) referenceMap() result.MapRow {
	for _, r := range a.Maps {
		if r.Reference == "yes" {
			return r
		}
	}
	return a.Maps[0]
}

// gains is how differences of maps are printed.
func (a Analysis) gains() report.Amount {
	var all []result.Number
	for _, r := range a.Maps {
		all = append(all, r.Gain, r.Behind, r.Within)
	}
	return report.AmountOf(a.Properties, a.Maps[0].Unit, all...)
}

// noGain says whether the best map is worth no more than the reference, but for rounding.
func (a Analysis) noGain() bool {
	best := a.mainMap()
	return math.Abs(float64(best.Gain)) < 1e-9*math.Max(1, math.Abs(float64(best.Value)))
}

// bestMapFinding says what the best map gains, and how sure that is.
func (a Analysis) bestMapFinding() string {
	best, reference, m := a.mainMap(), a.referenceMap(), a.gains()
	sectors := report.Count(best.Groups, "sector", "sectors")
	if a.noGain() {
		return fmt.Sprintf("On %s under %s, no map of %s that keeps the rules was found to be better than %s.", wordsOf(best.Outcome), a.name(best.Structure), sectors, reference.Map)
	}
	sense := "on"
	if best.Gain < 0 {
		sense = "against"
	}
	verb, gain, low, high := gainOrLoss(best.Gain, best.GainP05, best.GainP95)
	which := "the best map of " + sectors
	if best.Proved != "yes" {
		which += " that was found"
	}
	return fmt.Sprintf("On %s under %s, %s %s %s %s %s (%s to %s in 90 of 100 draws); better in %s.",
		wordsOf(best.Outcome), a.name(best.Structure), which, verb, m.Words(gain), sense, reference.Map, m.Words(low), m.Words(high), report.OfHundred(float64(best.Better)))
}

// gainOrLoss is what a map does to the outcome, by how much, and the range of that: of a loss how much is lost.
func gainOrLoss(gain, p05, p95 result.Number) (verb string, size, low, high result.Number) {
	if gain < 0 {
		return "loses", -gain, -p95, -p05
	}
	return "gains", gain, p05, p95
}

// proofFinding says whether the map is proved to be the best, and what it gains with events.
func (a Analysis) proofFinding() string {
	best, m := a.mainMap(), a.gains()
	said := fmt.Sprintf("It is proved best of all maps made of %s", report.Count(best.Candidates, "connected group", "connected groups"))
	switch gap := report.LossOf(a.Properties, best.Unit, best.Gap); {
	case best.Proved == "yes":
	case !math.IsNaN(float64(best.Gap)):
		said = fmt.Sprintf("It is not proved best: another may be up to %s better", gap.Words(best.Gap))
	default:
		return report.Sentence(best.Search) + "."
	}
	if a.noGain() {
		return said + "."
	}
	verb, size, low, high := gainOrLoss(best.GainEvents, best.GainEvP05, best.GainEvP95)
	return said + fmt.Sprintf("; with failures and refusals as events it %s %s (%s to %s).", verb, m.Words(size), m.Words(low), m.Words(high))
}

// hardly is how small a gain beside the standard deviation of the outcome hardly matters.
const hardly = 0.1

// matterFinding holds the gain, or the loss, against the spread of the outcome itself. Where the best map has another number of
// sectors than the reference, that is part of it.
func (a Analysis) matterFinding() string {
	best, reference := a.mainMap(), a.referenceMap()
	if !(reference.SD > 0) {
		return ""
	}
	if a.noGain() {
		return ""
	}
	m := report.AmountOf(a.Properties, best.Unit, reference.SD)
	ratio, most := math.Abs(float64(best.Gain/reference.SD)), best.Gain
	if best.Proved != "yes" {
		most += best.Gap
	}
	what := "gain"
	if best.Gain < 0 {
		what = "loss"
	}
	if best.Groups != reference.Groups {
		what += " comes of the number of sectors too, not of their line alone. It"
	}
	said := fmt.Sprintf("The %s is %s of the outcome’s own standard deviation over draws, %s", what, per(ratio), m.Words(reference.SD))
	if !(max(ratio, math.Abs(float64(most/reference.SD))) < hardly) { // as where nobody knows how much better another map may be
		return said + "."
	}
	if best.Groups != reference.Groups {
		return said + ": neither matters much beside what is not known."
	}
	return said + ": the line of the sectors hardly matters beside what is not known."
}

// per writes a ratio in per cent.
func per(ratio float64) string {
	if ratio < 0.1 {
		return report.Decimal(100*ratio, 1) + " %"
	}
	return report.Decimal(100*ratio, 0) + " %"
}

// numbersFinding says how much the number of sectors matters.
func (a Analysis) numbersFinding() string {
	best := a.bestRows()
	if len(best) < 2 {
		return ""
	}
	top, bottom := best[0], best[0]
	for _, r := range best {
		if r.Gain > top.Gain {
			top = r
		}
		if r.Gain < bottom.Gain {
			bottom = r
		}
	}
	spread := top.Gain - bottom.Gain
	m := report.AmountOf(a.Properties, top.Unit, spread)
	said := fmt.Sprintf("Of the best maps of %d to %d sectors that of %d is best, %s better than that of %d", best[0].Groups, best[len(best)-1].Groups, top.Groups, m.Words(spread), bottom.Groups)
	if sd := a.referenceMap().SD; sd > 0 && float64(spread/sd) < hardly {
		return said + ": the number of sectors hardly matters either."
	}
	return said + "."
}

// bestRows lists the best maps, by their number of groups.
func (a Analysis) bestRows() (rows []result.MapRow) {
	for _, r := range a.Maps {
		if r.Kind == result.BestMap {
			rows = append(rows, r)
		}
	}
	return rows
}
