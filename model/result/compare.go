package result

// ComparisonRow is one outcome of two structures under one draw.
type ComparisonRow struct {
	Outcome    string
	Unit       string
	A, B       float64 // NaN where empty
	Difference float64 // B − A; NaN where either is empty
}

// Compare compares two structures, outcome by outcome.
func Compare(a, b *Values) []ComparisonRow {
	rows := make([]ComparisonRow, 0, OutcomeCount)
	for _, o := range Outcomes() {
		rows = append(rows, ComparisonRow{o.String(), o.Unit().String(), a[o], b[o], b[o] - a[o]})
	}
	return rows
}
