package results_test

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"reconfig/data/folder/foldertest"
	"reconfig/data/results"
	"reconfig/model/result"
)

// Whatever rests on the cost at the start says how that is known, where a CSV file has room for it: in its description.
func TestEveryTableSaysHowTheBaselineIsKnown(t *testing.T) {
	const statement = "Cost at the start: all of it guessed."
	ensemble := ensembleResults()
	ensemble.Provenance.Baseline = statement
	analysis := &results.Folder{Tables: result.Tables{Analysis: result.Analysis{Tornado: []result.TornadoRow{{}}}}}
	analysis.Provenance.Baseline = statement
	sweep := sweepResults(statisticSweep())
	sweep.Provenance.Baseline = statement
	for name, write := range map[string]func(dir string) error{
		"results":  func(dir string) error { return results.Write(dir, ensemble, figures) },
		"analysis": func(dir string) error { return results.Write(dir, analysis, nil) },
		"sweep":    func(dir string) error { return results.WriteSweep(dir, sweep, formats, nil, inPieces(sweep.Sweep)) },
	} {
		dir := filepath.Join(t.TempDir(), name)
		if err := write(dir); err != nil {
			t.Fatal(err)
		}
		var p struct {
			Resources []struct{ Path, Description string }
		}
		if err := json.Unmarshal([]byte(foldertest.Read(t, filepath.Join(dir, "datapackage.json"))), &p); err != nil {
			t.Fatal(err)
		}
		for _, r := range p.Resources {
			rests := !strings.HasPrefix(r.Path, "levy") && !strings.HasPrefix(r.Path, "fund") && !strings.HasPrefix(r.Path, "figures")
			if says := strings.HasSuffix(r.Description, ". "+statement); says != rests {
				t.Errorf("%s is described as %q", r.Path, r.Description)
			}
		}
	}
}
