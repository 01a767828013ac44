package data

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"math"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"

	"github.com/gocarina/gocsv"

	"reconfig/model"
	"reconfig/model/result"
)

// Results is what a result folder holds.
type Results struct {
	Outcomes      []result.OutcomeRow
	Trajectories  []result.TrajectoryRow
	Commissioners []result.CommissionerRow
	Levy          []result.LevyRow
	Fund          []result.FundRow
	Figures       []File
	Provenance    Provenance
}

// File is a file of a result folder by its path in it.
type File struct {
	Path, Title, Description, MediaType string
	Content                             []byte
}

// Provenance says where results come from: enough to run them again, and to label a figure.
type Provenance struct {
	Program      string             `json:"program"` // name and version
	Commit       string             `json:"commit,omitempty"`
	Command      string             `json:"command"`
	Case         CaseProvenance     `json:"case"`
	Map          string             `json:"map"`
	HorizonYears float64            `json:"horizon_years"`
	Draw         map[string]float64 `json:"draw"` // value of every assumption
	Set          []string           `json:"set"`  // those that were set by the user, as name=value
	Focus        []string           `json:"focus"`
	StartDate    string             `json:"start_date"`
	PriceYear    string             `json:"price_year"`
	Currency     string             `json:"currency"`
	BodySingular string             `json:"body_singular"`
	BodyPlural   string             `json:"body_plural"`
	Attribution  string             `json:"attribution,omitempty"`
}

// CaseProvenance identifies the inputs.
type CaseProvenance struct {
	Name  string            `json:"name"`
	Title string            `json:"title"`
	Hash  string            `json:"sha256"`
	Files map[string]string `json:"files_sha256"`
}

// resultPackage is the description of a result folder.
type resultPackage struct {
	dataPackage
	Reconfig *Provenance `json:"reconfig,omitempty"`
}

// ProvenanceOf fills in what a case says of itself.
func ProvenanceOf(c *Case) Provenance {
	p := Provenance{
		Case:      CaseProvenance{Name: c.Name, Title: c.Title, Hash: c.Hash(), Files: c.Hashes},
		StartDate: c.StartDate.Format("2006-01-02"), PriceYear: c.PriceYear, Currency: c.Currency,
		BodySingular: c.BodySingular, BodyPlural: c.BodyPlural, Attribution: c.Attribution, Draw: map[string]float64{}, Set: []string{}, Focus: []string{},
	}
	for _, s := range c.Structures {
		if s.InFocus() {
			p.Focus = append(p.Focus, s.Code)
		}
	}
	return p
}

// WriteResults writes a result folder: whole, or not at all. A result folder that stands there is replaced; one that
// holds anything else is left alone, with an OccupiedError. replaceable lists the figures that any run may have left.
func WriteResults(dir string, r *Results, replaceable []string) (err error) {
	if err := CheckResultFolder(dir, replaceable); err != nil {
		return err
	}
	folder, err := newFolder(dir)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			folder.discard()
		}
	}()
	p := resultPackage{dataPackage: dataPackage{
		Profile: "data-package", Name: r.Provenance.Case.Name + "-results", Title: r.Provenance.Case.Title + ": simulated outcomes",
		Description: "Simulated by " + r.Provenance.Program + ". The property reconfig says from which inputs, with which value of every assumption, by which command.",
	}, Reconfig: &r.Provenance}
	for _, t := range r.tables() {
		var b bytes.Buffer
		if err := t.write(&b); err != nil {
			return err
		}
		if err := folder.write(t.declared.Name+".csv", b.Bytes()); err != nil {
			return err
		}
		p.Resources = append(p.Resources, tableResource(t.declared))
	}
	for _, f := range r.Figures {
		if err := folder.write(f.Path, f.Content); err != nil {
			return err
		}
		p.Resources = append(p.Resources, resource{Name: resourceName(f.Path), Path: f.Path, Title: f.Title, Description: f.Description, MediaType: f.MediaType})
	}
	content, err := encode(p)
	if err != nil {
		return err
	}
	if err := folder.write(packageFile, content); err != nil {
		return err
	}
	return folder.keep()
}

// CheckResultFolder returns an error if results may not be written there; see WriteResults.
func CheckResultFolder(dir string, replaceable []string) error {
	expected := append(slices.Clone(replaceable), packageFile)
	for _, t := range result.Tables() {
		expected = append(expected, t.Name+".csv")
	}
	return checkReplaceable(dir, expected)
}

func resourceName(file string) string {
	ext := path.Ext(file)
	return "figure-" + path.Base(file[:len(file)-len(ext)]) + "-" + ext[1:]
}

