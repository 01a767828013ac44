package workbook

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"hash/crc32"
	"slices"
	"strings"

	"reconfig/data/table"
)

// documentWriter writes the content of an OpenDocument spreadsheet.
type documentWriter struct {
	body    bytes.Buffer
	formats []string // of numbers, in the order of their styles
	widths  []int    // of columns, in letters, as the next
	heights []int    // of rows, in lines
}

// writeOpenDocument writes sheets as an OpenDocument spreadsheet: see Format.Write. It looks as the workbook of Excel does.
func writeOpenDocument(title string, sheets []Table) ([]byte, error) {
	w := &documentWriter{}
	for _, s := range sheets {
		if err := w.addSheet(s); err != nil {
			return nil, fmt.Errorf("sheet %s: %w", s.Name, err)
		}
	}
	w.addFilters(sheets)
	return packDocument(
		documentPart{"content.xml", w.content()},
		documentPart{"styles.xml", []byte(documentStylesXML)},
		documentPart{"meta.xml", []byte(fmt.Sprintf(documentMetaXML, escaped(title)))},
		documentPart{"settings.xml", documentSettings(sheets)},
		documentPart{"META-INF/manifest.xml", []byte(documentManifestXML)},
	)
}

// documentPart is a file of a document.
type documentPart struct {
	name    string
	content []byte
}

// packDocument puts parts into a zip file. The first says what kind of document it is, and is stored as it is, so that this
// can be seen without unpacking (OpenDocument 1.3, part 2, 3.3).
func packDocument(parts ...documentPart) ([]byte, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	kind := []byte(openDocumentMime)
	size := uint64(len(kind))
	to, err := z.CreateRaw(&zip.FileHeader{Name: "mimetype", CRC32: crc32.ChecksumIEEE(kind), CompressedSize64: size, UncompressedSize64: size})
	if err != nil {
		return nil, err
	}
	if _, err := to.Write(kind); err != nil {
		return nil, err
	}
	for _, p := range parts {
		to, err := z.Create(p.name)
		if err != nil {
			return nil, err
		}
		if _, err := to.Write(p.content); err != nil {
			return nil, err
		}
	}
	err = z.Close()
	return b.Bytes(), err
}

// escaped is text as it stands in XML.
func escaped(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // which takes everything
	return b.String()
}

func (w *documentWriter) printf(format string, args ...any) { fmt.Fprintf(&w.body, format, args...) }

// addSheet writes a sheet: its columns, the lines above, the header, which is printed on every page, and the rows.
func (w *documentWriter) addSheet(s Table) error {
	if n := s.height(); n > mostExcelRows {
		return fmt.Errorf("it would have %d rows; a spreadsheet holds %d: use the CSV file", n, mostExcelRows)
	}
	page := map[bool]string{true: "fit", false: "wide"}[s.pageFits()]
	if s.Printed {
		page = "print"
	}
	w.printf("<table:table table:name=\"%s\" table:style-name=\"sheet-%s\">", escaped(s.Name), page)
	for i, c := range s.Columns {
		width := min(s.width(i), mostWidth)
		w.printf("<table:table-column table:style-name=\"width-%d\" table:default-cell-style-name=\"%s\"/>", indexIn(&w.widths, width), w.columnStyle(c, s.width(i)))
	}
	if n, _ := s.span(); s.Printed && n > len(s.Columns) { // which paragraphs go over
		w.printf("<table:table-column table:style-name=\"width-%d\" table:default-cell-style-name=\"text\" table:number-columns-repeated=\"%d\"/>", indexIn(&w.widths, leastWidth), n-len(s.Columns))
	}
	for i, row := range s.Above {
		if err := w.addLine(s, row, i == 0); err != nil {
			return err
		}
	}
	if err := w.addHeader(s); err != nil {
		return err
	}
	for i := range s.Rows {
		if err := w.addRow(s, i); err != nil {
			return fmt.Errorf("row %d: %w", len(s.Above)+2+i, err)
		}
	}
	if len(s.Below) > 0 {
		w.printf("<table:table-row><table:table-cell table:style-name=\"text\"/></table:table-row>\n")
	}
	for _, row := range s.Below {
		if err := w.addLine(s, row, false); err != nil {
			return err
		}
	}
	if rest := mostExcelRows - s.height(); s.Open && rest > 0 && len(s.Columns) > 0 {
		w.printf("<table:table-row table:number-rows-repeated=\"%d\"><table:table-cell table:number-columns-repeated=\"%d\"/></table:table-row>", rest, len(s.Columns))
	}
	w.printf("</table:table>\n")
	return nil
}

// addLine writes a line of text. What it says of the command may have any letters.
func (w *documentWriter) addLine(s Table, cells []string, title bool) error {
	if s.isParagraph(cells) {
		return w.addParagraph(s, cells[0], title)
	}
	style := map[bool]string{true: "title", false: "text"}[title]
	w.printf("<table:table-row>")
	for _, cell := range cells {
		if err := w.addText(strings.Map(writable, cell), style); err != nil {
			return err
		}
	}
	w.printf("</table:table-row>\n")
	return nil
}

// columnStyle is the style of the cells of a column.
func (w *documentWriter) columnStyle(c Column, width int) string {
	switch {
	case c.Number:
		return fmt.Sprintf("number-%d", indexIn(&w.formats, c.Format))
	case c.Right:
		return "right"
	case width > mostWidth:
		return "long"
	}
	return "text"
}

