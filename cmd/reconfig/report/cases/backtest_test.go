package cases

import (
	"slices"
	"testing"

	"reconfig/model"
	"reconfig/model/result"
)

// Every metric that an observation may name has a unit, in the case's words.
func TestEveryMetricHasAUnit(t *testing.T) {
	words := model.Properties{Currency: "€"}.Words()
	for _, metric := range slices.Concat(result.OutcomeNames(), result.FurtherMetrics, result.QuarterMetrics, result.ArrangementMetrics) {
		if unitOf(metric, words) == "" {
			t.Errorf("%s has none", metric)
		}
	}
	for metric, want := range map[string]string{result.ExitCostFirstTwoYears: "exits [€k]", result.GoLiveMonths + ".hub": "exits [months]", "else": "exits"} {
		if got := withUnit("exits", metric, words); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
