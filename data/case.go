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
	"strconv"
	"strings"

	"reconfig/data/folder"
	"reconfig/data/table"
	"reconfig/data/workbook"
	"reconfig/model"
	"reconfig/model/result"
)

// Problem is one thing wrong in a file.
type Problem = table.Problem

// Problems is the error of every reader here: everything that is wrong with what was read.
type Problems = table.Problems

// Case is a case as it was read, with what its provenance is stated by.
type Case struct {
	*model.Case
	Embedded bool              // one of those that come with the program
	Warnings []string          // what is odd but does no harm
	Hashes   map[string]string // SHA-256 of each file read, in hexadecimal

	assumptions map[string]Problem // where the distribution of each stands, by its name
	slips       []slip
}

// OpenCase reads a case: one that comes with the program by its name, any folder or Excel workbook (.xlsx) by its path. A
// case that is not valid gives a Problems error with everything that is wrong.
func OpenCase(nameOrDir string) (*Case, error) {
	if slices.Contains(CaseNames(), nameOrDir) {
		c, err := readCase(embeddedCase(nameOrDir))
		if c != nil {
			c.Embedded = true
			c.warn()
		}
		return c, err
	}
	info, err := os.Stat(nameOrDir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, &UnknownCaseError{nameOrDir}
	case err != nil:
		return nil, err
	case !info.IsDir() && workbook.IsFileName(nameOrDir):
		return openWorkbookCase(nameOrDir)
	case info.Mode().IsRegular() && holdsWorkbook(nameOrDir):
		return nil, fmt.Errorf("%s is an Excel workbook by what it holds; rename it so that its name ends in .xlsx", nameOrDir)
	case !info.IsDir() && strings.EqualFold(path.Ext(nameOrDir), ".csv"):
		return nil, fmt.Errorf("%s is a file; a case is a folder, and `reconfig case new DIR --from %s` makes one of a table of bodies", nameOrDir, nameOrDir)
	case !info.IsDir():
		return nil, fmt.Errorf("%s is a file; a case is a folder with a %s, or an Excel workbook, whose name ends in .xlsx", nameOrDir, packageFile)
	}
	root, err := os.OpenRoot(nameOrDir) // links in the folder cannot lead out of it
	if err != nil {
		return nil, err
	}
	defer root.Close() //nolint:errcheck // nothing was written
	c, err := readCase(root.FS())
	var problems Problems
	if c != nil {
		c.warn()
		for name, p := range c.assumptions {
			p.File = path.Join(nameOrDir, p.File)
			c.assumptions[name] = p
		}
	}
	if errors.As(err, &problems) {
		for i := range problems {
			problems[i].File = path.Join(nameOrDir, problems[i].File)
		}
		nameUpgrade(problems, nameOrDir)
	}
	return c, err
}

// Hash identifies the case's inputs: the SHA-256 of the names and hashes of all its files, in hexadecimal.
func (c *Case) Hash() string {
	var b strings.Builder
	for _, file := range slices.Sorted(maps.Keys(c.Hashes)) {
		fmt.Fprintf(&b, "%s %s\n", c.Hashes[file], file)
	}
	return folder.Hash([]byte(b.String()))
}

// DistributionProblem is the problem that an assumption cannot have its distribution, which only whoever fits it can
// tell.
func (c *Case) DistributionProblem(a model.Assumption, reason error) Problem {
	p := c.assumptions[a.Name]
	p.Value = a.Distribution
	p.Expected = "a distribution that the numbers can have: " + reason.Error()
	p.Mend = "change low and high, or choose pert, which any low, central and high can have"
	return p
}

// UnknownCaseError says that a name is neither an embedded case nor a folder or workbook.
type UnknownCaseError struct{ Name string }

func (e *UnknownCaseError) Error() string {
	return fmt.Sprintf("there is no case, folder or workbook %q; the cases are %s", e.Name, strings.Join(CaseNames(), ", "))
}

// reader reads one case.
type reader struct {
	files    fs.FS
	listing  []string // files in the folder
	mapLine  int      // where the description names its map
	hashes   map[string]string
	tables   map[string]*table.Table
	problems Problems
	warnings []string
}

// readCase reads and checks the case in a folder. Of the tables that are broken some cells are known not to be right.
func readCase(files fs.FS, broken ...string) (*Case, error) {
	r := &reader{files: files, hashes: map[string]string{}, tables: map[string]*table.Table{}}
	c := r.readTables()
	r.warnOfUnread()
	for _, name := range broken {
		r.tables[name].Broken = true
	}
	r.keepFurtherColumns(c)
	r.checkDefaultMap(c)
	r.addModelProblems(c.Check())
	if len(r.problems) > 0 {
		r.sortProblems()
		return nil, r.problems
	}
	r.warnOfCurrencies(c)
	places := map[string]Problem{}
	for i, a := range c.Assumptions {
		places[a.Name] = r.tables["assumptions"].Place(i, "distribution")
	}
	slips := r.slips(c)
	c.Sort()
	return &Case{Case: c, Warnings: r.warnings, Hashes: r.hashes, assumptions: places, slips: slips}, nil
}

