package data

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// readWorkbookAsShown reads as readWorkbook does, but numbers with what their format adds to their meaning: zeros before
// them, the sign or code of a currency, or per cent.
func readWorkbookAsShown(content []byte) ([]sheet, error) {
	return readSheets(content, map[int]func(float64) string{})
}

var (
	zeros        = regexp.MustCompile(`^0{2,}$`)
	formatSign   = regexp.MustCompile(`\[\$([^\]-]*)[^\]]*\]`) // [$€-407] shows €, [$-407] only says where
	formatCommas = strings.NewReplacer(`\`, "", `_-`, " ")
)

// shownBy makes of a number format what writes numbers as it shows them, as far as that matters.
func shownBy(format string) func(float64) string {
	if zeros.MatchString(format) {
		return func(v float64) string {
			digits := formatNumber(v)
			return strings.Repeat("0", max(0, len(format)-len(digits))) + digits
		}
	}
	if strings.HasSuffix(format, "%") {
		return func(v float64) string { return strconv.FormatFloat(100*v, 'g', 12, 64) + "%" }
	}
	positive, _, _ := strings.Cut(formatCommas.Replace(format), ";")
	if named := currenciesIn(formatSign.ReplaceAllString(positive, " $1 ")); len(named) > 0 {
		return func(v float64) string { return named[0] + " " + formatNumber(v) }
	}
	return formatNumber
}

// shown is a number of a cell as its format shows it.
func (r *workbookReader) shown(sheet, cell string, v float64) (string, error) {
	if r.formats == nil {
		return formatNumber(v), nil
	}
	style, err := r.GetCellStyle(sheet, cell)
	if err != nil {
		return "", damaged(err)
	}
	if r.formats[style] == nil {
		r.formats[style] = formatNumber
		if s, err := r.GetStyle(style); err == nil && s.CustomNumFmt != nil {
			r.formats[style] = shownBy(*s.CustomNumFmt)
		} else if err == nil && (s.NumFmt == 9 || s.NumFmt == 10) { // per cent in every workbook
			r.formats[style] = shownBy("0%")
		}
	}
	return r.formats[style](v), nil
}

// mergedCells lists the merged cells of a sheet.
func (r *workbookReader) mergedCells(sheet string) (all []merged, err error) {
	blocks, err := r.GetMergeCells(sheet)
	if err != nil {
		return nil, damaged(err)
	}
	for _, b := range blocks {
		m := merged{cells: b.GetStartAxis() + ":" + b.GetEndAxis(), text: b.GetCellValue()}
		m.firstColumn, m.firstRow, err = excelize.CellNameToCoordinates(b.GetStartAxis())
		if err == nil {
			m.lastColumn, m.lastRow, err = excelize.CellNameToCoordinates(b.GetEndAxis())
		}
		if err != nil {
			return nil, damaged(err)
		}
		all = append(all, m)
	}
	return all, nil
}
