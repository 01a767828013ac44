package data_test

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"reconfig/data"
	"reconfig/data/folder/foldertest"
	"reconfig/model/modeltest"
)

// copyWorkbook copies a case into a new workbook.
func copyWorkbook(t testing.TB, nameOrDir string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "my-case.xlsx")
	if nameOrDir == "london-2010" {
		if err := os.WriteFile(file, londonWorkbook(), 0o644); err != nil {
			t.Fatal(err)
		}
		return file
	}
	if err := data.CopyCase(nameOrDir, file); err != nil {
		t.Fatal(err)
	}
	return file
}

// londonWorkbook is London as a workbook, which takes long to write.
var londonWorkbook = sync.OnceValue(func() []byte {
	dir, err := os.MkdirTemp("", "london")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, "my-case.xlsx")
	if err := data.CopyCase("london-2010", file); err != nil {
		panic(err)
	}
	content, err := os.ReadFile(file)
	if err != nil {
		panic(err)
	}
	return content
})

// zipped zips parts up again.
func zipped(t rapid.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	for name, part := range parts {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, part); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// editWorkbook changes a workbook as Excel would.
func editWorkbook(t testing.TB, file string, edit func(*excelize.File) error) {
	t.Helper()
	f, err := excelize.OpenFile(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := edit(f); err != nil {
		t.Fatal(err)
	}
	if err := f.Save(); err != nil {
		t.Fatal(err)
	}
}

func TestAWorkbookIsTheSameCase(t *testing.T) {
	for _, name := range modeltest.Some(data.CaseNames(), 3) {
		want, err := data.OpenCase(name)
		if err != nil {
			t.Fatal(err)
		}
		file := copyWorkbook(t, name)
		dir := filepath.Join(t.TempDir(), "back")
		if err := data.CopyCase(file, dir); err != nil {
			t.Fatal(err)
		}
		for _, from := range []string{file, dir, copyWorkbook(t, file), copyWorkbook(t, dir)} {
			got, err := data.OpenCase(from)
			if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(want.Case, got.Case) {
				t.Errorf("%s: another case comes out of %s", name, from)
			}
			if len(got.Warnings) > 0 {
				t.Errorf("%s: warnings %q", name, got.Warnings)
			}
		}
	}
}

func TestTheSameCaseGivesTheSameWorkbook(t *testing.T) {
	first := foldertest.Read(t, copyWorkbook(t, "london-2010"))
	for range 5 {
		if foldertest.Read(t, copyWorkbook(t, "london-2010")) != first {
			t.Fatal("two copies of one case differ")
		}
	}
}

func TestAWorkbookCopiedBackKeepsWhatItsColumnsMean(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "back")
	if err := data.CopyCase(copyWorkbook(t, "london-2010"), dir); err != nil {
		t.Fatal(err)
	}
	description := foldertest.Read(t, filepath.Join(dir, "datapackage.json"))
	for _, want := range []string{`"title": "Commissioners whose areas touch"`, `"description": "Residents, mid-2009"`, `"unit": "£k a year"`, `"estimated",`, `"minimum": -90`, `"name": "OGL-UK-3.0"`} {
		if !strings.Contains(description, want) {
			t.Errorf("no %s in\n%s", want, description)
		}
	}
}

func TestHowACaseLooksInExcel(t *testing.T) {
	f, err := excelize.OpenFile(copyWorkbook(t, "london-2010"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	sheets := f.GetSheetList()
	if sheets[0] != "contents" || sheets[1] != "case" || sheets[2] != "commissioners" || sheets[len(sheets)-1] != "dictionary" {
		t.Errorf("sheets %v", sheets)
	}
	panes, err := f.GetPanes("commissioners")
	if err != nil || !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("panes %+v, %v", panes, err)
	}
	for cell, want := range map[string]string{"C2": "177,580", "E2": "6,893", "A2": "5C2"} {
		if shown, err := f.GetCellValue("commissioners", cell); err != nil || shown != want {
			t.Errorf("%s shows %q, want %q, %v", cell, shown, want, err)
		}
	}
	if v, err := f.GetCellValue("commissioners", "E2", excelize.Options{RawCellValue: true}); err != nil || v == "6893" {
		t.Errorf("E2 holds %q, rounded as it is shown, %v", v, err)
	}
	if part := foldertest.Unzip(t, []byte(foldertest.Read(t, f.Path)))["xl/worksheets/sheet3.xml"]; !strings.Contains(part, "<autoFilter") {
		t.Error("no filter")
	}
}

// sheetXML is a sheet with a cell of every kind, as programs write them.
const sheetXML = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
<row r="1"><c r="A1" t="inlineStr"><is><t>property</t></is></c><c r="B1" t="inlineStr"><is><t>value</t></is></c></row>
<row r="7"><c r="A7" t="inlineStr"><is><t>title</t></is></c>CELL</row></sheetData></worksheet>`

// TestWhatACellHolds reads single cells as title of a case: the raw XML is what Excel, LibreOffice and others write.
func TestWhatACellHolds(t *testing.T) {
	whole := foldertest.Unzip(t, []byte(foldertest.Read(t, copyWorkbook(t, "london-2010"))))
	for name := range whole {
		if strings.HasPrefix(name, "xl/worksheets/") {
			whole[name] = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>`
		}
	}
	styles := regexp.MustCompile(`<cellXfs.*</cellXfs>`)
	whole["xl/styles.xml"] = styles.ReplaceAllString(whole["xl/styles.xml"],
		`<numFmts count="2"><numFmt numFmtId="170" formatCode="dd\.mm\.yyyy"/><numFmt numFmtId="171" formatCode="#,##0&quot; days&quot;"/></numFmts>`+
			`<cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="3"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs>`)
	file := filepath.Join(t.TempDir(), "case.xlsx")
	type cell struct{ cell, want, problem string }
	for _, test := range modeltest.Some([]cell{
		{`<c r="B7"><v>1234.5</v></c>`, "1234.5", ""},
		{`<c r="B7" s="1"><v>1234567.25</v></c>`, "1234567.25", ""},
		{`<c r="B7" s="4"><v>7.0000000000000007E-2</v></c>`, "0.07", ""},
		{`<c r="B7" s="2"><v>40269</v></c>`, "2010-04-01", ""},
		{`<c r="B7" s="3"><v>40269.5</v></c>`, "2010-04-01 12:00:00", ""},
		{`<c r="B7" t="b"><v>1</v></c>`, "yes", ""},
		{`<c r="B7" t="inlineStr"><is><t>=1+1</t></is></c>`, "=1+1", ""},
		{`<c r="B7" t="inlineStr"><is><r><t>two </t></r><r><t>runs</t></r></is></c>`, "two runs", ""},
		{`<c r="B7" t="str"><f>A1&amp;A2</f><v>from a formula</v></c>`, "from a formula", ""},
		{`<c r="B7"><f>1+1</f><v>2</v></c>`, "2", ""},
		{`<c r="B7"><f>1+1</f></c>`, "", `sheet case, row 7: property title: "=1+1": expected a value: the formula in B7 was saved without a result`},
		{`<c r="B7" t="str"><f>A1</f></c>`, "", `sheet case, row 7: property title: "=A1": expected a value: the formula in B7 was saved without a result`},
		{`<c r="B7" t="str"><f>IF(1,"","")</f><v></v></c>`, "", "sheet case, row 7: property title: empty: expected a title"},
		{`<c r="B7" t="e"><f>1/0</f><v>#DIV/0!</v></c>`, "", `sheet case, row 7: property title: "#DIV/0!": expected a value: the formula in B7 came to an error`},
		{`<c r="B7" t="e"><v>#REF!</v></c>`, "", `property title: "#REF!"`},
		{`<c r="B7" t="s"><v>999999</v></c>`, "", `that is whole`},
		{`<c r="B7" t="inlineStr"><is><t>cut`, "", `that is whole`},
		{`<c r="XFD7"><v>1</v></c>`, "", "at most 200000 rows and 1000 columns"},
	}, 2) {
		changed := map[string]string{}
		for name, part := range whole {
			changed[name] = part
		}
		changed["xl/worksheets/sheet2.xml"] = strings.Replace(sheetXML, "CELL", test.cell, 1)
		if err := os.WriteFile(file, zipped(t, changed), 0o644); err != nil {
			t.Fatal(err)
		}
		_, err := data.OpenCase(file)
		if err == nil {
			t.Fatal("a case of a title alone is valid")
		}
		if test.problem != "" {
			if !strings.Contains(err.Error(), test.problem) {
				t.Errorf("%s: got\n%s\nwant %s", test.cell, err, test.problem)
			}
			continue
		}
		changed["xl/worksheets/sheet2.xml"] = strings.Replace(changed["xl/worksheets/sheet2.xml"], ">title<", ">start_date<", 1)
		if err := os.WriteFile(file, zipped(t, changed), 0o644); err != nil {
			t.Fatal(err)
		}
		_, err = data.OpenCase(file)
		quoted := `start_date: "` + test.want + `": expected a date`
		if valid := test.want == "2010-04-01"; strings.Contains(err.Error(), quoted) == valid {
			t.Errorf("%s: not read as %s:\n%s", test.cell, test.want, err)
		}
	}
}

