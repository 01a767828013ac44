package cases

import (
	"strings"

	"reconfig/model/result"
)

// unitOf is the unit of what an observation is of; empty where a metric is not known.
func unitOf(metric string, words result.Wording) string {
	if o, ok := result.OutcomeByName(metric); ok {
		return words.Unit(o.Unit().String())
	}
	base, _, _ := strings.Cut(metric, ".")
	return words.Unit(unitsOfMetrics[base])
}

// withUnit is a text with the unit of a metric behind it.
func withUnit(text, metric string, words result.Wording) string {
	if unit := unitOf(metric, words); unit != "" {
		return text + " [" + unit + "]"
	}
	return text
}

// unitsOfMetrics are the units of metrics that are no outcomes.
var unitsOfMetrics = map[string]string{
	result.FirstYearReduction:         "% of baseline",
	result.TwoYearChange:              "% of baseline",
	result.ExitCostFirstTwoYears:      "£k",
	result.StructureCapacityDip:       "% of start",
	result.StructureCapacityEndChange: "% of start",
	result.CostElasticity:             "% per 1 % more people",
	result.MergedCostChange:           "% of start",
	result.MergedRequiredChange:       "% of start",
	result.GoLiveMonths:               "months",
	result.SurvivalTwoYears:           "share that has not failed",
}
