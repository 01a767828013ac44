package results

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"math"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"reconfig/data/datapackage"
	"reconfig/data/folder"
	"reconfig/data/sweeptable"
	"reconfig/data/table"
	"reconfig/model/result"
	"reconfig/model/unit"
)

// Read reads a result folder, or a folder with some of its tables: those of a sweep; if there are none, a run's;
// else those of an analysis. What is missing is left empty. Columns that are not known are passed over; a description of
// the folder is not needed. It returns a table.Problems error with everything that cannot be read, and a NoResultsError if
// there is nothing to read.
func Read(dir string) (*Folder, error) {
	switch info, err := folder.Stat(dir); {
	case errors.As(err, new(*folder.KindError)):
		return nil, err
	case err != nil || !info.IsDir():
		return nil, &NoResultsError{dir}
	}
	switch s, err := ReadSweep(dir, nil); { // first, since a sweep's differences are in a file of the same name as a run's
	case err == nil:
		return s, nil
	case !errors.As(err, new(*sweeptable.NoSweepError)):
		return nil, err
	}
	r := &Folder{}
	sets := [][]result.Rows{r.Run.List(), r.Analysis.List()}
	if !holdsBesidesSummary(dir, sets[0]) && holdsBesidesSummary(dir, sets[1]) { // both kinds have a summary
		sets = sets[1:]
	}
	for _, tables := range sets {
		if found, err := r.readTables(dir, tables); found || err != nil {
			return r, errors.Join(err, r.readPackage(dir))
		}
	}
	return nil, &NoResultsError{dir}
}

// holdsBesidesSummary says whether the folder has one of the tables that is no summary.
func holdsBesidesSummary(dir string, tables []result.Rows) bool {
	return slices.ContainsFunc(tables, func(t result.Rows) bool {
		_, err := folder.Stat(filepath.Join(dir, csvFile(t.Name)))
		return t.Name != summaryName && err == nil
	})
}

// summaryName is what the summaries of runs, analyses and sweeps are called.
var summaryName = result.PrintedRow{}.Table().Name

// readTables reads those of the tables that the folder has, and says whether it has any.
func (r *Folder) readTables(dir string, tables []result.Rows) (found bool, err error) {
	var problems table.Problems
	for _, rows := range tables {
		t := readTable(dir, rows)
		if t == nil {
			continue
		}
		found = true
		if how := t.Dialect.String(); how != "" {
			r.Written = append(r.Written, t.File+": "+how)
		}
		problems = append(problems, problemsIn(t, dir, rows.Len())...)
	}
	if len(problems) > 0 {
		return found, problems
	}
	return found, nil
}

// readTable reads a table; nil if the folder does not have it. Of two tables, fewer columns are needed, since people make
// them by hand.
func readTable(dir string, rows result.Rows) (t *table.Table) {
	switch list := rows.Pointer().(type) {
	case *[]result.OutcomeRow:
		*list, t = readOutcomes(dir)
	case *[]result.TrajectoryRow:
		*list, t = readTrajectories(dir)
	case *[]result.PrintedRow:
		*list, t = readPrinted(dir)
	default:
		t = readResult(dir, rows.Table, list)
	}
	return t
}

// NoResultsError says that a folder holds no results.
type NoResultsError struct{ Dir string }

func (e *NoResultsError) Error() string {
	var names []string
	for _, t := range new(result.Run).List() {
		names = append(names, csvFile(t.Name))
	}
	last := len(names) - 1
	return e.Dir + " holds no results; `reconfig run` and `compare` write " + strings.Join(names[:last], ", ") + " and " + names[last] +
		", `reconfig sweep run` sweep.csv or sweep.parquet, `reconfig sensitivity`, `decide`, `variants`, `discover` and `design` tables of their own"
}

// readResult reads one result table into the slice that rows points to; no table if the file is not there. Columns whose
// cells may be empty may be missing, as may those named; their numbers are NaN then.
func readResult(dir string, declared result.Table, rows any, optional ...string) *table.Table {
	content, unread := readFile(dir, csvFile(declared.Name))
	if content == nil {
		return unread
	}
	for _, c := range declared.Columns {
		if c.Optional {
			optional = append(optional, c.Name)
		}
	}
	list := reflect.ValueOf(rows).Elem()
	c := table.ColumnsOfType(list.Type().Elem(), optional...)
	c.Further, c.Defused = true, true
	t := table.Split(csvFile(declared.Name), content, c.OfCase)
	respell(t, c, declared)
	table.DecodeInto(rows, t, c)
	emptyMissing(list, t)
	checkWords(t, declared)
	return t
}

