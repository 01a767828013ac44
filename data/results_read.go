package data

import (
	"cmp"
	"encoding/json"
	"errors"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"slices"

	"reconfig/data/folder"
	"reconfig/data/table"
	"reconfig/model/result"
)

// ReadResults reads a result folder, or a folder with some of its tables: what is missing is left empty. Columns that
// are not known are passed over; a description of the folder is not needed. It returns a Problems error with
// everything that cannot be read.
func ReadResults(dir string) (*Results, error) {
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return nil, &NoResultsError{dir}
	}
	r := &Results{}
	var problems Problems
	found := 0
	keep := func(n int, t *table.Table) {
		if t == nil {
			return
		}
		found++
		problems = append(problems, problemsIn(t, dir, n)...)
	}
	var t *table.Table
	r.Outcomes, t = readOutcomes(dir)
	keep(len(r.Outcomes), t)
	r.Differences, t = readResult[result.DifferenceRow](dir, result.DifferenceTable())
	keep(len(r.Differences), t)
	r.Probabilities, t = readResult[result.ProbabilityRow](dir, result.ProbabilityTable())
	keep(len(r.Probabilities), t)
	r.Convergence, t = readResult[result.ConvergenceRow](dir, result.ConvergenceTable())
	keep(len(r.Convergence), t)
	r.Trajectories, t = readTrajectories(dir)
	keep(len(r.Trajectories), t)
	r.Commissioners, t = readResult[result.CommissionerRow](dir, result.CommissionerTable())
	keep(len(r.Commissioners), t)
	r.Sizes, t = readResult[result.SizeRow](dir, result.SizeTable())
	keep(len(r.Sizes), t)
	r.Levy, t = readResult[result.LevyRow](dir, result.LevyTable())
	keep(len(r.Levy), t)
	r.Fund, t = readResult[result.FundRow](dir, result.FundTable())
	keep(len(r.Fund), t)
	if len(problems) > 0 {
		return nil, problems
	}
	if found == 0 {
		return nil, &NoResultsError{dir}
	}
	r.readPackage(dir)
	return r, nil
}

// NoResultsError says that a folder holds no results.
type NoResultsError struct{ Dir string }

func (e *NoResultsError) Error() string {
	return e.Dir + " holds no results; `reconfig run` writes outcomes.csv, trajectories.csv, commissioners.csv, sizes.csv and fund.csv, `reconfig sweep run` sweep.csv or sweep.parquet, `reconfig sensitivity`, `decide` and `discover` tables of their own"
}

// readResult reads one result table; no table if the file is not there. Columns whose cells may be empty may be missing,
// as may those named; their numbers are NaN then.
func readResult[Row any](dir string, declared result.Table, optional ...string) ([]Row, *table.Table) {
	content, unread := readFile(dir, declared.Name+".csv")
	if content == nil {
		return nil, unread
	}
	for _, c := range declared.Columns {
		if c.Optional {
			optional = append(optional, c.Name)
		}
	}
	c := table.ColumnsOf[Row](optional...)
	c.Further, c.Defused = true, true
	rows, t := table.Read[Row](declared.Name+".csv", content, c)
	emptyMissing(rows, t)
	checkWords(t, declared)
	return rows, t
}

// emptyMissing makes the numbers of columns that the table does not have NaN.
func emptyMissing[Row any](rows []Row, t *table.Table) {
	for _, f := range reflect.VisibleFields(reflect.TypeFor[Row]()) {
		if f.Type.Kind() != reflect.Float64 || t.Has(f.Tag.Get("csv")) {
			continue
		}
		for i := range rows {
			reflect.ValueOf(&rows[i]).Elem().FieldByIndex(f.Index).SetFloat(math.NaN())
		}
	}
}

// readFile reads a file of the folder: nil if it is not there, and if it cannot be read a table that says so.
func readFile(dir, file string) (content []byte, unread *table.Table) {
	content, err := os.ReadFile(filepath.Join(dir, file))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		unread = &table.Table{Cells: table.Cells{File: file}}
		unread.Fail(0, "", "a file that can be read: "+folder.Reason(err).Error())
		return nil, unread
	}
	return append([]byte{}, content...), nil // not nil, even if the file is empty
}

// checkWords reports cells of a truth's column that are neither yes nor no, and directions that are none.
func checkWords(t *table.Table, declared result.Table) {
	for _, c := range declared.Columns {
		i := slices.Index(t.Header, c.Name)
		if i < 0 {
			continue
		}
		for j, record := range t.Records {
			switch cell := record[i]; {
			case c.Type == "boolean" && cell != "yes" && cell != "no":
				t.Add(t.Lines[j][i], c.Name, cell, "yes or no")
			case c.Name == "better" && cell != string(result.Higher) && cell != string(result.Lower) && cell != string(result.Neither):
				t.Add(t.Lines[j][i], c.Name, cell, "higher, lower or nothing")
			}
		}
	}
}