// encode writes JSON for people to read.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(v)
	return b.Bytes(), err
}

// resultTable is a table to be written.
type resultTable struct {
	declared result.Table
	write    func(io.Writer) error
}

// tables lists the tables that there are to write.
func (r *Results) tables() []resultTable {
	all := []resultTable{
		{result.OutcomeTable(), func(w io.Writer) error { return writeOutcomes(w, r.Outcomes) }},
		{result.TrajectoryTable(), func(w io.Writer) error { return WriteRows(w, result.TrajectoryTable(), r.Trajectories) }},
		{result.CommissionerTable(), func(w io.Writer) error { return WriteRows(w, result.CommissionerTable(), r.Commissioners) }},
	}
	if len(r.Fund) > 0 {
		all = append(all,
			resultTable{result.LevyTable(), func(w io.Writer) error { return WriteRows(w, result.LevyTable(), r.Levy) }},
			resultTable{result.FundTable(), func(w io.Writer) error { return WriteRows(w, result.FundTable(), r.Fund) }})
	}
	return all
}

// WriteRows writes rows as CSV.
func WriteRows[Row any](w io.Writer, declared result.Table, rows []Row) error {
	return gocsv.MarshalCSV(rows, newCellWriter(w, declared))
}

// writeOutcomes writes outcomes.csv. Its columns are the outcomes, which no struct has as fields.
func writeOutcomes(w io.Writer, rows []result.OutcomeRow) error {
	declared := result.OutcomeTable()
	out := newCellWriter(w, declared)
	record := make([]string, len(declared.Columns))
	for i, c := range declared.Columns {
		record[i] = c.Name
	}
	if err := out.Write(record); err != nil {
		return err
	}
	for _, row := range rows {
		n := copy(record, row.Keys())
		for i, v := range row.Values {
			record[n+i] = formatNumber(v)
		}
		if err := out.Write(record); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// formatNumber writes a number in full, and NaN as an empty cell.
func formatNumber(v float64) string {
	if math.IsNaN(v) {
		return ""
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

// cellWriter writes records so that a spreadsheet takes text for text and numbers for numbers.
type cellWriter struct {
	*csv.Writer
	columns []result.Column
}

func newCellWriter(w io.Writer, declared result.Table) *cellWriter {
	return &cellWriter{csv.NewWriter(w), declared.Columns}
}

// Write writes one record. Text that a spreadsheet would run as a formula gets an apostrophe before it.
func (w *cellWriter) Write(record []string) error {
	safe := make([]string, len(record))
	for i, cell := range record {
		switch {
		case w.columns[i].Type == "string" && isFormula(cell):
			cell = "'" + cell
		case cell == "-0":
			cell = "0"
		}
		safe[i] = cell
	}
	return w.Writer.Write(safe)
}

// isFormula says whether a spreadsheet may run the text: see the OWASP page on CSV injection.
func isFormula(cell string) bool {
	return len(cell) > 1 && slices.Contains([]byte("=+-@\t\r"), cell[0])
}

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
	r.Provenance = readProvenance(dir)
	return r, nil
}

// NoResultsError says that a folder holds no results.
type NoResultsError struct{ Dir string }

func (e *NoResultsError) Error() string {
	return e.Dir + " holds no results; `reconfig run` writes outcomes.csv, trajectories.csv, commissioners.csv and fund.csv"
}

// readResult reads one result table; no table if the file is not there.
func readResult[Row any](dir string, declared result.Table) ([]Row, *table) {
	content, err := os.ReadFile(filepath.Join(dir, declared.Name+".csv"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		t := &table{file: declared.Name + ".csv"}
		t.fail(0, "", "a file that can be read: %v", reason(err))
		return nil, t
	}
	c := columnsOf[Row]()
	c.further = true
	rows, t := readTable[Row](declared.Name+".csv", content, c)
	checkTruths(t, declared)
	return rows, t
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
	content, err := os.ReadFile(filepath.Join(dir, file))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		t := &table{file: file}
		t.fail(0, "", "a file that can be read: %v", reason(err))
		return nil, t
	}
	c := columnsOf[outcomeKeys]("case", "map", "name", "statistic")
	c.further = true
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

// readProvenance reads what the folder says of itself; nothing if it does not.
func readProvenance(dir string) Provenance {
	content, err := os.ReadFile(filepath.Join(dir, packageFile))
	if err != nil {
		return Provenance{}
	}
	var p resultPackage
	if err := json.Unmarshal(content, &p); err != nil || p.Reconfig == nil {
		return Provenance{}
	}
	return *p.Reconfig
}
