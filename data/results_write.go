package data

import (
	"bytes"
	"encoding/json"
	"io"
	"path"
	"slices"

	"reconfig/data/folder"
	"reconfig/data/table"
	"reconfig/model/result"
)

// WriteResults writes a result folder: whole, or not at all. A result folder that stands there is replaced; one that
// holds anything else is left alone, with a folder.OccupiedError. replaceable lists the figures that any run may have left.
func WriteResults(dir string, r *Results, replaceable []string) error {
	if err := CheckResultFolder(dir, replaceable); err != nil {
		return err
	}
	return folder.Make(dir, func(f *folder.Pending) error { return fillResults(f, r) })
}

// fillResults fills the folder with tables, figures and their description.
func fillResults(f *folder.Pending, r *Results) error {
	p := resultPackage{dataPackage: dataPackage{
		Profile: "data-package", Name: r.Provenance.Case.Name + "-results", Title: r.Provenance.Case.Title + ": simulated outcomes",
		Description: "Simulated by " + r.Provenance.Program + ". The property reconfig says from which inputs, with which value of every assumption, by which command.",
	}, Reconfig: &r.Provenance}
	var err error
	if p.Resources, err = writeTables(f, r.tables(), &r.Provenance); err != nil {
		return err
	}
	if r.Workbook {
		workbook, err := writeResultsWorkbook(f, p.Title, r.tables(), &r.Provenance)
		if err != nil {
			return err
		}
		p.Resources = append(p.Resources, workbook)
	}
	figures, err := writeFigures(f, r.Figures)
	if err != nil {
		return err
	}
	p.Resources = append(p.Resources, figures...)
	return writeDescription(f, p)
}

// CheckResultFolder returns an error if results may not be written there; see WriteResults.
func CheckResultFolder(dir string, replaceable []string) error {
	expected := append(slices.Clone(replaceable), packageFile, WorkbookFile)
	for _, t := range result.Tables() {
		expected = append(expected, t.Name+".csv")
	}
	return folder.CheckReplaceable(dir, expected)
}

// resource describes the file.
func (f File) resource() resource {
	r := resource{Name: resourceName(f.Path), Path: f.Path, Title: f.Title, Description: f.Description, MediaType: f.MediaType}
	return r.describe(f.Content)
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
	write    func(io.Writer, result.Wording) error
}

// tables lists the tables that there are to write, in the order of result.Tables.
func (r *Results) tables() []resultTable {
	all := []resultTable{{outcomeTable(r.Outcomes), func(w io.Writer, _ result.Wording) error { return writeOutcomes(w, r.Outcomes) }}}
	all = appendTable(all, result.DifferenceTable(), r.Differences, len(r.Differences) > 0)
	all = appendTable(all, result.ProbabilityTable(), r.Probabilities, len(r.Probabilities) > 0)
	all = appendTable(all, result.ConvergenceTable(), r.Convergence, len(r.Convergence) > 0)
	all = appendTable(all, result.TrajectoryTable(), r.Trajectories, true)
	all = appendTable(all, result.CommissionerTable(), r.Commissioners, true)
	all = appendTable(all, result.SizeTable(), r.Sizes, len(r.Sizes) > 0)
	all = appendTable(all, result.LevyTable(), r.Levy, len(r.Fund) > 0)
	return appendTable(all, result.FundTable(), r.Fund, len(r.Fund) > 0)
}

// outcomeTable declares the table of these rows: an outcome that always has a value may still be without some statistic,
// as a standard deviation of one draw.
func outcomeTable(rows []result.OutcomeRow) result.Table {
	t := result.OutcomeTable()
	for i := range t.Columns {
		if o, ok := result.OutcomeByName(t.Columns[i].Name); ok {
			t.Columns[i].Optional = t.Columns[i].Optional || slices.ContainsFunc(rows, func(r result.OutcomeRow) bool { return !r.Values.Has(o) })
		}
	}
	return t
}

func appendTable[Row any](all []resultTable, declared result.Table, rows []Row, wanted bool) []resultTable {
	if !wanted {
		return all
	}
	return append(all, resultTable{declared, func(w io.Writer, words result.Wording) error { return table.WriteRows(w, declared, words, rows) }})
}

// writeOutcomes writes outcomes.csv. Its columns are the outcomes, which no struct has as fields.
func writeOutcomes(w io.Writer, rows []result.OutcomeRow) error {
	declared := result.OutcomeTable()
	out := table.NewWriter(w, declared, result.Wording{}) // which has no column of units
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
			record[n+i] = table.FormatNumber(v)
		}
		record[n+result.OutcomeCount] = table.FormatNumber(row.PaybackNeverShare)
		if err := out.Write(record); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}
