package data_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"reconfig/data"
	"reconfig/data/folder"
	"reconfig/model"
	"reconfig/model/modeltest"
)

// TestWriteCaseReadsBack writes random cases and the cases that come with the program, and reads them again.
func TestWriteCaseReadsBack(t *testing.T) {
	dir, written := t.TempDir(), 0
	rapid.Check(t, func(r *rapid.T) {
		if written++; written > 8 && !modeltest.Long() {
			return
		}
		c := modeltest.Random(r)
		adorn(r, c)
		c.Sort()
		folder := filepath.Join(dir, "case")
		defer os.RemoveAll(folder)
		if err := data.WriteCase(folder, c); err != nil {
			r.Fatal(err)
		}
		compareCases(r, folder, c)
	})
	for _, name := range data.CaseNames() {
		c, err := data.OpenCase(name)
		if err != nil {
			t.Fatal(err)
		}
		folder := filepath.Join(dir, name)
		if err := data.WriteCase(folder, c.Case); err != nil {
			t.Fatal(err)
		}
		compareCases(t, folder, c.Case)
	}
}

type fataler interface {
	Helper()
	Fatal(...any)
	Fatalf(string, ...any)
}

func compareCases(t fataler, folder string, want *model.Case) {
	t.Helper()
	got, err := data.OpenCase(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range got.Warnings {
		nothingPlaced := len(want.Placements) == 0 && w == "placements.csv has no rows"
		if placedLate := strings.Contains(w, "years is over"); !nothingPlaced && !placedLate {
			t.Fatal(w)
		}
	}
	written, read := strings.Split(fmt.Sprintf("%+v", *want), "} {"), strings.Split(fmt.Sprintf("%+v", *got.Case), "} {")
	for i := range min(len(written), len(read)) {
		if written[i] != read[i] {
			t.Fatalf("written:\n%s\nread:\n%s", written[i], read[i])
		}
	}
	if len(written) != len(read) {
		t.Fatal("rows were lost or gained")
	}
}

// adorn gives a random case what modeltest leaves out: neighbours, places, further columns, and text that a spreadsheet
// would run.
func adorn(r *rapid.T, c *model.Case) {
	text := rapid.SampledFrom([]string{"", "=1+1", "-5", "@x", "a, \"b\"", "é", "+44 20"})
	c.Sources = []model.Source{{ID: "S1", Citation: text.Draw(r, "citation"), URL: "https://example.org"}}
	c.Description, c.Attribution = text.Draw(r, "description"), text.Draw(r, "attribution")
	c.FurtherColumns = rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"note", "Wards (2023)"}), 0, 3, rapid.ID).Draw(r, "further")
	for i := range c.Commissioners {
		x := &c.Commissioners[i]
		if rapid.Bool().Draw(r, "has a place") {
			x.Latitude = model.Optional{Value: rapid.Float64Range(50, 55).Draw(r, "latitude"), Given: true}
			x.Longitude = model.Optional{Value: rapid.Float64Range(-5, -1).Draw(r, "longitude"), Given: true}
		}
		for _, name := range c.FurtherColumns {
			if x.Further == nil {
				x.Further = map[string]string{}
			}
			x.Further[name] = text.Draw(r, name)
		}
		if i > 0 {
			c.Neighbours = append(c.Neighbours, model.Neighbour{A: c.Commissioners[i-1].Code, B: x.Code, Kind: "land", BoundaryM: model.Optional{Value: float64(i), Given: true}})
		}
	}
}

// The descriptions of the cases that come with the program were written by hand; they must say of every column what
// WriteCase says.
func TestDescriptionsAgreeWithWhatIsWritten(t *testing.T) {
	for _, name := range data.CaseNames() {
		c, err := data.OpenCase(name)
		if err != nil {
			t.Fatal(err)
		}
		dir := filepath.Join(t.TempDir(), name)
		if err := data.WriteCase(dir, c.Case); err != nil {
			t.Fatal(err)
		}
		written, byHand := fieldsIn(t, filepath.Join(dir, "datapackage.json")), fieldsIn(t, filepath.Join("cases", name, "datapackage.json"))
		further := map[string]bool{ // or said more narrowly by hand
			"debt_plan.item":              true, // the items that the plan needs
			"commissioners.repaying_debt": true, // needed where there is a debt plan
		}
		for _, column := range c.FurtherColumns {
			further["commissioners."+column] = true
		}
		for column, want := range written {
			if got := byHand[column]; got != want && !further[column] {
				t.Errorf("%s: %s is described as %s, and written as %s", name, column, got, want)
			}
		}
		for column := range byHand {
			if written[column] == "" && column != "commissioners.weighted_population" { // which is left out where it is empty
				t.Errorf("%s: %s is described, and not written", name, column)
			}
		}
	}
}

// fieldsIn says of each column of a package, by resource and name, its type, unit and constraints.
func fieldsIn(t *testing.T, file string) map[string]string {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var p struct {
		Resources []struct {
			Name   string
			Schema struct {
				Fields []struct {
					Name, Type, Unit string
					Constraints      map[string]any
				}
			}
		}
	}
	if err := json.Unmarshal(content, &p); err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, r := range p.Resources {
		for _, f := range r.Schema.Fields {
			all[r.Name+"."+f.Name] = fmt.Sprint(f.Type, "; ", f.Unit, "; ", f.Constraints)
		}
	}
	return all
}

// A folder without a name would be the one that the program runs in, and all that is in it would be replaced.
func TestACaseWithoutANameIsNotWritten(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("mine.txt", nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := data.CopyCase("london-2010", ""); err == nil || !strings.Contains(err.Error(), "no name") {
		t.Errorf("%v", err)
	}
	if err := folder.Make("", func(*folder.Pending) error { return nil }); err == nil {
		t.Error("a folder without a name is made")
	}
	if _, err := os.Stat("mine.txt"); err != nil {
		t.Error(err)
	}
}
