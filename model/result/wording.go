package result

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Wording is what a case calls its money and its bodies. Tables are declared in £ and of commissioners; a case's own words
// take their place where tables are written. An empty word leaves the declared one.
type Wording struct {
	Currency     string // its sign, as in €
	BodySingular string // as in council
	BodyPlural   string // councils
}

// declaredCurrency is the sign in which tables are declared.
const declaredCurrency = "£"

var declaredBodies = regexp.MustCompile(`\b[Cc]ommissioners?\b`)

// Unit says a declared unit in the case's words, as €k a year for £k a year.
func (w Wording) Unit(unit string) string { return w.say(unit) }

// Table says a declared table's title, descriptions and units in the case's words. Names of files and columns stay.
func (w Wording) Table(t Table) Table {
	t.Title, t.Description = w.say(t.Title), w.say(t.Description)
	columns := make([]Column, len(t.Columns))
	for i, c := range t.Columns {
		c.Unit, c.Description = w.say(c.Unit), w.say(c.Description)
		columns[i] = c
	}
	t.Columns = columns
	return t
}

func (w Wording) say(text string) string {
	if w.Currency != "" {
		text = strings.ReplaceAll(text, declaredCurrency, w.Currency)
	}
	return declaredBodies.ReplaceAllStringFunc(text, w.body)
}

// body is the case's word for commissioner or commissioners, with a capital letter where that has one.
func (w Wording) body(declared string) string {
	word := w.BodySingular
	if strings.HasSuffix(declared, "s") {
		word = w.BodyPlural
	}
	if word == "" {
		return declared
	}
	if first, size := utf8.DecodeRuneInString(word); unicode.IsUpper(rune(declared[0])) {
		return string(unicode.ToUpper(first)) + word[size:]
	}
	return word
}
