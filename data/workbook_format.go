package data

import (
	"strings"

	"reconfig/model/result"
)

// numberFormat is how Excel shows numbers of a unit, in the words of a case; empty as Excel sees fit. Values are stored in
// full whatever it is.
func numberFormat(kind, unit string, words result.Wording) string {
	const whole = "#,##0"
	for _, f := range []struct {
		starts, format string
	}{
		{words.Currency + "k", whole},
		{words.Currency, "#,##0.00"},
		{words.BodyPlural, whole},
		{"%", "0.0"},
		{"point", "0.0"},
		{"share", "0.000"},
		{"probability", "0.000"},
		{"year", "0.00"},
		{"degrees", "0.0000"},
		{"people", whole},
		{"WTE", whole},
		{"boards", whole},
		{"teams", whole},
		{"metres", whole},
	} {
		if f.starts != "" && strings.HasPrefix(unit, f.starts) {
			return f.format
		}
	}
	if kind == "integer" {
		return whole
	}
	return ""
}
