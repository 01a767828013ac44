package bodies

import (
	"fmt"
	"slices"
	"strings"

	"reconfig/data/newcase/reading"
	"reconfig/data/pattern"
	"reconfig/data/table"
	"reconfig/data/workbook"
)

// isText says whether a row holds words, as a header does: no numbers but years and units, and nothing that stands for one.
func isText(record []string) bool {
	for _, cell := range record {
		cell = reading.Tidy(cell)
		if cell != "" && (reading.Withheld(cell) || reading.IsNumeric(cell) && !reading.IsUnit(cell)) {
			return false
		}
	}
	return filled(record) > 1
}

// isSecondRow says whether a row below a header goes on with it: words below cells of the header that are empty.
func isSecondRow(header, record []string) bool {
	return isText(record) && slices.ContainsFunc(header[min(1, len(header)):], func(cell string) bool { return reading.Tidy(cell) == "" }) &&
		slices.ContainsFunc(columnsOf(record), func(i int) bool { return i >= len(header) || reading.Tidy(header[i]) == "" })
}

// readTogether makes one header of two rows. A cell of the first holds for those to its right that are empty. Where it only
// says that the columns are about the bodies, as Area over Code and Name, the second row says enough.
func readTogether(first, second []string) []string {
	header := make([]string, max(len(first), len(second)))
	over := ""
	for i := range header {
		above, below := at(first, i), at(second, i)
		if above != "" {
			over = above
		}
		isAlone := len(named(second, below)) == 1 && len(named(header[:i], below)) == 0
		switch {
		case below == "":
			header[i] = above
		case isAlone && isNameOnly(over):
			header[i] = below
		default:
			header[i] = reading.Tidy(over + " " + below)
		}
	}
	return header
}

// isNameOnly says whether a header is nothing but a word for bodies.
func isNameOnly(header string) bool {
	found := matches(header, Options{})
	return len(found) == 1 && found[0].role == NameRole && found[0].exact
}

// withUnits puts the units of a second row behind the names of the columns.
func withUnits(header, units []string) []string {
	all := make([]string, max(len(header), len(units)))
	for i := range all {
		all[i] = at(header, i)
		if unit := at(units, i); unit != "" && all[i] != "" {
			all[i] += " (" + bracket().ReplaceAllString(unit, "$1") + ")"
		}
	}
	return all
}

// bracket matches a text that is all in brackets.
var bracket = pattern.New(`^[(\[]([^()\[\]]*)[)\]]$`)

// mergedIn lists the merged cells of rows of a sheet.
func mergedIn(s *workbook.Sheet, first, last int) (cells []string) {
	if s == nil {
		return nil
	}
	for _, m := range s.Merged {
		if m.FirstRow >= first && m.FirstRow <= last {
			cells = append(cells, m.Cells)
		}
	}
	return cells
}

// takeHeader puts a header of two rows in the place of its second row.
func (r *reader) takeHeader() {
	if r.header == nil {
		return
	}
	for i := range r.Header {
		r.Header[i] = at(r.header, i)
	}
	r.bodies.HeaderRows = []int{r.first, r.lines + 1}
	r.bodies.UnitRow = r.units
}

// twoRows says that the header stands in two rows, and how it was read.
func (r *reader) twoRows() string {
	text := fmt.Sprintf("the header seems to be in %ss %d and %d", table.Problem{Sheet: r.sheet}.LineKind(), r.first, r.lines+1)
	if len(r.merged) > 0 {
		text += " (merged cells " + strings.Join(r.merged, ", ") + ")"
	}
	return text + ", read together as " + r.headerList()
}

// isUnits says whether a row below the header holds units: nothing else in any cell, each below a name, and a unit, people
// or a currency in some.
func isUnits(header, record []string) bool {
	cells := columnsOf(record)
	return len(cells) > 0 && !slices.ContainsFunc(cells, func(i int) bool { return !reading.IsUnit(record[i]) || at(header, i) == "" }) &&
		slices.ContainsFunc(cells, func(i int) bool { return !reading.IsYear(record[i]) })
}
