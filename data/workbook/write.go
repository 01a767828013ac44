package workbook

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"reconfig/data/table"
)

// Table is a sheet to be written: some lines of text above, and a table.
type Table struct {
	Name    string
	Above   [][]string // lines of text
	Columns []Column
	Rows    [][]string
	Below   [][]string                   // lines of text, after an empty one
	Format  func(row, column int) string // of a cell by its index in Rows, where it is not its column's; nil if there is none such
	Printed bool                         // it is for print: one page wide, with its headings on every page and its lines as paragraphs
	Open    bool                         // rows may be added below, which have the styles of their columns
}

// Column is a column of a sheet.
type Column struct {
	Name   string
	Right  bool   // text is aligned at the right
	Number bool   // cells that are numbers are stored as numbers
	Strict bool   // but only if that keeps every letter, as of 1.5 and not of 1.50
	Format string // how numbers are shown; empty as Excel sees fit
}

// writer writes the sheets of one workbook.
type writer struct {
	*excelize.File
	styles map[string]int // of numbers, by format
	// Other styles: of text, of text that is wrapped or at the right, of headers of text and of numbers, and of the same for
	// print, of the title, and of paragraphs and the title on sheets for print.
	text, long, right, header, numbers, printedWords, printed, title, paragraph, printedTitle int
}

// writeExcel writes sheets as an Excel workbook: see Format.Write.
func writeExcel(title string, sheets []Table) ([]byte, error) {
	w := &writer{File: excelize.NewFile(), styles: map[string]int{}}
	defer func() { _ = w.Close() }() // nothing is on the disk
	if err := w.setProperties(title); err != nil {
		return nil, err
	}
	if err := w.makeStyles(); err != nil {
		return nil, err
	}
	for i, s := range sheets {
		if err := w.addSheet(i, s); err != nil {
			return nil, fmt.Errorf("sheet %s: %w", s.Name, err)
		}
	}
	return w.excelBytes()
}

func (w *writer) addSheet(i int, s Table) error {
	if n := s.height(); n > mostExcelRows {
		return fmt.Errorf("it would have %d rows; Excel holds %d: use the CSV file", n, mostExcelRows)
	}
	if i == 0 {
		if err := w.SetSheetName("Sheet1", s.Name); err != nil {
			return err
		}
	} else if _, err := w.NewSheet(s.Name); err != nil {
		return err
	}
	if err := w.setColumns(s); err != nil {
		return err
	}
	for i, row := range s.Above {
		if err := w.setLine(s, i+1, row); err != nil {
			return err
		}
	}
	header := len(s.Above) + 1
	if err := w.setHeader(s, header); err != nil {
		return err
	}
	for i, row := range s.Rows {
		for j, cell := range row {
			if err := w.setCell(s, header+1+i, i, j, cell); err != nil {
				return err
			}
		}
		if err := w.setHeight(s, header+1+i, row); err != nil {
			return err
		}
	}
	for i, row := range s.Below {
		if err := w.setLine(s, header+len(s.Rows)+2+i, row); err != nil {
			return err
		}
	}
	if err := w.setRange(s.Name, s.breadth(), s.height()); err != nil {
		return err
	}
	return w.setPage(s)
}

// setRange says which cells of a sheet are used. Without it the library says that A1 alone is, and programs that read row by
// row believe it: openpyxl's read-only mode gives one cell.
func (w *writer) setRange(sheet string, columns, rows int) error {
	last, err := excelize.CoordinatesToCellName(max(1, columns), rows)
	if err != nil {
		return err
	}
	return w.SetSheetDimension(sheet, "A1:"+last)
}

// breadth is how many columns of cells the sheet has, those of its lines of text too.
func (s Table) breadth() int {
	n := len(s.Columns)
	for _, line := range slices.Concat(s.Above, s.Below) {
		n = max(n, len(line))
	}
	return n
}

// height is how many rows the sheet has.
func (s Table) height() int {
	n := len(s.Above) + 1 + len(s.Rows)
	if len(s.Below) > 0 {
		n += 1 + len(s.Below)
	}
	return n
}

