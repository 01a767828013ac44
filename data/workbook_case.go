package data

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"reconfig/model"
)

// caseSheet is the sheet that stands for datapackage.json.
const caseSheet = "case"

// sheetsOfNotes are sheets that may hold anything.
var sheetsOfNotes = []string{contentsSheet, dictionarySheet, "notes"}

// caseWorkbook is a case in an Excel workbook: a sheet for each table, and one of properties.
type caseWorkbook struct {
	file     string
	sheets   map[string]sheet // those of tables and of properties, by the table's name
	notes    map[string]sheet // by name
	unknown  []string         // names of other sheets, less those of notes
	property map[string]int   // row of each property; of those that may be there several times, the first
	problems Problems
}

// openWorkbookCase reads a case from a workbook. It is read as the files of a folder are; only problems are said to be
// where they are in the workbook.
func openWorkbookCase(file string) (*Case, error) {
	w, content, err := openCaseWorkbook(file)
	if err != nil {
		return nil, err
	}
	files, err := w.files()
	if err != nil {
		return nil, err
	}
	c, err := readCase(files, w.broken()...)
	var problems Problems
	if err != nil && !errors.As(err, &problems) {
		return nil, err
	}
	if all := w.locate(problems); len(all) > 0 {
		sortBySheet(all)
		return nil, all
	}
	w.locateSlips(c)
	c.Warnings = append(c.Warnings, w.warnings()...)
	c.Hashes = map[string]string{filepath.Base(file): hash(content)}
	return c, nil
}

// openCaseWorkbook reads the sheets of a case, without a look at what they mean.
func openCaseWorkbook(file string) (*caseWorkbook, []byte, error) {
	if info, err := os.Stat(file); err == nil && info.Size() > mostWorkbookBytes {
		return nil, nil, Problems{{File: file, Expected: fmt.Sprintf("a workbook of at most %d MB", mostWorkbookBytes>>20)}}
	}
	content, err := os.ReadFile(file)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", file, reason(err))
	}
	sheets, err := readWorkbook(content)
	if err != nil {
		var problems Problems
		if errors.As(err, &problems) {
			return nil, nil, problems.inWorkbook(file)
		}
		return nil, nil, err
	}
	w := &caseWorkbook{file: file, sheets: map[string]sheet{}, notes: map[string]sheet{}, property: map[string]int{}}
	for _, s := range sheets {
		switch name := strings.ToLower(strings.TrimSpace(s.name)); {
		case name == caseSheet || isTable(name+".csv"):
			if twin, ok := w.sheets[name]; ok {
				w.problems = append(w.problems, Problem{File: file, Sheet: s.name, Expected: "each sheet once: there is a sheet " + strconv.Quote(twin.name) + " too"})
			}
			w.sheets[name] = s
			w.problems = append(w.problems, s.problems.inWorkbook(file)...)
			if name == caseSheet {
				nameProperties(w.problems, s)
			}
		case slices.Contains(sheetsOfNotes, name):
			w.notes[name] = s
		default:
			w.unknown = append(w.unknown, s.name)
		}
	}
	return w, content, nil
}

// property is the value of the property in a row of the sheet of properties; empty where it has no such row.
func (s sheet) property(row int) string {
	_, column, ok := propertyColumns(s)
	if !ok || row < 1 || row > len(s.rows) {
		return ""
	}
	return cellOf(s.rows[row-1], column)
}

// nameProperties has the problems of the sheet of properties go by their property, which is more than their column.
func nameProperties(problems Problems, s sheet) {
	column, _, ok := propertyColumns(s)
	for i, p := range problems {
		if ok && p.Sheet == s.name && p.Line <= len(s.rows) {
			problems[i].Column = cellOf(s.rows[p.Line-1], column)
		}
	}
}

func tableNames() []string {
	names := make([]string, len(tables))
	for i, t := range tables {
		names[i] = t.name
	}
	return names
}

// files are the workbook as the files of a case's folder.
func (w *caseWorkbook) files() (memoryFiles, error) {
	files := memoryFiles{}
	var resources []resource
	for _, name := range tableNames() {
		if s, ok := w.sheets[name]; ok {
			files[name+".csv"] = s.csv()
			resources = append(resources, w.resource(name))
		}
	}
	s, ok := w.sheets[caseSheet]
	if !ok {
		return files, nil
	}
	d := w.description(s)
	d.Resources = resources
	content, err := encode(d)
	files[packageFile] = content
	return files, err
}

