package result

// LevyRow is what one commissioner pays into the debt fund in one year.
type LevyRow struct {
	Code        string  `csv:"code" about:"Code of a {body} that pays the levy"`
	Year        string  `csv:"year" about:"Financial year"`
	AllocationK float64 `csv:"allocation_k" unit:"£k" about:"Its allocation for the year"`
	LevyK       float64 `csv:"levy_k" unit:"£k" about:"Levy that it pays in the year"`
}

// FundRow is the debt fund in one quarter.
type FundRow struct {
	Quarter  int     `csv:"quarter" unit:"quarters" about:"Number of the quarter; 1 is the first quarter of the first levy year"`
	OpeningK float64 `csv:"opening_k" unit:"£k" about:"In the fund at the start of the quarter"`
	LevyK    float64 `csv:"levy_k" unit:"£k" about:"Levy received in the quarter"`
	PaidK    float64 `csv:"paid_k" unit:"£k" about:"Debts paid in the quarter"`
	WaitingK float64 `csv:"waiting_k" unit:"£k" about:"Debts due that the fund cannot pay yet, at the end of the quarter"`
	ClosingK float64 `csv:"closing_k" unit:"£k" about:"In the fund at the end of the quarter"`
}

// Table declares levy.csv.
func (LevyRow) Table() Table {
	return Table{
		Name: "levy", Title: "Levy", Description: "One row for each {body} that pays the levy, and year",
		PrimaryKey: []string{"code", "year"}, Columns: columnsOf[LevyRow](), DebtPlan: true,
	}
}

// Table declares fund.csv.
func (FundRow) Table() Table {
	return Table{
		Name: "fund", Title: "Debt fund", Description: "One row for each quarter of the fund that pays off historic debt",
		PrimaryKey: []string{"quarter"}, Columns: columnsOf[FundRow](), DebtPlan: true,
	}
}
