package result_test

import (
	"testing"

	"reconfig/model/result"
)

func TestTablesInTheWordsOfTheCase(t *testing.T) {
	councils := result.Wording{Currency: "€", BodySingular: "council", BodyPlural: "councils"}
	for declared, want := range map[string]string{
		"£k a year": "€k a year", "£ per £": "€ per €", "commissioners": "councils", "% of baseline": "% of baseline",
		"Commissioners that meet the target":          "Councils that meet the target",
		"Capacity of the commissioner that has least": "Capacity of the council that has least",
		"commissioners_on_target":                     "commissioners_on_target",
	} {
		if got := councils.Unit(declared); got != want {
			t.Errorf("%q: %q, want %q", declared, got, want)
		}
		if got := (result.Wording{}).Unit(declared); got != declared {
			t.Errorf("%q without words of the case: %q", declared, got)
		}
	}
	declared := result.CommissionerRow{}.Table()
	got := councils.Table(declared)
	if got.Name != "commissioners" || got.Title != "Councils" || got.Columns[1].Description != "Code of the council" {
		t.Errorf("%q, %q, %q", got.Name, got.Title, got.Columns[1].Description)
	}
	if declared.Columns[1].Description != "Code of the commissioner" {
		t.Error("the declared table was changed")
	}
}