// resource describes a table, as the workbook's contents and dictionary do if it has them.
func (w *caseWorkbook) resource(name string) resource {
	r := resource{
		Name: name, Path: name + ".csv", Profile: "tabular-data-resource", Format: "csv", MediaType: "text/csv", Encoding: "utf-8", Dialect: &dialect{",", true},
	}
	for _, row := range w.notes[contentsSheet].rows {
		if cellOf(row, 0) == name {
			r.Title = cellOf(row, 1)
		}
	}
	if s := w.sheets[name]; len(s.rows) > 0 {
		r.Schema = &schema{Fields: w.notes[dictionarySheet].fieldsOf(name, s.rows[0]), MissingValues: []string{""}}
	}
	return r
}

// broken lists the tables with cells that could not be read.
func (w *caseWorkbook) broken() []string {
	var names []string
	for name, s := range w.sheets {
		if len(s.problems) > 0 && name != caseSheet {
			names = append(names, name)
		}
	}
	return names
}

// warnings are about sheets that are not read.
func (w *caseWorkbook) warnings() []string {
	var all []string
	for _, name := range w.unknown {
		remedy := "; if it holds notes, name it notes"
		if near := model.Nearest(strings.ToLower(name), append(tableNames(), caseSheet)); len(near) > 0 {
			remedy = ", which is none of a case's; perhaps it should be " + strings.Join(near, " or ")
		}
		all = append(all, "nothing is read from sheet "+name+remedy)
	}
	return all
}

// locate adds to the problems of the workbook those of its files, less what is wrong with a cell that has one already.
func (w *caseWorkbook) locate(found Problems) Problems {
	all := w.problems
	for _, p := range found {
		name := strings.TrimSuffix(p.File, ".csv")
		if p.File == packageFile {
			name = caseSheet
		}
		s, there := w.sheets[name]
		switch {
		case !there:
			p = w.missing(name)
		case name == caseSheet && w.property[p.Column] == 0 && w.misspells(p.Column):
			continue
		case name == caseSheet:
			p.Line = w.property[p.Column]
			p.File, p.Sheet = w.file, s.name
			p.Value = s.property(p.Line)
		default:
			p = s.locate(Problems{p}, w.file)[0]
		}
		p.Expected, p.Mend = ofSheets(p.Expected), ofSheets(p.Mend)
		if !all.blame(p) {
			all = append(all, p)
		}
	}
	return all
}

// misspells says whether a property is reported that is likely to be the one that is missing.
func (w *caseWorkbook) misspells(property string) bool {
	return slices.ContainsFunc(w.problems, func(p Problem) bool { return p.Expected == knownPerhaps+property })
}

// locateSlips says of the case's warnings, and of its assumptions, where in the workbook they are.
func (w *caseWorkbook) locateSlips(c *Case) {
	for i, text := range c.Warnings {
		c.Warnings[i] = ofSheets(text)
	}
	for i := range c.slips {
		places := c.slips[i].places
		c.slips[i].places = w.sheets[strings.TrimSuffix(places[0].File, ".csv")].locate(places, w.file)
	}
	c.warn()
	for name, p := range c.assumptions {
		c.assumptions[name] = w.sheets["assumptions"].locate(Problems{p}, w.file)[0]
	}
}

// ofSheets has a text that speaks of the files of tables speak of their sheets.
func ofSheets(text string) string {
	for _, table := range tableNames() {
		text = strings.ReplaceAll(text, table+".csv", "sheet "+table)
	}
	return text
}

// sortBySheet sorts problems as the tables of a case are listed, the properties first, then by row.
func sortBySheet(all Problems) {
	order := func(p Problem) int { return slices.Index(tableNames(), strings.ToLower(strings.TrimSpace(p.Sheet))) }
	slices.SortStableFunc(all, func(a, b Problem) int { return cmp.Or(cmp.Compare(order(a), order(b)), cmp.Compare(a.Line, b.Line)) })
}

// blame says whether there is a problem with the same cell already.
func (ps Problems) blame(p Problem) bool {
	return p.Line > 0 && slices.ContainsFunc(ps, func(q Problem) bool {
		return q.Sheet == p.Sheet && q.Line == p.Line && q.Column == p.Column
	})
}

// missing is the problem of a sheet that is not there, and of one that may have been meant for it.
func (w *caseWorkbook) missing(name string) Problem {
	what := "a sheet of that name: it is missing"
	if name == caseSheet {
		what = "a sheet of that name, with the columns property and value: it is missing (`reconfig case copy london-2010 FILE.xlsx` writes one to start from)"
	}
	for _, other := range w.unknown {
		if slices.Contains(model.Nearest(strings.ToLower(other), append(tableNames(), caseSheet)), name) {
			what += "; perhaps sheet " + strconv.Quote(other) + " is meant for it"
		}
	}
	return Problem{File: w.file, Sheet: name, Expected: what}
}
