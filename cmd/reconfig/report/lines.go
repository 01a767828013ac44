package report

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"reconfig/data/table"
	"reconfig/model/result"
	"reconfig/model/unit"
)

// Naming says what codes are called.
type Naming struct {
	Words      result.Wording
	Structures map[string]string // names by codes
	Labels     map[string]string // of assumptions and groups of them, by codes
}

// codes say what stands beside a column of codes: the end of that column's name, what it holds, and what a code is called there.
type codes struct {
	ending, about string
	name          func(n Naming, code string) string
}

var (
	structureCodes = &codes{"_name", "Name of the structure", func(n Naming, code string) string { return n.Structures[code] }}
	inputCodes     = &codes{"_label", "Label of the assumption or group", func(n Naming, code string) string { return n.Labels[code] }}
	outcomeCodes   = &codes{"_label", "What sentences call the outcome", func(_ Naming, code string) string { return wordsOf(code) }}
)

// codeColumns are the columns of tables of analyses and sweeps that hold codes.
var codeColumns = map[string]*codes{
	"structure": structureCodes, "against": structureCodes, "best": structureCodes, "next": structureCodes,
	"assumption": inputCodes, "input": inputCodes, "outcome": outcomeCodes,
}

// wordsOf is what sentences call an outcome; nothing where there is none of the name.
func wordsOf(outcome string) string {
	if o, ok := result.OutcomeByName(outcome); ok {
		return o.Words()
	}
	return ""
}

// LinesOf makes of the rows that are printed the lines of summary.csv: every column of their type with all digits, names beside
// codes, money in millions and shares in per cent. Rows are structs with the tags of a declared table.
func LinesOf[Row any](n Naming, rows []Row) []result.PrintedRow {
	columns := result.ColumnsOf[Row]()
	records, err := table.Records(result.Table{Columns: columns}, result.Wording{}, rows)
	if err != nil {
		panic(fmt.Sprintf("%T: %v", rows, err)) // a row type without tags
	}
	lines := make([]result.PrintedRow, len(rows))
	for i, column := range columns {
		out := reported(column)
		at := func(record []string) string { return reportedCell(column, record[i], outcomeUnit(columns, record)) }
		if column.Name == "unit" {
			at = func(record []string) string { return n.Words.Unit(inReports(outcomeUnit(columns, record))) }
		}
		add(lines, out, records[1:], at)
		if c := codeColumns[column.Name]; c != nil && !hasNames(columns, column.Name) {
			names := result.Column{Name: column.Name + c.ending, Type: "string", Description: c.about + " in column " + column.Name, Optional: column.Optional}
			add(lines, names, records[1:], func(record []string) string { return cmp.Or(c.name(n, record[i]), record[i]) })
		}
	}
	said := n.Words.Table(result.Table{Columns: columnsIn(lines)})
	for i := range lines {
		lines[i].Columns = said.Columns
	}
	return lines
}

// add adds a column to the lines, whose cells come from the records.
func add(lines []result.PrintedRow, c result.Column, records [][]string, cell func(record []string) string) {
	for i := range lines {
		lines[i].Columns, lines[i].Cells = append(lines[i].Columns, c), append(lines[i].Cells, cell(records[i]))
	}
}

func columnsIn(lines []result.PrintedRow) []result.Column {
	if len(lines) == 0 {
		return nil
	}
	return slices.Clone(lines[0].Columns)
}

// hasNames says whether a table has the names of a column of codes already.
func hasNames(columns []result.Column, code string) bool {
	return code == "structure" && slices.ContainsFunc(columns, func(c result.Column) bool { return c.Name == "name" })
}

// outcomeUnit is the declared unit of the outcome that a record is about.
func outcomeUnit(columns []result.Column, record []string) string {
	for i, c := range columns {
		if c.Name == "unit" {
			return record[i]
		}
	}
	return ""
}

// isShare says whether reports write the column in per cent: it is a share of something, not one by itself as a distance is.
func isShare(c result.Column) bool {
	return c.Unit.Kind() == unit.Share && strings.HasPrefix(c.Unit.String(), "share of ")
}

// reported declares a column as reports have it: a share in per cent.
func reported(c result.Column) result.Column {
	if isShare(c) {
		c.Name, c.Unit = c.Name+"_pct", unit.Parse("%"+c.Unit.Rest())
	}
	return c
}

// inReports is the unit in which reports have an outcome: millions for thousands of money, per cent for shares of what there was
// at the start.
func inReports(declared string) string {
	switch u := unit.Parse(declared); {
	case u.Thousands():
		return unit.Declared + "m" + u.Rest()
	case u.IsShareOfStart():
		return "%" + u.Rest()
	}
	return declared
}

// reportedCell is a cell in the unit of reports.
func reportedCell(c result.Column, cell, outcome string) string {
	switch u := unit.Parse(outcome); {
	case isShare(c), c.Unit.IsOfOutcome() && u.IsShareOfStart():
		return times(cell, 100)
	case c.Unit.IsOfOutcome() && u.Thousands():
		return times(cell, 0.001)
	}
	return cell
}

// times multiplies a cell, to the 15 digits that the product of two numbers is sure of; what is no number stays.
func times(cell string, factor float64) string {
	v, err := strconv.ParseFloat(cell, 64)
	if err != nil || strings.HasSuffix(cell, result.Infinite) {
		return cell
	}
	const digits = 15
	v, _ = strconv.ParseFloat(strconv.FormatFloat(v*factor, 'g', digits, 64), 64)
	return result.Number(v).String()
}
