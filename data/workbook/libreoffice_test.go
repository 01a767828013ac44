package workbook_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"reconfig/data/table"
	"reconfig/data/workbook"
	"reconfig/model/modeltest"
)

// converted is a file as LibreOffice saves it in another format.
func converted(t *testing.T, content []byte, from, to string) []byte {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a."+from), content, 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("soffice", "--headless", "-env:UserInstallation=file://"+dir+"/profile", "--convert-to", to, "--outdir", filepath.Join(dir, "out"), filepath.Join(dir, "a."+from))
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	content, err := os.ReadFile(filepath.Join(dir, "out", "a."+to))
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// What is written is the same to LibreOffice in both formats, and what LibreOffice writes of it reads the same.
func TestLibreOfficeReadsAndWritesTheSame(t *testing.T) {
	if !modeltest.Long() {
		t.Skip("LibreOffice takes seconds to start: RECONFIG_LONG=1")
	}
	if _, err := exec.LookPath("soffice"); err != nil {
		t.Skip("LibreOffice is not there: apt-get install --no-install-recommends libreoffice-calc")
	}
	rows := [][]string{
		{"001", "2010/11", "12.345678901234"}, {"5E1", "5-10", "-0.5"}, {"=1+1", " two  blanks ", "INF"}, {"<a & b>", "two\nlines", "3"}, {"'x", "£ – ’ 😀", "0.0000001"}, {"-1", "@x", "123456789012"},
	}
	columns := append(workbook.TextColumns("code", "text"), workbook.Column{Name: "value", Number: true, Format: "#,##0.00"})
	want := slices.Concat([][]string{{"code", "text", "value"}}, rows)
	for _, f := range workbook.Formats() {
		content, err := f.Write("t", []workbook.Table{{Name: "one sheet's", Columns: columns, Rows: rows}})
		if err != nil {
			t.Fatal(err)
		}
		for _, to := range workbook.Formats() {
			sheets, err := workbook.Read(converted(t, content, f.Name, to.Name))
			if err != nil || len(sheets) != 1 || sheets[0].Name != "one sheet's" || len(sheets[0].Problems) > 0 || !slices.EqualFunc(sheets[0].Rows, want, slices.Equal) {
				t.Errorf("%s to %s: %+v, %v\nwant %q", f.Name, to.Name, sheets, err, want)
			}
		}
		got := table.Split("a.csv", converted(t, content, f.Name, "csv"), false)
		if len(got.Problems) > 0 || len(got.Records) != len(rows) || got.Records[0][0] != "001" || got.Records[0][1] != "2010/11" || got.Records[1][2] != "-0.5" {
			t.Errorf("%s to CSV: %v, %q", f.Name, got.Problems, got.Records)
		}
	}
}

// What a workbook of Excel hides, merges, shows and fails at is the same once LibreOffice has saved it as OpenDocument.
func TestLibreOfficeSavesAsOpenDocument(t *testing.T) {
	if !modeltest.Long() {
		t.Skip("LibreOffice takes seconds to start: RECONFIG_LONG=1")
	}
	if _, err := exec.LookPath("soffice"); err != nil {
		t.Skip("LibreOffice is not there: apt-get install --no-install-recommends libreoffice-calc")
	}
	content := oddWorkbook(t)
	currency := func(format string) string {
		if strings.Contains(format, "€") {
			return "€"
		}
		return ""
	}
	want, err := workbook.ReadAsShown(content, currency)
	if err != nil {
		t.Fatal(err)
	}
	got, err := workbook.ReadAsShown(converted(t, content, "xlsx", "ods"), currency)
	if err != nil || len(got) != len(want) {
		t.Fatalf("%d sheets, %v", len(got), err)
	}
	for i := range want {
		w, g := want[i], got[i]
		for j := range w.Problems {
			g.Problems[j].Value, w.Problems[j].Value = "", "" // formulas are written in other ways
		}
		if w.Name != g.Name || w.Hidden != g.Hidden || !slices.EqualFunc(w.Rows, g.Rows, slices.Equal) || !slices.Equal(w.HiddenRows, g.HiddenRows) || !reflect.DeepEqual(w.Merged, g.Merged) || !reflect.DeepEqual(w.Problems, g.Problems) {
			t.Errorf("want %+v\ngot %+v", w, g)
		}
	}
}

// oddWorkbook is a workbook with much that can be odd in one.
func oddWorkbook(t *testing.T) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	format := func(cell, code string) error {
		style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &code})
		if err != nil {
			return err
		}
		return f.SetCellStyle("Sheet1", cell, cell, style)
	}
	for _, do := range []func() error{
		func() error {
			return f.SetSheetRow("Sheet1", "A1", &[]any{"code", "cost", "share", "day", "true", "text"})
		},
		func() error { return f.SetSheetRow("Sheet1", "A2", &[]any{7, 1234.5, 0.12, 40269, true, "2010/11"}) },
		func() error { return format("A2", "000") },
		func() error { return format("B2", `[$€-407]#,##0.00`) },
		func() error { return format("C2", "0.0%") },
		func() error { return format("D2", "yyyy-mm-dd") },
		func() error { return f.SetSheetRow("Sheet1", "A3", &[]any{"merged"}) },
		func() error { return f.MergeCell("Sheet1", "A3", "B4") },
		func() error { return f.SetSheetRow("Sheet1", "A5", &[]any{"hidden", 1}) },
		func() error { return f.SetRowVisible("Sheet1", 5, false) },
		func() error { return f.SetCellFormula("Sheet1", "F6", "1/0") },
		func() error { return f.SetCellFormula("Sheet1", "A6", "1+1") },
		func() error { _, err := f.NewSheet("unseen"); return err },
		func() error { return f.SetCellStr("unseen", "B2", "x") },
		func() error { return f.SetSheetVisible("unseen", false) },
	} {
		if err := do(); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return converted(t, b.Bytes(), "xlsx", "xlsx") // with the results of its formulas
}
