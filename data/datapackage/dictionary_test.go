package datapackage_test

import (
	"testing"

	"reconfig/data/datapackage"
	"reconfig/data/workbook"
)

func TestBoundsThatAreNoPlainNumbersAreLeftOut(t *testing.T) {
	sheet := workbook.Sheet{Name: datapackage.DictionarySheet, Rows: [][]string{
		{"table", "column", "type", "least", "most"},
		{"sizes", "a", "number", "0.5", "NaN"}, {"sizes", "b", "number", "-Inf", "0x10"}, {"sizes", "c", "number", "", "2"},
	}}
	fields := datapackage.FieldsOf(sheet, "sizes", []string{"a", "b", "c"})
	if c := fields[0].Constraints; c == nil || c.Minimum == nil || *c.Minimum != 0.5 || c.Maximum != nil {
		t.Errorf("a: %+v", fields[0].Constraints)
	}
	if fields[1].Constraints != nil {
		t.Errorf("b: %+v", fields[1].Constraints)
	}
	if c := fields[2].Constraints; c == nil || c.Minimum != nil || c.Maximum == nil || *c.Maximum != 2 {
		t.Errorf("c: %+v", fields[2].Constraints)
	}
	if _, err := datapackage.Encode(fields); err != nil {
		t.Error(err)
	}
}