// emptyMissing makes the numbers of columns that the table does not have NaN.
func emptyMissing(rows reflect.Value, t *table.Table) {
	for _, f := range reflect.VisibleFields(rows.Type().Elem()) {
		if f.Type.Kind() != reflect.Float64 || t.Has(f.Tag.Get("csv")) {
			continue
		}
		for i := range rows.Len() {
			rows.Index(i).FieldByIndex(f.Index).SetFloat(math.NaN())
		}
	}
}

// mostTableBytes is well above what a run of a whole country writes into one table.
const mostTableBytes = 128 << 20

// readFile reads a file of the folder: nil if it is not there, and if it cannot be read a table that says so.
func readFile(dir, file string) (content []byte, unread *table.Table) {
	content, err := folder.ReadFile(filepath.Join(dir, file), mostTableBytes)
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
	var rows []result.TrajectoryRow
	t := readResult(dir, result.TrajectoryRow{}.Table(), &rows, optional...)
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
	for _, o := range append(result.OutcomeNames(), result.NeverColumn().Name) {
		c.Kinds[o] = reflect.TypeFor[result.Number]()
	}
	t := table.Split(file, content, c.OfCase)
	respell(t, c, result.OutcomeRow{}.Table())
	for _, o := range append(result.OutcomeNames(), result.NeverColumn().Name) { // which number reads, below
		delete(c.Kinds, o)
	}
	keys := table.Decode[outcomeKeys](t, c)
	rows := make([]result.OutcomeRow, len(keys))
	for i, k := range keys {
		rows[i] = result.OutcomeRow{
			Case: k.Case, Map: k.Map, Structure: k.Structure, Name: cmp.Or(k.Name, k.Structure), Statistic: cmp.Or(k.Statistic, result.CentralDraw),
			NeverShare: number(t, i, result.NeverColumn().Name),
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
func (r *Folder) readPackage(dir string) error {
	content, err := folder.ReadFile(filepath.Join(dir, datapackage.File), folder.MostBytes)
	switch {
	case errors.As(err, new(*folder.KindError)):
		return err
	case err != nil:
		return nil
	}
	var p resultPackage
	if err := json.Unmarshal(content, &p); err != nil || p.Reconfig == nil {
		return nil
	}
	r.Provenance = *p.Reconfig
	var files []string
	for _, t := range r.List() {
		if file := csvFile(t.Name); !slices.Contains(files, file) { // a run and an analysis each have a summary
			files = append(files, file)
		}
	}
	if r.Sweep != nil {
		for s := r.Sweep; s != nil; s = s.Differences {
			describeVaried(s, p.Resources)
		}
		files = append(sweeptable.AllFiles(), csvFile(summaryName))
	}
	r.Edited, err = edited(dir, p.Resources, files)
	return err
}

// edited lists the files of tables that are not as the folder describes them.
func edited(dir string, described []datapackage.Resource, tables []string) ([]string, error) {
	written := map[string]string{}
	for _, r := range described {
		written[r.Path] = r.Hash
	}
	var files []string
	for _, file := range tables {
		now, err := hashFile(filepath.Join(dir, file))
		switch {
		case errors.Is(err, fs.ErrNotExist):
		case err != nil:
			return nil, err
		case written[file] != "sha256:"+now:
			files = append(files, file)
		}
	}
	return files, nil
}

// problemsIn lists what is wrong with a table of the folder, of which so many rows were read.
func problemsIn(t *table.Table, dir string, rows int) table.Problems {
	problems := slices.Clone(t.Problems)
	for i := range problems {
		problems[i].File = filepath.Join(dir, problems[i].File)
	}
	if rows == 0 && len(problems) == 0 {
		problems = append(problems, table.Problem{File: filepath.Join(dir, t.File), Expected: "at least one row"})
	}
	return problems
}

// describeVaried fills in the units and meanings of the varied assumptions, as the folder describes them.
func describeVaried(s *result.Sweep, resources []datapackage.Resource) {
	for _, r := range resources {
		if r.Schema == nil {
			continue
		}
		for _, f := range r.Schema.Fields {
			for i := range s.Varied {
				if c := &s.Varied[i]; c.Name == f.Name {
					c.Unit, c.Description = unit.Parse(f.Unit), f.Description
				}
			}
		}
	}
}

// hashFile is the SHA-256 of a file that may be large.
func hashFile(path string) (string, error) {
	file, err := folder.Open(path)
	if err != nil {
		return "", err
	}
	defer func() { _ = file.Close() }() // nothing was written
	sum := sha256.New()
	if _, err := io.Copy(sum, file); err != nil {
		return "", err
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}
