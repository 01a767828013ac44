package analyses

import (
	"fmt"
	"math"
	"slices"
	"strings"

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
	verb, gain, sense := "gains", best.Gain, "on"
	if gain < 0 {
		verb, gain, sense = "loses", -gain, "against"
	}
	return fmt.Sprintf("On %s under %s, the best map of %s %s %s %s %s (%s to %s in 90 of 100 draws); better in %s.",
		wordsOf(best.Outcome), a.name(best.Structure), sectors, verb, m.Words(gain), sense, reference.Map, m.Words(best.GainP05), m.Words(best.GainP95), report.OfHundred(float64(best.Better)))
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
	return said + fmt.Sprintf("; with failures and refusals as events it gains %s (%s to %s).", m.Words(best.GainEvents), m.Words(best.GainEvP05), m.Words(best.GainEvP95))
}

// plateauFinding says how many maps are nearly as good.
func (a Analysis) plateauFinding() string {
	best := a.mainMap()
	if math.IsNaN(float64(best.Plateau)) {
		return ""
	}
	count := report.Count(int(best.Plateau), "map", "maps")
	if best.Complete != "yes" {
		count = "At least " + count
	}
	said := fmt.Sprintf("%s of %s %s within %s of the best", count, report.Count(best.Groups, "sector", "sectors"), report.Plural(int(best.Plateau), "is", "are"), a.gains().Words(best.Within))
	if len(a.MapPairs) == 0 || a.MapPairs[0].Maps == 1 {
		return said + "."
	}
	always, near, of := 0, a.MapPairs[0], "of these"
	for _, p := range a.MapPairs {
		if p.Together >= almost {
			always++
		}
	}
	if near.Within < best.Within {
		of = fmt.Sprintf("of the %s within %s", report.Decimal(float64(near.Maps), 0), a.gains().Words(near.Within))
	}
	pairs := "no pair is"
	if always > 0 {
		pairs = report.Count(always, "pair is", "pairs are")
	}
	return said + fmt.Sprintf("; %s together in at least %.0f in 100 %s.", pairs, 100*almost, of)
}

// almost is the share of good maps from which on two bodies almost always belong together.
const almost = 0.95

// hardly is how small a gain beside the standard deviation of the outcome hardly matters.
const hardly = 0.1

// matterFinding holds the gain against the spread of the outcome itself.
func (a Analysis) matterFinding() string {
	best, reference := a.mainMap(), a.referenceMap()
	if !(reference.SD > 0) {
		return ""
	}
	if a.noGain() {
		return ""
	}
	m := report.AmountOf(a.Properties, best.Unit, reference.SD)
	ratio := math.Abs(float64(best.Gain / reference.SD))
	said := fmt.Sprintf("That is %s of the outcome’s own standard deviation over draws, %s", per(ratio), m.Words(reference.SD))
	if ratio >= hardly {
		return said + "."
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

// randomFinding says how the published maps do beside random ones.
func (a Analysis) randomFinding() string {
	var said []string
	for _, r := range a.Maps {
		if r.Kind == result.PublishedMap && !math.IsNaN(float64(r.Beats)) && a.varies(r.Groups) {
			said = append(said, fmt.Sprintf("%s than %s", r.Map, report.OfHundred(float64(r.Beats))))
		}
	}
	if len(said) == 0 {
		return ""
	}
	said[0] = strings.Replace(said[0], " than ", " is better than ", 1) + " random connected maps of as many sectors"
	if more := len(said) - MostMaps; more > 0 {
		return report.Sentence(report.And(said[:MostMaps])) + fmt.Sprintf("; the table has %d more.", more)
	}
	return report.Sentence(report.And(said)) + "."
}

// MostMaps is how many maps a sentence names.
const MostMaps = 4

// varies says whether random maps of a number of groups are worth different amounts. Where there is one map only, they are not.
func (a Analysis) varies(groups int) bool {
	var values []result.Number
	for _, r := range a.MapRandom {
		if r.Groups == groups {
			values = append(values, r.Value)
		}
	}
	return len(values) > 1 && slices.Max(values) > slices.Min(values)
}

// chains says how far the chains that drew random maps agree.
func (a Analysis) chains() string {
	worst, least := 0.0, math.Inf(1)
	for _, r := range a.MapRandom {
		worst, least = math.Max(worst, float64(r.RHat)), math.Min(least, math.Min(float64(r.Bulk), float64(r.Tail)))
	}
	if worst == 0 || math.IsNaN(worst) || math.IsNaN(least) || math.IsInf(least, 1) {
		return ""
	}
	said := fmt.Sprintf("Random maps: R-hat at most %s, effective sample size at least %s", report.Decimal(worst, 3), report.Decimal(math.Floor(least), 0))
	if worst >= 1.01 {
		said += "; the chains do not agree yet"
	}
	return said + "."
}

// brokenFinding names the published maps that do not keep the rules.
func (a Analysis) brokenFinding() string {
	var all []string
	for _, r := range a.Maps {
		if r.Breaks != "" {
			all = append(all, fmt.Sprintf("%s (%s)", r.Map, r.Breaks))
		}
	}
	if len(all) == 0 {
		return ""
	}
	broken, rest := fmt.Sprintf("Valued though %s break%s the rules: ", report.Plural(len(all), "it", "they"), report.Plural(len(all), "s", "")), ""
	if more := len(all) - MostMaps; more > 0 {
		all, rest = all[:MostMaps], fmt.Sprintf("; the table has %d more", more)
	}
	return broken + strings.Join(all, "; ") + rest + "."
}
