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

// randomFinding says how the published maps do beside random ones: of more than two the best and the worst.
func (a Analysis) randomFinding() string {
	var all []result.MapRow
	for _, r := range a.Maps {
		if r.Kind == result.PublishedMap && !math.IsNaN(float64(r.Beats)) && a.varies(r.Groups) {
			all = append(all, r)
		}
	}
	if len(all) == 0 {
		return ""
	}
	const random = "random connected maps of as many sectors"
	of := func(r result.MapRow) string { return report.OfHundred(float64(r.Beats)) }
	slices.SortStableFunc(all, func(x, y result.MapRow) int { return cmp.Compare(y.Beats, x.Beats) })
	best, worst := all[0], all[len(all)-1]
	switch {
	case len(all) == 1:
		return report.Sentence(fmt.Sprintf("%s is better than %s %s.", best.Map, of(best), random))
	case len(all) == 2 || best.Beats == worst.Beats:
		return report.Sentence(fmt.Sprintf("%s is better than %s %s, %s than %s.", best.Map, of(best), random, worst.Map, of(worst)))
	}
	return fmt.Sprintf("Of %d published maps %s does best, better than %s %s; %s does worst, better than %s.", len(all), best.Map, of(best), random, worst.Map, of(worst))
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

// brokenFinding names the published maps that do not keep the rules.
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