// readTables reads the description and the tables of a case, as far as they can be read.
func (r *reader) readTables() *model.Case {
	c := &model.Case{}
	r.listFiles()
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
	return c
}

// readRows reads one table of the case; the columns named may be missing.
func readRows[Row any](r *reader, name string, optional ...string) []Row {
	file := name + ".csv"
	content, err := r.read(file)
	if err != nil {
		t := &table.Table{File: file}
		r.tables[name] = t
		if !errors.Is(err, fs.ErrNotExist) || !mayBeMissing(name) || r.nearFile(file) != "" {
			r.addUnread(t, err)
		}
		return nil
	}
	c := table.ColumnsOf[Row](optional...)
	c.Further, c.Defused, c.OfCase = name == "commissioners", true, true
	rows, t := table.Read[Row](file, content, c)
	r.tables[name] = t
	if len(rows) == 0 && !t.Broken {
		r.addEmpty(name, t)
	}
	return rows
}

func (r *reader) read(file string) ([]byte, error) {
	content, err := folder.Read(r.files, file)
	if err == nil {
		r.hashes[file] = folder.Hash(content)
	}
	return content, err
}

// addEmpty reports a table without rows that others refer to, and warns of any other but neighbours, which nothing is
// computed with.
func (r *reader) addEmpty(name string, t *table.Table) {
	referred := slices.ContainsFunc(caseTables, func(other declaredTable) bool { return !mayBeMissing(name) && slices.Contains(other.needs, name) })
	switch {
	case referred || name == "functions":
		t.Fail(1, "", "at least one row under the header")
		t.Mend("look whether the file was saved with its rows")
	case name != "neighbours":
		r.warnings = append(r.warnings, t.File+" has no rows")
	}
}

func mayBeMissing(name string) bool {
	for _, t := range caseTables {
		if t.name == name {
			return t.optional
		}
	}
	return false
}

// keepFurtherColumns keeps the commissioners' columns that nothing computes with.
func (r *reader) keepFurtherColumns(c *model.Case) {
	t := r.tables["commissioners"]
	known := table.ColumnsOf[model.Commissioner]().Kinds
	for i, name := range t.Header {
		if known[name] != nil || t.Broken {
			continue
		}
		c.FurtherColumns = append(c.FurtherColumns, name)
		for j := range c.Commissioners {
			if c.Commissioners[j].Further == nil {
				c.Commissioners[j].Further = map[string]string{}
			}
			c.Commissioners[j].Further[name] = t.Records[j][i]
		}
	}
}

// addModelProblems says in which file and line the model's problems are. It leaves out what follows only from another
// problem: a cell that could not be read, or rows that refer to a table that could not.
func (r *reader) addModelProblems(found []model.Problem) {
	for _, p := range found {
		t := r.tables[p.Table]
		if t.Broken || t.Unsure && p.Row == model.WholeTable || t.Blames(p.Row, p.Column) || r.refersToBroken(p.Table) {
			continue
		}
		if p.Row != model.WholeTable && p.Column != "" && !t.Has(p.Column) {
			addColumn(t, p)
			continue
		}
		problem := Problem{File: t.File, Line: t.Line(p.Row, p.Column), Column: p.Column, Value: asWritten(t, p), Expected: p.Expected, Mend: p.Mend}
		if p.Earlier != model.WholeTable {
			problem.Earlier = t.Line(p.Earlier, p.Column)
		}
		r.problems = append(r.problems, problem)
	}
	for _, t := range caseTables {
		r.problems = append(r.problems, r.tables[t.name].Kept()...)
	}
}

// asWritten is the value of a problem as its cell has it, where that is the same number.
func asWritten(t *table.Table, p model.Problem) string {
	i := slices.Index(t.Header, p.Column)
	if i < 0 || p.Row == model.WholeTable || p.Row >= len(t.Records) {
		return p.Value
	}
	cell := t.Records[p.Row][i]
	number, err := strconv.ParseFloat(cell, 64)
	if same, err2 := strconv.ParseFloat(p.Value, 64); err == nil && err2 == nil && same == number {
		return cell
	}
	return p.Value
}

// addColumn reports once that a column is missing which may be, but not in this case.
func addColumn(t *table.Table, p model.Problem) {
	if !t.Blames(model.WholeTable, p.Column) {
		t.Add(1, p.Column, "", p.Expected+": the column is missing")
		t.Mend("add the column " + p.Column + " to the header and to every row")
	}
}

func (r *reader) refersToBroken(name string) bool {
	for _, t := range caseTables {
		if t.name == name {
			return slices.ContainsFunc(t.needs, func(other string) bool { return r.tables[other].Broken || r.tables[other].Unsure })
		}
	}
	return false
}

func (r *reader) sortProblems() {
	slices.SortStableFunc(r.problems, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line))
	})
}

// Words is what the case calls its money and its bodies.
func (c *Case) Words() result.Wording {
	return result.Wording{Currency: c.Currency, BodySingular: c.BodySingular, BodyPlural: c.BodyPlural}
}
