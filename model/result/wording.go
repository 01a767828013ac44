package result

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"reconfig/model/unit"
)

// Wording is what a case calls its money and its bodies. Titles, descriptions and units of tables are declared with the
// marks {body}, {bodies}, {Body} and {Bodies}, and with £ in units, {£} in text; a case's own words take their place. An
// empty word stands for commissioner, commissioners or £.
type Wording struct {
	Currency     string // its sign, as in €
	BodySingular string // as in council
	BodyPlural   string // councils
}

// currency is the sign of the case's money.
func (w Wording) currency() string { return cmp.Or(w.Currency, unit.Declared) }

// Unit says a declared unit in the case's words, as €k a year for £k a year.
func (w Wording) Unit(declared string) string {
	return w.Text(strings.ReplaceAll(declared, unit.Declared, w.currency()))
}

// Parse reads a unit that is in the case's words.
func (w Wording) Parse(text string) unit.Unit {
	if text != "" && text == w.BodyPlural {
		text = unit.Bodies
	}
	return unit.Parse(text, w.Currency)
}

// Text says a declared text in the case's words.
func (w Wording) Text(declared string) string {
	if !strings.Contains(declared, "{") {
		return declared
	}
	one, several := cmp.Or(w.BodySingular, "commissioner"), cmp.Or(w.BodyPlural, "commissioners")
	return strings.NewReplacer(
		"{body}", one, "{bodies}", several, "{Body}", capital(one), "{Bodies}", capital(several), "{"+unit.Declared+"}", w.currency(),
	).Replace(declared)
}

// Table says a declared table's title, descriptions and units in the case's words. Names of files and columns stay.
func (w Wording) Table(t Table) Table {
	t.Title, t.Description = w.Text(t.Title), w.Text(t.Description)
	columns := make([]Column, len(t.Columns))
	for i, c := range t.Columns {
		c.Unit, c.Description = unit.Parse(w.Unit(c.Unit.String()), w.Currency), w.Text(c.Description)
		columns[i] = c
	}
	t.Columns = columns
	return t
}

// capital writes the first letter of a word large.
func capital(word string) string {
	first, size := utf8.DecodeRuneInString(word)
	return string(unicode.ToUpper(first)) + word[size:]
}
