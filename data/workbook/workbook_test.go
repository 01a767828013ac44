package workbook_test

import (
	"bytes"
	"errors"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"reconfig/data/folder/foldertest"
	"reconfig/data/table"
	"reconfig/data/workbook"
)

// What is written is read back: text as it was, whatever a spreadsheet would take it for, and numbers in full.
func TestSheetsAreReadBack(t *testing.T) {
	for _, format := range workbook.Formats() {
		t.Run(format.Name, func(t *testing.T) { readBack(t, format) })
	}
}

func readBack(t *testing.T, format workbook.Format) {
	text := rapid.StringOf(rapid.SampledFrom([]rune("=+-@'\"<>&;,x01 a\n\tÄ€😀")))
	number := rapid.Map(rapid.Float64Range(-1e9, 1e9), table.FormatNumber)
	rapid.Check(t, func(t *rapid.T) {
		rows := make([][]string, rapid.IntRange(1, 4).Draw(t, "rows"))
		for i := range rows {
			rows[i] = []string{"key", text.Draw(t, "text"), number.Draw(t, "number")}
		}
		columns := append(workbook.TextColumns("key", "text"), workbook.Column{Name: "number", Number: true, Format: "#,##0"})
		written := workbook.Table{Name: "one", Columns: columns, Rows: rows}
		content, err := format.Write("A title", []workbook.Table{written})
		if err != nil {
			t.Fatal(err)
		}
		again, err := format.Write("A title", []workbook.Table{written})
		if err != nil || !bytes.Equal(content, again) {
			t.Fatalf("the same sheets give other bytes, %v", err)
		}
		sheets, err := workbook.Read(content)
		if err != nil || len(sheets) != 1 {
			t.Fatalf("%d sheets, %v", len(sheets), err)
		}
		want := slices.Concat([][]string{{"key", "text", "number"}}, rows)
		if s := sheets[0]; s.Name != "one" || len(s.Problems) > 0 || !slices.EqualFunc(s.Rows, want, slices.Equal) {
			t.Errorf("written\n%q\nread\n%q", want, s.Rows)
		}
	})
}

// Empty rows and rows that are shorter than others stay in their places in the CSV file of a sheet.
func TestASheetAsCSV(t *testing.T) {
	s := workbook.Sheet{Rows: [][]string{{"a", "b"}, nil, {"one\ntwo\nthree", "x"}, {"y"}}}
	if got, want := string(s.CSV()), "a,b\n\n\"one\ntwo\nthree\",x\ny,\n"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestWhatIsNoWorkbookIsAProblem(t *testing.T) {
	for _, content := range []string{"", "code,name\n", "PK\x03\x04", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"} {
		_, err := workbook.Read([]byte(content))
		var problems table.Problems
		if !errors.As(err, &problems) || len(problems) != 1 || problems[0].Expected == "" {
			t.Errorf("%q: %v", content, err)
		}
	}
}

// A chart is a sheet without cells. That is told by the words of excelize alone; where they change, this test fails.
func TestAChartIsASheetWithoutCells(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetCellStr("Sheet1", "A1", "a"); err != nil {
		t.Fatal(err)
	}
	if err := f.AddChartSheet("Chart", &excelize.Chart{Type: excelize.Col, Series: []excelize.ChartSeries{{Values: "Sheet1!$A$1"}}}); err != nil {
		t.Fatal(err)
	}
	var content bytes.Buffer
	if err := f.Write(&content); err != nil {
		t.Fatal(err)
	}
	sheets, err := workbook.Read(content.Bytes())
	if err != nil || len(sheets) != 2 || len(sheets[0].Rows) != 1 || sheets[1].Name != "Chart" || len(sheets[1].Rows) != 0 {
		t.Errorf("%+v, %v", sheets, err)
	}
}

// A sheet says which cells it uses. Programs that read a workbook row by row see no others.
func TestASheetSaysWhichCellsItUses(t *testing.T) {
	written := workbook.Table{
		Name:    "one",
		Above:   [][]string{{"a title"}, {"x", "y", "z"}},
		Columns: workbook.TextColumns("key", "text"),
		Rows:    [][]string{{"a", ""}, {"b", "c"}},
		Below:   [][]string{{"the end"}},
	}
	content, err := workbook.Formats()[0].Write("A title", []workbook.Table{written, {Name: "two", Columns: written.Columns}})
	if err != nil {
		t.Fatal(err)
	}
	testRange(t, content, "one", "A1:C7")
	testRange(t, content, "two", "A1:B1")
	sheets, err := workbook.Read(content)
	if err != nil {
		t.Fatal(err)
	}
	appended, err := workbook.Append(content, sheets[1], workbook.Table{Name: "two", Columns: written.Columns, Rows: written.Rows})
	if err != nil {
		t.Fatal(err)
	}
	testRange(t, appended, "one", "A1:C7")
	testRange(t, appended, "two", "A1:B3")
}

func testRange(t *testing.T, content []byte, sheet, want string) {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	if got, err := f.GetSheetDimension(sheet); err != nil || got != want {
		t.Errorf("sheet %s uses %s, %v; want %s", sheet, got, err, want)
	}
}

// An Excel workbook says what it is called. Its names have the prefixes that Excel gives them, since exceljs refuses others.
func TestAnExcelWorkbookSaysWhatItIs(t *testing.T) {
	const title = "“A & B” <of> 2010"
	content, err := workbook.Formats()[0].Write(title, []workbook.Table{{Name: "one", Columns: workbook.TextColumns("key")}})
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	if says, err := f.GetDocProps(); err != nil || says.Title != title || says.Creator != "reconfig" {
		t.Errorf("it says %+v, %v", says, err)
	}
	for _, name := range regexp.MustCompile(`</?(\w+)[ >]`).FindAllString(foldertest.Unzip(t, content)["docProps/core.xml"], -1) {
		t.Errorf("%s has no prefix", name)
	}
}

// Styles hold no empty element that is written as two tags, since openxlsx would make a workbook of it that nothing opens.
func TestEmptyElementsOfStylesAreOneTag(t *testing.T) {
	one := workbook.Table{Name: "one", Above: [][]string{{"a title"}}, Columns: workbook.TextColumns("key"), Rows: [][]string{{"a"}}}
	one.Columns = append(one.Columns, workbook.Column{Name: "number", Number: true, Format: "0.00"})
	written, err := workbook.Formats()[0].Write("A title", []workbook.Table{one})
	if err != nil {
		t.Fatal(err)
	}
	sheets, err := workbook.Read(written)
	if err != nil {
		t.Fatal(err)
	}
	appended, err := workbook.Append(written, sheets[0], workbook.Table{Name: "one", Columns: one.Columns, Rows: [][]string{{"b", "2.5"}}})
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string][]byte{"written": written, "appended": appended} {
		styles := foldertest.Unzip(t, content)["xl/styles.xml"]
		if !strings.Contains(styles, `<sz val="14"/>`) {
			t.Errorf("%s: the size of the title is not there", name)
		}
		for _, element := range regexp.MustCompile(`<[^/<>]([^<>]*[^/<>])?></[^<>]*>`).FindAllString(styles, -1) {
			t.Errorf("%s: %s", name, element)
		}
	}
}
