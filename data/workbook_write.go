package data

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"reconfig/model/result"
)

// What Excel holds at most.
const (
	mostExcelRows = excelize.TotalRows
	mostExcelText = excelize.TotalCellChars // of one cell, in UTF-16
)

// sheetTable is a sheet to be written: some lines of text above, and a table.
type sheetTable struct {
	name    string
	above   [][]string
	columns []sheetColumn
	rows    [][]string
	unit    func(row []string, column int) string // of a cell, where it is not its column's; nil if there is none such
}

// sheetColumn is a column of a sheet.
type sheetColumn struct {
	name   string
	number bool   // cells that are numbers are stored as numbers
	strict bool   // but only if that keeps every letter, as of 1.5 and not of 1.50
	format string // how numbers are shown; empty as Excel sees fit
}

// Widths, in letters. Wider text is wrapped; a wider sheet is printed on several pages beside one another.
const (
	leastWidth, mostWidth = 9, 60
	pageWidth             = 220
	lineHeight            = 15 // points
	mostLines             = 27 // Excel's rows are at most 409 points high
)

// workbookWriter writes the sheets of one workbook.
type workbookWriter struct {
	*excelize.File
	words  result.Wording
	styles map[string]int // of numbers, by format
	// Other styles: of text, of text that is wrapped, of headers of text and of numbers, and of the title.
	text, long, header, numbers, title int
}

// writeWorkbook writes sheets as an Excel workbook: the same sheets give the same bytes. Text is stored as text, whatever
// it begins with.
func writeWorkbook(title string, words result.Wording, sheets []sheetTable) ([]byte, error) {
	w := &workbookWriter{File: excelize.NewFile(), words: words, styles: map[string]int{}}
	defer w.Close()
	const date = "2000-01-01T00:00:00Z" // any, but always the same
	if err := w.SetDocProps(&excelize.DocProperties{Title: title, Creator: "reconfig", LastModifiedBy: "reconfig", Created: date, Modified: date}); err != nil {
		return nil, err
	}
	if err := w.makeStyles(); err != nil {
		return nil, err
	}
	for i, s := range sheets {
		if err := w.addSheet(i, s); err != nil {
			return nil, fmt.Errorf("sheet %s: %w", s.name, err)
		}
	}
	var b bytes.Buffer
	err := w.Write(&b)
	return b.Bytes(), err
}

const (
	fontName   = "Calibri"
	textFormat = 49 // the number of the format “@”: what is typed there stays text
)

func (w *workbookWriter) makeStyles() error {
	top := &excelize.Alignment{Vertical: "top"}
	header := excelize.Style{
		NumFmt: textFormat, Font: &excelize.Font{Family: fontName, Bold: true, Size: 11}, Alignment: top,
		Fill:   excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E7E6E6"}},
		Border: []excelize.Border{{Type: "bottom", Style: 1, Color: "7F7F7F"}},
	}
	numbers := header
	numbers.Alignment = &excelize.Alignment{Vertical: "top", Horizontal: "right", Indent: 1}
	for _, s := range []struct {
		to    *int
		style excelize.Style
	}{
		{&w.text, excelize.Style{NumFmt: textFormat, Alignment: top}},
		{&w.long, excelize.Style{NumFmt: textFormat, Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}}},
		{&w.title, excelize.Style{Font: &excelize.Font{Family: fontName, Bold: true, Size: 14}}},
		{&w.header, header},
		{&w.numbers, numbers},
	} {
		var err error
		if *s.to, err = w.NewStyle(&s.style); err != nil {
			return err
		}
	}
	return nil
}

// numberStyle is the style of a number format.
func (w *workbookWriter) numberStyle(format string) (int, error) {
	if id, ok := w.styles[format]; ok {
		return id, nil
	}
	style := &excelize.Style{Alignment: &excelize.Alignment{Vertical: "top", Horizontal: "right", Indent: 1}}
	if format != "" {
		style.CustomNumFmt = &format
	}
	id, err := w.NewStyle(style)
	w.styles[format] = id
	return id, err
}

func (w *workbookWriter) addSheet(i int, s sheetTable) error {
	if n := len(s.above) + 1 + len(s.rows); n > mostExcelRows {
		return fmt.Errorf("it would have %d rows; Excel holds %d: use the CSV file", n, mostExcelRows)
	}
	if i == 0 {
		if err := w.SetSheetName("Sheet1", s.name); err != nil {
			return err
		}
	} else if _, err := w.NewSheet(s.name); err != nil {
		return err
	}
	if err := w.setColumns(s); err != nil {
		return err
	}
	for i, row := range s.above {
		if err := w.setAbove(s.name, i+1, row); err != nil {
			return err
		}
	}
	header := len(s.above) + 1
	if err := w.setHeader(s, header); err != nil {
		return err
	}
	for i, row := range s.rows {
		for j, cell := range row {
			if err := w.setCell(s, header+1+i, j, row, cell); err != nil {
				return err
			}
		}
		if err := w.setHeight(s, header+1+i, row); err != nil {
			return err
		}
	}
	return w.setPage(s)
}

// setColumns sets formats, also of rows that the user adds, widths, and how the sheet is printed.
func (w *workbookWriter) setColumns(s sheetTable) error {
	for i, c := range s.columns {
		name, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		width := s.width(i)
		style := w.text
		if width > mostWidth {
			style = w.long
		}
		if c.number {
			if style, err = w.numberStyle(c.format); err != nil {
				return err
			}
		}
		if err := w.SetColStyle(s.name, name, style); err != nil {
			return err
		}
		if err := w.SetColWidth(s.name, name, name, float64(min(width, mostWidth))); err != nil {
			return err
		}
	}
	return nil
}

