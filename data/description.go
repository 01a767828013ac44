package data

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"reconfig/data/table"
	"reconfig/model"
	"reconfig/model/spelling"
)

// settingProperty is the property reconfig of a case's package: what the CSV files do not say.
type settingProperty struct {
	StartDate    string  `json:"start_date"`
	PriceYear    string  `json:"price_year"`
	Currency     string  `json:"currency"`
	BodySingular string  `json:"body_singular"`
	BodyPlural   string  `json:"body_plural"`
	DefaultMap   string  `json:"default_map"`
	HorizonYears float64 `json:"horizon_years"`
}

// settingNames are its properties.
var settingNames = []string{"start_date", "price_year", "currency", "body_singular", "body_plural", "default_map", "horizon_years"}

// description is what a case says of itself beside its tables, and where.
type description struct {
	name, title, text, attribution string

	setting    *settingProperty // nil if it is not there
	horizon    string           // as it stands
	misspelt   map[string]bool  // properties that are not there because their names are misspelt
	unlisted   Problems         // what is wrong with its list of files
	warnings   []string
	positionOf func(property string) Problem
}

// readDescription reads and checks what the case says of itself.
func (r *reader) readDescription(c *model.Case) {
	d, problems := r.source.describe()
	r.problems = append(r.problems, problems...)
	if d == nil {
		return
	}
	r.said = d
	r.warnings = append(r.warnings, d.warnings...)
	c.Name, c.Title, c.Description, c.Attribution = d.name, d.title, d.text, d.attribution
	r.checkIdentity(d)
	r.problems = append(r.problems, d.unlisted...)
	switch {
	case d.setting != nil:
		c.Properties = r.checkSetting(d)
	case !d.misspelt["reconfig"]:
		r.addProperty("reconfig", "", "a property with start_date, price_year, currency, body_singular, body_plural, default_map and horizon_years",
			"copy the property from the datapackage.json of another case, and change its values")
	}
}

// addProperty reports a property of the description.
func (r *reader) addProperty(property, value, expected, mend string) {
	p := r.said.positionOf(property)
	p.Column, p.Property, p.Value, p.Expected, p.Mend = property, true, value, expected, mend
	r.add(p)
}

var packageName = regexp.MustCompile(`^[a-z0-9][a-z0-9._-]{0,99}$`)

// checkIdentity reports a name and a title that a case cannot have.
func (r *reader) checkIdentity(d *description) {
	if !packageName.MatchString(d.name) && !d.misspelt["name"] {
		r.addProperty("name", d.name, "a name of small letters, digits, dots, dashes and underscores", "give the case a short name, as in "+PackageName(d.name))
	}
	if d.title == "" && !d.misspelt["title"] {
		r.addProperty("title", "", "a title", "say in a few words what the case is: it stands above tables and figures")
	}
}

var notInPackageName = regexp.MustCompile(`[^a-z0-9._-]+`)

// PackageName makes a package's name of another name: small letters, digits, dots, dashes and underscores.
func PackageName(name string) string {
	name = strings.Trim(notInPackageName.ReplaceAllString(strings.ToLower(name), "-"), "-._")
	if name == "" || len(name) > 100 {
		return "my-case"
	}
	return name
}

// MostNameLetters is how long a year or the name of bodies may be: they stand in tables and figures.
const MostNameLetters = 60

// mostCurrencyLetters is how long the sign of a currency may be: it stands before every sum.
const mostCurrencyLetters = 8

// checkSetting reports what is wrong with the setting.
func (r *reader) checkSetting(d *description) model.Properties {
	s := d.setting
	start, err := time.Parse(time.DateOnly, s.StartDate)
	if (err != nil || start.Year() < 1900 || start.Year() > 2200) && !d.misspelt["start_date"] {
		r.addProperty("start_date", s.StartDate, "a date, as in 2010-04-01", "write the first day of the first simulated financial year: year, month and day, with dashes")
	}
	for _, x := range [][2]string{
		{"price_year", s.PriceYear}, {"currency", s.Currency}, {"body_singular", s.BodySingular}, {"body_plural", s.BodyPlural}, {"default_map", s.DefaultMap},
	} {
		if !d.misspelt[x[0]] {
			r.checkWord(x[0], x[1])
		}
	}
	if !model.ValidHorizon(s.HorizonYears) && !d.misspelt["horizon_years"] {
		r.addProperty("horizon_years", d.horizon, fmt.Sprintf("a number of years above 0, at most %d, in whole quarters", model.MaxHorizonYears), "write a number such as 10 or 7.5, without quotes")
	}
	return model.Properties{
		StartDate: start, PriceYear: s.PriceYear, Currency: s.Currency, BodySingular: s.BodySingular, BodyPlural: s.BodyPlural,
		DefaultMap: s.DefaultMap, HorizonYears: s.HorizonYears,
	}
}

// settingExamples say what a property of text may be.
var settingExamples = map[string]string{"price_year": "2009/10", "currency": "£", "body_singular": "PCT", "body_plural": "PCTs", "default_map": "six-2009"}

// checkWord reports a word of the setting that is missing, or not fit to be printed.
func (r *reader) checkWord(property, word string) {
	fault := table.TextFault("name", word)
	most := mostLettersOf(property)
	switch {
	case word == "":
		r.addProperty(property, "", "a value", "write one, as in "+settingExamples[property])
	case fault != nil:
		r.addProperty(property, word, fault.Expected, fault.Instruction())
	case utf8.RuneCountInString(word) > most:
		r.addProperty(property, word, fmt.Sprintf("at most %d letters", most), "write less, as in "+settingExamples[property]+": it stands in tables and figures")
	case property == "currency" && strings.IndexAny(word, table.FormulaStarts) == 0:
		r.addProperty(property, word, "the sign or the letters of a currency: a spreadsheet takes = + - @ for the start of a formula", "write one, as in £ or EUR")
	case property == "price_year" && !strings.ContainsFunc(word, unicode.IsDigit):
		r.addProperty(property, word, "the year whose prices all money is in", "write it in digits, as in "+settingExamples[property])
	}
}

// mostLettersOf is how long a word of the setting may be.
func mostLettersOf(property string) int {
	if property == "currency" {
		return mostCurrencyLetters
	}
	return MostNameLetters
}

// checkDefaultMap reports a default map that the case does not have.
func (r *reader) checkDefaultMap(c *model.Case) {
	if c.DefaultMap == "" || r.tables["sectors"].Broken || slices.Contains(c.MapNames(), c.DefaultMap) {
		return
	}
	mend := ""
	if near := spelling.Nearest(c.DefaultMap, c.MapNames()); len(near) > 0 {
		mend = "write " + near[0] + ", if that is meant"
	}
	r.addProperty("default_map", c.DefaultMap, "a map of "+r.source.named("sectors")+": "+strings.Join(c.MapNames(), ", "), mend)
}
