package unit_test

import (
	"fmt"
	"testing"

	"reconfig/model/unit"
)

func TestKindFollowsFromTheText(t *testing.T) {
	for text, want := range map[string]unit.Kind{
		"": unit.None, "£k": unit.Money, "£ a head a year": unit.Money, "SEKk a year": unit.Money, "% of baseline": unit.Percent, "%": unit.Percent,
		"points": unit.Points, "point years": unit.Points, "share of draws": unit.Share, "share": unit.Share, "probability": unit.Share, "years": unit.Years,
		"degrees north": unit.Degrees, "people": unit.Count, "WTE": unit.Count, unit.Bodies: unit.Count, "0 or 1": unit.Switch, "of the outcome": unit.Column,
		"1/year": unit.Other, "elasticity": unit.Other, "€k": unit.Other,
	} {
		u := unit.Parse(text, "SEK")
		if u.Kind() != want {
			t.Errorf("%q is of kind %d, want %d", text, u.Kind(), want)
		}
		if u.String() != text {
			t.Errorf("%q is written %q", text, u)
		}
	}
}

func TestShareOfStartIsToldFromOtherShares(t *testing.T) {
	for text, want := range map[string]bool{"share of start": true, "share of draws": false, "share": false, "% of start": false} {
		if got := unit.Parse(text).IsShareOfStart(); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestUnitOfTheOutcomeIsToldFromThatOfOtherCells(t *testing.T) {
	for text, want := range map[string]bool{"of the outcome": true, "of the assumption": false, "share of draws": false} {
		if got := unit.Parse(text).IsOfOutcome(); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestUnitsAreSaidAsPeopleWriteThem(t *testing.T) {
	for text, want := range map[string]string{"1/year": "a year", "share/year": "share a year", "£k/WTE/year": "£k a whole-time post a year", "£k/exit": "£k an exit", "£/weighted head": "£ a weighted head", "WTE": "whole-time posts", "£ per £": "£ per £", "years": "years", "": ""} {
		if got := unit.Parse(text).Said(); got != want {
			t.Errorf("%q is said %q, want %q", text, got, want)
		}
	}
}

func TestCurrenciesInAUnitAreReplaced(t *testing.T) {
	for text, want := range map[string]string{"£k": "€k", "A$k a year": "€k a year", "SEKk/exit": "€k/exit", "€ per €": "€ per €", "years": "years"} {
		got, other := unit.ReplaceCurrencies(text, "€")
		if got != want || other != (got != text) {
			t.Errorf("%q becomes %q, another %v; want %q", text, got, other, want)
		}
	}
}

// A unit says how a number is to be written.
func ExampleParse() {
	for _, text := range []string{"£k a year", "% of baseline", "share of start"} {
		u := unit.Parse(text)
		fmt.Println(u, u.Kind() == unit.Money, u.Thousands(), u.IsShareOfStart())
	}
	// Output:
	// £k a year true true false
	// % of baseline false false false
	// share of start false false true
}
