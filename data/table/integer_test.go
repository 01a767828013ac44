package table_test

import (
	"strings"
	"testing"

	"reconfig/data/table"
)

// Whatever a row's integers are, gocsv does not get to see a cell that it would cut or wrap: of 3.7 it makes 3, and of 300
// as a byte 44.
func TestIntegersAreNotCut(t *testing.T) {
	type row struct {
		Whole int    `csv:"whole"`
		Byte  uint8  `csv:"byte"`
		Short int16  `csv:"short"`
		Large uint64 `csv:"large"`
	}
	rows, read := table.Read[row]("t.csv", []byte("whole,byte,short,large\n-3,255,-32768,18446744073709551615\n"), table.ColumnsOf[row]())
	if len(read.Problems) > 0 || len(rows) != 1 || rows[0] != (row{-3, 255, -32768, 18446744073709551615}) {
		t.Errorf("%+v, %v", rows, read.Problems)
	}
	for column, cells := range map[string][]string{"whole": {"3.7", "1e3", "", "NaN", "9223372036854775808"}, "byte": {"300", "-1", "0.5"}, "short": {"32768", "2.999"}, "large": {"-1", "1.0"}} {
		for _, cell := range cells {
			content := "whole,byte,short,large\n1,1,1,1\n"
			i := strings.Index("whole,byte,short,large", column)
			fields := strings.Split("1,1,1,1", ",")
			fields[strings.Count(content[:i], ",")] = cell
			_, read := table.Read[row]("t.csv", []byte("whole,byte,short,large\n"+strings.Join(fields, ",")+"\n"), table.ColumnsOf[row]())
			if len(read.Problems) != 1 || read.Problems[0].Column != column || read.Problems[0].Expected != "a whole number" {
				t.Errorf("%q in %s: %v", cell, column, read.Problems)
			}
		}
	}
}
