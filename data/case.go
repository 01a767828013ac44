// Package data is the way in and the way out: cases read from a data package, results written as tables that any
// Frictionless tool, R, pandas or a spreadsheet can read. It knows nothing of how a figure is computed.
package data

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"

	"reconfig/model"
)

// Case is a case as it was read, with what its provenance is stated by.
type Case struct {
	*model.Case
	Embedded bool              // one of those that come with the program
	Warnings []string          // what is odd but does no harm
	Hashes   map[string]string // SHA-256 of each file read, in hexadecimal
}

// tables lists the tables of a case, whether each may be missing, and the tables that its rows refer to.
var tables = []struct {
	name     string
	optional bool
	refersTo []string
}{
	{"commissioners", false, nil},
	{"sectors", false, []string{"commissioners"}},
	{"neighbours", false, []string{"commissioners"}},
	{"functions", false, nil},
	{"arrangements", false, nil},
	{"structures", false, nil},
	{"placements", false, []string{"structures", "functions", "arrangements"}},
	{"assumptions", false, []string{"functions", "arrangements", "sources"}},
	{"correlations", true, []string{"assumptions"}},
	{"allocations", true, []string{"commissioners", "debt_plan"}},
	{"debt_plan", true, []string{"allocations", "debts", "sources"}},
	{"debts", true, []string{"debt_plan"}},
	{"observations", true, []string{"structures", "sectors", "arrangements", "assumptions", "sources"}},
	{"sources", false, nil},
}

// OpenCase reads a case: one that comes with the program by its name, any folder or Excel workbook (.xlsx) by its path. A
// case that is not valid gives a Problems error with everything that is wrong.
func OpenCase(nameOrDir string) (*Case, error) {
	if slices.Contains(CaseNames(), nameOrDir) {
		c, err := readCase(embeddedCase(nameOrDir))
		if c != nil {
			c.Embedded = true
		}
		return c, err
	}
	info, err := os.Stat(nameOrDir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, &UnknownCaseError{nameOrDir}
	case err != nil:
		return nil, err
	case !info.IsDir() && isWorkbookName(nameOrDir):
		return openWorkbookCase(nameOrDir)
	case !info.IsDir():
		return nil, fmt.Errorf("%s is a file; a case is a folder with a %s, or an Excel workbook, whose name ends in .xlsx", nameOrDir, packageFile)
	}
	c, err := readCase(os.DirFS(nameOrDir))
	var problems Problems
	if errors.As(err, &problems) {
		for i := range problems {
			problems[i].File = path.Join(nameOrDir, problems[i].File)
		}
	}
	return c, err
}

// Hash identifies the case's inputs: the SHA-256 of the names and hashes of all its files, in hexadecimal.
func (c *Case) Hash() string {
	var b strings.Builder
	for _, file := range slices.Sorted(maps.Keys(c.Hashes)) {
		fmt.Fprintf(&b, "%s %s\n", c.Hashes[file], file)
	}
	return hash([]byte(b.String()))
}

// UnknownCaseError says that a name is neither an embedded case nor a folder or workbook.
type UnknownCaseError struct{ Name string }

func (e *UnknownCaseError) Error() string {
	return fmt.Sprintf("there is no case, folder or workbook %q; the cases are %s", e.Name, strings.Join(CaseNames(), ", "))
}

// reader reads one case.
type reader struct {
	files    fs.FS
	hashes   map[string]string
	tables   map[string]*table
	problems Problems
	warnings []string
}

