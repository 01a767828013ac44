package reading

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"reconfig/data/pattern"
)

// Number is a cell of a column of numbers, taken apart.
type Number struct {
	Text      string  // as it stands
	Bare      string  // without marks, currency and unit
	Digits    string  // as they are computed with; empty where there is no number
	Currency  string  // that stands in the cell; empty for none
	Unit      float64 // that stands in the cell; 0 for none
	IsMissing bool    // nothing, or what stands for a number that is not told
	IsAbout   bool    // said to be approximate
	IsMarked  bool    // had marks of notes
}

var about = pattern.New(`(?i)^(~|≈|c\.|ca\.|ca |circa|approx\.?|approximately|about|around|rund|etwa|zirka|ongeveer)\s*`)

// Cell takes a cell of a column of numbers apart. It returns what is expected instead, where that is no number: of what
// kind, and in detail.
func Cell(text string) (n Number, kind, detail string) {
	n.Text = text
	if n.IsMissing = text == "" || Withheld(text); n.IsMissing {
		return n, "", ""
	}
	n.Bare = letterMark().ReplaceAllString(WithoutMarks(text), "$1")
	n.IsMarked = n.Bare != text
	exact := about().ReplaceAllString(n.Bare, "")
	n.IsAbout, n.Bare = exact != n.Bare, exact
	bare, currency, unit, kind := splitUnit(n.Bare)
	if kind != "" {
		return n, kind, ""
	}
	n.Bare, n.Currency, n.Unit = inFull(bare), currency, unit
	n.Digits, kind, detail = figure(n.Bare)
	return n, kind, detail
}

// splitUnit takes the currency and the unit off a number: £12.3m, 12,345 thousand, TEUR 12. What is not a number with at
// most one of each stays as it is.
func splitUnit(cell string) (bare, currency string, unit float64, kind string) {
	before, middle, after := aroundDigits(cell)
	for _, w := range slices.Concat(Words(before), Words(after)) {
		lower := strings.ToLower(w)
		u, isUnit := unitWords[lower]
		if lower == "t" && Currencies(before+" "+after) != nil { // thousands of euros or kroner, in German and Danish
			u, isUnit = 1e3, true
		}
		c := cmp.Or(Currency(w), signsByUnits[w])
		switch {
		case slices.Contains(FurtherUnits, lower):
			return cell, "", 0, "a number in ones, thousands or millions, not in “" + w + "”: convert it"
		case isUnit && unit == 0:
			unit = u
		case c != "" && (currency == "" || SameCurrency(c, currency)):
			currency = c
		default:
			return cell, "", 0, ""
		}
	}
	return middle, currency, unit, ""
}

// aroundDigits cuts a cell into what stands before a number, the number with its signs, and what stands behind it.
func aroundDigits(cell string) (before, middle, after string) {
	isDigit := func(c rune) bool { return c >= '0' && c <= '9' }
	first, last := strings.IndexFunc(cell, isDigit), strings.LastIndexFunc(cell, isDigit)
	if first < 0 {
		return "", cell, ""
	}
	if first > 0 && strings.ContainsRune(".,", rune(cell[first-1])) && (first == 1 || !unicode.IsLetter(rune(cell[first-2]))) {
		first--
	}
	before, middle, after = cell[:first], cell[first:last+1], cell[last+1:]
	for _, sign := range []string{"(", "-", "−", "+"} {
		if strings.Contains(before, sign) {
			before, middle = strings.Replace(before, sign, "", 1), sign+middle
		}
	}
	for _, sign := range []string{")", "%", "'"} {
		if strings.Contains(after, sign) {
			middle += sign
			after = strings.Replace(after, sign, "", 1)
		}
	}
	return before, middle, after
}

// UnitOr is the unit of a cell: its own, or that of its column.
func (n *Number) UnitOr(column float64) float64 {
	if n.Unit > 0 {
		return n.Unit
	}
	return column
}

// IsNumeric says whether a cell is meant as a number, rightly written or not.
func IsNumeric(cell string) bool {
	cell, _, _, _ = splitUnit(about().ReplaceAllString(cell, ""))
	cell = strings.TrimLeftFunc(cell, func(c rune) bool { return unicode.Is(unicode.Sc, c) || strings.ContainsRune("+-−( ", c) })
	return cell != "" && cell[0] >= '0' && cell[0] <= '9' || strings.HasPrefix(cell, ".")
}