func TestProblemsOfAWorkbookNameSheetAndRow(t *testing.T) {
	set := func(sheet, cell string, value any) func(*excelize.File) error {
		return func(f *excelize.File) error { return f.SetCellValue(sheet, cell, value) }
	}
	type mistake struct {
		name string
		edit func(*excelize.File) error
		want string // the whole report
	}
	for _, test := range modeltest.Some([]mistake{
		{"not a number", set("commissioners", "C5", "many"), `my-case.xlsx, sheet commissioners, row 5: column population: "many": expected a plain number, as in 1234.5`},
		{"after an empty row", func(f *excelize.File) error {
			if err := f.InsertRows("commissioners", 3, 2); err != nil {
				return err
			}
			return f.SetCellValue("commissioners", "C7", "many")
		}, `my-case.xlsx, sheet commissioners, row 7: column population: "many": expected a plain number, as in 1234.5`},
		{"after a cell of several lines", func(f *excelize.File) error {
			if err := f.SetCellValue("arrangements", "D2", "one\ntwo\nthree"); err != nil {
				return err
			}
			return f.SetCellValue("arrangements", "C4", "perhaps")
		}, `my-case.xlsx, sheet arrangements, row 4: column voluntary: "perhaps": expected`},
		{"the same twice", set("commissioners", "B4", "Barking and Dagenham PCT"), `my-case.xlsx, sheet commissioners, row 4: column name: "Barking and Dagenham PCT": expected a value of its own (see row 2)`},
		{"another sheet", set("placements", "B2", "bored"), `my-case.xlsx, sheet placements, row 2: column function: "bored": expected the code of a function, perhaps board`},
		{"formula", func(f *excelize.File) error {
			if err := f.SetCellValue("functions", "D3", nil); err != nil {
				return err
			}
			return f.SetCellFormula("functions", "D3", "1/13")
		}, `my-case.xlsx, sheet functions, row 3: column share: "=1/13": expected a value: the formula in D3 was saved without a result`},
		{"missing sheet", func(f *excelize.File) error { return f.DeleteSheet("functions") }, `my-case.xlsx, sheet functions: expected a sheet of that name: it is missing`},
		{"misspelt sheet", func(f *excelize.File) error { return f.SetSheetName("functions", "funtions") }, `my-case.xlsx, sheet functions: expected a sheet of that name: it is missing; perhaps sheet "funtions" is meant for it`},
		{"a sheet twice", func(f *excelize.File) error { _, err := f.NewSheet(" functions"); return err }, `my-case.xlsx, sheet  functions: expected each sheet once: there is a sheet "functions" too` + "\nmy-case.xlsx, sheet  functions, row 1: expected a header row"},
		{"no properties", func(f *excelize.File) error { return f.DeleteSheet("case") }, "my-case.xlsx, sheet case: expected a sheet of that name, with the columns property and value: it is missing"},
		{"no such property", set("case", "A8", "curency"), `my-case.xlsx, sheet case, row 8: property curency: "£": expected a property that is known, perhaps currency`},
		{"a property of one's own", set("case", "A30", "my note"), `my-case.xlsx, sheet case, row 30: property my note: empty: expected one of the properties name, title`},
		{"a property of one's own with a value", func(f *excelize.File) error {
			return errors.Join(set("case", "A30", "my note")(f), set("case", "B30", "hello")(f))
		}, `my-case.xlsx, sheet case, row 30: property my note: "hello": expected one of the properties name, title`},
		{"a horizon of no quarters", set("case", "B12", 0.3), `my-case.xlsx, sheet case, row 12: property horizon_years: "0.3": expected a number of years above 0`},
		{"no horizon", set("case", "B12", nil), `my-case.xlsx, sheet case, row 12: property horizon_years: empty: expected a number of years above 0`},
		{"a failed formula as text", set("arrangements", "B2", "#REF!"), `my-case.xlsx, sheet arrangements, row 2: column name: "#REF!": expected text; a formula failed here`},
		{"property twice", set("case", "A3", "name"), "my-case.xlsx, sheet case, row 3: property name: \"London’s 31 PCTs, 2010\": expected each property once: it stands in row 2 already\nmy-case.xlsx, sheet case: property title: expected a title"},
		{"no header of properties", set("case", "A1", "what"), "my-case.xlsx, sheet case, row 1: expected the columns property and value"},
		{"years to simulate", set("case", "B12", "ten"), `my-case.xlsx, sheet case, row 12: property horizon_years: "ten": expected a plain number of years`},
		{"a year that Excel takes for a date", set("case", "B7", time.Date(2009, 10, 1, 0, 0, 0, 0, time.UTC)), `my-case.xlsx, sheet case, row 7: property price_year: "2009-10-01": expected a year as text, such as 2009/10`},
		{"start", set("case", "B6", "1 April"), `my-case.xlsx, sheet case, row 6: property start_date: "1 April": expected a date, as in 2010-04-01`},
		{"unknown map", set("case", "B11", "six"), `my-case.xlsx, sheet case, row 11: property default_map: "six": expected a map of sheet sectors: eight-2011`},
	}, 6) {
		t.Run(test.name, func(t *testing.T) {
			file := copyWorkbook(t, "london-2010")
			editWorkbook(t, file, test.edit)
			_, err := data.OpenCase(file)
			if err == nil {
				t.Fatal("the case is valid")
			}
			got := strings.ReplaceAll(err.Error(), filepath.Dir(file)+"/", "")
			lines := len(strings.Split(got, "\n"))
			header := test.name == "no header of properties" // what is missing then follows
			for _, want := range strings.Split(test.want, "\n") {
				if !strings.Contains(got, want) || lines != strings.Count(test.want, "\n")+1 && !header {
					t.Errorf("got\n%s\nwant\n%s", got, test.want)
				}
			}
		})
	}
}

