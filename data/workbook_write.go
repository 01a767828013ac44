package data

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"reconfig/data/table"
	"reconfig/model/result"
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
	defer func() { _ = w.Close() }()    // nothing is on the disk
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

// setAbove writes a line of text. What it says of the command may have any letters.
func (w *workbookWriter) setAbove(sheet string, row int, cells []string) error {
	for i, text := range cells {
		cell, err := excelize.CoordinatesToCellName(i+1, row)
		if err != nil {
			return err
		}
		if err := w.setText(sheet, cell, strings.Map(writable, text)); err != nil {
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
	if !c.number || !table.IsNumber(text) {
		return 0, false
	}
	v, err := strconv.ParseFloat(text, 64)
	return v, err == nil && (!c.strict || table.FormatNumber(v) == text)
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
