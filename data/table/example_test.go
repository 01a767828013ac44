package table_test

import (
	"fmt"

	"reconfig/data/table"
)

// A table is read into rows, and each cell keeps its position, for problems that only the rows together have.
func ExampleRead() {
	type body struct {
		Name       string  `csv:"name"`
		Population float64 `csv:"population"`
	}
	content := []byte("name,population\nAyton,100000\n\nBeeton,\"250,000\"\nCeeton,0\n")
	rows, t := table.Read[body]("bodies.csv", content, table.ColumnsOf[body]())
	for _, p := range t.Problems {
		fmt.Println(p)
		fmt.Println("to mend:", p.Instruction())
	}
	for i, row := range rows {
		if row.Name == "Ceeton" && row.Population == 0 {
			fmt.Printf("%s:%d: nobody lives in %s\n", t.File, t.Line(i, "population"), row.Name)
		}
	}
	// Output:
	// bodies.csv:4: column population: "250,000": expected a plain number, as in 1234.5
	// to mend: write 250000; in Excel set the column's number format to General before saving
	// bodies.csv:5: nobody lives in Ceeton
}
