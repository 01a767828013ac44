package workbook_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"reconfig/data/folder/foldertest"
	"reconfig/data/table"
	"reconfig/data/workbook"
)

const namespaces = `xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" ` +
	`xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" ` +
	`xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"`

// document is an OpenDocument spreadsheet with these styles and sheets.
func document(t testing.TB, styles, sheets string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, content := range map[string]string{
		"mimetype":    "application/vnd.oasis.opendocument.spreadsheet",
		"content.xml": `<office:document-content ` + namespaces + `><office:automatic-styles>` + styles + `</office:automatic-styles><office:body><office:spreadsheet>` + sheets + `</office:spreadsheet></office:body></office:document-content>`,
	} {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const someStyles = `<number:number-style style:name="N1"><number:number number:min-integer-digits="3" number:decimal-places="0"/></number:number-style>` +
	`<number:currency-style style:name="N2"><number:currency-symbol>€</number:currency-symbol><number:number number:min-integer-digits="1" number:grouping="true"/></number:currency-style>` +
	`<style:style style:name="code" style:family="table-cell" style:data-style-name="N1"/><style:style style:name="child" style:family="table-cell" style:parent-style-name="code"/>` +
	`<style:style style:name="money" style:family="table-cell" style:data-style-name="N2"/>` +
	`<style:style style:name="unseen" style:family="table"><style:table-properties table:display="false"/></style:style>`

const someSheets = `<table:table table:name="one"><table:table-column table:number-columns-repeated="2"/><table:table-column table:default-cell-style-name="money"/>` +
	`<table:table-header-rows><table:table-row><table:table-cell office:value-type="string"><text:p>a</text:p><office:annotation><text:p>a comment</text:p></office:annotation></table:table-cell>` +
	`<table:table-cell table:number-columns-repeated="2" office:value-type="string"><text:p>b <text:span>c</text:span><text:s text:c="2"/>d</text:p><text:p>e</text:p></table:table-cell></table:table-row></table:table-header-rows>` +
	`<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="3"/></table:table-row>` +
	`<table:table-row-group><table:table-row table:visibility="collapse"><table:table-cell office:value-type="float" office:value="0.1234567890123456789"><text:p>0.12</text:p></table:table-cell>` +
	`<table:table-cell table:style-name="child" office:value-type="float" office:value="7"><text:p>007</text:p></table:table-cell><table:table-cell office:value-type="currency" office:currency="EUR" office:value="1234.5"><text:p>€1,235</text:p></table:table-cell>` +
	`<table:table-cell office:value-type="percentage" office:value="0.12"><text:p>12 %</text:p></table:table-cell></table:table-row></table:table-row-group>` +
	`<table:table-row><table:table-cell office:value-type="date" office:date-value="2010-04-01"/><table:table-cell office:value-type="date" office:date-value="2010-04-01T12:30:00"/>` +
	`<table:table-cell office:value-type="time" office:time-value="PT12H00M00S"/><table:table-cell office:value-type="boolean" office:boolean-value="true"/></table:table-row>` +
	`<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="1" office:value-type="string"><text:p>2010/11</text:p></table:table-cell>` +
	`<table:covered-table-cell office:value-type="string"><text:p>hidden</text:p></table:covered-table-cell><table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="2"/></table:table-row>` +
	`<table:table-row table:number-rows-repeated="1048568"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>` +
	`<table:table table:name="two" table:style-name="unseen"/>`

func TestAnOpenDocumentIsRead(t *testing.T) {
	content := document(t, someStyles, someSheets)
	sheets, err := workbook.Read(content)
	if err != nil || len(sheets) != 2 || !sheets[1].Hidden || sheets[0].Hidden || len(sheets[0].Problems) > 0 {
		t.Fatalf("%+v, %v", sheets, err)
	}
	want := [][]string{
		{"a", "b c  d\ne", "b c  d\ne"}, nil, nil, {"0.12345678901234568", "7", "1234.5", "0.12"},
		{"2010-04-01", "2010-04-01 12:30:00", "0.5", "yes"}, {"2010/11", "", "2"}, {"2010/11", "", "2"},
	}
	if s := sheets[0]; !slices.EqualFunc(s.Rows, want, slices.Equal) || !slices.Equal(s.HiddenRows, []int{4}) || len(s.Merged) > 0 {
		t.Errorf("%q\n%+v", s.Rows, s)
	}
	shown, err := workbook.ReadAsShown(content, func(format string) string {
		if strings.Contains(format, "€") {
			return "€"
		}
		return ""
	})
	if err != nil {
		t.Fatal(err)
	}
	if got := shown[0].Rows[3]; !slices.Equal(got, []string{"0.12345678901234568", "007", "€ 1234.5", "12%"}) {
		t.Errorf("%q", got)
	}
	if m := shown[0].Merged; len(m) != 1 || m[0].Cells != "A6:B6" || m[0].Text != "2010/11" {
		t.Errorf("%+v", m)
	}
}

// Cells that hold nothing that could be used are told by sheet and cell.
func TestCellsOfAnOpenDocumentThatCannotBeUsed(t *testing.T) {
	sheets, err := workbook.Read(document(t, "", `<table:table table:name="one"><table:table-row><table:table-cell office:value-type="string"><text:p>cost</text:p></table:table-cell></table:table-row>`+
		`<table:table-row><table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell></table:table-row>`+
		`<table:table-row><table:table-cell table:formula="of:=1"/></table:table-row></table:table>`))
	if err != nil {
		t.Fatal(err)
	}
	got := sheets[0].Problems.In("f.ods").Error()
	for _, want := range []string{
		`f.ods, sheet one, row 2: column cost: "#DIV/0!": expected a value: the formula in A2 came to an error`, `f.ods, sheet one, row 3: column cost: "of:=1": expected a value: the formula in A3 was saved without a result`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%s\nwant %s", got, want)
		}
	}
}

// Small files that would come to more than fits into memory, and damaged ones, are refused with a reason.
func TestOpenDocumentsWithinBounds(t *testing.T) {
	cell := `<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>`
	row := func(attributes, cells string) string {
		return `<table:table-row ` + attributes + `>` + cells + `</table:table-row>`
	}
	sheet := func(rows string) string { return `<table:table table:name="one">` + rows + `</table:table>` }
	for name, test := range map[string]struct{ sheets, want string }{
		"rows repeated":     {sheet(row(`table:number-rows-repeated="1048576"`, cell)), "sheet one, row 200001: expected at most 200000 rows"},
		"columns repeated":  {sheet(row("", `<table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/>`)), "at most 200000 rows and 1000 columns"},
		"both":              {sheet(row(`table:number-rows-repeated="100000"`, `<table:table-cell table:number-columns-repeated="900" office:value-type="float" office:value="1"/>`)), "at most 2000000 cells"},
		"many sheets":       {strings.Repeat(sheet(row(`table:number-rows-repeated="100000"`, strings.Repeat(cell, 9))), 3), "at most 2000000 cells"},
		"far below":         {sheet(row(`table:number-rows-repeated="1048575"`, "") + row("", cell)), "row 1048576: expected at most"},
		"empty cells":       {sheet(row("", cell+strings.Repeat(`<table:table-cell/>`, 16384))), "sheet one, row 1: expected at most 16384 columns"},
		"no number of rows": {sheet(row(`table:number-rows-repeated="1e9"`, cell)), `sheet one, row 1: expected rows and columns that are repeated as often`},
		"negative":          {sheet(row(`table:number-rows-repeated="-1"`, cell)), "repeated as often"},
		"overflow":          {sheet(row("", `<table:table-cell table:number-columns-repeated="99999999999999999999"/>`)), "repeated as often"},
		"blanks":            {sheet(row("", `<table:table-cell office:value-type="string"><text:p>`+strings.Repeat(`<text:s text:c="32767"/>`, 4000)+`</text:p></table:table-cell>`)), "unpacks to at most 100 MB"},
		"text repeated":     {sheet(row(`table:number-rows-repeated="200000"`, `<table:table-cell office:value-type="string"><text:p>`+strings.Repeat("x", 1000)+`</text:p></table:table-cell>`)), "unpacks to at most 100 MB"},
		"depth":             {sheet(row("", `<table:table-cell office:value-type="string"><text:p>`+strings.Repeat("<text:span>", 1000))), "elements within elements"},
		"a long element":    {sheet(`<table:table-row ` + strings.Repeat(`a="" `, 300_000) + `/>`), "an element of more than 1 MB"},
		"an entity":         {`<!DOCTYPE x [<!ENTITY a "aaaa">]>` + sheet(row("", `<table:table-cell><text:p>&a;</text:p></table:table-cell>`)), "that is whole"},
		"cut":               {`<table:table table:name="one"><table:table-row>`, "that is whole"},
	} {
		_, err := workbook.Read(document(t, "", test.sheets))
		if err == nil || !strings.Contains(err.Error(), test.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v, want %s", name, err, test.want)
		}
	}
}

// A row may say of all columns that a spreadsheet has that they are empty.
func TestEmptyCellsToTheEndOfTheRow(t *testing.T) {
	sheets, err := workbook.Read(document(t, "", `<table:table table:name="one"><table:table-row><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16383"/></table:table-row></table:table>`))
	if err != nil || len(sheets[0].Rows) != 1 || len(sheets[0].Rows[0]) != 1 {
		t.Errorf("%+v, %v", sheets, err)
	}
}

// Rows are added below the last that holds something, in its style, and as many empty ones go.
func TestRowsAreAppendedToAnOpenDocument(t *testing.T) {
	content := document(t, someStyles, `<table:table table:name="one"><table:table-header-rows><table:table-row><table:table-cell office:value-type="string"><text:p>name</text:p></table:table-cell>`+
		`<table:table-cell office:value-type="string"><text:p>cost</text:p></table:table-cell></table:table-row></table:table-header-rows>`+
		`<table:table-row><table:table-cell office:value-type="string"><text:p>A</text:p></table:table-cell><table:table-cell table:style-name="money" office:value-type="float" office:value="1"/></table:table-row>`+
		`<table:table-row table:number-rows-repeated="10"><table:table-cell/></table:table-row></table:table>`)
	sheets, err := workbook.Read(content)
	if err != nil {
		t.Fatal(err)
	}
	columns := []workbook.Column{{Name: "cost", Number: true}, {Name: "name"}}
	appended, err := workbook.Append(content, sheets[0], workbook.Table{Name: "one", Columns: columns, Rows: [][]string{{"0.1", "<B & C>"}, {"", "D"}}})
	if err != nil {
		t.Fatal(err)
	}
	again, err := workbook.Read(appended)
	if want := [][]string{{"name", "cost"}, {"A", "1"}, {"<B & C>", "0.1"}, {"D"}}; err != nil || !slices.EqualFunc(again[0].Rows, want, slices.Equal) {
		t.Errorf("%+v, %v", again, err)
	}
	xml := string(partOf(t, appended, "content.xml"))
	if !strings.Contains(xml, `<table:table-cell table:style-name="money" office:value-type="float" office:value="0.1">`) || !strings.Contains(xml, `table:number-rows-repeated="8"`) {
		t.Error(xml)
	}
	header, err := workbook.Read(document(t, "", `<table:table table:name="one"><table:table-header-rows><table:table-row><table:table-cell><text:p>name</text:p></table:table-cell></table:table-row></table:table-header-rows></table:table>`))
	if err != nil || len(header[0].Rows) != 1 {
		t.Fatalf("%+v, %v", header, err)
	}
}

// Below a sheet to which rows may be added stand empty ones. Other sheets end with their last row: PSPP takes what is below for one
// more.
func TestOnlyOpenSheetsHaveEmptyRowsBelow(t *testing.T) {
	f, _ := workbook.FormatOf("x.ods")
	for open, below := range map[bool]int{true: 1, false: 0} {
		content, err := f.Write("t", []workbook.Table{{Name: "one", Columns: workbook.TextColumns("a"), Rows: [][]string{{"x"}}, Open: open}})
		if err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(string(partOf(t, content, "content.xml")), "number-rows-repeated"); n != below {
			t.Errorf("open %v: empty rows stand in %d places, want %d", open, n, below)
		}
		sheets, err := workbook.Read(content)
		if err != nil || len(sheets[0].Rows) != 2 {
			t.Errorf("open %v: %+v, %v", open, sheets, err)
		}
	}
}

func partOf(t *testing.T, content []byte, name string) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var b bytes.Buffer
	if _, err := b.ReadFrom(f); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// The first bytes of a document say what it is, as its specification wants.
func TestAnOpenDocumentSaysWhatItIs(t *testing.T) {
	f, _ := workbook.FormatOf("x.ODS")
	content, err := f.Write("t", []workbook.Table{{Name: "one", Columns: workbook.TextColumns("a"), Rows: [][]string{{"x"}}}})
	if err != nil || !bytes.HasPrefix(content[30:], []byte("mimetype"+f.MediaType)) {
		t.Errorf("%.100q, %v", content, err)
	}
	for text, want := range map[string]string{"a\x01": "control character", "a\rb": "control character", strings.Repeat("€", 40000): "32767 letters"} {
		if _, err := f.Write("t", []workbook.Table{{Name: "one", Columns: workbook.TextColumns("a"), Rows: [][]string{{text}}}}); err == nil || !strings.Contains(err.Error(), "sheet one: row 2: ") || !strings.Contains(err.Error(), want) {
			t.Errorf("%.10q: %v", text, err)
		}
	}
}

// On a sheet for print a sentence is one cell over the table's columns, in a row that is high enough; a mark is of the format.
func TestSentencesOfASheetForPrintAreOneCell(t *testing.T) {
	sentence := strings.Repeat("Long sentences are broken between words. ", 9) + "The end."
	s := workbook.Table{
		Name: "one", Printed: true, Above: [][]string{{"Title"}, {}, {sentence}}, Below: [][]string{{sentence}},
		Columns: append(workbook.TextColumns("a"), workbook.Column{Name: "b", Number: true}), Rows: [][]string{{"x", "1.5"}, {"y", "never"}},
		Format: func(row, _ int) string { return map[bool]string{true: `0.0"*"`}[row == 0] },
	}
	for _, f := range workbook.Formats() {
		content, err := f.Write("t", []workbook.Table{s})
		if err != nil {
			t.Fatal(err)
		}
		sheets, err := workbook.ReadAsShown(content, func(string) string { return "" })
		if err != nil {
			t.Fatal(err)
		}
		rows := sheets[0].Rows
		if len(rows) != 8 || rows[2][0] != sentence || rows[4][1] != "1.5" || rows[5][1] != "never" || rows[7][0] != sentence {
			t.Errorf("%s: %q", f.Name, rows)
		}
		if merged := sheets[0].Merged; len(merged) != 3 || merged[1].FirstRow != 3 || merged[1].FirstColumn != 1 || merged[1].LastColumn < 2 {
			t.Errorf("%s: merged %+v", f.Name, merged)
		}
	}
	content, err := workbook.Formats()[1].Write("t", []workbook.Table{s})
	if err != nil {
		t.Fatal(err)
	}
	body := foldertest.Unzip(t, content)["content.xml"]
	for _, want := range []string{"<number:text>*</number:text>", `<table:covered-table-cell table:style-name="paragraph"`, `style:row-height="60pt"`} {
		if !strings.Contains(body, want) {
			t.Errorf("it lacks %s", want)
		}
	}
}

// The header of a table is a row like others, which every program reads. Only on sheets for print it is repeated on every page.
func TestOnlySheetsForPrintRepeatTheirHeader(t *testing.T) {
	one := workbook.Table{Name: "one", Columns: workbook.TextColumns("key"), Rows: [][]string{{"a"}}}
	for printed, want := range map[bool]int{false: 0, true: 1} {
		one.Printed = printed
		content, err := workbook.Formats()[1].Write("A title", []workbook.Table{one})
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Count(string(partOf(t, content, "content.xml")), "<table:table-header-rows>"); got != want {
			t.Errorf("printed %v: %d headers are repeated, want %d", printed, got, want)
		}
	}
}

// Workbooks keep every digit of a number, whatever version of the library writes them, and labels that look like dates.
func TestWorkbooksKeepDigitsAndLabels(t *testing.T) {
	rows := [][]string{}
	for _, v := range []float64{0.1 + 0.2, 1.0 / 3, 2.0 / 3 * 1e-5, 123456789.12345679, 5e-324, 1.7976931348623157e308, 9007199254740993, -0.30000000000000004} {
		rows = append(rows, []string{"2010/11", "5-10", table.FormatNumber(v)})
	}
	columns := append(workbook.TextColumns("year", "range"), workbook.Column{Name: "value", Number: true, Format: "#,##0"})
	for _, f := range workbook.Formats() {
		content, err := f.Write("t", []workbook.Table{{Name: "one", Columns: columns, Rows: rows}})
		if err != nil {
			t.Fatal(err)
		}
		sheets, err := workbook.Read(content)
		if err != nil || !slices.EqualFunc(sheets[0].Rows[1:], rows, slices.Equal) {
			t.Errorf("%s: %+v, %v", f.Name, sheets, err)
		}
		appended, err := workbook.Append(content, sheets[0], workbook.Table{Name: "one", Columns: columns, Rows: rows})
		if err != nil {
			t.Fatal(err)
		}
		if sheets, err = workbook.Read(appended); err != nil || !slices.EqualFunc(sheets[0].Rows[1:], slices.Concat(rows, rows), slices.Equal) {
			t.Errorf("%s, appended: %+v, %v", f.Name, sheets, err)
		}
	}
}

// FuzzOpenDocument reads any content of a spreadsheet. What is read keeps to its bounds, and can be written and read again.
func FuzzOpenDocument(f *testing.F) {
	f.Add(someStyles, someSheets)
	f.Add("", `<table:table table:name="one"><table:table-row table:number-rows-repeated="9"><table:table-cell table:number-columns-repeated="9" office:value-type="float" office:value="1e400"/></table:table-row></table:table>`)
	f.Add("", `<table:table><table:table-row><table:table-cell table:number-rows-spanned="1048576"><table:table/></table:table-cell></table:table-row></table:table>`)
	f.Fuzz(func(t *testing.T, styles, sheets string) {
		read, err := workbook.ReadAsShown(document(t, styles, sheets), func(format string) string { return strings.Trim(format, "[]$ ") })
		if err != nil {
			var problems table.Problems
			if !errors.As(err, &problems) {
				t.Fatalf("an error of another kind: %v", err)
			}
			return
		}
		format, _ := workbook.FormatOf("x.ods")
		for _, s := range read {
			width := 0
			for _, row := range s.Rows {
				width = max(width, len(row))
			}
			if width*len(s.Rows) > 10_000 {
				continue // which takes long
			}
			again := workbook.Table{Name: s.Name, Columns: make([]workbook.Column, width), Rows: s.Rows}
			content, err := format.Write("t", []workbook.Table{again})
			if err != nil {
				continue // a text that is too long, or has a character that cannot be written
			}
			back, err := workbook.Read(content)
			if err != nil || len(back) != 1 {
				t.Fatalf("%v", err)
			}
			for i, row := range s.Rows {
				if i+1 < len(back[0].Rows) && !slices.Equal(row, back[0].Rows[i+1]) && !strings.Contains(strings.Join(row, ""), "\r") {
					t.Fatalf("row %d: %q became %q", i+1, row, back[0].Rows[i+1])
				}
			}
		}
	})
}
