package data

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// What a workbook may hold at most. A small file can unpack to far more than fits into memory.
const (
	mostWorkbookBytes = 100 << 20 // unpacked
	mostSheetCells    = 2_000_000 // of all sheets, with the empty ones before a row's last
	mostSheetColumns  = 1000
	mostSheetRows     = 200_000
	mostCellProblems  = 20 // of one sheet
)

// sheet is one sheet of a workbook: what its cells hold, not what they show.
type sheet struct {
	name     string
	rows     [][]string // row n of the sheet is rows[n-1]; a row ends at its last cell that holds something
	problems Problems   // cells that hold nothing that could be used; their File is left to inWorkbook
}

// readWorkbook reads the sheets of an Excel workbook (.xlsx) in their order. Numbers are in full, as 1234.5, whatever
// format shows them; truths are yes or no, dates as 2010-04-01; a formula is what it came to when the workbook was saved.
// A file that is no workbook, or too large, gives a Problems error. Cells that cannot be used are in the problems of
// their sheet, for a sheet of notes may hold anything.
func readWorkbook(content []byte) (sheets []sheet, err error) {
	if expected := notWorkbook(content); expected != "" {
		return nil, Problems{{Expected: expected}}
	}
	scan, err := scanWorkbook(content)
	if err != nil {
		return nil, err
	}
	defer func() {
		if fault := recover(); fault != nil { // excelize trusts what is in a file that opens
			sheets, err = nil, damaged(fmt.Errorf("%v", fault))
		}
	}()
	f, err := excelize.OpenReader(bytes.NewReader(content), excelize.Options{
		UnzipSizeLimit: mostWorkbookBytes, UnzipXMLSizeLimit: mostWorkbookBytes, // all in memory, no temporary files
	})
	if err != nil {
		return nil, damaged(err)
	}
	defer f.Close()
	r := workbookReader{File: f, scan: scan, dates: map[int]bool{}}
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

// inWorkbook says in which file the problems of a workbook or of one of its sheets are.
func (ps Problems) inWorkbook(file string) Problems {
	for i := range ps {
		ps[i].File = file
	}
	return ps
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
	case !bytes.HasPrefix(content, zipFile):
		return "an Excel workbook (.xlsx): this is something else under that name; if it is a CSV file, let its name end in .csv, otherwise open it in Excel or LibreOffice and save it as .xlsx"
	}
	return ""
}

func damaged(err error) Problems {
	return Problems{{Expected: "an Excel workbook that is whole: open it in Excel or LibreOffice and save it again as .xlsx (" + err.Error() + ")"}}
}

// workbookReader reads the sheets of one workbook.
type workbookReader struct {
	*excelize.File
	scan      *workbookScan
	dates     map[int]bool // by style
	since1904 bool         // days are counted from 1904, as on old Macs
}

func (r *workbookReader) readSheet(name string) (sheet, error) {
	s := sheet{name: name}
	rows, err := r.Rows(name)
	if err != nil {
		return s, damaged(err)
	}
	defer rows.Close()
	if _, err := r.GetCellType(name, "A1"); err != nil { // rows end early, and say nothing, where a sheet is damaged
		if strings.HasSuffix(err.Error(), "is not a worksheet") { // a chart
			return s, nil
		}
		return s, damaged(err)
	}
	for n := 1; rows.Next(); n++ {
		cells, err := rows.Columns(excelize.Options{RawCellValue: true})
		if err != nil {
			return s, damaged(err)
		}
		for i := range cells {
			if cells[i], err = r.cell(&s, n, i, cells[i]); err != nil {
				return s, err
			}
		}
		for len(cells) > 0 && cells[len(cells)-1] == "" {
			cells = cells[:len(cells)-1]
		}
		if len(cells) == 0 {
			continue
		}
		if n > mostSheetRows || len(cells) > mostSheetColumns {
			return s, Problems{{Sheet: name, Line: n, Expected: fmt.Sprintf("at most %d rows and %d columns", mostSheetRows, mostSheetColumns)}}
		}
		s.rows = append(s.rows, slices.Repeat([][]string{nil}, n-1-len(s.rows))...)
		s.rows = append(s.rows, cells)
	}
	if err := rows.Error(); err != nil {
		return s, damaged(err)
	}
	return s, nil
}

// cell is what a cell holds, of which excelize gives the text.
func (r *workbookReader) cell(s *sheet, row, column int, text string) (string, error) {
	name, err := excelize.CoordinatesToCellName(column+1, row)
	if err != nil {
		return "", damaged(err)
	}
	kind, err := r.GetCellType(s.name, name)
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
		return r.number(s.name, name, text)
	}
	return text, nil
}

