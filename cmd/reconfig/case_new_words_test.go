package main

import "testing"

func TestBodyWords(t *testing.T) {
	for _, test := range []struct{ one, several, wantOne, wantSeveral string }{
		{"authority", "", "authority", "authorities"},
		{"Local Authority", "", "Local Authority", "Local Authorities"},
		{"health board", "", "health board", "health boards"},
		{"ICB", "", "ICB", "ICBs"},
		{"", "authorities", "authority", "authorities"},
		{"", "NHS trusts", "NHS trust", "NHS trusts"},
		{"", "PCTs", "PCT", "PCTs"},
		{"", "", "", ""},
		{"zona", "zonas", "zona", "zonas"},
		// What only who asks knows.
		{"zona", "", "", ""}, {"área de salud", "", "", ""}, {"Gemeinde", "", "", ""}, {"board of health", "", "", ""}, {"GPS", "", "", ""}, {"person", "", "", ""},
		{"", "people", "", ""}, {"", "zonas", "", ""}, {"", "s", "", ""},
	} {
		one, several, err := completeBodyWords(test.one, test.several)
		refused := test.wantOne == "" && test.one+test.several != ""
		if one != test.wantOne || several != test.wantSeveral || (err != nil) != refused {
			t.Errorf("%q, %q: %q, %q, %v; want %q, %q", test.one, test.several, one, several, err, test.wantOne, test.wantSeveral)
		}
	}
}
