package bodies

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"

	"reconfig/data/dialect"
	"reconfig/data/newcase/reading"
	"reconfig/data/workbook"
)

// mostLinesAbove is how many rows of titles and notes may stand above the header.
const mostLinesAbove = 40

// extent is where a table of bodies begins and ends, and what its header is.
type extent struct {
	lines    int      // above the row that is taken for the header, or above its second row
	end      int      // the line after the last that may hold a body; 0 for the end of the file
	above    []string // the text of those rows above that are not empty
	below    []string // the same of the notes below
	isHeader bool     // the header has a name, a population and a cost
	header   []string // where it stands in two rows, read together; nil for one
	first    int      // line of the header, the first of two
	units    string   // what the second row says, where it is one of units; empty for another
	merged   []string // cells of the header that are merged, as A1:B1
}

// records are those of a table that are not empty, each with its line or row.
type records struct {
	cells  [][]string
	lines  []int
	isOpen bool // there are more, which could not be told apart
	sheet  *workbook.Sheet
}

// recordsOfText reads as far as it can, whatever is wrong with the text.
func recordsOfText(text []byte, d dialect.Dialect) records {
	if all, err := readRecords(text, d, false); err == nil {
		return all
	}
	all, _ := readRecords(text, d, true)
	all.isOpen = true
	return all
}

// readRecords reads the records of a text up to its first fault.
func readRecords(text []byte, d dialect.Dialect, lazyQuotes bool) (all records, err error) {
	r := d.NewReader(text)
	r.LazyQuotes = lazyQuotes
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			return all, nil
		}
		if err != nil {
			return all, err
		}
		line, _ := r.FieldPos(0)
		all.cells, all.lines = append(all.cells, record), append(all.lines, line)
	}
}

// recordsOfSheet takes the rows of a sheet, of which those that may be its header are as long as the longest.
func recordsOfSheet(s *workbook.Sheet) (all records) {
	width := 0
	for _, row := range s.Rows {
		width = max(width, len(row))
	}
	for i, row := range s.Rows {
		if len(row) == 0 {
			continue
		}
		if len(all.cells) <= mostLinesAbove+1 {
			row = append(slices.Clone(row), make([]string, width-len(row))...)
		}
		all.cells, all.lines = append(all.cells, row), append(all.lines, i+1)
	}
	all.sheet = s
	return all
}

// findExtent looks for the header: the first row, or two rows together, in which a name, a population and a cost can all be
// found. Where there is none, it is the first row with as many cells, or the first that is not empty.
func findExtent(all records, o Options) extent {
	widest := -1
	for i, record := range all.cells[:min(len(all.cells), mostLinesAbove+1)] {
		if e, ok := headerAt(all, i, o); ok {
			return e
		}
		if filled(record) > 0 && (widest < 0 || filled(record) >= len(neededRoles) && filled(all.cells[widest]) < len(neededRoles)) {
			widest = i
		}
	}
	if widest < 0 {
		return extent{first: 1}
	}
	return extent{lines: all.lines[widest] - 1, above: texts(all.cells[:widest]), first: all.lines[widest]}
}

// mostGuessed is how many records are looked at to guess what columns hold.
const mostGuessed = 400

// headerAt says whether the header begins with a record, and takes a second row of it.
func headerAt(all records, i int, o Options) (extent, bool) {
	below := func(n int) [][]string { return all.cells[min(len(all.cells), n):min(len(all.cells), n+mostGuessed)] }
	record, second := all.cells[i], rowAt(all, i+1)
	e := extent{lines: all.lines[i] - 1, above: texts(all.cells[:i]), first: all.lines[i], isHeader: true}
	rows := func(n int, header []string) (extent, bool) {
		if units := rowAt(all, i+n); n == 2 && e.units == "" && isUnits(header, units) && hasNeeded(withUnits(header, units), below(i+3), o) {
			n, header, e.units = 3, withUnits(header, units), texts([][]string{units})[0]
		}
		e.lines, e.header = all.lines[i+n-1]-1, header
		e.end, e.below = findEnd(all, i+n, header, o)
		e.merged = mergedIn(all.sheet, all.lines[i], all.lines[i+n-1])
		return e, true
	}
	if isUnits(record, second) && hasNeeded(withUnits(record, second), below(i+2), o) {
		e.units = texts([][]string{second})[0]
		return rows(2, withUnits(record, second))
	}
	switch hasAll := hasNeeded(record, below(i+1), o); {
	case hasAll && (isSecondRow(record, second) || isNamedBelow(record, second, below(i+2), o)):
		return rows(2, readTogether(record, second))
	case hasAll:
		e.end, e.below = findEnd(all, i+1, record, o)
		return e, true
	case filled(record) > 1 && isText(second) && (!hasNeeded(second, below(i+2), o) || !hasNameOfNames(second, below(i+2), o)):
		if header := readTogether(record, second); hasNeeded(header, below(i+2), o) {
			return rows(2, header)
		}
	}
	return e, false
}

// rowAt is a record; none behind the last.
func rowAt(all records, i int) []string {
	if i < len(all.cells) {
		return all.cells[i]
	}
	return nil
}

// hasNameOfNames says whether a header has something above the names of the bodies, which may be found without it.
func hasNameOfNames(header []string, below [][]string, o Options) bool {
	return slices.ContainsFunc(guess(header, below, o)[NameRole], func(i int) bool { return at(header, i) != "" })
}

// isNamedBelow says whether the names of the bodies have their header in the row below the first, among words.
func isNamedBelow(header, second []string, below [][]string, o Options) bool {
	for _, i := range guess(header, below, o)[NameRole] {
		if at(header, i) == "" && at(second, i) != "" {
			return isText(second)
		}
	}
	return false
}

// hasNeeded says whether a header has a column for each role that is needed.
func hasNeeded(header []string, below [][]string, o Options) bool {
	found := guess(header, below, o)
	return !slices.ContainsFunc(neededRoles, func(role Role) bool { return len(found[role]) == 0 })
}

// columnsOf lists the columns of the cells that are not empty.
func columnsOf(record []string) (all []int) {
	for i, cell := range record {
		if reading.Tidy(cell) != "" {
			all = append(all, i)
		}
	}
	return all
}

func at(record []string, i int) string {
	if i < len(record) {
		return reading.Tidy(record[i])
	}
	return ""
}

func filled(record []string) int { return len(columnsOf(record)) }

// texts are what stands in the records that are not empty.
func texts(records [][]string) (all []string) {
	for _, record := range records {
		if text := reading.Tidy(strings.Join(record, " ")); text != "" {
			all = append(all, text)
		}
	}
	return all
}

// onlyLines empties the first lines of a file, so that those that follow keep their numbers, and cuts it off before the
// line end, if that is not 0.
func onlyLines(content []byte, first, end int) []byte {
	rest := content
	next := func(from []byte) int { return bytes.IndexByte(from, '\n') + 1 }
	for range first {
		rest = rest[next(rest):]
	}
	if end > 0 {
		last := 0
		for range end - 1 - first {
			last += next(rest[last:])
		}
		rest = rest[:last]
	}
	return append(bytes.Repeat([]byte("\n"), first), rest...)
}
