// Package workbook reads and writes sheets of Excel workbooks (.xlsx), and is the only package that knows the library which
// does. It knows nothing of cases and results.
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

// Read reads the sheets of an Excel workbook (.xlsx) in their order. Numbers are in full, as 1234.5, whatever format
// shows them; truths are yes or no, dates as 2010-04-01; a formula is what it came to when the workbook was saved. A file
// that is no workbook, or too large, gives a table.Problems error, whose File is left to the caller. Cells that cannot be
// used are in the problems of their sheet, for a sheet of notes may hold anything.
func Read(content []byte) ([]Sheet, error) { return read(content, nil) }

// read takes numbers as formats shows them, or in full where it is nil.
func read(content []byte, formats *formats) (sheets []Sheet, err error) {
	if expected := notWorkbook(content); expected != "" {
		return nil, table.Problems{{Expected: expected}}
	}
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

var (
	compoundFile = []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") // a .xls, or an encrypted .xlsx
	encrypted    = []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")
	zipFile      = []byte("PK\x03\x04")
)

// notWorkbook says what is expected instead of a file that is no workbook; nothing if it may be one.
func notWorkbook(content []byte) string {
	switch {
	case len(content) == 0:
		return "an Excel workbook (.xlsx): the file is empty"
	case bytes.HasPrefix(content, compoundFile) && bytes.Contains(content, encrypted):
		return "a workbook without a password: in Excel, take it off under File, Info, Protect Workbook, and save it again"
	case bytes.HasPrefix(content, compoundFile):
		return "an Excel workbook (.xlsx): this is of an older kind, as .xls; open it in Excel or LibreOffice and save it as .xlsx"
	case !bytes.HasPrefix(content, zipFile) && table.CheckText(content) == nil:
		return "an Excel workbook (.xlsx): this is text under that name; if it is a CSV file, let its name end in .csv; otherwise open it in Excel or LibreOffice and save it as .xlsx"
	case !bytes.HasPrefix(content, zipFile):
		return "an Excel workbook (.xlsx): this is something else under that name; if it is a CSV file, let its name end in .csv, otherwise open it in Excel or LibreOffice and save it as .xlsx"
	}
	return ""
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
	filled, widest := 0, 0
	for n := 1; rows.Next(); n++ {
		cells, err := r.readRow(s, rows, n)
		if err != nil {
			return err
		}
		if len(cells) == 0 {
			continue
		}
		filled, widest = filled+1, max(widest, len(cells))
		switch {
		case n > mostSheetRows || len(cells) > mostSheetColumns:
			return table.Problems{{Sheet: s.Name, Line: n, Expected: fmt.Sprintf("at most %d rows and %d columns", mostSheetRows, mostSheetColumns)}}
		case filled*widest > mostSheetCells: // as many as it has as a table
			return table.Problems{{Sheet: s.Name, Line: n, Expected: fmt.Sprintf("at most %d cells; with one row that is far longer than the others, each counts as being as long", mostSheetCells)}}
		}
		s.addRow(n, cells)
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

// Is says whether a file is a workbook by its content, perhaps of an older kind.
func Is(content []byte) bool {
	return bytes.HasPrefix(content, zipFile) || bytes.HasPrefix(content, compoundFile)
}

// IsFileName says whether a file is a workbook by its name.
func IsFileName(file string) bool { return strings.HasSuffix(strings.ToLower(file), ".xlsx") }
