package data

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"reconfig/data/folder"
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

// casePackage is what reconfig reads of a case's description. The schemas of its tables are for other tools.
type casePackage struct {
	Name        string    `json:"name"`
	Title       string    `json:"title"`
	Description string    `json:"description"`
	Licenses    []licence `json:"licenses"`
	Sources     []source  `json:"sources"`
	Resources   []struct {
		Path any `json:"path"` // one path, or several, as the specification allows
	} `json:"resources"`
	Reconfig *settingProperty `json:"reconfig"`
}

// packageNames are the properties of a package that reconfig reads.
var packageNames = []string{"name", "title", "description", "licenses", "sources", "resources", "reconfig"}

// readPackage reads the case's description and setting.
func (r *reader) readPackage(c *model.Case) {
	content, err := r.read(packageFile)
	if err != nil {
		r.addUnreadPackage(err)
		return
	}
	content = bytes.TrimPrefix(content, []byte(table.ByteOrderMark))
	if p := table.CheckText(content); p != nil {
		r.addPackage(p.Line, "", "", p.Expected)
		r.mend(p.Mend)
		return
	}
	var p casePackage
	if err := json.Unmarshal(content, &p); err != nil {
		r.addJSON(content, err)
		return
	}
	places := placesIn(content)
	r.checkProperties(places)
	c.Name, c.Title, c.Description, c.Attribution = p.Name, p.Title, p.Description, p.attribution()
	r.checkPackage(places, &p)
	switch {
	case p.Reconfig != nil:
		c.Setting = r.checkSetting(places, *p.Reconfig)
		r.mapLine = places.line("reconfig.default_map")
	case !r.blames("reconfig"):
		r.addPackage(places.line("reconfig"), "reconfig", "", "a property with start_date, price_year, currency, body_singular, body_plural, default_map and horizon_years")
		r.mend("copy the property from the datapackage.json of another case, and change its values")
	}
}

// addUnreadPackage reports that the description cannot be read.
func (r *reader) addUnreadPackage(err error) {
	expected := "a description of the case (a Frictionless Data Package; `reconfig case new DIR --from bodies.csv` makes a whole case from a table of bodies)"
	if !errors.Is(err, fs.ErrNotExist) {
		expected += ": " + folder.Reason(err).Error()
	}
	r.addPackage(0, "", "", expected)
	var f *folder.Fault
	if errors.As(err, &f) {
		r.mend(f.Mend)
	} else if near := r.nearDescription(); near != "" {
		r.mend("rename " + near + " to " + packageFile)
	} else {
		r.mend("put it beside the tables; in its property reconfig it says when and where the case plays")
	}
}

// nearDescription finds a file of the folder that is likely to be the description by another name.
func (r *reader) nearDescription() string {
	for _, other := range r.listing {
		if other != packageFile && (spelling.LooksLike(strings.TrimSuffix(other, ".txt"), packageFile) || table.IsSlip(other, packageFile)) {
			return other
		}
	}
	return ""
}

// attribution says who the data come from and under which licence.
func (p *casePackage) attribution() string {
	var parts []string
	for _, s := range p.Sources {
		parts = append(parts, s.Title)
	}
	for _, l := range p.Licenses {
		if l.Title != "" {
			parts = append(parts, "Data under the "+l.Title+".")
		}
	}
	return strings.Join(parts, " ")
}

// checkProperties reports properties that stand twice, of which only the last would count, and misspelt ones. Others that
// reconfig does not know are for other tools, but not within its own property.
func (r *reader) checkProperties(places jsonPlaces) {
	for i, path := range places.repeated {
		r.addPackage(places.again[i], "", path, "each property once: it stands twice")
		r.mend("delete one of the two")
		r.problems[len(r.problems)-1].Earlier = places.line(path)
	}
	for _, key := range places.keys[""] {
		if near := nearProperty(key, packageNames, places.keys[""]); near != "" {
			r.addPackage(places.line(key), "", key, knownPerhaps+near)
			r.mend("rename it to " + near)
		}
	}
	for _, key := range places.keys["reconfig"] {
		path := "reconfig." + key
		if slices.Contains(settingNames, key) {
			continue
		}
		if near := spelling.Nearest(key, settingNames); len(near) > 0 {
			r.addPackage(places.line(path), "reconfig", key, knownPerhaps+near[0])
			r.mend("rename it to " + near[0] + ", if that is meant")
			continue
		}
		r.addPackage(places.line(path), "reconfig", key, "one of start_date, price_year, currency, body_singular, body_plural, default_map and horizon_years")
		r.mend("delete it; what is for other tools belongs outside the property reconfig")
	}
}

