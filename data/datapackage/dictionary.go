package datapackage

import (
	"slices"
	"strconv"
	"strings"

	"reconfig/data/table"
	"reconfig/data/workbook"
)

// The sheets that describe a workbook: what its sheets hold, and what their columns mean.
const (
	ContentsSheet   = "contents"
	DictionarySheet = "dictionary"
)

var dictionaryHeader = []string{"table", "column", "type", "unit", "meaning", "required", "unique", "least", "most", "allowed"}

// Dictionary lists every column of the tables.
func Dictionary(tables []Resource) workbook.Table {
	s := workbook.Table{Name: DictionarySheet, Columns: workbook.TextColumns(dictionaryHeader...)}
	for _, t := range tables {
		if t.Schema == nil {
			continue
		}
		for _, f := range t.Schema.Fields {
			s.Rows = append(s.Rows, dictionaryRow(t.Name, f))
		}
	}
	for i := len(s.Columns) - 1; i > 0; i-- {
		if !slices.ContainsFunc(s.Rows, func(row []string) bool { return row[i] != "" }) {
			drop(&s, i)
		}
	}
	return s
}

// drop leaves a column out.
func drop(s *workbook.Table, column int) {
	s.Columns = slices.Delete(s.Columns, column, column+1)
	for i := range s.Rows {
		s.Rows[i] = slices.Delete(s.Rows[i], column, column+1)
	}
}

func dictionaryRow(table string, f Field) []string {
	c := f.Constraints
	if c == nil {
		c = &Constraints{}
	}
	allowed := c.Enum
	if f.Type == "boolean" {
		allowed = slices.Concat(f.TrueValues, f.FalseValues)
	}
	return []string{table, f.Name, f.Type, f.Unit, f.Description, yesOrEmpty(c.Required), yesOrEmpty(c.Unique), bound(c.Minimum), bound(c.Maximum), strings.Join(allowed, ", ")}
}

func yesOrEmpty(is bool) string {
	if is {
		return "yes"
	}
	return ""
}

func bound(v *float64) string {
	if v == nil {
		return ""
	}
	return table.FormatNumber(*v)
}

// FieldsOf reads what a sheet of a dictionary says of a table's columns, in the order of its header; what it says nothing of is
// described by its name alone.
func FieldsOf(s workbook.Sheet, table string, header []string) []Field {
	said := map[string]Field{}
	for _, row := range s.Rows {
		cell := func(column string) string { return workbook.Cell(row, slices.Index(s.Rows[0], column)) }
		if cell("table") == table {
			said[cell("column")] = fieldOf(cell)
		}
	}
	fields := make([]Field, len(header))
	for i, name := range header {
		fields[i] = said[name]
		fields[i].Name = name
		if fields[i].Type == "" {
			fields[i].Type = "any"
		}
	}
	return fields
}

func fieldOf(cell func(column string) string) Field {
	f := Field{Type: cell("type"), Unit: cell("unit"), Description: cell("meaning")}
	c := Constraints{Required: cell("required") == "yes", Unique: cell("unique") == "yes", Minimum: parsedBound(cell("least")), Maximum: parsedBound(cell("most"))}
	switch allowed := cell("allowed"); {
	case f.Type == "boolean":
		f.TrueValues, f.FalseValues = []string{"yes"}, []string{"no"}
	case allowed != "":
		c.Enum = strings.Split(allowed, ", ")
	}
	if c.Required || c.Unique || c.Minimum != nil || c.Maximum != nil || c.Enum != nil {
		f.Constraints = &c
	}
	return f
}

func parsedBound(text string) *float64 {
	if !table.IsNumber(text) {
		return nil
	}
	v, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return nil
	}
	return &v
}
