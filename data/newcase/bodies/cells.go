package bodies

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// number is a cell of a column of numbers, taken apart.
type number struct {
	text      string  // as it stands
	bare      string  // without marks, currency and unit
	digits    string  // as they are computed with; empty where there is no number
	currency  string  // that stands in the cell; empty for none
	unit      float64 // that stands in the cell; 0 for none
	isMissing bool    // nothing, or what stands for a number that is not told
	isAbout   bool    // said to be approximate
	isMarked  bool    // had marks of notes
}

var about = regexp.MustCompile(`(?i)^(~|≈|c\.|ca\.|ca |circa|approx\.?|approximately|about|around|rund|etwa|zirka|ongeveer)\s*`)

// readCell takes a cell of a column of numbers apart. It returns what is expected instead, where that is no number: of what
// kind, and in detail.
func readCell(text string) (n number, kind, detail string) {
	n.text = text
	if n.isMissing = text == "" || standsForNumber(text); n.isMissing {
		return n, "", ""
	}
	n.bare = letterMark.ReplaceAllString(withoutMarks(text), "$1")
	n.isMarked = n.bare != text
	exact := about.ReplaceAllString(n.bare, "")
	n.isAbout, n.bare = exact != n.bare, exact
	bare, currency, unit, kind := splitUnit(n.bare)
	if kind != "" {
		return n, kind, ""
	}
	n.bare, n.currency, n.unit = bare, currency, unit
	n.digits, kind, detail = figure(n.bare)
	return n, kind, detail
}

// splitUnit takes the currency and the unit off a number: £12.3m, 12,345 thousand, TEUR 12. What is not a number with at
// most one of each stays as it is.
func splitUnit(cell string) (bare, currency string, unit float64, kind string) {
	before, middle, after := aroundDigits(cell)
	for _, w := range slices.Concat(words(before), words(after)) {
		lower := strings.ToLower(w)
		u, isUnit := unitWords[lower]
		if lower == "t" && currenciesIn(before+" "+after) != nil { // thousands of euros or kroner, in German and Danish
			u, isUnit = 1e3, true
		}
		c := currencyOf(w)
		switch {
		case slices.Contains(furtherUnits, lower):
			return cell, "", 0, "a number in ones, thousands or millions, not in “" + w + "”: convert it"
		case isUnit && unit == 0:
			unit = u
		case c != "" && (currency == "" || sameCurrency(c, currency)):
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

// readCells takes the cells of all columns of numbers apart, and reports what is no number.
func (r *reader) readCells() {
	for _, role := range []Role{PopulationRole, WeightedRole, CostRole} {
		if _, ok := r.columns[role]; !ok {
			continue
		}
		all := make([]number, len(r.Records))
		for row := range r.Records {
			all[row], _, _ = readCell(r.cell(row, role))
		}
		r.numbers[role] = all
	}
}

// checkCells reports what is no number that can be read, or could be read in two ways.
func (r *reader) checkCells() {
	for _, role := range []Role{PopulationRole, WeightedRole, CostRole} {
		isAmbiguous := r.ambiguous(role)
		for row, n := range r.numbers[role] {
			_, kind, detail := readCell(n.text)
			switch {
			case n.isMissing:
			case n.currency != "" && role != CostRole:
				r.fault(row, role, "a number of people; this is an amount of money. Say which column holds them with --column "+string(role)+"=HEADER", "")
			case kind != "":
				r.fault(row, role, kind, detail)
			case isAmbiguous(n.bare):
				r.fault(row, role, "a number that can be read in one way only, in a column where others are written otherwise", ": write "+
					strings.NewReplacer(",", "", ".", "").Replace(n.bare)+" or "+strings.Replace(n.bare, ",", ".", 1)+"0")
			default:
				r.noteCell(n)
			}
		}
	}
}

// noteCell remembers what a cell has besides a plain number, to be shown.
func (r *reader) noteCell(n number) {
	b := r.bodies
	readAs := n.digits
	if n.unit > 0 {
		readAs += " " + strings.TrimSuffix(unitName(n.unit), "s")
		b.UnitCells.note(n.text, readAs)
	}
	if n.isMarked {
		b.MarkedCells.note(n.text, readAs)
	}
	if n.isAbout {
		b.AboutCells.note(n.text, readAs)
	}
	if n.digits != n.bare && b.Grouped == "" {
		b.Grouped, b.GroupedAs = n.text, n.digits
		if n.unit > 0 || n.isMarked || n.isAbout {
			b.Grouped = n.bare
		}
	}
}

// ambiguous says which cells of a column could have thousands or decimals behind their only comma or point: 1,234 or
// 1.234 next to 5678, unless another cell shows which is the decimal point. People are not counted to three decimals.
func (r *reader) ambiguous(role Role) func(bare string) bool {
	hasUngrouped, hasFraction, inThousands := false, false, false
	for _, n := range r.numbers[role] {
		hasUngrouped = hasUngrouped || ungrouped.MatchString(n.bare)
		hasFraction = hasFraction || fraction.MatchString(n.bare)
		inThousands = inThousands || n.unit > 1
	}
	if i, ok := r.columns[role]; ok && !inThousands {
		_, inThousands = headerUnit(r.Header[i])
	}
	people := role != CostRole && !inThousands && r.options.PeopleUnit == 0
	return func(bare string) bool {
		return oneGroup.MatchString(bare) && (people && strings.Contains(bare, ".") || hasUngrouped && !hasFraction)
	}
}
