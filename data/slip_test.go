package data_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"reconfig/data"
	"reconfig/data/folder/foldertest"
)

// A slip in a valid case is warned of with its lines, as they are in the file.
func TestSlipsAreWarnedOf(t *testing.T) {
	for _, test := range []struct{ name, file, old, replacement, want string }{
		{"population in thousands", "commissioners.csv", "177580", "177.58", "commissioners.csv:2: management_cost_k 6893.2 and population 177.58 make £38800 a head, and the median is £"},
		{"one person", "commissioners.csv", "177580", "1", "commissioners.csv:2: management_cost_k 6893.2 and population 1 make £6890000 a head"},
		{"cost in £", "commissioners.csv", "6893.2", "6893200", "commissioners.csv:2: management_cost_k 6893200 and population 177580 make £38800 a head"},
		{"decided too late", "placements.csv", "merger,executive,sector,merger,0.5", "merger,executive,sector,merger,99", "placements.csv:3: from_year 99 comes when the horizon of 10 years is over: it never happens in a run"},
		{"late after lines that are empty", "placements.csv", "merger,executive,sector,merger,0.5", "\n\nmerger,executive,sector,merger,99", "placements.csv:5: from_year 99 comes"},
	} {
		dir := copyLondon(t)
		edit(t, dir, test.file, test.old, test.replacement)
		c, err := data.OpenCase(dir)
		if err != nil {
			t.Fatal(err)
		}
		if len(c.Warnings) != 1 || !strings.HasPrefix(c.Warnings[0], test.want) {
			t.Errorf("%s: %q, want %s", test.name, c.Warnings, test.want)
		}
	}
}

// Where there are many, the first few lines are named; in a workbook they are rows of a sheet.
func TestManySlipsAreOneWarning(t *testing.T) {
	dir := copyLondon(t)
	placements := filepath.Join(dir, "placements.csv")
	lines := strings.SplitAfter(foldertest.Read(t, placements), "\n")
	for i, line := range lines[:10] {
		lines[i] = strings.Replace(line, "merger,0.5\n", "merger,12\n", 1)
	}
	if err := os.WriteFile(placements, []byte(strings.Join(lines, "")), 0o644); err != nil {
		t.Fatal(err)
	}
	c, err := data.OpenCase(dir)
	if err != nil {
		t.Fatal(err)
	}
	const text = "from_year 12 comes when the horizon of 10 years is over: it never happens in a run (so also in "
	if want := []string{"placements.csv:2: " + text + "lines 3, 4, 5, 6 and 4 more)"}; !slices.Equal(c.Warnings, want) {
		t.Errorf("%q, want %q", c.Warnings, want)
	}
	if c, err = data.OpenCase(copyWorkbook(t, dir)); err != nil {
		t.Fatal(err)
	}
	if want := []string{"sheet placements, row 2: " + text + "rows 3, 4, 5, 6 and 4 more)"}; !slices.Equal(c.Warnings, want) {
		t.Errorf("%q, want %q", c.Warnings, want)
	}
}

// No case that comes with the program is warned of.
func TestCasesOfTheProgramHaveNoSlips(t *testing.T) {
	for _, name := range data.CaseNames() {
		c, err := data.OpenCase(name)
		if err != nil {
			t.Fatal(err)
		}
		if len(c.Warnings) > 0 {
			t.Errorf("%s: %q", name, c.Warnings)
		}
	}
}
