package result_test

import (
	"testing"

	"reconfig/model/result"
)

func TestTablesInTheWordsOfTheCase(t *testing.T) {
	councils := result.Wording{Currency: "€", BodySingular: "council", BodyPlural: "councils"}
	for declared, want := range map[string]string{
		"£k a year": "€k a year", "£ per £": "€ per €", "{bodies}": "councils", "% of baseline": "% of baseline",
	} {
		if got := councils.Unit(declared); got != want {
			t.Errorf("%q: %q, want %q", declared, got, want)
		}
	}
	for declared, want := range map[string]string{
		"{Bodies} that meet the target":         "Councils that meet the target",
		"Capacity of the {body} that has least": "Capacity of the council that has least",
		"Worth per {£} of cost":                 "Worth per € of cost",
		"commissioners that nobody marked":      "commissioners that nobody marked",
	} {
		if got := councils.Text(declared); got != want {
			t.Errorf("%q: %q, want %q", declared, got, want)
		}
	}
	if got := (result.Wording{}).Text("{Body}, {body}, {Bodies}, {bodies}, {£}"); got != "Commissioner, commissioner, Commissioners, commissioners, £" {
		t.Errorf("without words of the case: %q", got)
	}
	declared := result.CommissionerRow{}.Table()
	got := councils.Table(declared)
	if got.Name != "commissioners" || got.Title != "Councils" || got.Columns[1].Description != "Code of the council" {
		t.Errorf("%q, %q, %q", got.Name, got.Title, got.Columns[1].Description)
	}
	if declared.Columns[1].Description != "Code of the {body}" {
		t.Error("the declared table was changed")
	}
}
