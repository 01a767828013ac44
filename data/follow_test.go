package data_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"reconfig/data"
	"reconfig/data/folder/foldertest"
)

// A code or name that is not well written is one problem, whatever refers to it.
func TestOneCauseIsOneProblem(t *testing.T) {
	for _, test := range []struct{ file, old, replacement, want string }{
		{"commissioners.csv", "5A9,Barnet", "5A9\u00a0,Barnet", `commissioners.csv:3: column code: "5A9\u00a0": expected a name or code without a no-break space (U+00A0) before or after`},
		{"commissioners.csv", "5A9,Barnet", "5A\u200b9,Barnet", `commissioners.csv:3: column code: "5A\u200b9": expected a name or code of letters that can be seen; here is a zero width space (U+200B)`},
		{"commissioners.csv", "5A9,Barnet", "\u202e5A9,Barnet", `commissioners.csv:3: column code: "\u202e5A9": expected a name or code without a right-to-left override (U+202E) before or after`},
		{"commissioners.csv", "5A9,Barnet", " 5A9,Barnet", `commissioners.csv:3: column code: " 5A9": expected a name or code without blanks before or after`},
		{"commissioners.csv", "5A9,Barnet", "=A9,Barnet", `commissioners.csv:3: column code: "=A9": expected a name or code that a spreadsheet does not take for a formula`},
		{"sectors.csv", "six-2009,NCL,North Central London,LON,5A9", "six-2009\u00ad,NCL,North Central London,LON,5A9", `sectors.csv:3: column map: "six-2009\u00ad": expected a name or code without a soft hyphen (U+00AD) before or after`},
		{"sectors.csv", "six-2009,NCL,North Central London,LON,5A9", "=1+1,NCL,North Central London,LON,5A9", `sectors.csv:3: column map: "=1+1": expected a name or code that`},
		{"functions.csv", "board,", "board\u2060,", `functions.csv:2: column code: "board\u2060": expected a name or code without a word joiner (U+2060) before or after`},
		{"assumptions.csv", "staff.cost,", "staff.cost\ufe0f\u200d,", `assumptions.csv:86: column name`},
		{"assumptions.csv", "staff.cost,", "@staff.cost,", `assumptions.csv:86: column name: "@staff.cost": expected a name or code that a spreadsheet does not take for a formula`},
		{"functions.csv", "governance,0.05", "governance,30", `functions.csv:2: column share: "30": expected a share from 0 to 1`},
	} {
		dir := copyLondon(t)
		edit(t, dir, test.file, test.old, test.replacement)
		if got := problems(t, dir); !strings.HasPrefix(got, test.want) || strings.Contains(got, "\n") {
			t.Errorf("got\n%s\nwant\n%s", got, test.want)
		}
	}
}

// A workbook under another name, and another kind of file under a workbook's, are told by what they hold.
func TestKindsOfFilesAreTold(t *testing.T) {
	workbook := foldertest.Read(t, copyWorkbook(t, "london-2010"))
	for _, test := range []struct{ name, content, want string }{
		{"case.csv", workbook, "case.csv is an Excel workbook by what it holds; rename it so that its name ends in .xlsx"},
		{"case.csv", "code,name\n", "case.csv is a file of text; a case is a folder"},
		{"case.xlsx", "code,name\n", "case.xlsx is text under the name of a workbook; if it is a CSV file"},
		{"case.xlsx", "\x00\x01", "case.xlsx is something else under the name of a workbook"},
	} {
		file := filepath.Join(t.TempDir(), test.name)
		if err := os.WriteFile(file, []byte(test.content), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := data.OpenCase(file); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%v, want %s", err, test.want)
		}
	}
	dir := copyLondon(t)
	if err := os.WriteFile(filepath.Join(dir, "sources.csv"), []byte(workbook), 0o644); err != nil {
		t.Fatal(err)
	}
	if got := problems(t, dir); !strings.HasPrefix(got, "sources.csv:1: expected text in UTF-8; this is an Excel workbook (or another zip file) under another name") {
		t.Error(got)
	}
}
