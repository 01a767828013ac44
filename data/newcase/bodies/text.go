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
		return newReader(table.Split(path, content, true), extent{first: 1}, o).read(nil)
	}
	text, d, e, ambiguous := separated(text, d, o)
	if ambiguous != "" {
		return nil, table.Problems{{File: path, Line: e.first, Expected: ambiguous}}
	}
	t := table.SplitText(path, onlyLines(text, e.lines, e.end), d, true)
	readDecimals(t, e, o)
	return newReader(t, e, o).read(nil)
}

// separated finds what separates the cells: that with which there is a header. Where there is none with any, it is what
// makes most rows of three cells, and the header's faults are told. What could be two is said.
func separated(text []byte, d dialect.Dialect, o Options) (rest []byte, _ dialect.Dialect, _ extent, ambiguous string) {
	if rest, said := dialect.CutSeparatorLine(text); said != 0 {
		d = d.With(said)
		return rest, d, findExtent(recordsOfText(rest, d), o), ""
	}
	type way struct {
		dialect.Dialect
		extent
	}
	var found []way
	var likeliest way
	most := -1
	for _, separator := range dialect.Separators() {
		with := d.With(separator)
		all := recordsOfText(text, with)
		w := way{with, findExtent(all, o)}
		if w.isHeader {
			found = append(found, w)
		}
		if n := rowsOfCells(all); n > most {
			likeliest, most = w, n
		}
	}
	if len(found) == 1 {
		likeliest = found[0]
	}
	if len(found) > 1 {
		ambiguous = fmt.Sprintf("columns separated by one sign; here %s and %s would both make a table of bodies: put a first line above that says which, as sep=%c or sep=%c",
			found[0].SeparatorName(), found[1].SeparatorName(), found[0].Separator(), found[1].Separator())
	}
	return text, likeliest.Dialect, likeliest.extent, ambiguous
}

// rowsOfCells counts the rows with as many cells as a table of bodies needs.
func rowsOfCells(all records) (n int) {
	for _, record := range all.cells {
		if filled(record) >= len(neededRoles) {
			n++
		}
	}
	return n
}

// readDecimals reads the decimal commas of all columns but those of text, where 1.000 is no number.
func readDecimals(t *table.Table, e extent, o Options) {
	if t.Unsplit {
		return
	}
	header := t.Header
	if e.header != nil {
		header = e.header
	}
	found := guess(header, t.Records, o)
	isNumber := slices.Repeat([]bool{true}, len(t.Header))
	for _, role := range []Role{NameRole, CodeRole, SectorRole, RegionRole, BasisRole} {
		for _, i := range found[role] {
			if i < len(isNumber) {
				isNumber[i] = false
			}
		}
	}
	t.ReadDecimals(isNumber, o.Decimals, ", or say with --decimal comma or --decimal point which mark stands before decimals")
}
