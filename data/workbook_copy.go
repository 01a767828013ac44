package data

import (
	"bytes"
	"encoding/json"
	"fmt"

	"reconfig/data/datapackage"
	"reconfig/data/dialect"
	"reconfig/data/table"
	"reconfig/data/workbook"
	"reconfig/model"
	"reconfig/model/result"
)

// caseWorkbook writes a case as one workbook in a format: what is in it, the properties, a sheet for each table, and what their
// columns mean.
func caseWorkbook(from caseSource, f workbook.Format) ([]byte, error) {
	d, err := from.packaged()
	if err != nil {
		return nil, err
	}
	properties := workbook.Table{Name: caseSheet, Columns: workbook.TextColumns("property", "value", "meaning"), Rows: d.rows(), Open: true}
	var tables []workbook.Table
	var described []datapackage.Resource
	for _, name := range tableNames() {
		t, why := from.cells(name)
		if why != nil {
			continue // what a valid case must have is there
		}
		about := d.about(name)
		tables, described = append(tables, caseTable(about, t.Cells, d.words())), append(described, about)
	}
	dictionary := datapackage.Dictionary(described)
	sheets := append([]workbook.Table{caseContents(f, d, properties, tables, described, dictionary), properties}, tables...)
	return f.Write(d.Title, append(sheets, dictionary))
}

// parseDescription reads a valid case's datapackage.json. What it says of its tables is passed over where it is not as we
// write it: the specification allows more.
func parseDescription(content []byte) (*caseDescription, error) {
	content, err := plainText(content)
	if err != nil {
		return nil, err
	}
	var properties map[string]json.RawMessage
	if err := json.Unmarshal(bytes.TrimPrefix(content, []byte(table.ByteOrderMark)), &properties); err != nil {
		return nil, fmt.Errorf("%s: %w", datapackage.File, err)
	}
	var resources []json.RawMessage
	_ = json.Unmarshal(properties["resources"], &resources)
	delete(properties, "resources")
	rest, err := json.Marshal(properties)
	if err != nil {
		return nil, err
	}
	var d caseDescription
	if err := json.Unmarshal(rest, &d); err != nil {
		return nil, fmt.Errorf("%s: %w", datapackage.File, err)
	}
	for _, content := range resources {
		var r datapackage.Resource
		if err := json.Unmarshal(content, &r); err == nil {
			d.Resources = append(d.Resources, r)
		}
	}
	return &d, nil
}

// plainText is a text in UTF-8.
func plainText(content []byte) ([]byte, error) {
	text, d, doubt := dialect.ReadText(content)
	switch {
	case doubt != nil:
		return nil, fmt.Errorf("%s: %w", datapackage.File, doubt)
	case d.Encoding == dialect.UTF8:
		return content, nil
	}
	return text, nil
}

// words is what the case calls its money and its bodies.
func (d *caseDescription) words() result.Wording {
	return result.Wording{Currency: d.Reconfig.Currency, BodySingular: d.Reconfig.BodySingular, BodyPlural: d.Reconfig.BodyPlural}
}

// about is what a description says of a table.
func (d *caseDescription) about(table string) datapackage.Resource {
	for _, r := range d.Resources {
		if r.Path == table+".csv" {
			r.Name = table
			return r
		}
	}
	return datapackage.Resource{Name: table}
}

// caseTable is a table of a case as a sheet.
func caseTable(about datapackage.Resource, cells table.Cells, words result.Wording) workbook.Table {
	s := workbook.Table{Name: about.Name, Columns: workbook.TextColumns(cells.Header...), Rows: cells.Records, Open: true}
	for i := range s.Columns {
		c := &s.Columns[i]
		f := about.Field(c.Name)
		c.Strict = about.Name == "commissioners" && table.ColumnsOf[model.Commissioner]().Kinds[c.Name] == nil
		c.Number = f.Type == "number" || f.Type == "integer" || f.Type == "" && onlyNumbers(s.Rows, i)
		if c.Number {
			c.Format = datapackage.NumberFormat(f.Type, words.Parse(f.Unit))
		}
	}
	return s
}

// onlyNumbers says whether a column holds nothing but numbers as they are written in full, which 007 is not.
func onlyNumbers(rows [][]string, column int) bool {
	found := false
	for _, row := range rows {
		cell := workbook.Cell(row, column)
		if _, ok := (workbook.Column{Number: true, Strict: true}).Parse(cell); !ok && cell != "" {
			return false
		}
		found = found || cell != ""
	}
	return found
}

// caseContents is the first sheet: what the others hold.
func caseContents(f workbook.Format, d *caseDescription, properties workbook.Table, tables []workbook.Table, described []datapackage.Resource, dictionary workbook.Table) workbook.Table {
	s := datapackage.Contents([][]string{
		{d.Title}, {},
		{"A case for reconfig. Change the sheets, save as " + f.Ending() + ", then check it with: reconfig case check FILE" + f.Ending()},
		{"Values are read in full, whatever the number formats show. Sheets named contents, dictionary and notes are not read."}, {},
	})
	datapackage.List(&s, properties, "Properties of the case: its name, words, start and map")
	for i, t := range tables {
		datapackage.List(&s, t, described[i].Title)
	}
	datapackage.List(&s, dictionary, "Every column: type, unit, meaning, and what it may hold")
	return s
}
