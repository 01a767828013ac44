package analyses

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
)

// randomFinding says how the maps of the case do beside random ones of as many sectors. Random maps keep the rules: where a map
// of the case does not, it says so.
func (a Analysis) randomFinding() string {
	var all []result.MapRow
	var without []string
	for _, r := range a.Maps {
		switch {
		case r.Kind != result.PublishedMap:
		case math.IsNaN(float64(r.Beats)) || !a.varies(r.Groups):
			without = append(without, r.Map)
		default:
			all = append(all, r)
		}
	}
	const random = "random connected maps of as many sectors"
	switch n := len(all); {
	case n == 0:
		return ""
	case n == 1 && len(without) == 0:
		return report.Sentence(fmt.Sprintf("%s is better than %s %s.", ruled(all[0]), report.OfHundred(float64(all[0].Beats)), random))
	case n > MostMaps:
		slices.SortStableFunc(all, func(x, y result.MapRow) int { return cmp.Compare(x.Beats, y.Beats) })
		return fmt.Sprintf("Of 100 %s, %d maps of the case beat from %s, as %s, to %s, as %s%s.", random, n, report.Chance(float64(all[0].Beats)), ruled(all[0]), report.Chance(float64(all[n-1].Beats)), ruled(all[n-1]), notHeld(without))
	}
	var beat []string
	for _, r := range all {
		beat = append(beat, fmt.Sprintf("%s beats %s", ruled(r), report.Chance(float64(r.Beats))))
	}
	return fmt.Sprintf("Of 100 %s, %s%s.", random, report.And(beat), notHeld(without))
}

// ruled names a map of the case, and says so if it breaks the rules.
func ruled(r result.MapRow) string {
	if r.Breaks == "" {
		return r.Map
	}
	return r.Map + " (breaks the rules)"
}

// notHeld names the maps of the case that there are no random maps for, or that random maps are all the same as.
func notHeld(names []string) string {
	switch n := len(names); {
	case n == 0:
		return ""
	case n > MostMaps:
		return fmt.Sprintf("; %d have none to be held against", n)
	}
	return fmt.Sprintf("; %s %s none to be held against", report.And(names), report.Plural(len(names), "has", "have"))
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
	agree := "agree"
	if worst >= 1.01 {
		agree = "do not agree yet"
	}
	return fmt.Sprintf("The chains that draw random maps %s (R-hat at most %s); they are worth at least %s independent maps.", agree, report.Decimal(worst, 3), report.Decimal(math.Floor(least), 0))
}

// aheadFinding explains what is below 0 under “Behind best”.
func (a Analysis) aheadFinding() string {
	for _, r := range a.Maps {
		if r.Kind == result.PublishedMap && r.Behind < 0 {
			return "Behind best, below 0: better than the best map that keeps the rules, as a map that breaks them may be."
		}
	}
	return ""
}

// brokenFinding names the maps of the case that do not keep the rules.
func (a Analysis) brokenFinding() string {
	var all []string
	for _, r := range a.Maps {
		if r.Breaks != "" {
			all = append(all, fmt.Sprintf("%s (%s)", r.Map, breaks(r)))
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

// breaks says what of the rules a map does not keep, in words.
func breaks(r result.MapRow) string {
	return strings.NewReplacer("size: ", "too small or too large: ", "together or apart: ", "not together or apart as asked: ").Replace(r.Breaks)
}
