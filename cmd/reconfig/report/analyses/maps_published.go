package analyses

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
)

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
