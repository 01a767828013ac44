package cases_test

import (
	"os"

	"reconfig/cmd/reconfig/report"
	"reconfig/cmd/reconfig/report/cases"
	"reconfig/data"
)

func ExampleWriteProblems() {
	cases.WriteProblems(os.Stdout, report.Style{}, data.Problems{
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

// One fault in many lines is explained once, but not that of a column of the same name in another sheet.
func ExampleWriteProblems_again() {
	var problems data.Problems
	for _, sheet := range []string{"functions", "structures"} {
		for line := range 4 {
			problems = append(problems, data.Problem{File: "my-case.xlsx", Sheet: sheet, Line: line + 2, Column: "name", Value: "#REF!", Expected: "text; a formula failed here"})
		}
	}
	cases.WriteProblems(os.Stdout, report.Style{}, problems)
	// Output:
	// my-case.xlsx, sheet functions
	//   row 2, column name: "#REF!"
	//     expected  text; a formula failed here
	//     also      in rows 3, 4, 5
	//
	// my-case.xlsx, sheet structures
	//   row 2, column name: "#REF!"
	//     expected  text; a formula failed here
	//     also      in rows 3, 4, 5
}
