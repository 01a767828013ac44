package data_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"reconfig/data"
	"reconfig/data/folder/foldertest"
	"reconfig/data/table"
)

// rewritten writes the tables of a case in another dialect: with decimal commas, as a spreadsheet of another country does.
func rewritten(t *testing.T, dir string, separator rune, e encoding.Encoding) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.csv"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		records, err := csv.NewReader(strings.NewReader(foldertest.Read(t, file))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for _, record := range records {
			for i, cell := range record {
				if table.IsNumber(cell) {
					record[i] = strings.Replace(cell, ".", ",", 1)
				}
			}
		}
		var b bytes.Buffer
		w := csv.NewWriter(&b)
		w.Comma = separator
		w.WriteAll(records)
		content, err := e.NewEncoder().Bytes(b.Bytes())
		if err != nil { // the encoding does not have every letter of the file
			content = b.Bytes()
		}
		if err := os.WriteFile(file, content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// A case in another dialect is the same case, says what was recognised, and is copied as the program writes cases.
func TestCasesInOtherDialects(t *testing.T) {
	want := opened(t, "ccg-mergers-2018")
	for name, dialect := range map[string]struct {
		separator rune
		encoding  encoding.Encoding
		says      string
	}{
		"semicolons": {';', encoding.Nop, "semicolons between columns, decimal commas"},
		"tabs":       {'\t', unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "tabs between columns, decimal commas, UTF-16"},
		"Windows":    {';', charmap.Windows1252, "sources.csv: semicolons between columns, Windows-1252 (as in “£48”)"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "case")
			if err := data.CopyCase("ccg-mergers-2018", dir); err != nil {
				t.Fatal(err)
			}
			whole := foldertest.Read(t, filepath.Join(dir, "assumptions.csv"))
			rewritten(t, dir, dialect.separator, dialect.encoding)
			got := opened(t, dir)
			if !strings.Contains(strings.Join(got.Warnings, "\n"), dialect.says) || !strings.Contains(strings.Join(got.Warnings, "\n"), "assumptions.csv") {
				t.Errorf("warnings %q, want %s", got.Warnings, dialect.says)
			}
			if !reflect.DeepEqual(got.Case, want.Case) {
				t.Error("it is another case")
			}
			copied := filepath.Join(t.TempDir(), "copy")
			if err := data.CopyCase(dir, copied); err != nil {
				t.Fatal(err)
			}
			if now := foldertest.Read(t, filepath.Join(copied, "assumptions.csv")); now != whole {
				t.Errorf("the copy has\n%.300s\nwant\n%.300s", now, whole)
			}
			if again := opened(t, copied); len(again.Warnings) > 0 || !reflect.DeepEqual(again.Case, got.Case) {
				t.Errorf("the copy is another case, %q", again.Warnings)
			}
			ods := filepath.Join(t.TempDir(), "copy.ods")
			if err := data.CopyCase(dir, ods); err != nil {
				t.Fatal(err)
			}
			if again := opened(t, ods); !reflect.DeepEqual(again.Case, got.Case) {
				t.Error("the spreadsheet is another case")
			}
		})
	}
}

// A number that could be read in two ways is asked about by its cell.
func TestDecimalsOrThousands(t *testing.T) {
	dir := copyLondon(t)
	edit(t, dir, "allocations.csv", "code,year,allocation_k,basis", "code;year;allocation_k;basis")
	file := filepath.Join(dir, "allocations.csv")
	if err := os.WriteFile(file, []byte("code;year;allocation_k;basis\n5A9;2010/11;558,237;estimated\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	_, err := data.OpenCase(dir)
	var problems data.Problems
	if !errors.As(err, &problems) || len(problems) != 1 || problems[0].Line != 2 || problems[0].Column != "allocation_k" || problems[0].Value != "558,237" ||
		!strings.Contains(problems[0].Expected, "558237 if its sign stands between thousands, and 558.237 if it stands before decimals") || problems[0].Mend != "write 558237, or 558,2370" {
		t.Errorf("%v", err)
	}
}

// An upgrade adds rows in the dialect of the file.
func TestUpgradeKeepsTheDialect(t *testing.T) {
	for name, e := range map[string]encoding.Encoding{"UTF-8": encoding.Nop, "UTF-16": unicode.UTF16(unicode.BigEndian, unicode.UseBOM)} {
		dir := filepath.Join(t.TempDir(), "case")
		if err := data.WriteCase(dir, earlier(opened(t, "london-2010").Case)); err != nil {
			t.Fatal(err)
		}
		rewritten(t, dir, ';', e)
		was := foldertest.Read(t, filepath.Join(dir, "assumptions.csv"))
		if _, err := data.UpgradeCase(dir); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if now := foldertest.Read(t, filepath.Join(dir, "assumptions.csv")); !strings.HasPrefix(now, was) || len(now) == len(was) {
			t.Errorf("%s: rows were not appended", name)
		}
		opened(t, dir)
	}
	ods := filepath.Join(t.TempDir(), "case.ods")
	if err := data.WriteCase(ods, earlier(opened(t, "london-2010").Case)); err != nil {
		t.Fatal(err)
	}
	u, err := data.UpgradeCase(ods)
	if err != nil || len(u.Assumptions) == 0 {
		t.Fatalf("%+v, %v", u, err)
	}
	opened(t, ods)
}
