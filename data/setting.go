package data

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"time"

	"reconfig/model"
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

// casePackage is what reconfig reads of a case's description. The schemas of its tables are for other tools.
type casePackage struct {
	Name        string    `json:"name"`
	Title       string    `json:"title"`
	Description string    `json:"description"`
	Licenses    []licence `json:"licenses"`
	Sources     []source  `json:"sources"`
	Resources   []struct {
		Path oneOrMore `json:"path"`
	} `json:"resources"`
	Reconfig json.RawMessage `json:"reconfig"`
}

// oneOrMore is one text or several, as the specification allows for the path of a resource and for a primary key.
type oneOrMore []string

// UnmarshalJSON reads a string or a list of strings.
func (p *oneOrMore) UnmarshalJSON(content []byte) error {
	var one string
	if err := json.Unmarshal(content, &one); err == nil {
		*p = oneOrMore{one}
		return nil
	}
	return json.Unmarshal(content, (*[]string)(p))
}

// readPackage reads the case's description and setting.
func (r *reader) readPackage(c *model.Case) {
	content, err := r.read(packageFile)
	if err != nil {
		expected := "a description of the case (a Frictionless Data Package; `reconfig case new DIR --from bodies.csv` makes a whole case from a table of bodies)"
		if !errors.Is(err, fs.ErrNotExist) {
			expected += ": " + reason(err).Error()
		}
		r.addPackage(0, "", "", expected)
		return
	}
	content = bytes.TrimPrefix(content, byteOrderMark)
	var p casePackage
	if err := json.Unmarshal(content, &p); err != nil {
		r.addJSON(content, err)
		return
	}
	var s settingProperty
	if len(p.Reconfig) == 0 {
		r.addPackage(1, "reconfig", "", "a property with start_date, price_year, currency, body_singular, body_plural, default_map and horizon_years")
	} else {
		d := json.NewDecoder(bytes.NewReader(p.Reconfig))
		d.DisallowUnknownFields()
		if err := d.Decode(&s); err != nil {
			r.addPackage(lineOf(content, "reconfig"), "reconfig", "", "start_date, price_year, currency, body_singular, body_plural, default_map and horizon_years: "+strings.TrimPrefix(err.Error(), "json: "))
			return
		}
	}
	c.Name, c.Title, c.Description, c.Attribution = p.Name, p.Title, p.Description, p.attribution()
	r.checkPackage(content, &p)
	if len(p.Reconfig) > 0 {
		c.Setting = r.checkSetting(content, s)
	}
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

var packageName = regexp.MustCompile(`^[a-z0-9][a-z0-9._-]*$`)

func (r *reader) checkPackage(content []byte, p *casePackage) {
	if !packageName.MatchString(p.Name) {
		r.addPackage(lineOf(content, "name"), "name", p.Name, "a name of small letters, digits, dots, dashes and underscores")
	}
	if p.Title == "" {
		r.addPackage(lineOf(content, "title"), "title", "", "a title")
	}
	var listed []string
	for _, res := range p.Resources {
		for _, path := range res.Path {
			listed = append(listed, path)
			if _, err := fs.Stat(r.files, path); err != nil {
				r.warnings = append(r.warnings, packageFile+" lists "+path+", which is not in the folder")
			}
		}
	}
	for _, t := range tables {
		if _, err := fs.Stat(r.files, t.name+".csv"); err == nil && !slices.Contains(listed, t.name+".csv") {
			r.warnings = append(r.warnings, packageFile+" does not list "+t.name+".csv, so other tools will not find it")
		}
	}
}

// checkSetting reports what is wrong with the property reconfig.
func (r *reader) checkSetting(content []byte, s settingProperty) model.Setting {
	start, err := time.Parse(time.DateOnly, s.StartDate)
	if err != nil {
		r.addPackage(lineOf(content, "start_date"), "start_date", s.StartDate, "a date, as in 2010-04-01")
	}
	for _, property := range [][2]string{
		{"price_year", s.PriceYear}, {"currency", s.Currency}, {"body_singular", s.BodySingular}, {"body_plural", s.BodyPlural}, {"default_map", s.DefaultMap},
	} {
		if property[1] == "" {
			r.addPackage(lineOf(content, property[0]), property[0], "", "a value")
		}
	}
	if !model.ValidHorizon(s.HorizonYears) {
		r.addPackage(lineOf(content, "horizon_years"), "horizon_years", "", "a number of years above 0, at most 100, in whole quarters")
	}
	return model.Setting{
		StartDate: start, PriceYear: s.PriceYear, Currency: s.Currency, BodySingular: s.BodySingular, BodyPlural: s.BodyPlural,
		DefaultMap: s.DefaultMap, HorizonYears: s.HorizonYears,
	}
}

func (r *reader) checkDefaultMap(c *model.Case) {
	if c.DefaultMap == "" || r.tables["sectors"].broken || slices.Contains(c.MapNames(), c.DefaultMap) {
		return
	}
	r.addPackage(0, "default_map", c.DefaultMap, "a map of sectors.csv: "+strings.Join(c.MapNames(), ", "))
}

func (r *reader) addPackage(line int, property, value, expected string) {
	r.problems = append(r.problems, Problem{File: packageFile, Line: line, Column: property, Value: value, Expected: expected})
}

// addJSON reports a file that is not the JSON it should be.
func (r *reader) addJSON(content []byte, err error) {
	offset := int64(len(content))
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		offset = syntax.Offset
	case errors.As(err, &kind):
		offset = kind.Offset
	}
	line := 1 + bytes.Count(content[:min(offset, int64(len(content)))], []byte("\n"))
	r.addPackage(line, "", "", "a data package in JSON: "+strings.TrimPrefix(err.Error(), "json: "))
}

// lineOf is where a property stands first; 1 if nowhere.
func lineOf(content []byte, property string) int {
	i := bytes.Index(content, []byte(`"`+property+`"`))
	return 1 + bytes.Count(content[:max(0, i)], []byte("\n"))
}
