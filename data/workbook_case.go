package data

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"reconfig/data/folder"
	"reconfig/data/workbook"
	"reconfig/model/spelling"
)

// caseSheet is the sheet that stands for datapackage.json.
const caseSheet = "case"

// sheetsOfNotes are sheets that may hold anything.
var sheetsOfNotes = []string{contentsSheet, dictionarySheet, "notes"}

// caseWorkbook is a case in an Excel workbook: a sheet for each table, and one of properties.
type caseWorkbook struct {
	file     string
	sheets   map[string]workbook.Sheet // those of tables and of properties, by the table's name
	notes    map[string]workbook.Sheet // by name
	unknown  []string                  // names of other sheets, less those of notes
	property map[string]int            // row of each property; of those that may be there several times, the first
	problems Problems
}

// openWorkbookCase reads a case from a workbook. It is read as the files of a folder are; only problems are said to be
// where they are in the workbook.
func openWorkbookCase(file string) (*Case, error) {
	w, content, err := openCaseWorkbook(file)
	if err != nil {
		return nil, err
	}
	return w.read(content)
}

// read reads and checks the case in a workbook of that content.
func (w *caseWorkbook) read(content []byte) (*Case, error) {
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
		nameUpgrade(all, w.file)
		return nil, all
	}
	w.locateSlips(c)
	c.Warnings = append(c.Warnings, w.warnings()...)
	c.Hashes = map[string]string{filepath.Base(w.file): folder.Hash(content)}
	return c, nil
}

// openCaseWorkbook reads the sheets of a case, without a look at what they mean.
func openCaseWorkbook(file string) (*caseWorkbook, []byte, error) {
	content, err := folder.ReadStart(file, workbook.MostBytes+1)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", file, folder.Reason(err))
	}
	if len(content) > workbook.MostBytes {
		return nil, nil, Problems{{File: file, Expected: fmt.Sprintf("a workbook of at most %d MB", workbook.MostBytes>>20)}}
	}
	w, err := newCaseWorkbook(file, content)
	return w, content, err
}

// newCaseWorkbook reads the sheets of a case from what a file holds.
func newCaseWorkbook(file string, content []byte) (*caseWorkbook, error) {
	sheets, err := workbook.Read(content)
	if err != nil {
		var problems Problems
		if errors.As(err, &problems) {
			return nil, problems.In(file)
		}
		return nil, err
	}
	w := &caseWorkbook{file: file, sheets: map[string]workbook.Sheet{}, notes: map[string]workbook.Sheet{}, property: map[string]int{}}
	for _, s := range sheets {
		switch name := strings.ToLower(strings.TrimSpace(s.Name)); {
		case name == caseSheet || isTable(name+".csv"):
			if twin, ok := w.sheets[name]; ok {
				w.problems = append(w.problems, Problem{File: file, Sheet: s.Name, Expected: "each sheet once: there is a sheet " + strconv.Quote(twin.Name) + " too"})
			}
			w.sheets[name] = s
			w.problems = append(w.problems, s.Problems.In(file)...)
			if name == caseSheet {
				nameProperties(w.problems, s)
			}
		case slices.Contains(sheetsOfNotes, name):
			w.notes[name] = s
		default:
			w.unknown = append(w.unknown, s.Name)
		}
	}
	return w, nil
}

// propertyIn is the value of the property in a row of the sheet of properties; empty where it has no such row.
func propertyIn(s workbook.Sheet, row int) string {
	_, column, ok := propertyColumns(s)
	if !ok || row < 1 || row > len(s.Rows) {
		return ""
	}
	return workbook.Cell(s.Rows[row-1], column)
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

func tableNames() []string {
	names := make([]string, len(caseTables))
	for i, t := range caseTables {
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
			files[name+".csv"] = s.CSV()
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
	for _, row := range w.notes[contentsSheet].Rows {
		if workbook.Cell(row, 0) == name {
			r.Title = workbook.Cell(row, 1)
		}
	}
	if s := w.sheets[name]; len(s.Rows) > 0 {
		r.Schema = &schema{Fields: fieldsOf(w.notes[dictionarySheet], name, s.Rows[0]), MissingValues: []string{""}}
		declared := caseTables[slices.Index(tableNames(), name)]
		r.Schema.PrimaryKey, r.Schema.ForeignKeys = declared.key, declared.refersTo
	}
	return r
}

// broken lists the tables with cells that could not be read.
func (w *caseWorkbook) broken() []string {
	var names []string
	for name, s := range w.sheets {
		if len(s.Problems) > 0 && name != caseSheet {
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
		if near := spelling.Nearest(strings.ToLower(name), append(tableNames(), caseSheet)); len(near) > 0 {
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
			p.File, p.Sheet = w.file, s.Name
			p.Value = propertyIn(s, p.Line)
		default:
			p = s.Locate(Problems{p}, w.file)[0]
		}
		p.Expected, p.Mend = namingSheets(p.Expected), namingSheets(p.Mend)
		if !blamed(all, p) {
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
		c.Warnings[i] = namingSheets(text)
	}
	for i := range c.slips {
		places := c.slips[i].places
		c.slips[i].places = w.sheets[strings.TrimSuffix(places[0].File, ".csv")].Locate(places, w.file)
	}
	c.warn()
	for name, p := range c.assumptions {
		c.assumptions[name] = w.sheets["assumptions"].Locate(Problems{p}, w.file)[0]
	}
}

// namingSheets has a text that speaks of the files of tables speak of their sheets.
func namingSheets(text string) string {
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

// blamed says whether there is a problem with the same cell already.
func blamed(all Problems, p Problem) bool {
	return p.Line > 0 && slices.ContainsFunc(all, func(q Problem) bool {
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
		if slices.Contains(spelling.Nearest(strings.ToLower(other), append(tableNames(), caseSheet)), name) {
			what += "; perhaps sheet " + strconv.Quote(other) + " is meant for it"
		}
	}
	return Problem{File: w.file, Sheet: name, Expected: what}
}

// holdsWorkbook says whether a file is a workbook by what it holds, whatever its name.
func holdsWorkbook(file string) bool {
	start, err := folder.ReadStart(file, 8)
	return err == nil && workbook.Is(start)
}