// knownPerhaps begins what is expected of a property that is not known.
const knownPerhaps = "a property that is known, perhaps "

// nearProperty is the known property that is not there and that a name is a slip of the pen for; empty if none.
func nearProperty(name string, known, there []string) string {
	for _, k := range known {
		if !slices.Contains(known, name) && (spelling.LooksLike(name, k) || table.IsSlip(name, k)) && !slices.Contains(there, k) {
			return k
		}
		if !slices.Contains(known, name) && strings.EqualFold(name, k) {
			return k // which would be read in its place
		}
	}
	return ""
}

// blames says whether a problem is reported already that a property's absence follows from.
func (r *reader) blames(property string) bool {
	return slices.ContainsFunc(r.problems, func(p Problem) bool {
		return p.File == packageFile && strings.HasPrefix(p.Expected, knownPerhaps+property)
	})
}

var packageName = regexp.MustCompile(`^[a-z0-9][a-z0-9._-]{0,99}$`)

func (r *reader) checkPackage(places jsonPlaces, p *casePackage) {
	if !packageName.MatchString(p.Name) && !r.blames("name") {
		r.addPackage(places.line("name"), "name", p.Name, "a name of small letters, digits, dots, dashes and underscores")
		r.mend("give the case a short name, as in " + PackageName(p.Name))
	}
	if p.Title == "" && !r.blames("title") {
		r.addPackage(places.line("title"), "title", "", "a title")
		r.mend("say in a few words what the case is: it stands above tables and figures")
	}
	listed := r.listed(places, p)
	for _, path := range listed {
		if _, err := fs.Stat(r.files, path); err != nil {
			r.warnings = append(r.warnings, packageFile+" lists "+path+", which is not in the folder")
		}
	}
	for _, t := range caseTables {
		if _, err := fs.Stat(r.files, t.name+".csv"); err == nil && !slices.Contains(listed, t.name+".csv") {
			r.warnings = append(r.warnings, packageFile+" does not list "+t.name+".csv, so other tools will not find it")
		}
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

// listed lists the files of the package's resources, and reports those that are outside the folder.
func (r *reader) listed(places jsonPlaces, p *casePackage) []string {
	var listed []string
	for i, res := range p.Resources {
		property := fmt.Sprintf("resources[%d].path", i)
		line := places.line(property, fmt.Sprintf("resources[%d].name", i), "resources")
		all, ok := res.Path.([]any)
		if !ok {
			all = []any{res.Path}
		}
		for _, one := range all {
			path, ok := one.(string)
			switch {
			case !ok:
				r.addPackage(line, property, places.values[property], "the name of a file in the case's folder, or a list of such names")
			case !fs.ValidPath(path) || strings.ContainsAny(path, `\:`):
				r.addPackage(line, property, path, "a file in the case's folder")
				r.mend("put the file into the folder, and write its name alone: no web address, no folder outside, / between folders")
			default:
				listed = append(listed, path)
			}
		}
	}
	return listed
}

// MostNameLetters is how long a year or the name of bodies may be: they stand in tables and figures.
const MostNameLetters = 60

// mostCurrencyLetters is how long the sign of a currency may be: it stands before every sum.
const mostCurrencyLetters = 8

// checkSetting reports what is wrong with the property reconfig.
func (r *reader) checkSetting(places jsonPlaces, s settingProperty) model.Setting {
	line := func(property string) int { return places.line("reconfig."+property, "reconfig") }
	start, err := time.Parse(time.DateOnly, s.StartDate)
	if (err != nil || start.Year() < 1900 || start.Year() > 2200) && !r.blames("start_date") {
		r.addPackage(line("start_date"), "start_date", s.StartDate, "a date, as in 2010-04-01")
		r.mend("write the first day of the first simulated financial year: year, month and day, with dashes")
	}
	for _, property := range [][2]string{
		{"price_year", s.PriceYear}, {"currency", s.Currency}, {"body_singular", s.BodySingular}, {"body_plural", s.BodyPlural}, {"default_map", s.DefaultMap},
	} {
		r.checkWord(line(property[0]), property[0], property[1])
	}
	if !model.ValidHorizon(s.HorizonYears) && !r.blames("horizon_years") {
		r.addPackage(line("horizon_years"), "horizon_years", places.values["reconfig.horizon_years"], fmt.Sprintf("a number of years above 0, at most %d, in whole quarters", model.MaxHorizonYears))
		r.mend("write a number such as 10 or 7.5, without quotes")
	}
	return model.Setting{
		StartDate: start, PriceYear: s.PriceYear, Currency: s.Currency, BodySingular: s.BodySingular, BodyPlural: s.BodyPlural,
		DefaultMap: s.DefaultMap, HorizonYears: s.HorizonYears,
	}
}

// settingExamples say what a property of text may be.
var settingExamples = map[string]string{"price_year": "2009/10", "currency": "£", "body_singular": "PCT", "body_plural": "PCTs", "default_map": "six-2009"}

// checkWord reports a word of the setting that is missing, or not fit to be printed.
func (r *reader) checkWord(line int, property, word string) {
	expected, mend := table.MisfitText("name", word)
	switch {
	case r.blames(property):
	case word == "":
		r.addPackage(line, property, "", "a value")
		r.mend("write one, as in " + settingExamples[property])
	case expected != "":
		r.addPackage(line, property, word, expected)
		r.mend(mend)
	case utf8.RuneCountInString(word) > mostLettersOf(property):
		r.addPackage(line, property, word, fmt.Sprintf("at most %d letters", mostLettersOf(property)))
		r.mend("write less, as in " + settingExamples[property] + ": it stands in tables and figures")
	case property == "currency" && strings.IndexAny(word, table.FormulaStarts) == 0:
		r.addPackage(line, property, word, "the sign or the letters of a currency: a spreadsheet takes = + - @ for the start of a formula")
		r.mend("write one, as in £ or EUR")
	case property == "price_year" && !strings.ContainsFunc(word, unicode.IsDigit):
		r.addPackage(line, property, word, "the year whose prices all money is in")
		r.mend("write it in digits, as in " + settingExamples[property])
	}
}

// mostLettersOf is how long a word of the setting may be.
func mostLettersOf(property string) int {
	if property == "currency" {
		return mostCurrencyLetters
	}
	return MostNameLetters
}

func (r *reader) checkDefaultMap(c *model.Case) {
	if c.DefaultMap == "" || r.tables["sectors"].Broken || slices.Contains(c.MapNames(), c.DefaultMap) {
		return
	}
	r.addPackage(r.mapLine, "default_map", c.DefaultMap, "a map of sectors.csv: "+strings.Join(c.MapNames(), ", "))
	if near := spelling.Nearest(c.DefaultMap, c.MapNames()); len(near) > 0 {
		r.mend("write " + near[0] + ", if that is meant")
	}
}

func (r *reader) addPackage(line int, property, value, expected string) {
	r.problems = append(r.problems, Problem{File: packageFile, Line: line, Column: property, Property: true, Value: value, Expected: expected})
}

// mend says how the problem that was added last is put right.
func (r *reader) mend(instruction string) { r.problems[len(r.problems)-1].Mend = instruction }

// addJSON reports a file that is not the JSON it should be.
func (r *reader) addJSON(content []byte, err error) {
	line := func(offset int64) int {
		return 1 + bytes.Count(content[:min(max(0, offset), int64(len(content)))], []byte("\n"))
	}
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &kind) && kind.Field != "":
		r.addPackage(line(kind.Offset), kind.Field, valueOfKind(kind, placesIn(content)), jsonKind(kind.Type))
		r.mend("look how the datapackage.json of another case writes it: text is in quotes, numbers are not, a list is in [ ], properties are in { }")
	case errors.As(err, &syntax):
		r.addPackage(line(syntax.Offset), "", "", "a data package in JSON: "+err.Error())
		r.mend("look at this line and the one before: a comma too few or too many, a bracket that is not closed, or quotes that are not straight")
	default:
		r.addPackage(1, "", "", "a data package in JSON: "+strings.TrimPrefix(err.Error(), "json: "))
		r.mend("a description begins with { and ends with }")
	}
}

// jsonKind says what JSON calls what a value is read into.
func jsonKind(t reflect.Type) string {
	switch t.Kind() {
	case reflect.String:
		return "text in quotes"
	case reflect.Float64:
		return "a number that can be computed with, without quotes"
	case reflect.Slice:
		return "a list in [ ]"
	}
	return "properties in { }"
}

// valueOfKind is the value that is of the wrong kind, as it stands; where it is in a list, what kind it is of.
func valueOfKind(kind *json.UnmarshalTypeError, places jsonPlaces) string {
	if value, ok := places.values[kind.Field]; ok {
		return value
	}
	return strings.TrimPrefix(kind.Value, "number ")
}
