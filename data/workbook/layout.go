package workbook

import (
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// Widths, in letters. Wider text is wrapped; a wider sheet is printed on several pages beside one another.
const (
	leastWidth, mostWidth = 9, 60
	pageWidth             = 220
	lineHeight            = 15 // points
	mostLines             = 27 // Excel's rows are at most 409 points high
)

// printedMargin is the margin of a page for print, in cm.
const printedMargin = 1.2

const (
	boldSpace  = 3 // letters that bold ones and a margin take beyond their number
	fontName   = "Calibri"
	textFormat = 49 // the number of the format “@”: what is typed there stays text
)

func (w *writer) makeStyles() error {
	top, wrapped := &excelize.Alignment{Vertical: "top"}, &excelize.Alignment{Vertical: "top", WrapText: true}
	title := excelize.Style{Font: &excelize.Font{Family: fontName, Bold: true, Size: titleSize}}
	header := excelize.Style{
		NumFmt: textFormat, Font: &excelize.Font{Family: fontName, Bold: true, Size: 11}, Alignment: top,
		Fill:   excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E7E6E6"}},
		Border: []excelize.Border{{Type: "bottom", Style: 1, Color: "7F7F7F"}},
	}
	numbers := header
	numbers.Alignment = &excelize.Alignment{Vertical: "top", Horizontal: "right", Indent: 1}
	printed := numbers
	printed.Alignment = &excelize.Alignment{Vertical: "bottom", Horizontal: "right", Indent: 1, WrapText: true}
	words := header
	words.Alignment = &excelize.Alignment{Vertical: "bottom", WrapText: true}
	for _, s := range []struct {
		to    *int
		style excelize.Style
	}{
		{&w.right, excelize.Style{NumFmt: textFormat, Alignment: &excelize.Alignment{Vertical: "top", Horizontal: "right", Indent: 1}}},
		{&w.printedWords, words},
		{&w.text, excelize.Style{NumFmt: textFormat, Alignment: top}},
		{&w.long, excelize.Style{NumFmt: textFormat, Alignment: wrapped}},
		{&w.title, title},
		{&w.paragraph, excelize.Style{NumFmt: textFormat, Alignment: wrapped}},
		{&w.printedTitle, excelize.Style{Font: title.Font, Alignment: wrapped}},
		{&w.header, header},
		{&w.numbers, numbers},
		{&w.printed, printed},
	} {
		var err error
		if *s.to, err = w.NewStyle(&s.style); err != nil {
			return err
		}
	}
	return nil
}

// numberStyle is the style of a number format.
func (w *writer) numberStyle(format string) (int, error) {
	if id, ok := w.styles[format]; ok {
		return id, nil
	}
	style := &excelize.Style{Alignment: &excelize.Alignment{Vertical: "top", Horizontal: "right", Indent: 1}}
	if format != "" {
		style.CustomNumFmt = &format
	}
	id, err := w.NewStyle(style)
	w.styles[format] = id
	return id, err
}

// setColumns sets formats, also of rows that the user adds, widths, and how the sheet is printed.
func (w *writer) setColumns(s Table) error {
	for i, c := range s.Columns {
		name, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		width := s.width(i)
		style := w.text
		if width > mostWidth {
			style = w.long
		}
		if c.Right {
			style = w.right
		}
		if c.Number {
			if style, err = w.numberStyle(c.Format); err != nil {
				return err
			}
		}
		if err := w.SetColStyle(s.Name, name, style); err != nil {
			return err
		}
		if err := w.SetColWidth(s.Name, name, name, float64(min(width, mostWidth))); err != nil {
			return err
		}
	}
	return w.setFurtherColumns(s)
}

// setFurtherColumns makes the columns that paragraphs have beyond the table as wide as they are taken to be.
func (w *writer) setFurtherColumns(s Table) error {
	last, _ := s.span()
	if !s.Printed || last == len(s.Columns) {
		return nil
	}
	first, err := excelize.ColumnNumberToName(len(s.Columns) + 1)
	if err != nil {
		return err
	}
	end, err := excelize.ColumnNumberToName(last)
	if err != nil {
		return err
	}
	return w.SetColWidth(s.Name, first, end, leastWidth)
}

// setPage has a sheet printed on pages that lie on their side, as wide as one of them if that can be read, or if it is for print.
func (w *writer) setPage(s Table) error {
	fits := s.Printed || s.pageFits()
	orientation, a4, one, several := "landscape", 9, 1, 0
	layout := &excelize.PageLayoutOptions{Orientation: &orientation, Size: &a4}
	if fits {
		layout.FitToWidth, layout.FitToHeight = &one, &several
	}
	if err := w.SetSheetProps(s.Name, &excelize.SheetPropsOptions{FitToPage: &fits}); err != nil {
		return err
	}
	if s.Printed {
		narrow := printedMargin / 2.54
		if err := w.SetPageMargins(s.Name, &excelize.PageLayoutMarginsOptions{Left: &narrow, Right: &narrow, Top: &narrow, Bottom: &narrow}); err != nil {
			return err
		}
	}
	return w.SetPageLayout(s.Name, layout)
}

// pageFits says whether a sheet can be read on a page as wide as all of its columns.
func (s Table) pageFits() bool {
	total := 0
	for i := range s.Columns {
		total += min(s.width(i), mostWidth)
	}
	return total <= pageWidth
}

// setHeight makes a row as high as its wrapped text needs, which not every program does by itself.
func (w *writer) setHeight(s Table, row int, cells []string) error {
	lines := s.lines(cells)
	if lines == 1 {
		return nil
	}
	return w.SetRowHeight(s.Name, row, lineHeight*float64(min(lines, mostLines)))
}

// headingLines is how many lines the wrapped headings of a sheet for print need.
func (s Table) headingLines() int {
	lines := 1
	for i, c := range s.Columns {
		lines = max(lines, wrappedLines(c.Name, min(s.width(i), mostWidth)-boldSpace))
	}
	return lines
}

// lines is how many lines the wrapped text of a row needs.
func (s Table) lines(cells []string) int {
	lines := 1
	for i, cell := range cells {
		if !s.Columns[i].Number {
			lines = max(lines, strings.Count(cell, "\n")+1+(utf8.RuneCountInString(cell)-1)/mostWidth)
		}
	}
	return lines
}

// width is as wide as the header and most cells need.
func (s Table) width(column int) int {
	const filter = 4 // letters that the button of the filter hides
	widest := max(leastWidth, utf8.RuneCountInString(s.Columns[column].Name)+filter)
	if s.Printed { // whose headings are wrapped, and have no filter
		widest = leastWidth
		for _, word := range strings.Fields(s.Columns[column].Name) {
			widest = max(widest, utf8.RuneCountInString(word)+boldSpace)
		}
	}
	for _, row := range s.Rows {
		if cell := Cell(row, column); !s.Columns[column].Number || s.Printed {
			widest = max(widest, utf8.RuneCountInString(cell)+1)
		}
	}
	return widest
}
