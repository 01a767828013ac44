package data_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"reconfig/data"
	"reconfig/model"
	"reconfig/model/modeltest"
)

// TestWriteCaseReadsBack writes random cases and the cases that come with the program, and reads them again.
func TestWriteCaseReadsBack(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(r *rapid.T) {
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
