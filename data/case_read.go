package data

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"reconfig/data/table"
	"reconfig/model"
)

// reader reads one case.
type reader struct {
	source   caseSource
	said     *description // nil if it could not be read
	tables   map[string]*table.Table
	absent   map[string]Problem // why there is no such table, by its name
	problems Problems
	warnings []string
}

func newReader(s caseSource) *reader {
	return &reader{source: s, tables: map[string]*table.Table{}, absent: map[string]Problem{}, problems: s.faults()}
}

// readCase reads and checks the case of a source.
func readCase(s caseSource) (*Case, error) {
	r := newReader(s)
	c := r.readTables()
	before, after := s.warnings()
	r.warnings = append(r.warnings, before...)
	r.keepFurtherColumns(c)
	r.checkDefaultMap(c)
	r.addModelProblems(c.Check())
	if len(r.problems) > 0 {
		slices.SortStableFunc(r.problems, s.compare)
		return nil, r.problems
	}
	r.sayDialects()
	r.warnOfCurrencies(c)
	r.warnOfSlips(c)
	positions := map[string]Problem{}
	for i, a := range c.Assumptions {
		positions[a.Name] = r.tables["assumptions"].Position(i, "distribution")
	}
	c.Sort()
	return &Case{Case: c, Warnings: append(r.warnings, after...), Hashes: s.hashes(), assumptions: positions}, nil
}

// readTables reads the description and the tables of a case, as far as they can be read.
func (r *reader) readTables() *model.Case {
	c := &model.Case{}
	r.readDescription(c)
	c.Commissioners = readRows[model.Commissioner](r, "commissioners")
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

// sayDialects says how files are written that are not as this program writes them, those that are alike together.
func (r *reader) sayDialects() {
	var said []string
	files := map[string][]string{}
	for _, name := range tableNames() {
		how := r.tables[name].Dialect.String()
		if how == "" {
			continue
		}
		if files[how] == nil {
			said = append(said, how)
		}
		files[how] = append(files[how], r.source.named(name))
	}
	for _, how := range said {
		r.warnings = append(r.warnings, strings.Join(files[how], ", ")+": "+how)
	}
}

// readRows reads one table of the case.
func readRows[Row any](r *reader, name string) []Row {
	t, why := r.source.cells(name)
	if why != nil {
		t = &table.Table{Cells: table.Cells{File: why.File, Sheet: why.Sheet}}
		r.tables[name], r.absent[name] = t, *why
		if why.Code != model.Missing || !declared(name).optional {
			t.Broken = true
			t.Problems = Problems{*why}
		}
		return nil
	}
	r.tables[name] = t
	c := table.ColumnsOf[Row](declared(name).mayBeLeftOut()...)
	c.Further, c.Defused, c.OfCase = name == "commissioners", true, true
	rows := table.Decode[Row](t, c)
	if len(rows) == 0 && !t.Broken {
		r.addEmpty(name, t)
	}
	t.Broken = t.Broken || t.Damaged
	return rows
}

// addEmpty reports a table without rows that others refer to, and warns of any other but neighbours, which nothing is
// computed with.
func (r *reader) addEmpty(name string, t *table.Table) {
	referred := slices.ContainsFunc(caseTables, func(other declaredTable) bool { return !declared(name).optional && slices.Contains(other.needs, name) })
	switch {
	case referred || name == "functions":
		t.Fail(1, "", "at least one row under the header")
		t.Mend("look whether the file was saved with its rows")
	case name != "neighbours":
		r.warnings = append(r.warnings, r.source.named(name)+" has no rows")
	}
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

// add adds a problem, but not another of a cell of a sheet: what is wrong with it first often explains the rest.
func (r *reader) add(p Problem) {
	told := func(q Problem) bool { return q.Sheet == p.Sheet && q.Line == p.Line && q.Column == p.Column }
	if p.Sheet == "" || p.Line == 0 || !slices.ContainsFunc(r.problems, told) {
		r.problems = append(r.problems, p)
	}
}

// addModelProblems says where the model's problems are. It leaves out what follows only from another problem: a cell that
// could not be read, or rows that refer to a table that could not.
func (r *reader) addModelProblems(found []model.Problem) {
	for _, p := range found {
		t := r.tables[p.Table]
		why, isAbsent := r.absent[p.Table]
		if t.Broken || t.Unsure && p.Row == model.WholeTable || t.Blames(p.Row, p.Column) || r.refersToBroken(p.Table) {
			continue
		}
		switch {
		case isAbsent && t.Sheet != "":
			r.add(why) // to a workbook a sheet can be added; what is said of a file is how
		case p.Row != model.WholeTable && p.Column != "" && !t.Has(p.Column):
			addColumn(t, p)
		default:
			r.add(r.problem(t, p))
		}
	}
	for _, t := range caseTables {
		for _, p := range r.tables[t.name].Kept() {
			r.add(p)
		}
	}
}

// problem is a problem of the model as one of a cell.
func (r *reader) problem(t *table.Table, p model.Problem) Problem {
	q := t.Position(p.Row, p.Column)
	q.Code, q.Value, q.Expected, q.Write, q.Mend = p.Code, asWritten(t, p), p.Expected, p.Write, p.Mend
	if p.Earlier != model.WholeTable {
		q.Earlier = t.Line(p.Earlier, p.Column)
	}
	if p.Code == model.EarlierEdition {
		q.Expected = fmt.Sprintf("%s; `reconfig case upgrade %s` adds them", p.Expected, r.source.called())
		q.Mend = "run that command: it adds rows with the values of a case that comes with reconfig, marked so, and changes nothing else"
	}
	return q
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
	return slices.ContainsFunc(declared(name).needs, func(other string) bool { return r.tables[other].Broken || r.tables[other].Unsure })
}
