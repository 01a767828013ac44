package report_test

import (
	"os"

	"reconfig/cmd/reconfig/report"
	"reconfig/data"
)

func ExampleWriteProblems() {
	report.WriteProblems(os.Stdout, report.Style{}, data.Problems{
		{File: "functions.csv", Line: 3, Column: "share", Value: "five", Expected: "a plain number, as in 1234.5", Mend: "write digits"},
		{File: "my-case.xlsx", Sheet: "case", Line: 8, Column: "currency", Property: true, Expected: "a value"},
		{File: "my-case.xlsx", Sheet: "sectors", Line: 4, Column: "region", Value: "N", Expected: "S: a sector has one region in a map", Earlier: 3},
		{File: "my-case.xlsx", Sheet: "functions", Expected: "a sheet of that name: it is missing"},
	})
	// Output:
	// functions.csv
	//   line 3, column share: "five"
	//     expected  a plain number, as in 1234.5
	//     to mend   write digits
	//
	// my-case.xlsx, sheet case
	//   row 8, property currency: empty
	//     expected  a value
	//
	// my-case.xlsx, sheet sectors
	//   row 4, column region: "N"
	//     expected  S: a sector has one region in a map (see row 3)
	//
	// my-case.xlsx, sheet functions
	//   the sheet
	//     expected  a sheet of that name: it is missing
}
