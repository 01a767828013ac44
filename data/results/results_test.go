package results_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"reconfig/data"
	"reconfig/data/folder"
	"reconfig/data/folder/foldertest"
	"reconfig/data/results"
	"reconfig/data/table"
	"reconfig/model/result"
)

// someResults are small results with what can go wrong in a CSV: an empty outcome, text that looks like a formula,
// a number that needs all its digits, and minus nothing.
func someResults() *results.Folder {
	row := result.OutcomeRow{Case: "c", Map: "m", Structure: "merger", Name: "=1+1", Statistic: result.CentralDraw}
	row.Values[result.BaselineCost] = 1.0 / 3
	row.Values[result.SteadySaving] = math.Copysign(0, -1)
	row.Values[result.StructurePayback] = math.NaN()
	return &results.Folder{
		Tables: result.Tables{Run: result.Run{
			Outcomes:      []result.OutcomeRow{row},
			Trajectories:  []result.TrajectoryRow{{Structure: "merger", Quarter: 1, TimeYears: 0.125, FinancialYear: "2010/11", Course: result.Course{CostK: 1e21, ExitCostK: math.Copysign(0, -1)}}},
			Commissioners: []result.CommissionerRow{{Structure: "merger", Code: "A", Name: "@home, \"Ltd\"", OnTarget: "yes"}},
			Sizes:         []result.SizeRow{{Structure: "merger", Size: "only", Commissioners: 1, PopulationFrom: 0.1, CapacityAgainstStatusQuo: nothing, CommissionersGaining: nothing, CommissionersLosing: 3}},
			Levy:          []result.LevyRow{{Code: "A", Year: "2009/10", AllocationK: 100, LevyK: 1.3}},
			Fund:          []result.FundRow{{Quarter: 1, OpeningK: 5}},
		}},
		Figures:    []results.File{{Path: "figures/capacity.svg", Title: "Capacity", MediaType: "image/svg+xml", Content: []byte("<svg/>")}},
		Provenance: results.Provenance{Program: "reconfig test", Draw: map[string]float64{"a.b": 1}, Case: results.CaseProvenance{Name: "c", Title: "Case"}},
	}
}

var figures = []string{"figures/capacity.svg"}

func write(t *testing.T, dir string) {
	t.Helper()
	if err := results.Write(dir, someResults(), figures); err != nil {
		t.Fatal(err)
	}
}

func TestResultsAreReadBackAsWritten(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "results")
	write(t, dir)
	got, err := results.Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	want := someResults()
	if v := got.Outcomes[0].Values; v[result.BaselineCost] != 1.0/3 || !math.IsNaN(v[result.StructurePayback]) || math.Signbit(v[result.SteadySaving]) {
		t.Errorf("outcomes %v", v)
	}
	if got.Outcomes[0].Name != want.Outcomes[0].Name || got.Commissioners[0].Name != want.Commissioners[0].Name {
		t.Errorf("names %q and %q", got.Outcomes[0].Name, got.Commissioners[0].Name)
	}
	if got.Trajectories[0].CostK != 1e21 || got.Commissioners[0].OnTarget != "yes" || got.Levy[0] != want.Levy[0] || got.Fund[0] != want.Fund[0] {
		t.Errorf("read back %+v", got)
	}
	if got.Provenance.Draw["a.b"] != 1 || got.Provenance.Program != "reconfig test" {
		t.Errorf("provenance %+v", got.Provenance)
	}
}

func TestEditedTablesAreKnown(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "results")
	write(t, dir)
	edited := func() []string {
		t.Helper()
		r, err := results.Read(dir)
		if err != nil {
			t.Fatal(err)
		}
		return r.Edited
	}
	if got := edited(); len(got) > 0 {
		t.Errorf("%v count as edited, as the run wrote them", got)
	}
	foldertest.Edit(t, dir, "fund.csv", "5", "6")
	foldertest.Edit(t, dir, "outcomes.csv", "merger", "union")
	if got, want := edited(), []string{"outcomes.csv", "fund.csv"}; !slices.Equal(got, want) {
		t.Errorf("edited %v, want %v", got, want)
	}
}

