package data

import (
	"encoding/json"
	"errors"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"slices"

	"reconfig/model"
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
	keep := func(n int, t *table) {
		if t == nil {
			return
		}
		found++
		for _, p := range t.problems {
			p.File = filepath.Join(dir, p.File)
			problems = append(problems, p)
		}
		if n == 0 && len(t.problems) == 0 {
			problems = append(problems, Problem{File: filepath.Join(dir, t.file), Expected: "at least one row"})
		}
	}
	var t *table
	r.Outcomes, t = readOutcomes(dir)
	keep(len(r.Outcomes), t)
	r.Trajectories, t = readResult[result.TrajectoryRow](dir, result.TrajectoryTable())
	keep(len(r.Trajectories), t)
	r.Commissioners, t = readResult[result.CommissionerRow](dir, result.CommissionerTable())
	keep(len(r.Commissioners), t)
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
	return e.Dir + " holds no results; `reconfig run` writes outcomes.csv, trajectories.csv, commissioners.csv and fund.csv"
}

// readResult reads one result table; no table if the file is not there.
func readResult[Row any](dir string, declared result.Table) ([]Row, *table) {
	content, unread := readFile(dir, declared.Name+".csv")
	if content == nil {
		return nil, unread
	}
	c := columnsOf[Row]()
	c.further, c.defused = true, true
	rows, t := readTable[Row](declared.Name+".csv", content, c)
	checkTruths(t, declared)
	return rows, t
}

// readFile reads a file of the folder: nil if it is not there, and if it cannot be read a table that says so.
func readFile(dir, file string) (content []byte, unread *table) {
	content, err := os.ReadFile(filepath.Join(dir, file))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		unread = &table{file: file}
		unread.fail(0, "", "a file that can be read: "+reason(err).Error())
		return nil, unread
	}
	return append([]byte{}, content...), nil // not nil, even if the file is empty
}

// checkTruths reports cells of a truth's column that are neither yes nor no.
func checkTruths(t *table, declared result.Table) {
	for _, c := range declared.Columns {
		i := slices.Index(t.header, c.Name)
		if c.Type != "boolean" || i < 0 {
			continue
		}
		for j, record := range t.records {
			if record[i] != "yes" && record[i] != "no" {
				t.add(t.lines[j][i], c.Name, record[i], "yes or no")
			}
		}
	}
}

// outcomeKeys is the part of an outcome row that gocsv decodes. A table made by hand needs only the structure.
type outcomeKeys struct {
	Case      string `csv:"case"`
	Map       string `csv:"map"`
	Structure string `csv:"structure"`
	Name      string `csv:"name"`
	Statistic string `csv:"statistic"`
}

// readOutcomes reads outcomes.csv; outcomes without a column are NaN.
func readOutcomes(dir string) ([]result.OutcomeRow, *table) {
	const file = "outcomes.csv"
	content, unread := readFile(dir, file)
	if content == nil {
		return nil, unread
	}
	c := columnsOf[outcomeKeys]("case", "map", "name", "statistic")
	c.further, c.defused = true, true
	keys, t := readTable[outcomeKeys](file, content, c)
	rows := make([]result.OutcomeRow, len(keys))
	for i, k := range keys {
		if k.Name == "" {
			k.Name = k.Structure
		}
		rows[i] = result.OutcomeRow{Case: k.Case, Map: k.Map, Structure: k.Structure, Name: k.Name, Statistic: k.Statistic}
		for _, o := range result.Outcomes() {
			rows[i].Values[o] = t.outcome(i, o)
		}
	}
	return rows, t
}

// outcome reads one outcome of a row; NaN where it is empty or has no column.
func (t *table) outcome(row int, o result.Outcome) float64 {
	i := slices.Index(t.header, o.String())
	if i < 0 || t.records[row][i] == "" {
		return math.NaN()
	}
	cell := t.records[row][i]
	if !isNumber(cell) {
		t.add(t.lines[row][i], o.String(), cell, "a plain number, as in 1234.5, or nothing")
		return math.NaN()
	}
	var v model.Optional
	if err := v.UnmarshalCSV(cell); err != nil {
		return math.NaN()
	}
	return v.Value
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
	written := map[string]string{}
	for _, resource := range p.Resources {
		written[resource.Path] = resource.Hash
	}
	for _, t := range result.Tables() {
		file := t.Name + ".csv"
		if now, err := os.ReadFile(filepath.Join(dir, file)); err == nil && written[file] != "sha256:"+hash(now) {
			r.Edited = append(r.Edited, file)
		}
	}
}
