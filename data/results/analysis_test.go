package results_test

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"reconfig/data/folder"
	"reconfig/data/results"
)

// fill gives every field of a row a value of its own.
func fill(row reflect.Value, next *int) {
	for i := range row.NumField() {
		f := row.Field(i)
		*next++
		switch f.Kind() {
		case reflect.Struct:
			fill(f, next)
		case reflect.String:
			f.SetString("=text " + string(rune('a'+*next%26)))
			if row.Type().Field(i).Tag.Get("type") == "boolean" {
				f.SetString("yes")
			}
		case reflect.Int:
			f.SetInt(int64(*next))
		case reflect.Float64:
			f.SetFloat(float64(*next) / 7)
		}
	}
}

// everyTable is an analysis with two rows in each of its tables.
func everyTable() *results.Folder {
	a, next := &results.Folder{}, 0
	tables := reflect.ValueOf(&a.Analysis).Elem()
	for i := range tables.NumField() {
		rows := reflect.MakeSlice(tables.Field(i).Type(), 2, 2)
		fill(rows.Index(0), &next)
		fill(rows.Index(1), &next)
		tables.Field(i).Set(rows)
	}
	a.Analysis.Printed = somePrinted()
	a.Provenance = results.Provenance{Method: "all of them", Names: map[string]string{"merger": "Full merger"}}
	a.Provenance.Program = "reconfig"
	return a
}

func TestAnalysesAreReadAsTheyWereWritten(t *testing.T) {
	dir, a := filepath.Join(t.TempDir(), "all"), everyTable()
	if err := results.Write(dir, a, nil); err != nil {
		t.Fatal(err)
	}
	read, err := results.Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(read.Analysis, a.Analysis) {
		t.Errorf("got  %+v\nwant %+v", read.Analysis, a.Analysis)
	}
	if read.Provenance.Method != a.Provenance.Method || read.Provenance.Names["merger"] != "Full merger" || len(read.Edited) != 0 {
		t.Errorf("%+v, edited %v", read.Provenance, read.Edited)
	}
	files, err := os.ReadDir(dir)
	if err != nil || len(files) != len(a.Analysis.List())+1 {
		t.Errorf("%d files of %d tables and a description: %v", len(files), len(a.Analysis.List()), err)
	}
	for _, table := range read.Analysis.List() {
		if table.Len() != 2 {
			t.Errorf("%s has %d rows", table.Name, table.Len())
		}
	}
}

// A run and an analysis have a summary of the same name; what else is there says which it is.
func TestSummaryIsOfWhatStandsBesideIt(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "one")
	a := &results.Folder{}
	a.Pawn, a.Analysis.Printed = everyTable().Pawn, everyTable().Analysis.Printed
	if err := results.Write(dir, a, nil); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "summary.csv"), []byte("structure_name,mean\nHub,1\nMerger,2\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	read, err := results.Read(dir)
	if err != nil || len(read.Analysis.Printed) != 2 || read.Analysis.Printed[1].Cells[0] != "Merger" || len(read.Summary) != 0 {
		t.Errorf("%+v, %v", read, err)
	}
	if !slices.Equal(read.Edited, []string{"summary.csv"}) {
		t.Errorf("edited: %v", read.Edited)
	}
}

func TestOnlyTablesWithRowsAreWritten(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "one")
	a := &results.Folder{}
	a.Pawn = everyTable().Pawn
	if err := results.Write(dir, a, nil); err != nil {
		t.Fatal(err)
	}
	files, _ := os.ReadDir(dir)
	if len(files) != 2 {
		t.Errorf("%v", files)
	}
	if err := os.WriteFile(filepath.Join(dir, "notes.txt"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	var occupied *folder.OccupiedError
	if err := results.Write(dir, a, nil); !errors.As(err, &occupied) {
		t.Errorf("a folder with somebody's notes: %v", err)
	}
}

func TestAnalysesThatCannotBeRead(t *testing.T) {
	dir := t.TempDir()
	var none *results.NoResultsError
	if _, err := results.Read(dir); !errors.As(err, &none) {
		t.Errorf("an empty folder: %v", err)
	}
	table := "structure,outcome,unit,rank,assumption,strength,trajectories,mu_star,mu_star_low,mu_star_high,mu,sigma\nmerger,net_benefit_k,£k,1,a,B,40,much,1,2,3,4\n"
	if err := os.WriteFile(filepath.Join(dir, "morris.csv"), []byte(table), 0o644); err != nil {
		t.Fatal(err)
	}
	_, err := results.Read(dir)
	if err == nil || !strings.Contains(err.Error(), `morris.csv:2: column mu_star: "much"`) {
		t.Errorf("a word for a number: %v", err)
	}
}
