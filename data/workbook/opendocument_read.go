package workbook

import (
	"encoding/xml"
	"fmt"
	"slices"

	"github.com/xuri/excelize/v2"

	"reconfig/data/table"
)

// sheetReader reads one sheet.
type sheetReader struct {
	*documentReader
	sheet   *Sheet
	row     int // that is read, from 1
	columns []columnStyle
}

// columnStyle is the style of the cells of columns, up to one that begins others.
type columnStyle struct {
	until int
	style string
}

// readTable reads a sheet.
func (r *documentReader) readTable(e xml.StartElement) error {
	s := Sheet{Name: attribute(e, nsTable, "name"), Hidden: r.styles.hidden[attribute(e, nsTable, "style-name")]}
	t := &sheetReader{documentReader: r, sheet: &s, row: 1}
	if err := r.children(t.readPart); err != nil {
		return err
	}
	r.sheets = append(r.sheets, s)
	return nil
}

// readPart reads a part of a sheet: columns, a row, or a group of these. Forms, drawings and such are passed over.
func (t *sheetReader) readPart(e xml.StartElement) error {
	if e.Name.Space != nsTable {
		return t.skip()
	}
	switch e.Name.Local {
	case "table-header-columns", "table-column-group", "table-columns", "table-header-rows", "table-row-group", "table-rows":
		return t.children(t.readPart)
	case "table-column":
		n, err := repeated(e, "number-columns-repeated")
		if err != nil {
			return err
		}
		until := n
		if k := len(t.columns); k > 0 {
			until += t.columns[k-1].until
		}
		t.columns = append(t.columns, columnStyle{until, attribute(e, nsTable, "default-cell-style-name")})
		return t.skip()
	case "table-row":
		return t.readRow(e)
	}
	return t.skip()
}

// readRow reads a row, which may stand for several.
func (t *sheetReader) readRow(e xml.StartElement) error {
	n, err := repeated(e, "number-rows-repeated")
	if err != nil {
		return t.at(err)
	}
	var cells []string
	column, style := 0, attribute(e, nsTable, "default-cell-style-name")
	before := t.letters
	err = t.children(func(e xml.StartElement) error {
		covered := is(e, nsTable, "covered-table-cell")
		if !covered && !is(e, nsTable, "table-cell") {
			return t.skip()
		}
		if t.elements++; t.elements > mostSheetCells {
			return tooManyCells()
		}
		if column >= excelize.MaxColumns {
			return table.Problems{{Sheet: t.sheet.Name, Line: t.row, Expected: fmt.Sprintf("at most %d columns, as a spreadsheet has, the empty ones counted", excelize.MaxColumns)}}
		}
		text, times, err := t.readCell(e, column, style)
		if err != nil {
			return t.at(err)
		}
		if covered { // it is part of a merged cell
			text = ""
		}
		if text != "" {
			if column+times > mostSheetColumns {
				return table.Problems{{Sheet: t.sheet.Name, Line: t.row, Expected: fmt.Sprintf("at most %d rows and %d columns", mostSheetRows, mostSheetColumns)}}
			}
			t.letters += len(text) * (times - 1)
			cells = append(append(cells, make([]string, column-len(cells))...), slices.Repeat([]string{text}, times)...)
		}
		column = min(column+times, mostExcelRows)
		return nil
	})
	if err != nil {
		return err
	}
	hidden := attribute(e, nsTable, "visibility")
	if len(cells) == 0 {
		t.row = min(t.row+n, 2*mostExcelRows)
		return nil
	}
	if t.letters += (t.letters - before) * (n - 1); t.letters > MostBytes {
		return tooLargeUnpacked()
	}
	return t.addRows(cells, n, hidden == "collapse" || hidden == "filter")
}

// addRows adds rows that are alike.
func (t *sheetReader) addRows(cells []string, n int, hidden bool) error {
	for range n {
		if t.cells += len(cells); t.cells > mostSheetCells {
			return tooManyCells()
		}
		if err := t.sheet.take(t.row, slices.Clone(cells)); err != nil {
			return err
		}
		if hidden {
			t.sheet.HiddenRows = append(t.sheet.HiddenRows, t.row)
		}
		t.row++
	}
	return nil
}

func tooManyCells() error {
	return table.Problems{{Expected: fmt.Sprintf("a workbook of at most %d cells, with the empty ones before a row's last: copy what is needed into a new one", mostSheetCells)}}
}

// at says of a problem in which row of the sheet it is.
func (t *sheetReader) at(err error) error {
	problems, ok := err.(table.Problems) //nolint:errorlint // made here
	if ok && len(problems) == 1 && problems[0].Sheet == "" {
		problems[0].Sheet, problems[0].Line = t.sheet.Name, t.row
	}
	return err
}

// addMerged keeps a merged cell, as far as it is asked for.
func (t *sheetReader) addMerged(e xml.StartElement, column int, text string) error {
	if t.shown == nil {
		return nil
	}
	rows, err := repeated(e, "number-rows-spanned")
	if err != nil {
		return err
	}
	columns, err := repeated(e, "number-columns-spanned")
	if err != nil || rows*columns == 1 {
		return err
	}
	m := Merged{FirstRow: t.row, LastRow: t.row + rows - 1, FirstColumn: column + 1, LastColumn: column + columns, Text: text}
	m.Cells = cellName(m.FirstColumn, m.FirstRow) + ":" + cellName(m.LastColumn, m.LastRow)
	t.sheet.Merged = append(t.sheet.Merged, m)
	return nil
}

// cellName is a cell by column and row, as B5.
func cellName(column, row int) string {
	name, err := excelize.ColumnNumberToName(column)
	if err != nil {
		name = fmt.Sprintf("column %d, row ", column)
	}
	return fmt.Sprintf("%s%d", name, row)
}

// columnStyle is the style of a column's cells.
func (t *sheetReader) columnStyle(column int) string {
	i, _ := slices.BinarySearchFunc(t.columns, column, func(c columnStyle, column int) int { return c.until - 1 - column })
	if i < len(t.columns) {
		return t.columns[i].style
	}
	return ""
}
