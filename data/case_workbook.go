package data

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"reconfig/data/datapackage"
	"reconfig/data/folder"
	"reconfig/data/table"
	"reconfig/data/workbook"
	"reconfig/model"
	"reconfig/model/spelling"
)

// caseSheet is the sheet that stands for datapackage.json.
const caseSheet = "case"

// sheetsOfNotes are sheets that may hold anything.
var sheetsOfNotes = []string{datapackage.ContentsSheet, datapackage.DictionarySheet, "notes"}

// workbookSource is a case in a workbook: a sheet for each table, and one of properties.
type workbookSource struct {
	file    string
	content []byte
	sheets  map[string]workbook.Sheet // those of tables and of properties, by the table's name
	notes   map[string]workbook.Sheet // by name
	unknown []string                  // names of other sheets, less those of notes
	unread  Problems                  // cells and sheets that cannot be used
}

// readWorkbook reads a file that may be a workbook.
func readWorkbook(file string) ([]byte, error) {
	content, err := folder.ReadStart(file, workbook.MostBytes+1)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, folder.Reason(err))
	}
	if len(content) > workbook.MostBytes {
		return nil, Problems{{File: file, Expected: fmt.Sprintf("a workbook of at most %d MB", workbook.MostBytes>>20)}}
	}
	return content, nil
}

// newWorkbookSource reads the sheets of a case from what a file holds.
func newWorkbookSource(file string, content []byte) (*workbookSource, error) {
	sheets, err := workbook.Read(content)
	if err != nil {
		var problems Problems
		if errors.As(err, &problems) {
			return nil, problems.In(file)
		}
		return nil, err
	}
	w := &workbookSource{file: file, content: content, sheets: map[string]workbook.Sheet{}, notes: map[string]workbook.Sheet{}}
	for _, s := range sheets {
		w.take(s)
	}
	return w, nil
}

// take takes a sheet for what its name says, in whatever letters.
func (w *workbookSource) take(s workbook.Sheet) {
	name := strings.ToLower(strings.TrimSpace(s.Name))
	switch {
	case name == caseSheet || slices.Contains(tableNames(), name):
		if twin, ok := w.sheets[name]; ok {
			w.unread = append(w.unread, Problem{Code: model.Repeated, File: w.file, Sheet: s.Name, Expected: "each sheet once: there is a sheet " + strconv.Quote(twin.Name) + " too"})
		}
		w.sheets[name] = s
		w.unread = append(w.unread, s.Problems.In(w.file)...)
		if name == caseSheet {
			nameProperties(w.unread, s)
		}
	case slices.Contains(sheetsOfNotes, name):
		w.notes[name] = s
	default:
		w.unknown = append(w.unknown, s.Name)
	}
}

// nameProperties has the problems of the sheet of properties go by their property, which is more than their column.
func nameProperties(problems Problems, s workbook.Sheet) {
	column, _, ok := propertyColumns(s)
	for i, p := range problems {
		if p.Sheet != s.Name {
			continue
		}
		problems[i].Property = true
		if ok && p.Line <= len(s.Rows) {
			problems[i].Column = workbook.Cell(s.Rows[p.Line-1], column)
		}
	}
}

func (w *workbookSource) faults() Problems          { return slices.Clone(w.unread) }
func (w *workbookSource) named(table string) string { return "sheet " + table }
func (w *workbookSource) called() string            { return w.file }
func (w *workbookSource) close()                    {}

func (w *workbookSource) hashes() map[string]string {
	return map[string]string{filepath.Base(w.file): folder.Hash(w.content)}
}

// compare sorts problems as the tables of a case are listed, the properties first, then by row.
func (w *workbookSource) compare(p, q Problem) int {
	order := func(p Problem) int { return slices.Index(tableNames(), strings.ToLower(strings.TrimSpace(p.Sheet))) }
	return cmp.Or(cmp.Compare(order(p), order(q)), cmp.Compare(p.Line, q.Line))
}

