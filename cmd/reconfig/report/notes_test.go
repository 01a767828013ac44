package report_test

import (
	"strings"
	"testing"

	"reconfig/cmd/reconfig/report"
)

// Below a table stand the notes of its columns, once each, but not of those that the width leaves out.
func TestNotesOfColumns(t *testing.T) {
	const same, wide, all = "Saving and gain are a year.", "Cost is a share.", "Of the case."
	table := &report.Summary{
		Columns: []report.Column{report.Text("Structure"), report.Number("Saving").Noted(same), report.Number("Gain").Noted(same), report.Number("Cost at the start").Noted(wide)},
		Rows:    [][]string{{"Union", "1.0", "2.0", "a long cell of words"}},
		Notes:   []string{all},
	}
	for _, test := range []struct {
		width int
		want  []string
		not   string
	}{
		{80, []string{same + " " + wide + "\n" + all + "\n"}, "left out"},
		{40, []string{same + "\n" + all + "\n", "Columns left out"}, wide},
	} {
		var b strings.Builder
		report.Answer{Table: table}.Write(&b, report.Style{Width: test.width})
		for _, want := range test.want {
			if !strings.Contains(b.String(), want) {
				t.Errorf("at width %d: no %q in\n%s", test.width, want, b.String())
			}
		}
		if strings.Contains(b.String(), test.not) || strings.Count(b.String(), same) != 1 {
			t.Errorf("at width %d:\n%s", test.width, b.String())
		}
	}
}