// setPage has a sheet printed on pages that lie on their side, as wide as one of them if that can be read.
func (w *workbookWriter) setPage(s sheetTable) error {
	total := 0
	for i := range s.columns {
		total += min(s.width(i), mostWidth)
	}
	fits := total <= pageWidth
	orientation, a4, one, several := "landscape", 9, 1, 0
	layout := &excelize.PageLayoutOptions{Orientation: &orientation, Size: &a4}
	if fits {
		layout.FitToWidth, layout.FitToHeight = &one, &several
	}
	if err := w.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &fits}); err != nil {
		return err
	}
	return w.SetPageLayout(s.name, layout)
}

// setHeight makes a row as high as its wrapped text needs, which not every program does by itself.
func (w *workbookWriter) setHeight(s sheetTable, row int, cells []string) error {
	lines := 1
	for i, cell := range cells {
		if !s.columns[i].number {
			lines = max(lines, strings.Count(cell, "\n")+1+(utf8.RuneCountInString(cell)-1)/mostWidth)
		}
	}
	if lines == 1 {
		return nil
	}
	return w.SetRowHeight(s.name, row, lineHeight*float64(min(lines, mostLines)))
}

// width is as wide as the header and most cells need.
func (s sheetTable) width(column int) int {
	const filter = 4 // letters that the button of the filter hides
	widest := max(leastWidth, utf8.RuneCountInString(s.columns[column].name)+filter)
	for _, row := range s.rows {
		if cell := cellOf(row, column); !s.columns[column].number {
			widest = max(widest, utf8.RuneCountInString(cell)+1)
		}
	}
	return widest
}

func (w *workbookWriter) setAbove(sheet string, row int, cells []string) error {
	for i, text := range cells {
		cell, err := excelize.CoordinatesToCellName(i+1, row)
		if err != nil {
			return err
		}
		if err := w.setText(sheet, cell, text); err != nil {
			return err
		}
		style := w.text
		if row == 1 {
			style = w.title
		}
		if err := w.SetCellStyle(sheet, cell, cell, style); err != nil {
			return err
		}
	}
	return nil
}

// setHeader writes the header. Where the table is all of the sheet, the header stays in view and has filters.
func (w *workbookWriter) setHeader(s sheetTable, row int) error {
	for i, c := range s.columns {
		cell, err := excelize.CoordinatesToCellName(i+1, row)
		if err != nil {
			return err
		}
		if err := w.setText(s.name, cell, c.name); err != nil {
			return err
		}
		style := w.header
		if c.number {
			style = w.numbers
		}
		if err := w.SetCellStyle(s.name, cell, cell, style); err != nil {
			return err
		}
	}
	if row > 1 || len(s.columns) == 0 {
		return nil
	}
	last, err := excelize.CoordinatesToCellName(len(s.columns), 1+max(1, len(s.rows)))
	if err != nil {
		return err
	}
	if err := w.AutoFilter(s.name, "A1:"+last, nil); err != nil {
		return err
	}
	if err := w.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: "'" + s.name + "'!$1:$1", Scope: s.name}); err != nil {
		return err
	}
	return w.SetPanes(s.name, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
}

// setCell writes a cell: nothing, a number or text.
func (w *workbookWriter) setCell(s sheetTable, row, column int, cells []string, text string) error {
	if text == "" {
		return nil
	}
	cell, err := excelize.CoordinatesToCellName(column+1, row)
	if err != nil {
		return err
	}
	c := s.columns[column]
	v, isNumber := c.parse(text)
	if !isNumber {
		return w.setText(s.name, cell, text)
	}
	if err := w.SetCellFloat(s.name, cell, v, -1, 64); err != nil {
		return err
	}
	if s.unit == nil {
		return nil
	}
	unit := s.unit(cells, column)
	if unit == "" {
		return nil
	}
	style, err := w.numberStyle(numberFormat("number", unit, w.words))
	if err != nil {
		return err
	}
	return w.SetCellStyle(s.name, cell, cell, style)
}

func (c sheetColumn) parse(text string) (v float64, ok bool) {
	if !c.number || !isNumber(text) {
		return 0, false
	}
	v, err := strconv.ParseFloat(text, 64)
	return v, err == nil && (!c.strict || formatNumber(v) == text)
}

// setText writes text, which Excel must not take for anything else, and must not cut off.
func (w *workbookWriter) setText(sheet, cell, text string) error {
	if len(text) > mostExcelText && utf16Length(text) > mostExcelText {
		return fmt.Errorf("the text of cell %s has more than the %d letters that Excel holds", cell, mostExcelText)
	}
	return w.SetCellStr(sheet, cell, text)
}

func utf16Length(text string) int {
	n := 0
	for _, r := range text {
		n++
		if r > 0xffff {
			n++
		}
	}
	return n
}

// textColumns are columns of text.
func textColumns(names ...string) []sheetColumn {
	columns := make([]sheetColumn, len(names))
	for i, name := range names {
		columns[i].name = name
	}
	return columns
}

// newContents is a first sheet that lists the others, below some lines of text.
func newContents(above [][]string) sheetTable {
	columns := append(textColumns("sheet", "what it holds"), sheetColumn{name: "rows", number: true, format: "#,##0"})
	return sheetTable{name: contentsSheet, above: above, columns: columns}
}

// list adds a sheet to the contents.
func (s *sheetTable) list(other sheetTable, what string) {
	s.rows = append(s.rows, []string{other.name, what, strconv.Itoa(len(other.rows))})
}
