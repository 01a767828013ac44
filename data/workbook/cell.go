package workbook

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// cell is what a cell holds, of which excelize gives the text.
func (r *reader) cell(s *Sheet, row, column int, text string) (string, error) {
	name, err := excelize.CoordinatesToCellName(column+1, row)
	if err != nil {
		return "", damaged(err)
	}
	kind, err := r.GetCellType(s.Name, name)
	if err != nil {
		return "", damaged(err)
	}
	switch {
	case text == "":
		return "", r.checkEmpty(s, name, row, column, kind)
	case kind == excelize.CellTypeError:
		s.fail(row, column, text, "a value: the formula in "+name+" came to an error; mend it, or put the value there")
		return "", nil
	case kind == excelize.CellTypeBool:
		return map[bool]string{true: "yes", false: "no"}[text == "1" || strings.EqualFold(text, "true")], nil
	case kind == excelize.CellTypeDate:
		return strings.TrimSuffix(text, "T00:00:00Z"), nil
	case kind == excelize.CellTypeUnset || kind == excelize.CellTypeNumber:
		return r.number(s.Name, name, text)
	}
	return text, nil
}

// checkEmpty reports a cell that is not as empty as it looks.
func (r *reader) checkEmpty(s *Sheet, name string, row, column int, kind excelize.CellType) error {
	value, err := r.GetCellValue(s.Name, name, excelize.Options{RawCellValue: true})
	if err != nil {
		return damaged(err)
	}
	if value != "" || kind == excelize.CellTypeFormula && !r.scan.unresolved[name] {
		return nil // in a merged cell, or a formula that comes to empty text
	}
	formula, err := r.GetCellFormula(s.Name, name)
	if err != nil {
		return damaged(err)
	}
	if formula != "" {
		s.fail(row, column, "="+formula, "a value: the formula in "+name+" was saved without a result; open the workbook in Excel or LibreOffice and save it, or put the value there")
	}
	return nil
}
