package data

import (
	"bytes"
	"fmt"
	"slices"
	"time"

	"github.com/gocarina/gocsv"

	"reconfig/data/table"
	"reconfig/model"
	"reconfig/model/result"
)

// WriteCase writes a case, whole or not at all, as OpenCase reads it: as a folder, or, if the name ends in .xlsx, as an
// Excel workbook. It refuses a folder that holds anything, and a file that is there.
func WriteCase(to string, c *model.Case) error {
	if err := checkNew(to); err != nil {
		return err
	}
	files, err := filesOf(c)
	if err != nil {
		return err
	}
	return writeCaseFiles(to, files)
}

// CheckCase says what OpenCase would of a case once it was written: a Problems error with everything that is wrong with it,
// nil if it is valid.
func CheckCase(c *model.Case) error {
	files, err := filesOf(c)
	if err != nil {
		return err
	}
	_, err = readCase(files)
	return err
}

// writtenCase is the description of a case's folder.
type writtenCase struct {
	dataPackage
	Reconfig settingProperty `json:"reconfig"`
}

// filesOf makes the files of a case: its tables and their description.
func filesOf(c *model.Case) (memoryFiles, error) {
	files := memoryFiles{}
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
			return nil, err
		}
		if t.optional && len(records) == 1 {
			continue
		}
		var b bytes.Buffer
		out := table.NewWriter(&b, result.Table{Columns: columns}, result.Wording{}) // units are the case's own
		for _, record := range records {
			if err := out.Write(record); err != nil {
				return nil, err
			}
		}
		out.Flush()
		if err := out.Error(); err != nil {
			return nil, err
		}
		files[t.name+".csv"] = b.Bytes()
		p.Resources = append(p.Resources, t.resource(c, columns))
	}
	content, err := encode(p)
	files[packageFile] = content
	return files, err
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