// readCase reads and checks the case in a folder. Of the tables that are broken some cells are known not to be right.
func readCase(files fs.FS, broken ...string) (*Case, error) {
	r := &reader{files: files, hashes: map[string]string{}, tables: map[string]*table{}}
	c := &model.Case{}
	r.readPackage(c)
	c.Commissioners = readRows[model.Commissioner](r, "commissioners", "weighted_population", "repaying_debt", "latitude", "longitude")
	c.Memberships = readRows[model.Membership](r, "sectors")
	c.Neighbours = readRows[model.Neighbour](r, "neighbours")
	c.Functions = readRows[model.Function](r, "functions")
	c.Arrangements = readRows[model.Arrangement](r, "arrangements")
	c.Structures = readRows[model.Structure](r, "structures")
	c.Placements = readRows[model.Placement](r, "placements")
	c.Assumptions = readRows[model.Assumption](r, "assumptions")
	c.Correlations = readRows[model.Correlation](r, "correlations")
	c.Allocations = readRows[model.Allocation](r, "allocations")
	c.DebtItems = readRows[model.DebtItem](r, "debt_plan")
	c.Debts = readRows[model.Debt](r, "debts")
	c.Observations = readRows[model.Observation](r, "observations")
	c.Sources = readRows[model.Source](r, "sources")
	for _, name := range broken {
		r.tables[name].broken = true
	}
	r.keepFurtherColumns(c)
	r.checkDefaultMap(c)
	r.addModelProblems(c.Check())
	if len(r.problems) > 0 {
		r.sortProblems()
		return nil, r.problems
	}
	c.Sort()
	return &Case{Case: c, Warnings: r.warnings, Hashes: r.hashes}, nil
}

// readRows reads one table of the case; the columns named may be missing.
func readRows[Row any](r *reader, name string, optional ...string) []Row {
	file := name + ".csv"
	content, err := r.read(file)
	if err != nil {
		t := &table{file: file}
		r.tables[name] = t
		if errors.Is(err, fs.ErrNotExist) && mayBeMissing(name) {
			return nil
		}
		t.fail(0, "", "a file of that name in the case's folder: "+reason(err).Error())
		return nil
	}
	c := columnsOf[Row](optional...)
	c.further, c.defused = name == "commissioners", true
	rows, t := readTable[Row](file, content, c)
	r.tables[name] = t
	return rows
}

func (r *reader) read(file string) ([]byte, error) {
	content, err := fs.ReadFile(r.files, file)
	if err == nil {
		r.hashes[file] = hash(content)
	}
	return content, err
}

// reason is an error without the operation and the path, which the reader of the message knows.
func reason(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return errors.New("it is not there")
	}
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

func mayBeMissing(name string) bool {
	for _, t := range tables {
		if t.name == name {
			return t.optional
		}
	}
	return false
}

// keepFurtherColumns keeps the commissioners' columns that nothing computes with.
func (r *reader) keepFurtherColumns(c *model.Case) {
	t := r.tables["commissioners"]
	known := columnsOf[model.Commissioner]().kinds
	for i, name := range t.header {
		if known[name] != nil {
			continue
		}
		c.FurtherColumns = append(c.FurtherColumns, name)
		for j := range c.Commissioners {
			if c.Commissioners[j].Further == nil {
				c.Commissioners[j].Further = map[string]string{}
			}
			c.Commissioners[j].Further[name] = unquoteFormula(t.records[j][i])
		}
	}
}

// addModelProblems says in which file and line the model's problems are. It leaves out what follows only from another
// problem: a cell that could not be read, or rows that refer to a table that could not.
func (r *reader) addModelProblems(found []model.Problem) {
	for _, t := range tables {
		r.problems = append(r.problems, r.tables[t.name].problems...)
	}
	for _, p := range found {
		t := r.tables[p.Table]
		if t.broken || t.blames(p.Row, p.Column) || r.refersToBroken(p.Table) {
			continue
		}
		problem := Problem{File: t.file, Line: t.line(p.Row, p.Column), Column: p.Column, Value: p.Value, Expected: p.Expected}
		if p.Earlier != model.WholeTable {
			problem.Earlier = t.line(p.Earlier, p.Column)
		}
		r.problems = append(r.problems, problem)
	}
}

func (r *reader) refersToBroken(name string) bool {
	for _, t := range tables {
		if t.name == name {
			return slices.ContainsFunc(t.refersTo, func(other string) bool { return r.tables[other].broken })
		}
	}
	return false
}

func (r *reader) sortProblems() {
	slices.SortStableFunc(r.problems, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line))
	})
}