// checkEmpty reports a cell that is not as empty as it looks.
func (r *workbookReader) checkEmpty(s *sheet, name string, row, column int, kind excelize.CellType) error {
	value, err := r.GetCellValue(s.name, name, excelize.Options{RawCellValue: true})
	if err != nil {
		return damaged(err)
	}
	if value != "" || kind == excelize.CellTypeFormula && !r.scan.unresolved[name] {
		return nil // in a merged cell, or a formula that comes to empty text
	}
	formula, err := r.GetCellFormula(s.name, name)
	if err != nil {
		return damaged(err)
	}
	if formula != "" {
		s.fail(row, column, "="+formula, "a value: the formula in "+name+" was saved without a result; open the workbook in Excel or LibreOffice and save it, or put the value there")
	}
	return nil
}

// fail adds a problem of a cell, whose column goes by its name in the header where there is one.
func (s *sheet) fail(row, column int, value, expected string) {
	if len(s.problems) >= mostCellProblems {
		return
	}
	name, err := excelize.ColumnNumberToName(column + 1)
	if err != nil {
		name = strconv.Itoa(column + 1)
	}
	if len(s.rows) > 0 && column < len(s.rows[0]) && s.rows[0][column] != "" {
		name = s.rows[0][column]
	}
	s.problems = append(s.problems, Problem{Sheet: s.name, Line: row, Column: name, Value: value, Expected: expected})
}

// number is a number as it is stored, or the day that it stands for.
func (r *workbookReader) number(sheet, cell, text string) (string, error) {
	if !isNumber(text) {
		return text, nil
	}
	v, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return text, nil
	}
	isDate, err := r.isDate(sheet, cell)
	if err != nil {
		return "", damaged(err)
	}
	if isDate && v >= 1 {
		if t, err := excelize.ExcelDateToTime(v, r.since1904); err == nil {
			return strings.TrimSuffix(t.Format("2006-01-02 15:04:05"), " 00:00:00"), nil
		}
	}
	return formatNumber(v), nil
}

// isDate says whether a cell shows its number as a date.
func (r *workbookReader) isDate(sheet, cell string) (bool, error) {
	style, err := r.GetCellStyle(sheet, cell)
	if err != nil {
		return false, err
	}
	if is, known := r.dates[style]; known {
		return is, nil
	}
	s, err := r.GetStyle(style)
	if err != nil {
		return false, err
	}
	is := slices.Contains(dateFormats, s.NumFmt)
	if s.CustomNumFmt != nil {
		is = showsDate(*s.CustomNumFmt)
	}
	r.dates[style] = is
	return is, nil
}

// dateFormats are the numbers of the formats of dates that every workbook has (ECMA-376, part 1, 18.8.30).
var dateFormats = []int{14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58}

// showsDate says whether a format has days or years in it, outside of quotes, brackets and escapes.
func showsDate(format string) bool {
	var until rune
	escaped := false
	for _, c := range strings.ToLower(format) {
		switch {
		case escaped:
			escaped = false
		case until != 0:
			if c == until {
				until = 0
			}
		case c == '"':
			until = '"'
		case c == '[':
			until = ']'
		case c == '\\' || c == '_' || c == '*':
			escaped = true
		case c == 'd' || c == 'y':
			return true
		}
	}
	return false
}

// csv is the sheet as a CSV file. Its line n is row n of the sheet, unless a cell holds more than one line: rowOf says
// which then. Empty rows are empty lines, and rows are as long as the longest.
func (s sheet) csv() []byte {
	width := 0
	for _, row := range s.rows {
		width = max(width, len(row))
	}
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	for _, row := range s.rows {
		if len(row) == 0 {
			w.Flush()
			b.WriteByte('\n')
			continue
		}
		_ = w.Write(append(slices.Clone(row), make([]string, width-len(row))...)) // a buffer takes everything
	}
	w.Flush()
	return b.Bytes()
}

// rowOf is the row of the sheet that a line of its CSV file belongs to.
func (s sheet) rowOf(line int) int {
	for i, row := range s.rows {
		for _, cell := range row {
			line -= strings.Count(cell, "\n")
		}
		if line <= i+1 {
			return i + 1
		}
	}
	return line
}

// locate makes problems of the sheet's CSV file problems of the sheet in the workbook.
func (s sheet) locate(problems Problems, file string) Problems {
	for i := range problems {
		p := &problems[i]
		p.File, p.Sheet = file, s.name
		if p.Line > 0 {
			p.Line = s.rowOf(p.Line)
		}
		if p.Earlier > 0 {
			p.Earlier = s.rowOf(p.Earlier)
		}
	}
	return problems
}

// isWorkbookName says whether a file is a workbook by its name.
func isWorkbookName(file string) bool { return strings.HasSuffix(strings.ToLower(file), ".xlsx") }
