package data

import "strings"

// numberFormat is how Excel shows numbers of a unit. Values are stored in full whatever it is.
func numberFormat(kind, unit, currency string) string {
	for _, f := range []struct {
		starts, format string
	}{
		{currency + "k", "#,##0"},
		{currency, "#,##0.00"},
		{"%", "0.0"},
		{"point", "0.0"},
		{"share", "0.000"},
		{"probability", "0.000"},
		{"year", "0.00"},
		{"degrees", "0.0000"},
		{"people", "#,##0"},
		{"WTE", "#,##0"},
		{"metres", "#,##0"},
	} {
		if f.starts != "" && strings.HasPrefix(unit, f.starts) {
			return f.format
		}
	}
	if kind == "integer" {
		return "#,##0"
	}
	return ""
}
