package result

// PrintedRow is a line of the table that an analysis or a sweep prints, for a report to take. Its columns depend on the method
// and are the same in all rows.
type PrintedRow struct {
	Columns []Column
	Cells   []string // as tables have them, one for each column
}

// Table declares summary.csv of an analysis or a sweep, without its columns.
func (PrintedRow) Table() Table {
	return Table{
		Name: "summary", Title: "Summary", Description: "What the command prints, for a report: the lines of the printed table with their columns and all digits, names and labels beside codes, ranges in columns. " +
			"Money is in millions and shares are in per cent; columns that are in the unit of the outcome have it in the column unit",
	}
}

// tableOf declares the table of these rows.
func (r PrintedRow) tableOf(rows any) Table {
	t := r.Table()
	if list := rows.([]PrintedRow); len(list) > 0 {
		t.Columns = list[0].Columns
	}
	return t
}

// Record is the row as cells, in the order of its columns.
func (r PrintedRow) Record() []string { return r.Cells }
