package workbook

import (
	"cmp"
	"encoding/xml"
	"strconv"
	"strings"

	"reconfig/data/pattern"
	"reconfig/data/table"
)

// readCell reads a cell, which may stand for several beside each other.
func (t *sheetReader) readCell(e xml.StartElement, column int, rowStyle string) (text string, times int, err error) {
	if times, err = repeated(e, "number-columns-repeated"); err != nil {
		return "", 0, err
	}
	shown, err := t.readText()
	if err != nil {
		return "", 0, err
	}
	name, formula := cellName(column+1, t.row), attribute(e, nsTable, "formula")
	switch kind := attribute(e, nsOffice, "value-type"); {
	case attribute(e, nsCalc, "value-type") == "error":
		t.sheet.fail(t.row, column, shown, "a value: the formula in "+name+" came to an error; mend it, or put the value there")
	case kind == "" && formula != "" && shown == "":
		t.sheet.fail(t.row, column, formula, "a value: the formula in "+name+" was saved without a result; open the workbook in LibreOffice or Excel and save it, or put the value there")
	default:
		style := cmp.Or(attribute(e, nsTable, "style-name"), rowStyle, t.columnStyle(column))
		if text = t.value(e, kind, shown, style); len(text) > len(shown) {
			t.letters += len(text) - len(shown)
		}
	}
	return text, times, t.addMerged(e, column, text)
}

// value is what a cell of a kind holds.
func (t *sheetReader) value(e xml.StartElement, kind, shown, style string) string {
	value := func(name string) string { return attribute(e, nsOffice, name) }
	if kind == "float" {
		switch attribute(e, nsTable, "formula") {
		case "of:=TRUE()": // as LibreOffice writes truths that it read from Excel
			return "yes"
		case "of:=FALSE()":
			return "no"
		}
	}
	switch kind {
	case "float", "percentage", "currency":
		if v, ok := plainNumber(value("value")); ok {
			return t.number(v, kind, value("currency"), style)
		}
		return cmp.Or(value("value"), shown)
	case "date":
		return dateOf(value("date-value"))
	case "time":
		return timeOf(value("time-value"))
	case "boolean":
		return map[bool]string{true: "yes", false: "no"}[value("boolean-value") == "true"]
	case "string":
		return cmp.Or(value("string-value"), shown)
	}
	return shown
}

func plainNumber(text string) (float64, bool) {
	if !table.IsNumber(text) {
		return 0, false
	}
	v, err := strconv.ParseFloat(text, 64)
	return v, err == nil
}

// number is a number in full, or with what its format adds to its meaning.
func (t *sheetReader) number(v float64, kind, currency, style string) string {
	if t.shown == nil {
		return table.FormatNumber(v)
	}
	if kind == "percentage" {
		return t.shown.shownBy("0%")(v)
	}
	text := t.shown.shownBy(t.styles.formatOf(style))(v)
	if kind == "currency" && text == table.FormatNumber(v) {
		return t.shown.shownBy("[$" + currency + "]0")(v)
	}
	return text
}

var dateTime = pattern.New(`^(-?\d{4,}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)(?:[.,]\d+)?Z?)?$`)

// dateOf is a date, with its time if that is not midnight.
func dateOf(text string) string {
	m := dateTime().FindStringSubmatch(text)
	if m == nil {
		return text
	}
	return strings.TrimSuffix(strings.TrimSpace(m[1]+" "+m[2]), " 00:00:00")
}

var duration = pattern.New(`^(-?)PT(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:\.\d+)?)S)?$`)

// timeOf is a time as the part of a day that it is, as workbooks of Excel hold it.
func timeOf(text string) string {
	m := duration().FindStringSubmatch(text)
	if m == nil {
		return text
	}
	seconds := 0.0
	for i, unit := range []float64{3600, 60, 1} {
		v, err := strconv.ParseFloat(m[i+2], 64)
		if err == nil { // or there is none
			seconds += v * unit
		}
	}
	if m[1] == "-" {
		seconds = -seconds
	}
	return table.FormatNumber(seconds / 86400)
}

// readText reads the text of a cell: its paragraphs, each a line, without comments and drawings.
func (r *documentReader) readText() (string, error) {
	var lines []string
	err := r.children(func(e xml.StartElement) error {
		if !is(e, nsText, "p") && !is(e, nsText, "h") {
			return r.skip()
		}
		p := &paragraph{documentReader: r, blank: true}
		if err := p.read(); err != nil {
			return err
		}
		lines = append(lines, p.String())
		return nil
	})
	return strings.Join(lines, "\n"), err
}

// paragraph is the text of one, in which runs of white space are one blank, and none at the beginning (OpenDocument 1.3,
// part 3, 6.1.2). One at the end stays, which LibreOffice writes so.
type paragraph struct {
	*documentReader
	strings.Builder
	blank bool // the last was white space, or the paragraph begins
}

// read reads the paragraph to the end of an element.
func (p *paragraph) read() error {
	for {
		token, err := p.token()
		if err != nil {
			return unended(err)
		}
		switch t := token.(type) {
		case xml.CharData:
			err = p.addText(string(t))
		case xml.EndElement:
			return nil
		case xml.StartElement:
			err = p.addElement(t)
		}
		if err != nil {
			return err
		}
	}
}

func (p *paragraph) addText(text string) error {
	for _, c := range text {
		isBlank := strings.ContainsRune(" \t\r\n", c)
		switch {
		case !isBlank:
			p.WriteRune(c)
		case !p.blank:
			p.WriteByte(' ')
		}
		p.blank = isBlank
	}
	return p.count(len(text))
}

// addElement adds blanks, tabs, ends of lines, and text in a style or a link.
func (p *paragraph) addElement(e xml.StartElement) error {
	if e.Name.Space != nsText {
		return p.skip()
	}
	switch e.Name.Local {
	case "s":
		n := 1
		if text := attribute(e, nsText, "c"); text != "" {
			var err error
			if n, err = strconv.Atoi(text); err != nil || n < 0 || n > mostExcelText {
				return table.Problems{{Expected: "text with fewer blanks in a row than " + strconv.Quote(table.Shortened(text))}}
			}
		}
		p.add(strings.Repeat(" ", n))
		if err := p.count(n); err != nil {
			return err
		}
	case "tab":
		p.add("\t")
	case "line-break":
		p.add("\n")
	case "span", "a", "bookmark-start", "ruby", "ruby-base", "meta":
		return p.read()
	}
	return p.skip()
}

// add adds white space that counts.
func (p *paragraph) add(space string) {
	p.WriteString(space)
	p.blank = false
}

// count holds the text of all cells to its bound.
func (r *documentReader) count(letters int) error {
	if r.letters += letters; r.letters > MostBytes {
		return tooLargeUnpacked()
	}
	return nil
}
