package data_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"reconfig/data"
)

// TestForeignUnitsWarn changes the currency of a case, or the unit of one assumption.
func TestForeignUnitsWarn(t *testing.T) {
	for _, test := range []struct{ currency, unit, want string }{
		{"£", "£k/WTE/year", ""},
		{"€", "€k/WTE/year", ""},
		{"€", "£k/WTE/year", "assumptions.csv: staff.cost is in £k/WTE/year and the case in €: convert it, and write €k/WTE/year"},
		{"£", "€k/WTE/year", "assumptions.csv: staff.cost is in €k/WTE/year and the case in £: convert it, and write £k/WTE/year"},
		{"$", "A$k/WTE/year", "assumptions.csv: staff.cost is in A$k/WTE/year and the case in $: convert it, and write $k/WTE/year"},
		{"A$", "A$k/WTE/year", ""},
		{"CHF", "CHFk/WTE/year", ""},
		{"CHF", "SEKk/WTE/year", "assumptions.csv: staff.cost is in SEKk/WTE/year and the case in CHF: convert it, and write CHFk/WTE/year"},
		{"€", "thousands/WTE/year", ""}, // names no currency
	} {
		dir := copyLondon(t)
		rewrite := func(file string, replacements ...string) {
			path := filepath.Join(dir, file)
			content, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, []byte(strings.NewReplacer(replacements...).Replace(string(content))), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		rewrite("datapackage.json", `"currency": "£"`, `"currency": "`+test.currency+`"`)
		rewrite("assumptions.csv", "£k/WTE/year", test.unit, "£", test.currency)
		want := []string{test.want}
		if test.want == "" {
			want = nil
		}
		c := open(t, dir)
		if !slices.Equal(c.Warnings, want) {
			t.Errorf("%s in %s: %q, want %q", test.unit, test.currency, c.Warnings, want)
		}
	}
	for _, name := range data.CaseNames() {
		if c := open(t, name); len(c.Warnings) > 0 {
			t.Errorf("%s: %q", name, c.Warnings)
		}
	}
}

func open(t *testing.T, nameOrDir string) *data.Case {
	t.Helper()
	c, err := data.OpenCase(nameOrDir)
	if err != nil {
		t.Fatal(err)
	}
	return c
}
