package workbook

import (
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"reconfig/data/pattern"
	"reconfig/data/table"
)

// formats keeps how numbers are shown, by style.
type formats struct {
	currency func(string) string
	of       map[int]func(float64) string
}

var (
	zeros        = pattern.New(`^0{2,}$`)
	formatSign   = pattern.New(`\[\$([^\]-]*)[^\]]*\]`) // [$€-407] shows €, [$-407] only says where
	formatCommas = strings.NewReplacer(`\`, "", `_-`, " ")
)

// shownBy makes of a number format what writes numbers as it shows them, as far as that matters.
func (f *formats) shownBy(format string) func(float64) string {
	if zeros().MatchString(format) {
		return func(v float64) string {
			digits := table.FormatNumber(v)
			return strings.Repeat("0", max(0, len(format)-len(digits))) + digits
		}
	}
	if strings.HasSuffix(format, "%") {
		return func(v float64) string { return strconv.FormatFloat(100*v, 'g', 12, 64) + "%" }
	}
	positive, _, _ := strings.Cut(formatCommas.Replace(format), ";")
	if currency := f.currency(formatSign().ReplaceAllString(positive, " $1 ")); currency != "" {
		return func(v float64) string { return currency + " " + table.FormatNumber(v) }
	}
	return table.FormatNumber
}

// shown is a number of a cell as its format shows it.
func (r *reader) shown(sheet, cell string, v float64) (string, error) {
	if r.formats == nil {
		return table.FormatNumber(v), nil
	}
	style, err := r.GetCellStyle(sheet, cell)
	if err != nil {
		return "", damaged(err)
	}
	if r.formats.of[style] == nil {
		r.formats.of[style] = table.FormatNumber
		if s, err := r.GetStyle(style); err == nil && s.CustomNumFmt != nil {
			r.formats.of[style] = r.formats.shownBy(*s.CustomNumFmt)
		} else if err == nil && (s.NumFmt == 9 || s.NumFmt == 10) { // per cent in every workbook
			r.formats.of[style] = r.formats.shownBy("0%")
		}
	}
	return r.formats.of[style](v), nil
}

// Merged is a block of cells of a sheet that are merged into one. Rows and columns count from 1.
type Merged struct {
	Cells                   string // as C2:C7
	FirstRow, LastRow       int
	FirstColumn, LastColumn int
	Text                    string
}

// mergedCells lists the merged cells of a sheet.
func (r *reader) mergedCells(sheet string) (all []Merged, err error) {
	blocks, err := r.GetMergeCells(sheet)
	if err != nil {
		return nil, damaged(err)
	}
	for _, b := range blocks {
		m := Merged{Cells: b.GetStartAxis() + ":" + b.GetEndAxis(), Text: b.GetCellValue()}
		m.FirstColumn, m.FirstRow, err = excelize.CellNameToCoordinates(b.GetStartAxis())
		if err == nil {
			m.LastColumn, m.LastRow, err = excelize.CellNameToCoordinates(b.GetEndAxis())
		}
		if err != nil {
			return nil, damaged(err)
		}
		all = append(all, m)
	}
	return all, nil
}
