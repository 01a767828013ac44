package data

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"time"

	"github.com/gocarina/gocsv"

	"reconfig/model"
	"reconfig/model/result"
)

// WriteCase writes a case as a folder that OpenCase reads: whole, or not at all. It refuses a folder that holds
// anything.
func WriteCase(dir string, c *model.Case) error {
	if err := checkEmpty(dir); err != nil {
		return err
	}
	return writeFolder(dir, func(folder *pendingFolder) error { return fillCase(folder, c) })
}

// checkEmpty returns an error if a case may not be written there: the folder holds something.
func checkEmpty(dir string) error {
	entries, err := os.ReadDir(dir)
	switch {
	case err == nil && len(entries) > 0:
		return &OccupiedError{dir, entries[0].Name()}
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s: %w", dir, reason(err))
	}
	return nil
}

// writtenCase is the description of a case's folder.
type writtenCase struct {
	dataPackage
	Reconfig settingProperty `json:"reconfig"`
}

// fillCase fills the folder with the case's tables and their description.
func fillCase(folder *pendingFolder, c *model.Case) error {
	p := writtenCase{
		dataPackage: dataPackage{Profile: "data-package", Name: c.Name, Title: c.Title, Description: c.Description},
		Reconfig: settingProperty{
			StartDate: c.StartDate.Format(time.DateOnly), PriceYear: c.PriceYear, Currency: c.Currency, BodySingular: c.BodySingular, BodyPlural: c.BodyPlural,
			DefaultMap: c.DefaultMap, HorizonYears: c.HorizonYears,
		},
	}
	if c.Attribution != "" {
		p.Sources = []source{{Title: c.Attribution}}
	}
	for i := range caseTables {
		t := &caseTables[i]
		columns, records, err := t.records(c)
		if err != nil {
			return err
		}
		if t.optional && len(records) == 1 {
			continue
		}
		var b bytes.Buffer
		out := newCellWriter(&b, result.Table{Columns: columns}, result.Wording{}) // units are the case's own
		for _, record := range records {
			if err := out.Write(record); err != nil {
				return err
			}
		}
		out.Flush()
		if err := errors.Join(out.Error(), folder.write(t.name+".csv", b.Bytes())); err != nil {
			return err
		}
		p.Resources = append(p.Resources, t.resource(c, columns))
	}
	return folder.writeDescription(p)
}

// records makes the rows of a table, the header first, and says what the columns are. The columns of commissioners.csv
// that may be left out are, where no row has anything in them; its further columns come last.
func (t *declaredTable) records(c *model.Case) ([]result.Column, [][]string, error) {
	var all recorder
	if err := gocsv.MarshalCSV(t.rows(c), &all); err != nil {
		return nil, nil, fmt.Errorf("%s.csv: %w", t.name, err)
	}
	columns, records := t.columns(), all.records
	if t.name != "commissioners" {
		return columns, records, nil
	}
	for _, name := range mayBeLeftOut() {
		i := slices.IndexFunc(columns, func(x result.Column) bool { return x.Name == name })
		if slices.ContainsFunc(records[1:], func(r []string) bool { return r[i] != "" }) {
			continue
		}
		columns = slices.Delete(columns, i, i+1)
		for j := range records {
			records[j] = slices.Delete(records[j], i, i+1)
		}
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
	if slices.ContainsFunc(rows, func(x model.Commissioner) bool { return x.Further[name] != "" && !isNumber(x.Further[name]) }) {
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
