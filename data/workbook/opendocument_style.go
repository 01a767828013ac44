package workbook

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// documentStyles is what the styles of a document say that matters to its numbers and sheets.
type documentStyles struct {
	parent  map[string]string // of a style of cells
	numbers map[string]string // the style of numbers that a style of cells names
	formats map[string]string // of a style of numbers, as a format of Excel
	hidden  map[string]bool   // styles of sheets that are not shown
}

func newStyles() *documentStyles {
	return &documentStyles{parent: map[string]string{}, numbers: map[string]string{}, formats: map[string]string{}, hidden: map[string]bool{}}
}

// formatOf is the number format of a style of cells; empty where it has none.
func (s *documentStyles) formatOf(style string) string {
	const most = 20 // of styles that each inherit from the next
	for range most {
		if number, ok := s.numbers[style]; ok {
			return s.formats[number]
		}
		if style = s.parent[style]; style == "" {
			break
		}
	}
	return ""
}

// readStyle reads a style of cells or of sheets.
func (r *documentReader) readStyle(e xml.StartElement) error {
	name, family := attribute(e, nsStyle, "name"), attribute(e, nsStyle, "family")
	if family == "table-cell" {
		r.styles.parent[name] = attribute(e, nsStyle, "parent-style-name")
		if number := attribute(e, nsStyle, "data-style-name"); number != "" {
			r.styles.numbers[name] = number
		}
	}
	return r.children(func(e xml.StartElement) error {
		if family == "table" && is(e, nsStyle, "table-properties") && attribute(e, nsTable, "display") == "false" {
			r.styles.hidden[name] = true
		}
		return r.skip()
	})
}

// readNumberStyle reads how numbers are shown, as a format of Excel would say it: zeros before them, and a currency.
func (r *documentReader) readNumberStyle(e xml.StartElement) error {
	name := attribute(e, nsStyle, "name")
	format, err := r.numberFormat()
	if name != "" {
		r.styles.formats[name] = format
	}
	return err
}

func (r *documentReader) numberFormat() (string, error) {
	var format strings.Builder
	err := r.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "number":
			format.WriteString(digitsOf(e))
			return r.skip()
		case "currency-symbol", "text":
			text, err := r.plainText()
			if text = strings.TrimSpace(text); text != "" {
				format.WriteString(" [$" + strings.NewReplacer("]", "", "-", "").Replace(text) + "] ")
			}
			return err
		}
		return r.skip()
	})
	return format.String(), err
}

// digitsOf is a format of digits: 000 for a number with at least three, and neither decimals nor thousands apart.
func digitsOf(e xml.StartElement) string {
	const most = 30
	least, err := strconv.Atoi(attribute(e, nsNumber, "min-integer-digits"))
	decimals := attribute(e, nsNumber, "decimal-places")
	if err != nil || least < 1 || least > most || decimals != "" && decimals != "0" || attribute(e, nsNumber, "grouping") == "true" {
		return "#,##0"
	}
	return strings.Repeat("0", least)
}

// plainText is the text of an element without others in it.
func (r *documentReader) plainText() (string, error) {
	var b strings.Builder
	for {
		token, err := r.token()
		if err != nil {
			return "", unended(err)
		}
		switch t := token.(type) {
		case xml.CharData:
			b.Write(t)
			err = r.count(len(t))
		case xml.StartElement:
			err = r.skip()
		case xml.EndElement:
			return b.String(), nil
		}
		if err != nil {
			return "", err
		}
	}
}
