package data

import (
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"slices"

	"reconfig/data/folder"
	"reconfig/data/table"
	"reconfig/model/result"
)

// Analysis is what the folder of an analysis holds: some of the tables, figures, and where they come from.
type Analysis struct {
	result.Analysis
	Figures    []File
	Workbook   bool // write all tables as one Excel workbook too
	Provenance AnalysisProvenance
	Edited     []string // tables that are not as the analysis wrote them; only of analyses that were read
}

// AnalysisProvenance says where an analysis comes from. Of what a run states, Draws is 0 where a method makes points of its
// own.
type AnalysisProvenance struct {
	Provenance
	Method string            `json:"method"`          // as in “sensitivity sobol”
	Names  map[string]string `json:"structure_names"` // by code
}

// AnalysisProvenanceOf fills in what a case says of itself.
func AnalysisProvenanceOf(c *Case, method string) AnalysisProvenance {
	p := AnalysisProvenance{Provenance: ProvenanceOf(c), Method: method, Names: map[string]string{}}
	for _, s := range c.Structures {
		p.Names[s.Code] = s.Name
	}
	return p
}

// analysisPackage is the description of an analysis's folder.
type analysisPackage struct {
	dataPackage
	Reconfig *AnalysisProvenance `json:"reconfig,omitempty"`
}

// analysisTable ties a declared table to the rows of an analysis.
type analysisTable struct {
	resultTable
	rows func() int
	read func(dir string) *table.Table // no table if the file is not there
}

func tie[Row any](declared result.Table, rows *[]Row) analysisTable {
	return analysisTable{
		resultTable: resultTable{declared, func(w io.Writer, words result.Wording) error { return table.WriteRows(w, declared, words, *rows) }},
		rows:        func() int { return len(*rows) },
		read: func(dir string) (t *table.Table) {
			*rows, t = readResult[Row](dir, declared)
			return t
		},
	}
}

// analysisTables are the tables of an analysis, in the order of result.AnalysisTables.
func analysisTables(a *result.Analysis) []analysisTable {
	return []analysisTable{
		tie(result.TornadoTable(), &a.Tornado), tie(result.MorrisTable(), &a.Morris), tie(result.SobolTable(), &a.Sobol),
		tie(result.InteractionTable(), &a.Interactions), tie(result.ShapleyTable(), &a.Shapley), tie(result.PawnTable(), &a.Pawn),
		tie(result.SettlingTable(), &a.Settling),
		tie(result.SwitchingTable(), &a.Switching), tie(result.SwitchingMapTable(), &a.SwitchingMap), tie(result.RobustnessTable(), &a.Robustness),
		tie(result.RequirementTable(), &a.Requirements), tie(result.RankTable(), &a.Ranks), tie(result.DominanceTable(), &a.Dominance),
		tie(result.AcceptabilityTable(), &a.Acceptability), tie(result.FrontierTable(), &a.Frontier), tie(result.TradeOffTable(), &a.TradeOffs), tie(result.InformationTable(), &a.Information),
		tie(result.StageTable(), &a.Stages), tie(result.FirstStepTable(), &a.FirstSteps),
		tie(result.VariantTable(), &a.Variants), tie(result.ClaimTable(), &a.Claims),
		tie(result.BoxTable(), &a.Boxes), tie(result.PeelingTable(), &a.Peeling), tie(result.CaseTable(), &a.Cases),
	}
}

// CheckAnalysisFolder returns an error if an analysis may not be written there; see WriteAnalysis.
func CheckAnalysisFolder(dir string, replaceable []string) error {
	expected := append(slices.Clone(replaceable), packageFile, WorkbookFile)
	for _, t := range result.AnalysisTables() {
		expected = append(expected, t.Name+".csv")
	}
	return folder.CheckReplaceable(dir, expected)
}

// WriteAnalysis writes the folder of an analysis: whole, or not at all. An earlier one there is replaced; a folder that
// holds anything else is left alone, with a folder.OccupiedError. Tables without rows are not written. replaceable lists the
// figures that any analysis may have left.
func WriteAnalysis(dir string, a *Analysis, replaceable []string) error {
	if err := CheckAnalysisFolder(dir, replaceable); err != nil {
		return err
	}
	return folder.Make(dir, func(f *folder.Pending) error { return fillAnalysis(f, a) })
}

func fillAnalysis(f *folder.Pending, a *Analysis) error {
	p := analysisPackage{dataPackage: dataPackage{
		Profile: "data-package", Name: a.Provenance.Case.Name + "-analysis", Title: a.Provenance.Case.Title + ": " + a.Provenance.Method,
		Description: "Analysed by " + a.Provenance.Program + ". The property reconfig says from which inputs, with which value of every assumption, by which command.",
	}, Reconfig: &a.Provenance}
	var tables []resultTable
	for _, t := range analysisTables(&a.Analysis) {
		if t.rows() > 0 {
			tables = append(tables, t.resultTable)
		}
	}
	var err error
	if p.Resources, err = writeTables(f, tables, &a.Provenance.Provenance); err != nil {
		return err
	}
	if a.Workbook {
		workbook, err := writeResultsWorkbook(f, p.Title, tables, &a.Provenance.Provenance)
		if err != nil {
			return err
		}
		p.Resources = append(p.Resources, workbook)
	}
	figures, err := writeFigures(f, a.Figures)
	if err != nil {
		return err
	}
	p.Resources = append(p.Resources, figures...)
	return writeDescription(f, p)
}

// ReadAnalysis reads the folder of an analysis, or one with some of its tables: what is missing is left empty. A
// description is not needed. It returns a Problems error with everything that cannot be read.
func ReadAnalysis(dir string) (*Analysis, error) {
	a := &Analysis{}
	var problems Problems
	found := false
	for _, t := range analysisTables(&a.Analysis) {
		read := t.read(dir)
		if read == nil {
			continue
		}
		found = true
		problems = append(problems, problemsIn(read, dir, t.rows())...)
	}
	switch {
	case len(problems) > 0:
		return nil, problems
	case !found:
		return nil, &NoAnalysisError{dir}
	}
	a.readPackage(dir)
	return a, nil
}

// NoAnalysisError says that a folder holds no analysis.
type NoAnalysisError struct{ Dir string }

func (e *NoAnalysisError) Error() string {
	return e.Dir + " holds no analysis; `reconfig sensitivity`, `reconfig decide`, `reconfig variants` and `reconfig discover` write one"
}

// readPackage reads what the folder says of itself, nothing if it does not.
func (a *Analysis) readPackage(dir string) {
	content, err := os.ReadFile(filepath.Join(dir, packageFile))
	if err != nil {
		return
	}
	var p analysisPackage
	if err := json.Unmarshal(content, &p); err != nil || p.Reconfig == nil {
		return
	}
	a.Provenance = *p.Reconfig
	a.Edited = edited(dir, p.Resources, result.AnalysisTables())
}
