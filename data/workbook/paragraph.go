package workbook

import (
	"math"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// On a sheet for print, a line of one text is a paragraph: a merged cell over the table's columns, wrapped, in a row that is
// high enough, which no program makes it by itself.
const (
	leastParagraph = 100 // letters; a narrower table gets columns without a heading on its right
	titleSize      = 14  // points, where text has 11
	textSize       = 11
	perDigit       = 1.08 // letters of a sentence in the width of a digit, in which columns are measured
)

// span is over how many columns paragraphs go, and how many letters they are then wide.
func (s Table) span() (columns, letters int) {
	for i := range s.Columns {
		letters += min(s.width(i), mostWidth)
	}
	columns = len(s.Columns)
	for letters < leastParagraph {
		columns, letters = columns+1, letters+leastWidth
	}
	return columns, letters
}

// isParagraph says whether a line of the sheet is one.
func (s Table) isParagraph(cells []string) bool {
	return s.Printed && len(cells) == 1 && cells[0] != ""
}

// paragraphLines is how many lines of text a row needs for a paragraph, in the size of a title or of text.
func (s Table) paragraphLines(text string, title bool) int {
	_, letters := s.span()
	size := 1.0
	if title {
		size = float64(titleSize) / textSize
	}
	lines := wrappedLines(text, int(perDigit*float64(letters)/size)-1)
	return min(int(math.Ceil(float64(lines)*size)), mostLines)
}

// wrappedLines is how many lines a text needs that is broken between words, with so many letters in a line.
func wrappedLines(text string, letters int) int {
	lines, used := 1, 0
	for _, word := range strings.Fields(text) {
		n := utf8.RuneCountInString(word)
		if used > 0 && used+1+n > letters {
			lines, used = lines+1, 0
		}
		if used > 0 {
			used++
		}
		used += n
		if over := (used - 1) / letters; over > 0 {
			lines, used = lines+over, used-over*letters
		}
	}
	return lines
}

// mergeParagraph makes a line that was written into column A a paragraph.
func (w *writer) mergeParagraph(s Table, row int, text string) error {
	columns, _ := s.span()
	last, err := excelize.CoordinatesToCellName(columns, row)
	if err != nil {
		return err
	}
	first, err := excelize.CoordinatesToCellName(1, row)
	if err != nil {
		return err
	}
	style := w.paragraph
	if row == 1 {
		style = w.printedTitle
	}
	if err := w.SetCellStyle(s.Name, first, last, style); err != nil {
		return err
	}
	if columns > 1 {
		if err := w.MergeCell(s.Name, first, last); err != nil {
			return err
		}
	}
	if lines := s.paragraphLines(text, row == 1); lines > 1 {
		return w.SetRowHeight(s.Name, row, lineHeight*float64(lines))
	}
	return nil
}

// addParagraph writes a line as a paragraph.
func (w *documentWriter) addParagraph(s Table, text string, title bool) error {
	style := map[bool]string{true: "printed-title", false: "paragraph"}[title]
	columns, _ := s.span()
	height := ""
	if lines := s.paragraphLines(text, title); lines > 1 {
		height = w.heightStyle(lines)
	}
	paragraphs, err := paragraphsOf(strings.Map(writable, text))
	if err != nil {
		return err
	}
	w.printf("<table:table-row%s><table:table-cell table:style-name=\"%s\" table:number-columns-spanned=\"%d\" table:number-rows-spanned=\"1\" office:value-type=\"string\">%s</table:table-cell>", height, style, columns, paragraphs)
	if columns > 1 {
		w.printf("<table:covered-table-cell table:style-name=\"%s\" table:number-columns-repeated=\"%d\"/>", style, columns-1)
	}
	w.printf("</table:table-row>\n")
	return nil
}
