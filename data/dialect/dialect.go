// Package dialect tells how a text file writes a table: its encoding, what separates its cells, and which mark stands before
// decimals. It says so only where it is sure: what could be read in two ways is a Doubt, with both readings.
package dialect

import (
	"bytes"
	"strings"
)

// Dialect is how a text file writes a table. The zero value is how this program does: UTF-8, commas between cells, and a
// point before decimals.
type Dialect struct {
	Encoding  Encoding
	separator rune // 0 for a comma
	Decimals  Mark // of its numbers; Unknown where no number tells
	Example   string
}

// Doubt says why a text cannot be read for sure.
type Doubt struct {
	Line     int    // from 1
	Column   string // empty where it is not about one
	Value    string // what can be read in two ways; empty where it is the whole file
	Expected string
	Mend     string

	OfEncoding bool // it is about letters, not about cells
}

func (d *Doubt) Error() string { return "expected " + d.Expected }

// Separator is what stands between cells.
func (d Dialect) Separator() rune {
	if d.separator == 0 {
		return ','
	}
	return d.separator
}

// SeparatorName is what the separator is called, as in commas.
func (d Dialect) SeparatorName() string { return nameOf(d.Separator()) }

// separators are those that are told apart, with their names.
var separators = []struct {
	mark rune
	name string
}{{',', "commas"}, {';', "semicolons"}, {'\t', "tabs"}}

// nameOf is the name of a separator.
func nameOf(separator rune) string {
	for _, s := range separators {
		if s.mark == separator {
			return s.name
		}
	}
	return string(separator)
}

// String says how a table is written where that is not as this program does; it is empty where it is.
func (d Dialect) String() string {
	var parts []string
	if d.Separator() != ',' {
		parts = append(parts, d.SeparatorName()+" between columns")
	}
	if d.Decimals == Comma {
		parts = append(parts, "decimal commas")
	}
	if d.Encoding != UTF8 {
		name := d.Encoding.String()
		if d.Example != "" {
			name += " (as in “" + d.Example + "”)"
		}
		parts = append(parts, name)
	}
	return strings.Join(parts, ", ")
}

// Read tells the encoding of a text, and what separates the cells of the table in it. It gives the text in UTF-8, without
// a byte order mark, and with a line “sep=;” emptied. Lines keep their numbers. Which mark stands before decimals is told
// by the cells: see Marks.
func Read(content []byte) (text []byte, d Dialect, doubt *Doubt) {
	text, d, doubt = ReadText(content)
	if doubt != nil {
		return nil, d, doubt
	}
	if text, said := CutSeparatorLine(text); said != 0 {
		return text, d.With(said), nil
	}
	separator, doubt := separatorOf(text)
	return text, d.With(separator), doubt
}

// CutSeparatorLine empties a first line that only says the separator, as spreadsheets write and read it. The separator is 0
// where there is no such line.
func CutSeparatorLine(text []byte) (rest []byte, separator rune) {
	line, _, _ := bytes.Cut(text, []byte("\n"))
	said, ok := bytes.CutPrefix(bytes.Trim(bytes.TrimSuffix(line, []byte("\r")), `"`), []byte("sep="))
	if !ok || len(said) != 1 || nameOf(rune(said[0])) == string(said) {
		return text, 0
	}
	return text[len(line):], rune(said[0])
}
