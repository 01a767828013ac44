package dialect

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
)

// Separators lists what may stand between cells, the usual first.
func Separators() []rune {
	all := make([]rune, len(separators))
	for i, s := range separators {
		all[i] = s.mark
	}
	return all
}

// With is the dialect with another separator.
func (d Dialect) With(separator rune) Dialect {
	d.separator = separator
	if separator == ',' {
		d.separator = 0
	}
	return d
}

// NewReader splits a text in UTF-8 into cells, rows of whatever length.
func (d Dialect) NewReader(text []byte) *csv.Reader {
	r := csv.NewReader(bytes.NewReader(text))
	r.Comma, r.FieldsPerRecord = d.Separator(), -1
	return r
}

// separatorOf tells what separates the cells of a table that begins with its header: what the header has, and where it
// could be two, what makes all rows as long as the header.
func separatorOf(text []byte) (rune, *Doubt) {
	var possible, even []rune
	for _, s := range Separators() {
		if n := lengthOfHeader(text, s); n > 1 {
			possible = append(possible, s)
		}
	}
	if len(possible) < 2 {
		return append(possible, 0)[0], nil
	}
	for _, s := range possible {
		if isEven(text, s) {
			even = append(even, s)
		}
	}
	switch {
	case len(even) == 0:
		return possible[0], nil
	case len(even) == 1:
		return even[0], nil
	case slices.Contains(even, '\t'):
		return '\t', nil // no table has one in a cell of each row
	}
	header, _, _ := bytes.Cut(bytes.TrimLeft(text, "\r\n"), []byte("\n"))
	return 0, &Doubt{
		Line: 1 + bytes.Count(text[:len(text)-len(bytes.TrimLeft(text, "\r\n"))], []byte("\n")), Value: string(bytes.TrimSuffix(header, []byte("\r"))),
		Expected: fmt.Sprintf("columns separated by one sign; here %s and %s would both make a table of it: %d columns, or %d", nameOf(even[0]), nameOf(even[1]), lengthOfHeader(text, even[0]), lengthOfHeader(text, even[1])),
		Mend:     fmt.Sprintf("put a first line above that says which: sep=%c or sep=%c", even[0], even[1]),
	}
}

// lengthOfHeader is how many cells the first row that is not empty has.
func lengthOfHeader(text []byte, separator rune) int {
	record, err := Dialect{}.With(separator).NewReader(text).Read()
	if err != nil {
		return 0
	}
	return len(record)
}

// isEven says whether all rows are as long as the first.
func isEven(text []byte, separator rune) bool {
	r := Dialect{}.With(separator).NewReader(text)
	r.FieldsPerRecord, r.ReuseRecord = 0, true
	for {
		if _, err := r.Read(); err != nil {
			return errors.Is(err, io.EOF)
		}
	}
}