// setLine writes a line of text. What it says of the command may have any letters.
func (w *writer) setLine(s Table, row int, cells []string) error {
	for i, text := range cells {
		cell, err := excelize.CoordinatesToCellName(i+1, row)
		if err != nil {
			return err
		}
		if err := w.setText(s.Name, cell, strings.Map(writable, text)); err != nil {
			return err
		}
		style := w.text
		if row == 1 {
			style = w.title
		}
		if err := w.SetCellStyle(s.Name, cell, cell, style); err != nil {
			return err
		}
	}
	if s.isParagraph(cells) {
		return w.mergeParagraph(s, row, cells[0])
	}
	return nil
}

// setHeader writes the header. Where the table is all of the sheet, the header stays in view and has filters.
func (w *writer) setHeader(s Table, row int) error {
	for i, c := range s.Columns {
		cell, err := excelize.CoordinatesToCellName(i+1, row)
		if err != nil {
			return err
		}
		if err := w.setText(s.Name, cell, c.Name); err != nil {
			return err
		}
		style := w.header
		switch {
		case s.Printed && (c.Number || c.Right):
			style = w.printed
		case s.Printed:
			style = w.printedWords
		case c.Number:
			style = w.numbers
		}
		if err := w.SetCellStyle(s.Name, cell, cell, style); err != nil {
			return err
		}
	}
	if s.Printed {
		if err := w.SetRowHeight(s.Name, row, lineHeight*float64(s.headingLines())); err != nil {
			return err
		}
		return w.repeatRow(s.Name, row)
	}
	if row > 1 || len(s.Columns) == 0 {
		return nil
	}
	last, err := excelize.CoordinatesToCellName(len(s.Columns), 1+max(1, len(s.Rows)))
	if err != nil {
		return err
	}
	if err := w.AutoFilter(s.Name, "A1:"+last, nil); err != nil {
		return err
	}
	if err := w.repeatRow(s.Name, 1); err != nil {
		return err
	}
	return w.SetPanes(s.Name, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
}

// setCell writes a cell of row i of the table into a row of the sheet: nothing, a number or text.
func (w *writer) setCell(s Table, row, i, column int, text string) error {
	if text == "" {
		return nil
	}
	cell, err := excelize.CoordinatesToCellName(column+1, row)
	if err != nil {
		return err
	}
	c := s.Columns[column]
	v, isNumber := c.Parse(text)
	if !isNumber {
		return w.setText(s.Name, cell, text)
	}
	if err := w.setNumber(s.Name, cell, v); err != nil {
		return err
	}
	if s.Format == nil {
		return nil
	}
	format := s.Format(i, column)
	if format == "" {
		return nil
	}
	style, err := w.numberStyle(format)
	if err != nil {
		return err
	}
	return w.SetCellStyle(s.Name, cell, cell, style)
}

// setNumber writes a number with all of its digits. The library is given their text: of a number, some of its versions write
// no more than the 15 digits that Excel shows.
func (w *writer) setNumber(sheet, cell string, v float64) error {
	return w.SetCellDefault(sheet, cell, strconv.FormatFloat(v, 'f', -1, 64))
}

// Parse is the number that a cell of the column is stored as; not ok where it is stored as text.
func (c Column) Parse(text string) (v float64, ok bool) {
	if !c.Number || !table.IsNumber(text) {
		return 0, false
	}
	v, err := strconv.ParseFloat(text, 64)
	return v, err == nil && (!c.Strict || table.FormatNumber(v) == text)
}

// TextColumns are columns of text.
func TextColumns(names ...string) []Column {
	columns := make([]Column, len(names))
	for i, name := range names {
		columns[i].Name = name
	}
	return columns
}

// repeatRow has a row printed at the top of every page.
func (w *writer) repeatRow(sheet string, row int) error {
	return w.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: fmt.Sprintf("'%s'!$%d:$%d", sheet, row, row), Scope: sheet})
}
