package analyses_test

import (
	"math"
	"strings"
	"testing"
	"time"

	"reconfig/cmd/reconfig/report/analyses"
	"reconfig/model"
	"reconfig/model/result"
)

// anAnalysis is a report of tables made by hand, of structures a to d.
func anAnalysis(tables result.Analysis) analyses.Analysis {
	return analyses.Analysis{
		Analysis: tables, Title: "Three PCTs", HorizonYears: 10, Draws: 400,
		Properties: model.Properties{StartDate: time.Date(2010, 4, 1, 0, 0, 0, 0, time.UTC), Currency: "£"},
		Names:      map[string]string{"a": "Apart", "b": "Bond", "c": "Crew"},
	}
}

// printed is what a report prints, with spaces and line breaks as single spaces.
func printed(write func(*strings.Builder)) string {
	var out strings.Builder
	write(&out)
	return strings.Join(strings.Fields(strings.ReplaceAll(out.String(), "\u00A0", " ")), " ")
}

// says checks that a text holds some phrases and not others.
func says(t *testing.T, name, text string, want, not []string) {
	t.Helper()
	for _, phrase := range want {
		if !strings.Contains(text, phrase) {
			t.Errorf("%s: no %q in\n%s", name, phrase, text)
		}
	}
	for _, phrase := range not {
		if strings.Contains(text, phrase) {
			t.Errorf("%s: %q in\n%s", name, phrase, text)
		}
	}
}

var none = result.Number(math.NaN())