// warnings are about sheets that are not read.
func (w *workbookSource) warnings() (before, after []string) {
	for _, name := range w.unknown {
		remedy := "; if it holds notes, name it notes"
		if near := nearSheets(name); len(near) > 0 {
			remedy = ", which is none of a case's; perhaps it should be " + strings.Join(near, " or ")
		}
		after = append(after, "nothing is read from sheet "+name+remedy)
	}
	return nil, after
}

// nearSheets are the sheets of a case that a name may be meant for.
func nearSheets(name string) []string {
	return spelling.Nearest(strings.ToLower(name), append(tableNames(), caseSheet))
}

func (w *workbookSource) cells(name string) (*table.Table, *Problem) {
	s, ok := w.sheets[name]
	if !ok {
		p := w.missing(name)
		return nil, &p
	}
	t := table.SplitRows(w.file, s.Name, s.Rows)
	t.Damaged = len(s.Problems) > 0
	return t, nil
}

// missing is the problem of a sheet that is not there, and of one that may have been meant for it.
func (w *workbookSource) missing(name string) Problem {
	what := "a sheet of that name: it is missing"
	if name == caseSheet {
		what = "a sheet of that name, with the columns property and value: it is missing (`reconfig case copy london-2010 FILE" + filepath.Ext(w.file) + "` writes one to start from)"
	}
	for _, other := range w.unknown {
		if slices.Contains(nearSheets(other), name) {
			what += "; perhaps sheet " + strconv.Quote(other) + " is meant for it"
		}
	}
	return Problem{Code: model.Missing, File: w.file, Sheet: name, Expected: what}
}

// describe reads the sheet of properties.
func (w *workbookSource) describe() (*description, Problems) {
	s, ok := w.sheets[caseSheet]
	if !ok {
		return nil, Problems{w.missing(caseSheet)}
	}
	p := readProperties(w.file, s)
	if fault := w.misread(); fault != nil {
		return nil, append(p.problems, Problem{File: w.file, Sheet: s.Name, Property: true, Expected: fault.Expected, Mend: fault.Mend})
	}
	d := &description{
		name: p.said.Name, title: p.said.Title, text: p.said.Description, attribution: attribution(p.said.Sources, p.said.Licenses),
		setting: &p.said.Reconfig, horizon: p.said.horizon, misspelt: p.misspelt, positionOf: p.positionOf,
	}
	return d, p.problems
}

// misread is what is wrong with a letter of the properties, of the contents or of the dictionary; nil if nothing is. A
// folder that the case is copied to could not be read with it.
func (w *workbookSource) misread() *Problem {
	d, err := w.packaged()
	if err != nil {
		return nil
	}
	content, err := datapackage.Encode(d)
	if err != nil {
		return nil // a horizon without end, which is reported
	}
	return table.CheckText(content)
}

// files are the files of a folder with the case.
func (w *workbookSource) files() (map[string][]byte, error) {
	files := map[string][]byte{}
	for _, name := range tableNames() {
		if s, ok := w.sheets[name]; ok {
			files[name+".csv"] = s.CSV()
		}
	}
	d, err := w.packaged()
	if err != nil {
		return nil, err
	}
	files[datapackage.File], err = datapackage.Encode(d)
	return files, err
}

func (w *workbookSource) packaged() (*caseDescription, error) {
	d := readProperties(w.file, w.sheets[caseSheet]).said
	for _, name := range tableNames() {
		if _, ok := w.sheets[name]; ok {
			d.Resources = append(d.Resources, w.resource(name))
		}
	}
	return &d, nil
}

// resource describes a table, as the workbook's contents and dictionary do if it has them.
func (w *workbookSource) resource(name string) datapackage.Resource {
	r := datapackage.Tabular(name, "")
	for _, row := range w.notes[datapackage.ContentsSheet].Rows {
		if workbook.Cell(row, 0) == name {
			r.Title = workbook.Cell(row, 1)
		}
	}
	if s := w.sheets[name]; len(s.Rows) > 0 {
		r.Schema = &datapackage.Schema{Fields: datapackage.FieldsOf(w.notes[datapackage.DictionarySheet], name, s.Rows[0]), MissingValues: []string{""}}
		r.Schema.PrimaryKey, r.Schema.ForeignKeys = declared(name).key, declared(name).refersTo
	}
	return r
}
