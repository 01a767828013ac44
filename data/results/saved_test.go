package results_test

import (
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"reconfig/data/results"
	"reconfig/model/result"
)

// Two saved results side by side are read as they were written, with where both come from.
func TestSavedResultsSideBySide(t *testing.T) {
	of := func(command, hash string) *results.Provenance {
		return &results.Provenance{Command: command, Currency: "€", Case: results.CaseProvenance{Name: "own", Title: "Two bodies", Hash: hash}, Set: []string{"target.reduction=0.3"}}
	}
	r := &results.Folder{Provenance: results.ProvenanceOfSaved([2]string{"out/a", "out/b"}, [2]*results.Provenance{of("reconfig run", "1"), of("reconfig run --set x=1", "2")})}
	r.Saved = []result.SavedRow{{Structure: "merger", Name: "Full merger", Outcome: "net_benefit_k", Label: "net benefit", Unit: "€k", First: 1, FirstP05: 0, FirstP95: 2, Second: 4, SecondP05: 3, SecondP95: 5, Difference: 3}}
	dir := filepath.Join(t.TempDir(), "both")
	if err := results.Write(dir, r, nil); err != nil {
		t.Fatal(err)
	}
	read, err := results.Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(read.Saved, r.Saved) {
		t.Errorf("got %+v, want %+v", read.Saved, r.Saved)
	}
	if !reflect.DeepEqual(read.Provenance.Saved, r.Provenance.Saved) || read.Provenance.Case.Hash != "" {
		t.Errorf("got %+v", read.Provenance)
	}
	rows, err := resultsWorkbook(t, r).GetRows("contents")
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, row := range rows {
		lines = append(lines, strings.Join(row, " "))
	}
	for _, want := range []string{"first out/a", "second out/b", "command reconfig run --set x=1", "set by the user target.reduction=0.3"} {
		if !strings.Contains(strings.Join(lines, "\n"), want) {
			t.Errorf("%q lacks %s", lines, want)
		}
	}
}
