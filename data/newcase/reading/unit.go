package reading

import (
	"strconv"
	"strings"

	"reconfig/data/pattern"
)

// unitWords are what headers and cells say of the unit of a number.
var unitWords = map[string]float64{
	"k": 1e3, "000": 1e3, "000s": 1e3, "thousand": 1e3, "thousands": 1e3, "tsd": 1e3, "tausend": 1e3, "duizend": 1e3, "tusind": 1e3, "tusen": 1e3,
	"m": 1e6, "mn": 1e6, "mio": 1e6, "mln": 1e6, "mill": 1e6, "million": 1e6, "millions": 1e6, "millionen": 1e6, "miljoen": 1e6, "millioner": 1e6, "miljoner": 1e6,
}

// FurtherUnits are units that are not read: numbers in them are converted by who knows what they mean.
var FurtherUnits = []string{"bn", "billion", "billions", "mrd", "mia", "milliarden", "miljard", "milliarder", "trillion", "lakh", "lakhs", "crore", "crores", "hundred", "hundreds", "00s"}

// Units lists the units that a text states.
func Units(text string) (all []float64) {
	for _, w := range LowerWords(text) {
		if u, ok := unitWords[w]; ok {
			all = append(all, u)
		}
	}
	return all
}

// Unit is the unit that a header states; false if it states none.
func Unit(header string) (float64, bool) {
	if units := Units(header); len(units) > 0 {
		return units[0], true
	}
	return 1, false
}

var yearAlone = pattern.New(`(?i)^(mid-?|fy ?)?(19|20)\d\d([-/–]\d{2,4})?$`)

// IsUnit says whether a cell says nothing but a unit, a currency or a year.
func IsUnit(cell string) bool {
	cell = Tidy(cell)
	if yearAlone().MatchString(cell) {
		return true
	}
	known := false
	for _, w := range Words(financialYear().ReplaceAllString(cell, "")) {
		lower := strings.ToLower(w)
		_, isUnit := unitWords[lower]
		isUnit = isUnit || Currency(w) != "" || HasWord(unitRowWords, lower)
		if !isUnit && !HasWord(asideWords, lower) {
			return false
		}
		known = known || isUnit
	}
	return known
}

// unitRowWords are what rows of units say besides units and currencies.
var unitRowWords = []string{
	"number", "no", "count", "headcount", "person", "people", "resident", "inhabitant", "unit", "code", "text", "name", "%", "thousand", "antal", "anzahl",
	"aantal", "personen", "personer", "einwohner", "inwoner", "ew",
}

// UnitName is how a unit is called: thousands, millions.
func UnitName(factor float64) string {
	switch factor {
	case 1e3:
		return "thousands"
	case 1e6:
		return "millions"
	}
	return strconv.FormatFloat(factor, 'f', -1, 64)
}

// IsYear says whether a cell says nothing but a year.
func IsYear(cell string) bool { return yearAlone().MatchString(Tidy(cell)) }