func TestOtherSheetsAreNotRead(t *testing.T) {
	file := copyWorkbook(t, "london-2010")
	editWorkbook(t, file, func(f *excelize.File) error {
		for _, name := range []string{"Notes", "Pivot", "corelations"} {
			if _, err := f.NewSheet(name); err != nil {
				return err
			}
			if err := f.SetCellFormula(name, "B2", "1+1"); err != nil {
				return err
			}
		}
		return f.SetSheetName("functions", "Functions")
	})
	c, err := data.OpenCase(file)
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(c.Warnings, "\n"); got != "nothing is read from sheet Pivot; if it holds notes, name it notes\n"+
		"nothing is read from sheet corelations, which is none of a case's; perhaps it should be correlations" {
		t.Errorf("warnings\n%s", got)
	}
}

func TestFilesThatAreNoWorkbook(t *testing.T) {
	large := `<worksheet><sheetData>` + strings.Repeat(`<row><c r="XFD1"/></row>`, 200) + `</sheetData></worksheet>`
	for name, test := range map[string]struct{ content, want string }{
		"empty":      {"", "is an empty file"},
		"CSV":        {"code,name\n", "if it is a CSV file, let its name end in .csv"},
		"old":        {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 a workbook of 1997", "is an old Excel workbook (.xls); open it in Excel or LibreOffice, choose File, Save As, and save it as .xlsx or .ods"},
		"encrypted":  {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00", "is a workbook with a password; in Excel, take"},
		"cut":        {"PK\x03\x04", "is a workbook or another zip file that is damaged"},
		"zip":        {string(zipped(t, map[string]string{"a.txt": "a"})), "a zip file of something else"},
		"binary":     {string(zipped(t, map[string]string{"xl/workbook.bin": "a"})), "is a binary Excel workbook (.xlsb); open it in Excel"},
		"Numbers":    {string(zipped(t, map[string]string{"Index/Document.iwa": "a"})), "is a spreadsheet of Apple Numbers; in Numbers choose File"},
		"ODT":        {string(zipped(t, map[string]string{"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"})), "is an OpenDocument file of another kind"},
		"password":   {string(zipped(t, map[string]string{"content.xml": "<a/>", "META-INF/manifest.xml": "<manifest:encryption-data/>"})), "is a workbook with a password; in LibreOffice"},
		"page":       {"<!DOCTYPE html><table><tr><td>a</td></tr></table>", "is a web page, whatever its name says; open it in Excel or LibreOffice"},
		"page 2":     {"\r\n<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\">", "is a web page"},
		"XML":        {"<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">", "is an XML spreadsheet of Excel 2003"},
		"flat":       {"<?xml version=\"1.0\"?><office:document>", "is a flat OpenDocument file (.fods)"},
		"Google":     {`{"url": "https://docs.google.com/open?id=1"}`, "is a shortcut to Google Sheets"},
		"Parquet":    {"PAR1\x15\x00", "is a Parquet file; save the table as CSV"},
		"PDF":        {"%PDF-1.7", "is a PDF"},
		"ODS":        {string(zipped(t, map[string]string{"content.xml": "<a/>"})), "expected an OpenDocument spreadsheet that is whole"},
		"bomb":       {string(zipped(t, map[string]string{"xl/workbook.xml": strings.Repeat(" ", 101<<20)})), "unpacks to at most 100 MB"},
		"wide":       {string(zipped(t, map[string]string{"xl/workbook.xml": "<a/>", "elsewhere.xml": large})), "at most 2000000 cells"},
		"no content": {string(zipped(t, map[string]string{"xl/workbook.xml": "<a/>"})), "expected"},
	} {
		file := filepath.Join(t.TempDir(), "case.xlsx")
		if err := os.WriteFile(file, []byte(test.content), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := data.OpenCase(file); err == nil || !strings.Contains(err.Error(), test.want) || !strings.HasPrefix(err.Error(), file) && name != "no content" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestTextStaysText holds whatever text is in a case, on its way into a workbook and out of it.
func TestTextStaysText(t *testing.T) {
	texts := []string{"=1+1", "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "'=1", "'", " a ", "007", "1e5", "TRUE", "#REFER", "_x000D_", "_x000D_x000A_", "a\nb", "&lt;", "2009/10", "1-2", "=", "😀"}
	dangerous := rapid.StringOf(rapid.SampledFrom([]rune("=+-@\t\r\n'\"<>&;,_x01 abÄ€😀")))
	for i := range 300 {
		texts = append(texts, dangerous.Example(i)+".")
	}
	dir := copyLondon(t)
	var rows bytes.Buffer
	w := csv.NewWriter(&rows)
	for i, text := range texts {
		if err := w.Write([]string{fmt.Sprintf("T%d", i), text, ""}); err != nil {
			t.Fatal(err)
		}
	}
	w.Flush()
	sources := filepath.Join(dir, "sources.csv")
	if err := os.WriteFile(sources, append([]byte(foldertest.Read(t, sources)), rows.Bytes()...), 0o644); err != nil {
		t.Fatal(err)
	}
	want, err := data.OpenCase(dir)
	if err != nil {
		t.Fatal(err)
	}
	file := copyWorkbook(t, dir)
	got, err := data.OpenCase(file)
	if err != nil {
		t.Fatal(err)
	}
	for i := range want.Sources {
		if got.Sources[i] != want.Sources[i] {
			t.Errorf("%q became %q", want.Sources[i].Citation, got.Sources[i].Citation)
		}
	}
	for name, part := range foldertest.Unzip(t, []byte(foldertest.Read(t, file))) {
		if strings.Contains(part, "<f>") || strings.Contains(part, "<f ") {
			t.Errorf("a formula in %s", name)
		}
	}
}

func TestTextThatExcelDoesNotHold(t *testing.T) {
	dir := copyLondon(t)
	edit(t, dir, "structures.csv", "Every body keeps every function and makes its own cuts", "_x005F_")
	file := filepath.Join(t.TempDir(), "case.xlsx")
	if err := data.CopyCase(dir, file); err == nil || !strings.Contains(err.Error(), "sheet structures: the text of cell C2 has _x005F_") {
		t.Error(err)
	}
	if _, err := os.Stat(file); err == nil {
		t.Error("a workbook was written all the same")
	}
}

// A row that is far longer than the others makes all of them long, and a small workbook larger than the memory.
func TestRowsOfAWorkbookAreBoundedByTheLongest(t *testing.T) {
	if !modeltest.Long() {
		t.Skip("two million cells take seconds: make test-long reads them")
	}
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetCellStr("Sheet1", "ALL1", "h"); err != nil { // column 1,000
		t.Fatal(err)
	}
	for row := 2; row <= 2002; row++ {
		if err := f.SetCellInt("Sheet1", fmt.Sprintf("A%d", row), int64(row)); err != nil {
			t.Fatal(err)
		}
	}
	file := filepath.Join(t.TempDir(), "long.xlsx")
	if err := f.SaveAs(file); err != nil {
		t.Fatal(err)
	}
	if _, err := data.OpenCase(file); err == nil || !strings.Contains(err.Error(), "sheet Sheet1, row 2001: expected at most 2000000 cells") {
		t.Errorf("%.300v", err)
	}
}

// A case that was a workbook keeps what other tools read of how its tables hang together.
func TestAWorkbookKeepsTheKeysOfTables(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "case")
	if err := data.CopyCase(copyWorkbook(t, "england-icb-2025"), folder); err != nil {
		t.Fatal(err)
	}
	var p struct {
		Resources []struct {
			Name   string
			Schema struct {
				PrimaryKey  []string
				ForeignKeys []struct {
					Fields    string
					Reference struct{ Resource, Fields string }
				}
			}
		}
	}
	if err := json.Unmarshal([]byte(foldertest.Read(t, filepath.Join(folder, "datapackage.json"))), &p); err != nil {
		t.Fatal(err)
	}
	for _, r := range p.Resources {
		if len(r.Schema.PrimaryKey) == 0 {
			t.Errorf("%s has no primary key", r.Name)
		}
		if r.Name == "placements" && (len(r.Schema.ForeignKeys) != 3 || r.Schema.ForeignKeys[1].Reference.Resource != "functions") {
			t.Errorf("placements refer to %+v", r.Schema.ForeignKeys)
		}
	}
}
