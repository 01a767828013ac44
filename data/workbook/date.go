package workbook

import (
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"reconfig/data/table"
)

// number is a number as it is stored, or the day that it stands for.
func (r *reader) number(sheet, cell, text string) (string, error) {
	if !table.IsNumber(text) {
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
	return r.shown(sheet, cell, v)
}

// isDate says whether a cell shows its number as a date.
func (r *reader) isDate(sheet, cell string) (bool, error) {
	style, err := r.GetCellStyle(sheet, cell)
	if err != nil {
		return false, err
	}
	if is, known := r.dates[style]; known {
		return is, nil
	}
	is := false
	if s, err := r.GetStyle(style); err == nil { // a style that is not there shows no date
		is = slices.Contains(dateFormats, s.NumFmt)
		if s.CustomNumFmt != nil {
			is = showsDate(*s.CustomNumFmt)
		}
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
