package model_test

import (
	"slices"
	"testing"
	"time"

	"reconfig/model"
	"reconfig/model/modeltest"
)

func TestFinancialYear(t *testing.T) {
	april := model.Properties{StartDate: time.Date(2010, 4, 1, 0, 0, 0, 0, time.UTC)}
	january := model.Properties{StartDate: time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)}
	century := model.Properties{StartDate: time.Date(1999, 4, 1, 0, 0, 0, 0, time.UTC)}
	for _, test := range []struct {
		s    model.Properties
		t    float64
		want string
	}{
		{april, 0, "2010/11"}, {april, 0.875, "2010/11"}, {april, 1, "2011/12"}, {april, 9.875, "2019/20"},
		{january, 0.5, "2026"}, {january, 3, "2029"}, {century, 0, "1999/00"},
	} {
		if got := test.s.FinancialYear(test.t); got != test.want {
			t.Errorf("t = %v from %s: %s, want %s", test.t, test.s.StartDate.Format(time.DateOnly), got, test.want)
		}
	}
}

func TestValidHorizon(t *testing.T) {
	for years, want := range map[float64]bool{10: true, 0.25: true, 7.75: true, 100: true, 0: false, -1: false, 0.3: false, 100.25: false} {
		if got := model.ValidHorizon(years); got != want {
			t.Errorf("%v years: %v", years, got)
		}
	}
}

func TestStructuresComeInTheReadersOrder(t *testing.T) {
	c := &model.Case{
		Structures: []model.Structure{{Code: "b", Focus: "no"}, {Code: "z", Focus: "yes"}, {Code: "a", Focus: "no"}, {Code: "nothing", Focus: "no"}, {Code: "y", Focus: "yes"}},
		Placements: []model.Placement{{Structure: "a"}, {Structure: "b"}, {Structure: "y"}, {Structure: "z"}},
	}
	c.Sort()
	if got, want := c.StructureCodes(), []string{"nothing", "y", "z", "a", "b"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestMapGroupsByRegionAndSector(t *testing.T) {
	c := &model.Case{Memberships: []model.Membership{
		{Map: "m", Sector: "T", SectorName: "Tee", Region: "B", Commissioner: "3"}, {Map: "m", Sector: "S", SectorName: "Ess", Region: "A", Commissioner: "2"},
		{Map: "other", Sector: "U", Region: "C", Commissioner: "1"}, {Map: "m", Sector: "S", SectorName: "Ess", Region: "A", Commissioner: "1"},
	}}
	m, ok := c.Map("m")
	if !ok || len(m.Sectors) != 2 || m.Sectors[0].Code != "S" || !slices.Equal(m.Sectors[0].Members, []string{"1", "2"}) || !slices.Equal(m.Regions(), []string{"A", "B"}) {
		t.Errorf("%+v", m)
	}
	if _, ok := c.Map("none"); ok {
		t.Error("a map that is not there was found")
	}
}

func TestPlacementsOfAreInTheOrderOfTime(t *testing.T) {
	c := &model.Case{Placements: []model.Placement{
		{Structure: "s", Function: "f", FromYear: 2}, {Structure: "s", Function: "g", FromYear: 0}, {Structure: "s", Function: "f", FromYear: -1},
	}}
	got := c.PlacementsOf("s", "f")
	if len(got) != 2 || got[0].FromYear != -1 || got[1].FromYear != 2 {
		t.Errorf("%+v", got)
	}
}

func TestMadeCasesAreValid(t *testing.T) {
	for _, c := range []*model.Case{modeltest.Small(), modeltest.Large(modeltest.National(152)), modeltest.Large(modeltest.Size{Commissioners: 10, Functions: 26, Structures: 18})} {
		if problems := c.Check(); len(problems) > 0 {
			t.Errorf("%s: %+v", c.Name, problems)
		}
	}
}

// A case that says nothing at all must be refused, not crash a check.
func TestAnEmptyCaseIsRefused(t *testing.T) {
	tables := map[string]bool{}
	for _, p := range (&model.Case{}).Check() {
		tables[p.Table] = true
	}
	for _, table := range []string{"commissioners", "sectors", "functions", "structures", "assumptions"} {
		if !tables[table] {
			t.Errorf("no problem with %s", table)
		}
	}
}