// readTrajectories reads trajectories.csv. A table made by hand needs the structure, the quarter or its time, and what it
// follows over time; its rows are of the central draw unless they say otherwise.
func readTrajectories(dir string) ([]result.TrajectoryRow, *table.Table) {
	optional := []string{"statistic", "quarter", "time_years", "financial_year"}
	for _, f := range reflect.VisibleFields(reflect.TypeFor[result.Course]()) {
		optional = append(optional, f.Tag.Get("csv"))
	}
	rows, t := readResult[result.TrajectoryRow](dir, result.TrajectoryTable(), optional...)
	if t == nil || t.Header == nil {
		return rows, t
	}
	hasQuarter, hasTime := t.Has("quarter"), t.Has("time_years")
	if !hasQuarter && !hasTime {
		t.Add(1, "quarter", "", "a column of that name, or time_years: both are missing")
	}
	for i := range rows {
		row := &rows[i]
		row.Statistic = cmp.Or(row.Statistic, result.CentralDraw)
		switch {
		case !hasTime && hasQuarter:
			row.TimeYears = (float64(row.Quarter) - 0.5) / 4
		case hasTime && !hasQuarter:
			row.Quarter = int(math.Floor(4*row.TimeYears)) + 1
		}
	}
	return rows, t
}

// outcomeKeys is the part of an outcome row that gocsv decodes. A table made by hand needs only the structure.
type outcomeKeys struct {
	Case      string `csv:"case"`
	Map       string `csv:"map"`
	Structure string `csv:"structure"`
	Name      string `csv:"name"`
	Statistic string `csv:"statistic"`
}

// readOutcomes reads outcomes.csv; outcomes without a column are NaN, rows without a statistic are of the central draw.
func readOutcomes(dir string) ([]result.OutcomeRow, *table.Table) {
	const file = "outcomes.csv"
	content, unread := readFile(dir, file)
	if content == nil {
		return nil, unread
	}
	c := table.ColumnsOf[outcomeKeys]("case", "map", "name", "statistic")
	c.Further, c.Defused = true, true
	keys, t := table.Read[outcomeKeys](file, content, c)
	rows := make([]result.OutcomeRow, len(keys))
	for i, k := range keys {
		rows[i] = result.OutcomeRow{
			Case: k.Case, Map: k.Map, Structure: k.Structure, Name: cmp.Or(k.Name, k.Structure), Statistic: cmp.Or(k.Statistic, result.CentralDraw),
			PaybackNeverShare: number(t, i, result.PaybackNeverColumn().Name),
		}
		for _, o := range result.Outcomes() {
			rows[i].Values[o] = number(t, i, o.String())
		}
	}
	return rows, t
}

// number reads a cell that may be empty or infinite; NaN where it is empty or has no column.
func number(t *table.Table, row int, column string) float64 {
	i := slices.Index(t.Header, column)
	if i < 0 {
		return math.NaN()
	}
	var v result.Number
	cell := t.Records[row][i]
	if expected := table.Misfit(reflect.TypeFor[result.Number](), cell); expected != "" {
		t.Add(t.Lines[row][i], column, cell, expected)
		return math.NaN()
	}
	if err := v.UnmarshalCSV(cell); err != nil {
		return math.NaN()
	}
	return float64(v)
}

// readPackage reads what the folder says of itself, nothing if it does not, and finds the tables that it does not
// describe as they are.
func (r *Results) readPackage(dir string) {
	content, err := os.ReadFile(filepath.Join(dir, packageFile))
	if err != nil {
		return
	}
	var p resultPackage
	if err := json.Unmarshal(content, &p); err != nil || p.Reconfig == nil {
		return
	}
	r.Provenance = *p.Reconfig
	r.Edited = edited(dir, p.Resources, result.Tables())
}

// edited lists the files of tables that are not as the folder describes them.
func edited(dir string, described []resource, tables []result.Table) []string {
	written := map[string]string{}
	for _, r := range described {
		written[r.Path] = r.Hash
	}
	var files []string
	for _, t := range tables {
		file := t.Name + ".csv"
		if now, err := os.ReadFile(filepath.Join(dir, file)); err == nil && written[file] != "sha256:"+folder.Hash(now) {
			files = append(files, file)
		}
	}
	return files
}

// problemsIn lists what is wrong with a table of the folder, of which so many rows were read.
func problemsIn(t *table.Table, dir string, rows int) Problems {
	problems := slices.Clone(t.Problems)
	for i := range problems {
		problems[i].File = filepath.Join(dir, problems[i].File)
	}
	if rows == 0 && len(problems) == 0 {
		problems = append(problems, Problem{File: filepath.Join(dir, t.File), Expected: "at least one row"})
	}
	return problems
}
