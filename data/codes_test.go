package data_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"reconfig/data"
	"reconfig/model"
)

// Programs tell problems apart by their codes, whatever the words are.
func TestProblemsHaveCodes(t *testing.T) {
	for _, test := range []struct {
		file, old, replacement string
		want                   model.Code
		write                  string
	}{
		{"commissioners.csv", "177580", "many", model.NotANumber, ""},
		{"commissioners.csv", "177580", `"177,580"`, model.NotANumber, "177580"},
		{"placements.csv", "merger,executive", "mergr,executive", model.UnknownReference, "merger"},
		{"placements.csv", "merger,executive", ",executive", model.Missing, ""},
		{"structures.csv", "de-facto-merger,", "status-quo,", model.Repeated, ""},
		{"arrangements.csv", "hub,", "=hub,", model.FormulaText, ""},
		{"arrangements.csv", "hub,", "h\x81b,", model.NotUTF8, ""},
		{"datapackage.json", `"price_year"`, `"name": "twice", "name": "twice", "price_year"`, model.Repeated, ""},
	} {
		dir := copyLondon(t)
		edit(t, dir, test.file, test.old, test.replacement)
		_, err := data.OpenCase(dir)
		var problems data.Problems
		if !errors.As(err, &problems) {
			t.Fatalf("%+v: %v", test, err)
		}
		found := false
		for _, p := range problems {
			found = found || p.Code == test.want && p.Write == test.write && strings.HasSuffix(p.File, test.file)
		}
		if !found {
			t.Errorf("%q for %q: no problem %q with %q to write in\n%v", test.replacement, test.old, test.want, test.write, err)
		}
	}
}

// What a user wrote is told as it is, also where it looks like the file of a table.
func TestNamesOfTheUserAreNotRewritten(t *testing.T) {
	file := copyWorkbook(t, "london-2010")
	editWorkbook(t, file, func(f *excelize.File) error { return f.SetCellStr("sectors", "A2", "functions.csv") })
	editWorkbook(t, file, func(f *excelize.File) error { return f.SetCellStr("case", "B11", "none") })
	_, err := data.OpenCase(file)
	if err == nil || !strings.Contains(err.Error(), "expected a map of sheet sectors: eight-2011") || !strings.Contains(err.Error(), "functions.csv") {
		t.Error(err)
	}
}
