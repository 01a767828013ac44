package results

import (
	"slices"
	"strconv"

	"reconfig/data/table"
	"reconfig/model/result"
)

// readPrinted reads summary.csv of an analysis or a sweep, whose columns are those of its header. A column is one of numbers
// if every cell is one or empty.
func readPrinted(dir string) ([]result.PrintedRow, *table.Table) {
	content, unread := readFile(dir, csvFile(summaryName))
	if content == nil {
		return nil, unread
	}
	t := table.Split(csvFile(summaryName), content, false)
	dropIndex(t)
	columns := make([]result.Column, len(t.Header))
	for i, name := range t.Header {
		columns[i] = result.Column{Name: name, Type: "string", Optional: true}
		if holdsNumbers(t.Records, i) {
			columns[i].Type = "number"
			eachCell(t, i, plainNumber)
			continue
		}
		eachCell(t, i, func(cell string) string { return table.Undefuse(truth(orNothing(cell))) })
	}
	rows := make([]result.PrintedRow, len(t.Records))
	for i, record := range t.Records {
		rows[i] = result.PrintedRow{Columns: columns, Cells: record}
	}
	return rows, t
}

// holdsNumbers says whether all cells of a column are numbers or empty.
func holdsNumbers(records [][]string, column int) bool {
	return !slices.ContainsFunc(records, func(r []string) bool {
		cell := table.RespelledNumber(r[column])
		return cell != "" && cell != result.Infinite && cell != "-"+result.Infinite && !table.IsNumber(cell)
	})
}

// plainNumber is a number as tables write it.
func plainNumber(cell string) string {
	cell = table.RespelledNumber(cell)
	if v, err := strconv.ParseFloat(cell, 64); err == nil && table.IsNumber(cell) {
		return result.Number(v).String()
	}
	return cell
}
