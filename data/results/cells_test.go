package results_test

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"reconfig/data/results"
	"reconfig/data/sweeptable"
	"reconfig/data/table"
	"reconfig/model/result"
	"reconfig/model/unit"
)

// formulas are texts that some spreadsheet runs, or takes for the start of something it runs.
var formulas = []string{"=1+1", "+1+1", "-1+1", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠x", "=cmd|'/C calc'!A0"}

// Whatever writes CSV – run, compare, analyses and backtest by WriteRows, sweeps by a writer of their own – writes no
// formula, in header or cell, and leaves numbers as they are.
func TestNoWriterWritesAFormula(t *testing.T) {
	for _, text := range formulas {
		rows := []result.DifferenceRow{{First: text, Second: "'" + text, Outcome: "a, " + text, Unit: text, Mean: -1, SD: -0.5}}
		var analysis bytes.Buffer
		if err := table.WriteRows(&analysis, result.DifferenceRow{}.Table(), result.Wording{}, rows); err != nil {
			t.Fatal(err)
		}
		shape := &result.Sweep{Varied: []result.Column{{Name: text, Type: "number", Unit: unit.Parse("x")}}, Outcomes: []result.Outcome{result.StructureNPV}}
		var sweep bytes.Buffer
		w, err := sweeptable.New("csv", &sweep, shape)
		if err != nil {
			t.Fatal(err)
		}
		if err := w.WriteRows([]result.SweepRow{{Point: 1, Map: text, Settings: []float64{-2}, Structure: text, Statistic: text, Values: []float64{-3}}}); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		numbers := 0
		for _, file := range []string{analysis.String(), sweep.String()} {
			records, err := csv.NewReader(strings.NewReader(file)).ReadAll()
			if err != nil {
				t.Fatal(err)
			}
			for _, record := range records {
				for _, cell := range record {
					if slices.Contains([]string{"-0.5", "-1", "-2", "-3"}, cell) {
						numbers++
					} else if strings.ContainsAny(cell[:min(len(cell), 1)], "=+@\t\r\n") || strings.IndexAny(cell, "＝＋－＠") == 0 {
						t.Errorf("%q is written as %q", text, cell)
					}
				}
			}
		}
		if numbers != 4 {
			t.Errorf("%q: the numbers below 0 are not written as such:\n%s%s", text, analysis.String(), sweep.String())
		}
	}
}

// What is written safely is read back as it was, apostrophes and all.
func TestDefusedTextIsReadBack(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.StringMatching(`'{0,3}[=+@＝a-]{0,2}[a-z1,"' ]{1,5}`).Draw(t, "name")
		var b bytes.Buffer
		rows := []result.TrajectoryRow{{Structure: name, Statistic: result.CentralDraw, Quarter: 1, TimeYears: 0.125}}
		if err := table.WriteRows(&b, result.TrajectoryRow{}.Table(), result.Wording{}, rows); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "trajectories.csv"), b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "outcomes.csv"), []byte("structure\na\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		got, err := results.Read(dir)
		if err != nil {
			t.Fatalf("%v\n%s", err, b.String())
		}
		if back := got.Trajectories[0].Structure; back != name {
			t.Errorf("%q comes back as %q", name, back)
		}
	})
}
