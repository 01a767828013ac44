package result

// DifferenceRow is one outcome of two structures.
type DifferenceRow struct {
	Outcome    string
	Unit       string
	A, B       float64 // NaN where empty
	Difference float64 // B − A; NaN where either is empty
}

// Differences compares two structures, outcome by outcome.
func Differences(a, b *Values) []DifferenceRow {
	rows := make([]DifferenceRow, 0, OutcomeCount)
	for _, o := range Outcomes() {
		rows = append(rows, DifferenceRow{o.String(), o.Column().Unit, a[o], b[o], b[o] - a[o]})
	}
	return rows
}