// indexIn is the index of a value in a list that it is added to.
func indexIn[T comparable](list *[]T, value T) int {
	i := slices.Index(*list, value)
	if i < 0 {
		i = len(*list)
		*list = append(*list, value)
	}
	return i
}

// addHeader writes the header. Only on sheets for print it is repeated on every page: roo and gretl do not see a row that is.
func (w *documentWriter) addHeader(s Table) error {
	open, end := "<table:table-row>", "</table:table-row>\n"
	if s.Printed {
		open, end = "<table:table-header-rows><table:table-row"+w.heightStyle(s.headingLines())+">", "</table:table-row></table:table-header-rows>\n"
	}
	w.printf("%s", open)
	for _, c := range s.Columns {
		if err := w.addText(c.Name, s.headerStyle(c)); err != nil {
			return err
		}
	}
	w.printf("%s", end)
	return nil
}

// headerStyle is the style of the heading of a column.
func (s Table) headerStyle(c Column) string {
	atRight := c.Number || c.Right
	switch {
	case s.Printed && atRight:
		return "printed"
	case s.Printed:
		return "printed-words"
	case atRight:
		return "numbers"
	}
	return "header"
}

// heightStyle is the attribute of a row that has so many lines of text.
func (w *documentWriter) heightStyle(lines int) string {
	return styleAttribute(fmt.Sprintf("height-%d", indexIn(&w.heights, min(lines, mostLines))))
}

// addRow writes a row of the table by its index, as high as its wrapped text needs.
func (w *documentWriter) addRow(s Table, row int) error {
	cells := s.Rows[row]
	if lines := s.lines(cells); lines > 1 {
		w.printf("<table:table-row%s>", w.heightStyle(lines))
	} else {
		w.printf("<table:table-row>")
	}
	for i, cell := range cells {
		v, isNumber := s.Columns[i].Parse(cell)
		if !isNumber {
			if err := w.addText(cell, ""); err != nil {
				return err
			}
			continue
		}
		style := ""
		if s.Format != nil {
			if format := s.Format(row, i); format != "" {
				style = fmt.Sprintf("number-%d", indexIn(&w.formats, format))
			}
		}
		w.addNumber(v, style)
	}
	w.printf("</table:table-row>\n")
	return nil
}

// addNumber writes a cell of a number, in full, in a style or in that of its column.
func (w *documentWriter) addNumber(v float64, style string) {
	number := table.FormatNumber(v)
	w.printf("<table:table-cell%s office:value-type=\"float\" office:value=\"%s\"><text:p>%s</text:p></table:table-cell>", styleAttribute(style), number, number)
}

func styleAttribute(style string) string {
	if style == "" {
		return ""
	}
	return " table:style-name=\"" + style + "\""
}

// addText writes a cell of text in a style, or in that of its column.
func (w *documentWriter) addText(text, style string) error {
	style = styleAttribute(style)
	if text == "" {
		w.printf("<table:table-cell%s/>", style)
		return nil
	}
	paragraphs, err := paragraphsOf(text)
	if err != nil {
		return err
	}
	w.printf("<table:table-cell%s office:value-type=\"string\">%s</table:table-cell>", style, paragraphs)
	return nil
}

// paragraphsOf writes text, a paragraph for each line. Blanks that XML would lose are elements.
func paragraphsOf(text string) (string, error) {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	if len(text) > mostExcelText && utf16Length(text) > mostExcelText {
		return "", fmt.Errorf("a text has more than the %d letters that a spreadsheet holds", mostExcelText)
	}
	if i := strings.IndexFunc(text, func(r rune) bool { return isUnwritable(r) || r == '\r' }); i >= 0 {
		return "", fmt.Errorf("the text %.40q has a control character, %q, which a spreadsheet does not hold", text, text[i])
	}
	var b strings.Builder
	for line := range strings.SplitSeq(text, "\n") {
		b.WriteString("<text:p>")
		for blank := true; line != ""; {
			n := len(line) - len(strings.TrimLeft(line, " "))
			switch {
			case line[0] == '\t':
				b.WriteString("<text:tab/>")
				line, blank = line[1:], false
			case n > 1 || n == 1 && (blank || n == len(line)):
				fmt.Fprintf(&b, `<text:s text:c="%d"/>`, n)
				line, blank = line[n:], false
			default:
				end := n + len(line[n:])
				if i := strings.IndexAny(line[n:], " \t"); i >= 0 {
					end = n + i
				}
				b.WriteString(escaped(line[:end]))
				line, blank = line[end:], false
			}
		}
		b.WriteString("</text:p>")
	}
	return b.String(), nil
}

// addFilters gives the columns of the tables that are all of their sheet filters.
func (w *documentWriter) addFilters(sheets []Table) {
	w.printf("<table:database-ranges>")
	for i, s := range sheets {
		if len(s.Above) > 0 || len(s.Columns) == 0 {
			continue
		}
		sheet := "'" + strings.ReplaceAll(s.Name, "'", "''") + "'."
		address := sheet + "A1:" + sheet + cellName(len(s.Columns), 1+max(1, len(s.Rows)))
		w.printf("<table:database-range table:name=\"__Anonymous_Sheet_DB__%d\" table:target-range-address=\"%s\" table:display-filter-buttons=\"true\"/>", i, escaped(address))
	}
	w.printf("</table:database-ranges>\n")
}
