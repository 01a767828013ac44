package dialect

import (
	"fmt"
	"strings"

	"reconfig/data/pattern"
)

// Mark is what stands before decimals.
type Mark int

// The marks. Unknown is that of numbers that have neither decimals nor thousands apart.
const (
	Unknown Mark = iota
	Point
	Comma
)

// aroundNumber is a cell that is a number: a sign, a bracket or a currency before it, a unit behind it. Its second group is
// what is made of digits and their separators.
var aroundNumber = pattern.New(`^([-+−–(\s]*(?:\p{Sc}|[A-Z]{3}|[Kk]r\.?)?[-+−–(\s]*)(\d[\d.,'’ \x{a0}\x{202f}\x{2009}]*|[.,]\d+)((?:[eE][-+]?\d+)?\s*[\p{L}\p{Sc}%).]{0,12}(?: [\p{L}\p{Sc}]{1,12})?\)?)$`)

const grouping = `['’ \x{a0}\x{202f}\x{2009}]`

// What tells the mark of a number, with the comma for it. That of numbers with a point is the same, with both changed.
var (
	withDecimals = pattern.New(`^(\d*,(\d{1,2}|\d{4,})|0+,\d+|0\d+,\d+|\d{4,},\d+|,\d+|\d{1,3}(\.\d{3})+,\d+|\d{1,3}(` + grouping + `\d{3})+,\d+)$`)
	withGroups   = pattern.New(`^[1-9]\d{0,2}(\.\d{3}){2,}$`)
	oneGroup     = pattern.New(`^[1-9]\d{0,2}[.,]\d{3}$`)
	swapped      = strings.NewReplacer(",", ".", ".", ",")
	grouped      = pattern.New(`^[1-9]\d{0,2}(\.\d{3})+(,\d+)?$`)
	spaced       = pattern.New(`^\d{1,3}(` + grouping + `\d{3})*(,\d+)?$`)
	exponent     = pattern.New(`^[eE][-+]?\d`)
	decimal      = pattern.New(`^\d*,\d+$`)
)

// split takes what is around the digits of a number from a cell; not ok where it is none.
func split(cell string) (before, digits, after string, ok bool) {
	m := aroundNumber().FindStringSubmatch(strings.TrimSpace(cell))
	if m == nil {
		return "", "", "", false
	}
	digits = strings.TrimRight(m[2], " \u00a0\u202f\u2009")
	return m[1], digits, m[2][len(digits):] + m[3], true
}

// IsNumber says whether a cell is a number, however it is written.
func IsNumber(cell string) bool {
	_, _, _, ok := split(cell)
	return ok
}

// markOf is the mark that a number must have; inTwoWays, if it can have either: 1,234 and 1.234.
func markOf(cell string) (m Mark, inTwoWays bool) {
	_, digits, after, ok := split(cell)
	switch {
	case ok && exponent().MatchString(after) && strings.Count(digits, ",")+strings.Count(digits, ".") == 1:
		return map[bool]Mark{true: Comma, false: Point}[strings.Contains(digits, ",")], false // thousands are not told apart there
	case !ok || !strings.ContainsAny(digits, ".,"):
		return Unknown, false
	case oneGroup().MatchString(digits):
		return Unknown, true
	case withDecimals().MatchString(digits) || withGroups().MatchString(digits):
		return Comma, false
	case withDecimals().MatchString(swapped.Replace(digits)) || withGroups().MatchString(swapped.Replace(digits)):
		return Point, false
	}
	return Unknown, false
}

// Marks tells the mark of a table from its numbers, one after the other.
type Marks struct {
	said  [3]*cell // the first that has each mark
	twice *cell    // the first that can have either
}

// cell is a number and where it stands.
type cell struct {
	text, column string
	line         int
}

// Take takes the next cell, which counts if it is a number.
func (m *Marks) Take(text, column string, line int) {
	mark, inTwoWays := markOf(text)
	switch {
	case inTwoWays && m.twice == nil:
		m.twice = &cell{text, column, line}
	case mark != Unknown && m.said[mark] == nil:
		m.said[mark] = &cell{text, column, line}
	}
}

// Mark is the mark of the numbers that were taken, or the one that the user said. What they leave open is a Doubt; ask is
// how a user says the mark, behind what else could be done.
func (m *Marks) Mark(said Mark, ask string) (Mark, *Doubt) {
	point, comma := m.said[Point], m.said[Comma]
	switch {
	case point != nil && comma != nil:
		return Unknown, conflict(point, comma)
	case said == Point && comma != nil:
		return Unknown, comma.against("a number with a point before decimals, as you say")
	case said == Comma && point != nil:
		return Unknown, point.against("a number with a comma before decimals, as you say")
	case said == Comma || comma != nil:
		return Comma, nil
	case said == Point || point != nil:
		return Point, nil
	case m.twice != nil:
		return Unknown, m.twice.inTwoWays(ask)
	}
	return Unknown, nil
}

// conflict is the doubt where two numbers have different marks.
func conflict(point, comma *cell) *Doubt {
	later, earlier := comma, point
	if point.line > comma.line {
		later, earlier = point, comma
	}
	d := later.against(fmt.Sprintf("numbers with one mark before decimals: “%s” has a comma for it, and “%s” a point (see line %d)", comma.text, point.text, earlier.line))
	d.Mend = "write both in one way: " + swapped.Replace(later.text) + " here, or " + swapped.Replace(earlier.text) + " there"
	return d
}

// against is the doubt of a number that is not as expected.
func (c *cell) against(expected string) *Doubt {
	return &Doubt{Line: c.line, Column: c.column, Value: c.text, Expected: expected, Mend: "write " + swapped.Replace(c.text) + ", if that is meant"}
}

// inTwoWays is the doubt of a number such as 1,234.
func (c *cell) inTwoWays(ask string) *Doubt {
	thousands, decimals := Readings(c.text)
	_, digits, _, _ := split(c.text)
	d := c.against(fmt.Sprintf("a number that can be read in one way only: this is %s if its sign stands between thousands, and %s if it stands before decimals; no other number of the table says which", thousands, decimals))
	d.Mend = fmt.Sprintf("write %s, or %s0", thousands, digits) + ask
	return d
}

// Readings are the two ways to read a number such as 1,234: by thousands and by decimals.
func Readings(text string) (thousands, decimals string) {
	_, digits, _, _ := split(text)
	return strings.NewReplacer(",", "", ".", "").Replace(digits), strings.Replace(digits, ",", ".", 1)
}

// Plain writes a number with this mark as this program does: with a point before decimals, and without separators of
// thousands. Cells that are no such numbers, and those of another mark, stay as they are.
func (m Mark) Plain(text string) string {
	before, digits, after, ok := split(text)
	isOurs := grouped().MatchString(digits) || spaced().MatchString(digits) || decimal().MatchString(digits)
	if m != Comma || !ok || !isOurs {
		return text
	}
	digits = strings.Map(func(r rune) rune {
		if strings.ContainsRune(".'’ \u00a0\u202f\u2009", r) {
			return -1
		}
		return r
	}, digits)
	return before + strings.Replace(digits, ",", ".", 1) + after
}

// Written writes a plain number with this mark.
func (m Mark) Written(text string) string {
	if m == Comma {
		return strings.Replace(text, ".", ",", 1)
	}
	return text
}