func TestTextThatASpreadsheetWouldRunIsDefused(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "results")
	write(t, dir)
	if s := foldertest.Read(t, filepath.Join(dir, "outcomes.csv")); !strings.Contains(s, ",'=1+1,") {
		t.Errorf("the formula is not defused:\n%s", s)
	}
	if s := foldertest.Read(t, filepath.Join(dir, "commissioners.csv")); !strings.Contains(s, `"'@home, ""Ltd"""`) {
		t.Errorf("the formula is not defused:\n%s", s)
	}
	if s := foldertest.Read(t, filepath.Join(dir, "trajectories.csv")); strings.Contains(s, "-0") {
		t.Errorf("minus nothing:\n%s", s)
	}
}

func TestPackageDescribesEveryColumn(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "results")
	write(t, dir)
	var p struct {
		Resources []struct {
			Path   string
			Schema *struct {
				Fields []struct{ Name, Type, Unit, Description string }
			}
		}
	}
	if err := json.Unmarshal([]byte(foldertest.Read(t, filepath.Join(dir, "datapackage.json"))), &p); err != nil {
		t.Fatal(err)
	}
	described := []string{"datapackage.json"}
	for _, r := range p.Resources {
		described = append(described, r.Path)
		if r.Schema == nil {
			continue
		}
		header, err := csv.NewReader(strings.NewReader(foldertest.Read(t, filepath.Join(dir, r.Path)))).Read()
		if err != nil {
			t.Fatal(err)
		}
		for i, f := range r.Schema.Fields {
			if f.Name != header[i] || f.Description == "" || f.Type == "" || f.Type != "string" && f.Type != "boolean" && f.Unit == "" {
				t.Errorf("%s: column %s is described as %+v", r.Path, header[i], f)
			}
		}
	}
	for _, path := range foldertest.Files(t, dir) {
		if !slices.Contains(described, path) {
			t.Errorf("%s is not described", path)
		}
	}
}

func TestSameResultsSameBytes(t *testing.T) {
	a, b := filepath.Join(t.TempDir(), "a"), filepath.Join(t.TempDir(), "b")
	write(t, a)
	write(t, b)
	for _, name := range foldertest.Files(t, a) {
		if foldertest.Read(t, filepath.Join(a, name)) != foldertest.Read(t, filepath.Join(b, name)) {
			t.Errorf("%s differs", name)
		}
	}
}

func TestAResultFolderIsReplacedWhole(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "results")
	write(t, dir)
	r := someResults()
	r.Fund, r.Levy, r.Figures, r.Sizes = nil, nil, nil, nil
	if err := results.Write(dir, r, figures); err != nil {
		t.Fatal(err)
	}
	want := []string{"commissioners.csv", "datapackage.json", "outcomes.csv", "trajectories.csv"}
	if got := foldertest.Files(t, dir); !slices.Equal(got, want) {
		t.Errorf("%v, want %v: what the earlier run left is gone", got, want)
	}
	if entries, _ := os.ReadDir(parent); len(entries) != 1 {
		t.Errorf("something unfinished is left: %v", entries)
	}
}

func TestAFolderWithOtherFilesIsLeftAlone(t *testing.T) {
	for _, name := range []string{"notes.txt", "figures/mine.svg", "deep/outcomes.csv", "outcomes.csv.bak"} {
		dir := filepath.Join(t.TempDir(), "results")
		write(t, dir)
		before := foldertest.Read(t, filepath.Join(dir, "outcomes.csv"))
		path := filepath.Join(dir, name)
		os.MkdirAll(filepath.Dir(path), 0o755)
		os.WriteFile(path, []byte("mine"), 0o644)
		r := someResults()
		r.Outcomes[0].Name = "another"
		var occupied *folder.OccupiedError
		if err := results.Write(dir, r, figures); !errors.As(err, &occupied) {
			t.Errorf("%s: %v, want an OccupiedError", name, err)
		}
		if foldertest.Read(t, path) != "mine" || foldertest.Read(t, filepath.Join(dir, "outcomes.csv")) != before {
			t.Errorf("%s: the folder was changed", name)
		}
	}
}

