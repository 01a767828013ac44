package report

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"reconfig/data/table"
	"reconfig/model/result"
)

// Records is a table for programs: every column with its unit and meaning, every row with full digits.
type Records struct {
	Name    string           `json:"name"` // of its file, without .csv
	Title   string           `json:"title"`
	Columns []RecordColumn   `json:"columns"`
	Rows    []map[string]any `json:"rows"`
}

// RecordColumn says what one column holds.
type RecordColumn struct {
	Name        string `json:"name"`
	Type        string `json:"type"`
	Unit        string `json:"unit,omitempty"`
	Description string `json:"description"`
}

// RecordsOf lists rows of a declared table, in the words of a case. Rows are as table.WriteRows takes them; others give no
// records.
func RecordsOf(declared result.Table, words result.Wording, rows any) Records {
	cells, err := table.Records(declared, words, rows)
	if err != nil {
		panic(fmt.Sprintf("%s: %v", declared.Name, err)) // a row type that does not fit its own declaration
	}
	said := words.Table(declared)
	r := Records{Name: said.Name, Title: said.Title, Rows: []map[string]any{}}
	for _, c := range said.Columns {
		r.Columns = append(r.Columns, RecordColumn{c.Name, c.Type, c.Unit.String(), c.Description})
	}
	for _, row := range cells[1:] {
		record := map[string]any{}
		for i, cell := range row {
			record[cells[0][i]] = valueOf(said.Columns[i].Type, cell)
		}
		r.Rows = append(r.Rows, record)
	}
	return r
}

// valueOf is a cell as JSON has it: null where it is empty; a text where a number is infinite, which JSON has no number for.
func valueOf(kind, cell string) any {
	switch {
	case cell == "":
		return nil
	case kind == "boolean":
		return cell == "yes"
	case kind != "string" && !strings.HasSuffix(cell, result.Infinite):
		return json.Number(cell)
	}
	return cell
}

// WriteJSON writes the same as one JSON document.
func (a Answer) WriteJSON(w io.Writer, command string) error {
	document := struct {
		Command     string   `json:"command"`
		Conclusions []string `json:"conclusions"`
		Table       *Records `json:"table,omitempty"`
		Notes       []string `json:"notes,omitempty"`
		Rest        []string `json:"rest"`
	}{Command: command, Conclusions: append([]string{}, a.Conclusions...), Rest: append([]string{}, a.Rest...)}
	if a.Table != nil {
		records := a.Table.Records
		if a.Table.Title != "" {
			records.Title = OneLine(a.Table.Title)
		}
		document.Table, document.Notes = &records, a.Table.AllNotes()
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(document)
}
