package data

import (
	"fmt"
	"slices"

	"github.com/gocarina/gocsv"

	"reconfig/data/table"
	"reconfig/model"
	"reconfig/model/result"
)

// WriteCase writes a case, whole or not at all, as OpenCase reads it: as a folder, or, if the name ends as that of a
// workbook does, as a workbook. It refuses a folder that holds anything, and a file that is there.
func WriteCase(to string, c *model.Case) error {
	if err := CheckNew(to); err != nil {
		return err
	}
	s, err := newMemorySource(c)
	if err != nil {
		return err
	}
	return writeSource(to, s)
}

// CheckCase says what OpenCase would of a case once it was written: a Problems error with everything that is wrong with it,
// nil if it is valid.
func CheckCase(c *model.Case) error {
	s, err := newMemorySource(c)
	if err != nil {
		return err
	}
	_, err = readCase(s)
	return err
}

// records makes the rows of a table, the header first, and says what the columns are. Columns that may be left out are, where no
// row has anything in them; the further columns of commissioners.csv come last.
func (t *declaredTable) records(c *model.Case) ([]result.Column, [][]string, error) {
	var all recorder
	if err := gocsv.MarshalCSV(t.rows(c), &all); err != nil {
		return nil, nil, fmt.Errorf("%s.csv: %w", t.name, err)
	}
	columns, records := t.columns(), all.records
	for _, name := range t.mayBeLeftOut() {
		i := slices.IndexFunc(columns, func(x result.Column) bool { return x.Name == name })
		if slices.ContainsFunc(records[1:], func(r []string) bool { return r[i] != "" }) {
			continue
		}
		columns = slices.Delete(columns, i, i+1)
		for j := range records {
			records[j] = slices.Delete(records[j], i, i+1)
		}
	}
	if t.name != "commissioners" {
		return columns, records, nil
	}
	for _, name := range c.FurtherColumns {
		columns = append(columns, furtherColumn(name, c.Commissioners))
		records[0] = append(records[0], name)
		for j, x := range c.Commissioners {
			records[j+1] = append(records[j+1], x.Further[name])
		}
	}
	return columns, records, nil
}

// furtherColumn describes a column that is only kept: of numbers, if every cell is one.
func furtherColumn(name string, rows []model.Commissioner) result.Column {
	column := result.Column{Name: name, Type: "number", Description: "Kept and shown, not computed with", Optional: true}
	if slices.ContainsFunc(rows, func(x model.Commissioner) bool { return x.Further[name] != "" && !table.IsNumber(x.Further[name]) }) {
		column.Type = "string"
	}
	return column
}

// recorder keeps the records that gocsv makes.
type recorder struct{ records [][]string }

func (r *recorder) Write(record []string) error {
	r.records = append(r.records, slices.Clone(record))
	return nil
}

func (r *recorder) Flush()       {}
func (r *recorder) Error() error { return nil }
