// Package workbook reads and writes sheets of workbooks: of Excel (.xlsx) and OpenDocument (.ods). It is the only package that
// knows the library for the one, and the XML of the other. It knows nothing of cases and results.
package workbook

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"reconfig/data/table"
)

// MostBytes is how large a workbook may be, also unpacked. A small file can unpack to far more than fits into memory.
const MostBytes = 100 << 20

// What a workbook may hold at most.
const (
	mostSheetCells   = 2_000_000 // of all sheets, with the empty ones before a row's last
	mostSheetColumns = 1000
	mostSheetRows    = 200_000
	mostCellProblems = 20 // of one sheet
)

// excelFormat is that of Excel since 2007.
var excelFormat = Format{
	Name: "xlsx", Called: "an Excel workbook", MediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	read: readExcel, write: writeExcel, append: appendExcel,
}

// readExcel reads the sheets of an Excel workbook.
func readExcel(content []byte, formats *formats) (sheets []Sheet, err error) {
	scan, err := scanParts(content)
	if err != nil {
		return nil, err
	}
	defer func() {
		if fault := recover(); fault != nil { // excelize trusts what is in a file that opens
			sheets, err = nil, damaged(fmt.Errorf("%v", fault))
		}
	}()
	f, err := excelize.OpenReader(bytes.NewReader(content), excelize.Options{
		UnzipSizeLimit: MostBytes, UnzipXMLSizeLimit: MostBytes, // all in memory, no temporary files
	})
	if err != nil {
		return nil, damaged(err)
	}
	defer func() { _ = f.Close() }()
	r := reader{File: f, scan: scan, dates: map[int]bool{}, formats: formats}
	if p, err := f.GetWorkbookProps(); err == nil && p.Date1904 != nil {
		r.since1904 = *p.Date1904
	}
	for _, name := range f.GetSheetList() {
		s, err := r.readSheet(name)
		if err != nil {
			return nil, err
		}
		sheets = append(sheets, s)
		f.Sheet.Clear() // its cells are far larger than their text
	}
	return sheets, nil
}

func damaged(err error) table.Problems {
	return table.Problems{{Expected: "an Excel workbook that is whole: open it in Excel or LibreOffice and save it again as .xlsx (" + err.Error() + ")"}}
}

// reader reads the sheets of one workbook.
type reader struct {
	*excelize.File
	scan      *scan
	dates     map[int]bool // by style
	formats   *formats     // nil where numbers are in full
	since1904 bool         // days are counted from 1904, as on old Macs
}

// readSheet reads the cells of a sheet.
func (r *reader) readSheet(name string) (Sheet, error) {
	s := Sheet{Name: name}
	rows, err := r.Rows(name)
	if err != nil {
		return s, damaged(err)
	}
	defer func() { _ = rows.Close() }()
	if _, err := r.GetCellType(name, "A1"); err != nil { // rows end early, and say nothing, where a sheet is damaged
		if isChart(err) {
			return s, nil
		}
		return s, damaged(err)
	}
	if visible, err := r.GetSheetVisible(name); err == nil {
		s.Hidden = !visible
	}
	if r.formats != nil {
		if s.Merged, err = r.mergedCells(name); err != nil {
			return s, err
		}
	}
	return s, r.readRows(&s, rows)
}

// isChart says whether excelize means by its error that a sheet is a chart, and has no cells. Of that it gives no error that
// could be told from others, only these words; a test fails when they change.
func isChart(err error) bool { return strings.HasSuffix(err.Error(), "is not a worksheet") }

// readRows reads the rows of a sheet, as far as it may have them.
func (r *reader) readRows(s *Sheet, rows *excelize.Rows) error {
	for n := 1; rows.Next(); n++ {
		cells, err := r.readRow(s, rows, n)
		if err != nil {
			return err
		}
		if len(cells) == 0 {
			continue
		}
		if err := s.take(n, cells); err != nil {
			return err
		}
		if rows.GetRowOpts().Hidden {
			s.HiddenRows = append(s.HiddenRows, n)
		}
	}
	if err := rows.Error(); err != nil {
		return damaged(err)
	}
	return nil
}

// readRow reads row n up to its last cell that holds something.
func (r *reader) readRow(s *Sheet, rows *excelize.Rows, n int) ([]string, error) {
	cells, err := rows.Columns(excelize.Options{RawCellValue: true})
	if err != nil {
		return nil, damaged(err)
	}
	if len(s.Rows) > 0 && len(cells) > 0 { // what excelize finds nothing in, and so leaves out, may have something wrong
		cells = append(cells, make([]string, max(0, len(s.Rows[0])-len(cells)))...)
	}
	for i := range cells {
		if cells[i], err = r.cell(s, n, i, cells[i]); err != nil {
			return nil, err
		}
	}
	for len(cells) > 0 && cells[len(cells)-1] == "" {
		cells = cells[:len(cells)-1]
	}
	return cells, nil
}
