package data

import (
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"reconfig/data/datapackage"
	"reconfig/data/table"
	"reconfig/data/workbook"
	"reconfig/model/spelling"
)

// caseDescription is a case's datapackage.json, to be written, or to be read from a workbook's sheet of properties.
type caseDescription struct {
	datapackage.Package
	Reconfig settingProperty `json:"reconfig"`
	horizon  string          // as it stands in the sheet
}

// caseProperties lists what the sheet of properties may hold, and what that means.
var caseProperties = [][2]string{
	{"name", "short name: small letters, digits, dots, dashes and underscores"},
	{"title", "title of the case"},
	{"description", "what the case is about"},
	{"version", "version of the data"},
	{"start_date", "first day of the first year that is simulated, as 2010-04-01"},
	{"price_year", "year whose prices all money is in, as text"},
	{"currency", "sign or name of the currency"},
	{"body_singular", "what one commissioner is called"},
	{"body_plural", "what several are called"},
	{"default_map", "map that is used unless another is asked for"},
	{"horizon_years", "years to simulate"},
	{"source", "who the data come from, in a sentence; may be repeated"},
	{"source_link", "address of the source above"},
	{"licence", "licence that the data are under; may be repeated"},
	{"licence_id", "short name of the licence above, as CC-BY-4.0"},
	{"licence_link", "address of the licence above"},
}

// text is where the value of a property goes; nil if there is none of that name. Each source and each licence starts a
// new one.
func (d *caseDescription) text(property string) *string {
	switch property {
	case "name":
		return &d.Name
	case "title":
		return &d.Title
	case "description":
		return &d.Description
	case "version":
		return &d.Version
	case "start_date":
		return &d.Reconfig.StartDate
	case "price_year":
		return &d.Reconfig.PriceYear
	case "currency":
		return &d.Reconfig.Currency
	case "body_singular":
		return &d.Reconfig.BodySingular
	case "body_plural":
		return &d.Reconfig.BodyPlural
	case "default_map":
		return &d.Reconfig.DefaultMap
	case "horizon_years":
		return &d.horizon
	case "source":
		d.Sources = append(d.Sources, datapackage.Source{})
		return &d.Sources[len(d.Sources)-1].Title
	case "source_link":
		return &last(&d.Sources).Path
	case "licence":
		d.Licenses = append(d.Licenses, datapackage.Licence{})
		return &d.Licenses[len(d.Licenses)-1].Title
	case "licence_id":
		return &last(&d.Licenses).Name
	case "licence_link":
		return &last(&d.Licenses).Path
	}
	return nil
}

// last is the last of a list, which gets a first one if it is empty.
func last[T any](list *[]T) *T {
	if len(*list) == 0 {
		*list = make([]T, 1)
	}
	return &(*list)[len(*list)-1]
}

// rows are the rows of the sheet of properties: name, value and meaning.
func (d *caseDescription) rows() [][]string {
	var rows [][]string
	add := func(property, value string) {
		i := slices.IndexFunc(caseProperties, func(p [2]string) bool { return p[0] == property })
		rows = append(rows, []string{property, value, caseProperties[i][1]})
	}
	d.horizon = table.FormatNumber(d.Reconfig.HorizonYears)
	for _, p := range caseProperties {
		if p[0] == "source" {
			break
		}
		add(p[0], *d.text(p[0]))
	}
	for _, s := range d.Sources {
		add("source", s.Title)
		add("source_link", s.Path)
	}
	for _, l := range d.Licenses {
		add("licence", l.Title)
		add("licence_id", l.Name)
		add("licence_link", l.Path)
	}
	return rows
}

// repeats says whether a property may be there several times.
func repeats(property string) bool {
	switch property {
	case "source", "source_link", "licence", "licence_id", "licence_link":
		return true
	}
	return false
}

// properties are what a sheet of properties says, and where.
type properties struct {
	file     string
	sheet    workbook.Sheet
	said     caseDescription
	row      map[string]int  // of each property; of those that may be there several times, the first
	misspelt map[string]bool // properties that are not there because their names are misspelt
	problems Problems
}

// readProperties reads a sheet of properties.
func readProperties(file string, s workbook.Sheet) *properties {
	p := &properties{file: file, sheet: s, row: map[string]int{}, misspelt: map[string]bool{}}
	p.said.Profile = "data-package"
	nameColumn, valueColumn, ok := propertyColumns(s)
	if !ok {
		p.add(1, "", "", "the columns property and value")
		return p
	}
	for i, row := range s.Rows[1:] {
		p.set(i+2, strings.TrimSpace(workbook.Cell(row, nameColumn)), workbook.Cell(row, valueColumn))
	}
	maps.DeleteFunc(p.misspelt, func(property string, _ bool) bool { return p.row[property] > 0 })
	if horizon := p.said.horizon; horizon != "" {
		if !table.IsNumber(horizon) {
			p.add(p.row["horizon_years"], "horizon_years", horizon, "a plain number of years")
		}
		p.said.Reconfig.HorizonYears, _ = strconv.ParseFloat(horizon, 64)
	}
	return p
}

func propertyColumns(s workbook.Sheet) (name, value int, ok bool) {
	if len(s.Rows) == 0 {
		return 0, 0, false
	}
	name, value = slices.Index(s.Rows[0], "property"), slices.Index(s.Rows[0], "value")
	return name, value, name >= 0 && value >= 0
}

// looksLikeDate says whether Excel took a year such as 2009/10 for the first day of a month.
var looksLikeDate = regexp.MustCompile(`^\d{4}-\d\d-\d\d`)

// set takes a property from a row.
func (p *properties) set(row int, property, value string) {
	if property == "" && value == "" {
		return
	}
	text := p.said.text(property)
	switch {
	case text == nil:
		p.addUnknown(row, property, value)
		return
	case p.row[property] > 0 && !repeats(property):
		p.add(row, property, value, "each property once: it stands in row "+strconv.Itoa(p.row[property])+" already")
		return
	case property == "price_year" && looksLikeDate.MatchString(value):
		p.add(row, property, value, "a year as text, such as 2009/10: Excel takes that for a date unless the cell is formatted as text first")
	}
	if p.row[property] == 0 {
		p.row[property] = row
	}
	*text = value
}

// addUnknown reports a property that is not known. Where it can be meant for one alone, it is taken for that misspelt.
func (p *properties) addUnknown(row int, property, value string) {
	names := make([]string, len(caseProperties))
	for i, known := range caseProperties {
		names[i] = known[0]
	}
	near := spelling.Nearest(property, names)
	if len(near) == 0 {
		p.add(row, property, value, "one of the properties "+strings.Join(names, ", "))
		return
	}
	p.add(row, property, value, knownPerhaps+strings.Join(near, " or "))
	if len(near) == 1 {
		p.misspelt[near[0]] = true
	}
}

func (p *properties) add(row int, property, value, expected string) {
	at := Problem{File: p.file, Sheet: p.sheet.Name, Line: row, Column: property, Property: true, Value: value, Expected: expected}
	p.problems = append(p.problems, at)
}

// positionOf is where a property stands; without a row where it does not.
func (p *properties) positionOf(property string) Problem {
	return Problem{File: p.file, Sheet: p.sheet.Name, Line: p.row[property]}
}
