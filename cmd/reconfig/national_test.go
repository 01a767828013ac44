package main

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"reconfig/cmd/reconfig/report"
	"reconfig/data"
	"reconfig/model"
	"reconfig/model/modeltest"
)

// TestACountryIsSimulated runs what a user of a whole country types: of the table of 303 bodies in examples/, made into a case,
// and of several times as many, 3,030 in the long tests.
func TestACountryIsSimulated(t *testing.T) {
	bodies := modeltest.ShortOrLong(2, 10) * modeltest.EnglandPCTs
	large := england(t, bodies)
	testscript.Run(t, testscript.Params{
		Files:               []string{"testdata/national.txtar"},
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		Condition:           condition,
		Setup: func(env *testscript.Env) error {
			env.Setenv("DRAWS", strconv.Itoa(modeltest.ShortOrLong(2, 8)))
			env.Setenv("BODIES", report.Decimal(float64(bodies), 0))
			if err := os.CopyFS(filepath.Join(env.WorkDir, "examples"), os.DirFS("../../examples")); err != nil {
				return err
			}
			return data.WriteCase(filepath.Join(env.WorkDir, "england-large"), large)
		},
	})
}

// england is a generated England with London's functions, structures and assumptions.
func england(t testing.TB, bodies int) *model.Case {
	t.Helper()
	london, err := data.OpenCase("london-2010")
	if err != nil {
		t.Fatal(err)
	}
	return modeltest.England(london.Case, bodies, 1)
}

// TestExampleOfACountry compares the table of bodies in examples/ with what the generator gives.
func TestExampleOfACountry(t *testing.T) {
	c := england(t, modeltest.EnglandPCTs)
	sector := map[string]model.Membership{}
	for _, m := range c.Memberships {
		if m.Map == c.DefaultMap {
			sector[m.Commissioner] = m
		}
	}
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	rows := [][]string{{"PCT", "Population", "Management cost (£k)", "Sector", "Region", "Latitude", "Longitude"}}
	for _, x := range c.Commissioners {
		rows = append(rows, []string{
			x.Name, strconv.FormatFloat(x.Population, 'f', 0, 64), strconv.FormatFloat(x.ManagementCostK, 'f', 1, 64),
			sector[x.Code].SectorName, sector[x.Code].Region, x.Latitude.String(), x.Longitude.String(),
		})
	}
	if err := w.WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join("..", "..", "examples", "england-303-generated.csv")
	if *update {
		if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := os.ReadFile(file); err != nil || !bytes.Equal(got, b.Bytes()) {
		t.Errorf("%s is not what the generator gives: go test ./cmd/reconfig -run TestExampleOfACountry -update (%v)", file, err)
	}
}
