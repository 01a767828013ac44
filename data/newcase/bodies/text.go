package bodies

import (
	"fmt"
	"slices"

	"reconfig/data/dialect"
	"reconfig/data/table"
)

// inText reads a table of bodies from a text file, in whatever dialect that is.
func inText(path string, content []byte, o Options) (*Table, error) {
	text, d, doubt := dialect.ReadText(content)
	if doubt != nil {
		return inTable(table.Split(path, content, true), start{}, o)
	}
	text, d, start, ambiguous := separated(text, d, o)
	if ambiguous != "" {
		return nil, table.Problems{{File: path, Line: start.lines + 1, Expected: ambiguous}}
	}
	t := table.SplitText(path, blankLines(text, start.lines), d, true)
	readDecimals(t, o)
	return inTable(t, start, o)
}

// separated finds what separates the cells: that with which there is a header. Where there is none with any, it is what
// makes most rows of three cells, and the header's faults are told. What could be two is said.
func separated(text []byte, d dialect.Dialect, o Options) (rest []byte, _ dialect.Dialect, _ start, ambiguous string) {
	if rest, said := dialect.CutSeparatorLine(text); said != 0 {
		d = d.With(said)
		return rest, d, findStart(beginOfText(rest, d), o), ""
	}
	var found []dialect.Dialect
	likeliest, most := d, -1
	for _, separator := range dialect.Separators() {
		with := d.With(separator)
		b := beginOfText(text, with)
		if findStart(b, o).isHeader {
			found = append(found, with)
		}
		if n := rowsOfCells(b); n > most {
			likeliest, most = with, n
		}
	}
	if len(found) == 1 {
		likeliest = found[0]
	}
	s := findStart(beginOfText(text, likeliest), o)
	if len(found) > 1 {
		ambiguous = fmt.Sprintf("columns separated by one sign; here %s and %s would both make a table of bodies: put a first line above that says which, as sep=%c or sep=%c",
			found[0].SeparatorName(), found[1].SeparatorName(), found[0].Separator(), found[1].Separator())
	}
	return text, likeliest, s, ambiguous
}

// rowsOfCells counts the rows with as many cells as a table of bodies needs.
func rowsOfCells(b begin) (n int) {
	for _, record := range b.records {
		if filled(record) >= len(neededRoles) {
			n++
		}
	}
	return n
}

// readDecimals reads the decimal commas of all columns but those of text, where 1.000 is no number.
func readDecimals(t *table.Table, o Options) {
	if t.Unsplit {
		return
	}
	found := guess(t.Header, t.Records, o)
	isNumber := slices.Repeat([]bool{true}, len(t.Header))
	for _, role := range []Role{NameRole, CodeRole, SectorRole, RegionRole, BasisRole} {
		for _, i := range found[role] {
			isNumber[i] = false
		}
	}
	t.ReadDecimals(isNumber, o.Decimals, ", or say with --decimal comma or --decimal point which mark stands before decimals")
}
