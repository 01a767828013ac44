package workbook

import (
	"bytes"
	"fmt"
	"slices"

	"github.com/xuri/excelize/v2"
)

// Append adds rows to a sheet of a workbook, below the last that holds something and in the style of that, and leaves all
// else as it is. The table names its sheet and says which of its columns are numbers; columns of the sheet that it does
// not have stay empty. The sheet is one that Read has read from the same content.
func Append(content []byte, s Sheet, t Table) (appended []byte, err error) {
	defer func() {
		if fault := recover(); fault != nil { // excelize trusts what is in a file that opens
			appended, err = nil, damaged(fmt.Errorf("%v", fault))
		}
	}()
	f, err := excelize.OpenReader(bytes.NewReader(content), excelize.Options{UnzipSizeLimit: MostBytes, UnzipXMLSizeLimit: MostBytes})
	if err != nil {
		return nil, damaged(err)
	}
	defer func() { _ = f.Close() }()
	w := writer{File: f}
	last := len(s.Rows)
	for i, row := range t.Rows {
		for column, name := range s.Rows[0] {
			j := slices.IndexFunc(t.Columns, func(c Column) bool { return c.Name == name })
			if j < 0 {
				continue
			}
			if err := w.appendCell(s.Name, last, last+1+i, column+1, t.Columns[j], row[j]); err != nil {
				return nil, err
			}
		}
	}
	var b bytes.Buffer
	err = f.Write(&b)
	return b.Bytes(), err
}

// appendCell writes a cell in the style of the one in the row that was the last.
func (w *writer) appendCell(sheet string, last, row, column int, c Column, text string) error {
	above, err := excelize.CoordinatesToCellName(column, last)
	if err != nil {
		return err
	}
	cell, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		return err
	}
	if last > 1 { // the first is the header
		style, err := w.GetCellStyle(sheet, above)
		if err != nil {
			return err
		}
		if err := w.SetCellStyle(sheet, cell, cell, style); err != nil {
			return err
		}
	}
	if v, isNumber := c.Parse(text); isNumber {
		return w.SetCellFloat(sheet, cell, v, -1, 64)
	}
	return w.setText(sheet, cell, text)
}
