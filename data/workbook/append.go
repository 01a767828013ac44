package workbook

import (
	"bytes"
	"fmt"
	"slices"

	"github.com/xuri/excelize/v2"
)

// appendExcel adds rows to a sheet of an Excel workbook: see Append.
func appendExcel(content []byte, s Sheet, t Table) (appended []byte, err error) {
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
	columns := 0
	for _, row := range s.Rows {
		columns = max(columns, len(row))
	}
	if err := w.setRange(s.Name, columns, last+len(t.Rows)); err != nil {
		return nil, err
	}
	return w.excelBytes()
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
		return w.setNumber(sheet, cell, v)
	}
	return w.setText(sheet, cell, text)
}