func TestAFileInTheWay(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "results")
	os.WriteFile(dir, []byte("mine"), 0o644)
	if err := results.Write(dir, someResults(), figures); err == nil {
		t.Error("a file was replaced by a folder")
	}
}

// failing is a writer that errs after some bytes.
type failing struct{ left int }

func (f *failing) Write(p []byte) (int, error) {
	if len(p) > f.left {
		return f.left, io.ErrShortWrite
	}
	f.left -= len(p)
	return len(p), nil
}

func TestAWriterThatErrs(t *testing.T) {
	rows := []result.FundRow{{Quarter: 1}, {Quarter: 2}}
	var whole bytes.Buffer
	if err := table.WriteRows(&whole, result.FundRow{}.Table(), result.Wording{}, rows); err != nil {
		t.Fatal(err)
	}
	for n := range whole.Len() {
		if err := table.WriteRows(&failing{n}, result.FundRow{}.Table(), result.Wording{}, rows); err == nil {
			t.Fatalf("no error though only %d of %d bytes could be written", n, whole.Len())
		}
	}
}

func TestForeignTables(t *testing.T) {
	dir := t.TempDir()
	os.WriteFile(filepath.Join(dir, "outcomes.csv"), []byte("note,structure,steady_saving_pct,structure_capacity_end\nours,a,5,0.9\ntheirs,b,,0.8\n"), 0o644)
	got, err := results.Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	a, b := got.Outcomes[0], got.Outcomes[1]
	if a.Name != "a" || a.Values[result.SteadySavingPct] != 5 || !math.IsNaN(b.Values[result.SteadySavingPct]) || !math.IsNaN(a.Values[result.OneOffCost]) {
		t.Errorf("read %+v", got.Outcomes)
	}
}

func TestBadResultTables(t *testing.T) {
	for content, want := range map[string]string{
		"structure,steady_saving_pct\na,five\n": `outcomes.csv:2: column steady_saving_pct: "five": expected a plain number, as in 1234.5, INF, -INF or nothing`,
		"name,steady_saving_pct\na,5\n":         `outcomes.csv:1: column structure: expected a column of that name: it is missing`,
		"structure,steady_saving_pct\n":         `outcomes.csv: expected at least one row`,
		"":                                      `outcomes.csv:1: expected a header row`,
		"structure,steady_saving_pct,steady_saving_pct\na,1,2\n": `outcomes.csv:1: column steady_saving_pct: expected each column once: it stands twice in the header`,
	} {
		dir := t.TempDir()
		os.WriteFile(filepath.Join(dir, "outcomes.csv"), []byte(content), 0o644)
		if _, err := results.Read(dir); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", content, err, want)
		}
	}
	var none *results.NoResultsError
	if _, err := results.Read(t.TempDir()); !errors.As(err, &none) {
		t.Errorf("an empty folder: %v", err)
	}
	if _, err := results.Read("nowhere"); !errors.As(err, &none) {
		t.Errorf("no folder: %v", err)
	}
}

func TestProvenanceHoldsTheWarningsOfTheCase(t *testing.T) {
	c, err := data.OpenCase("london-2010")
	if err != nil {
		t.Fatal(err)
	}
	c.Warnings = []string{"staff.cost is in another currency"}
	if p := results.ProvenanceOf(c); !slices.Equal(p.Warnings, c.Warnings) {
		t.Errorf("%q", p.Warnings)
	}
}
