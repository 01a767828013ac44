package data

import (
	"bytes"
	"encoding/csv"
	"time"

	"reconfig/data/datapackage"
	"reconfig/data/table"
	"reconfig/model"
)

// memorySource is a case in memory, as it is in a folder once it is written.
type memorySource struct {
	description caseDescription
	content     []byte                // of the description's file
	records     map[string][][]string // of each table, the header first, as they are written
}

func newMemorySource(c *model.Case) (*memorySource, error) {
	m := &memorySource{description: descriptionOf(c), records: map[string][][]string{}}
	for i := range caseTables {
		t := &caseTables[i]
		columns, records, err := t.records(c)
		if err != nil {
			return nil, err
		}
		if t.optional && len(records) == 1 {
			continue
		}
		for _, record := range records {
			table.MakeSafe(record, columns)
		}
		m.records[t.name] = records
		m.description.Resources = append(m.description.Resources, t.resource(c, columns))
	}
	var err error
	m.content, err = datapackage.Encode(&m.description)
	return m, err
}

// descriptionOf says of a case what its tables do not.
func descriptionOf(c *model.Case) caseDescription {
	d := caseDescription{
		Package: datapackage.Package{Profile: "data-package", Name: c.Name, Title: c.Title, Description: c.Description},
		Reconfig: settingProperty{
			StartDate: c.StartDate.Format(time.DateOnly), PriceYear: c.PriceYear, Currency: c.Currency, BodySingular: c.BodySingular, BodyPlural: c.BodyPlural,
			DefaultMap: c.DefaultMap, HorizonYears: c.HorizonYears,
		},
	}
	if c.Attribution != "" {
		d.Sources = []datapackage.Source{{Title: c.Attribution}}
	}
	return d
}

// describe reads the description as it is written, for what is wrong with it is a line of that.
func (m *memorySource) describe() (*description, Problems) {
	d, _, problems := describeJSON(datapackage.File, m.content)
	return d, problems
}

func (m *memorySource) cells(name string) (*table.Table, *Problem) {
	records, ok := m.records[name]
	if !ok {
		return nil, &Problem{Code: model.Missing, File: m.named(name), Expected: "rows of the table"}
	}
	return table.SplitRecords(m.named(name), records), nil
}

func (m *memorySource) faults() Problems                    { return nil }
func (m *memorySource) warnings() (before, after []string)  { return nil, nil }
func (m *memorySource) hashes() map[string]string           { return nil }
func (m *memorySource) named(table string) string           { return table + ".csv" }
func (m *memorySource) called() string                      { return "DIR" }
func (m *memorySource) compare(p, q Problem) int            { return byFile(p, q) }
func (m *memorySource) packaged() (*caseDescription, error) { return &m.description, nil }
func (m *memorySource) close()                              {}

// files are the files that the case is written to.
func (m *memorySource) files() (map[string][]byte, error) {
	files := map[string][]byte{datapackage.File: m.content}
	for name, records := range m.records {
		var b bytes.Buffer
		if err := csv.NewWriter(&b).WriteAll(records); err != nil {
			return nil, err
		}
		files[name+".csv"] = b.Bytes()
	}
	return files, nil
}
