package data

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"reconfig/data/table"
	"reconfig/data/workbook"
	"reconfig/model/spelling"
)

// caseDescription is a case's datapackage.json, to be written, or to be read from a workbook's sheet of properties.
type caseDescription struct {
	dataPackage
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
		d.Sources = append(d.Sources, source{})
		return &d.Sources[len(d.Sources)-1].Title
	case "source_link":
		return &last(&d.Sources).Path
	case "licence":
		d.Licenses = append(d.Licenses, licence{})
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
	return strings.HasPrefix(property, "source") || strings.HasPrefix(property, "licence")
}

// description reads the sheet of properties as a case's datapackage.json.
func (w *caseWorkbook) description(s workbook.Sheet) caseDescription {
	d := caseDescription{dataPackage: dataPackage{Profile: "data-package"}}
	nameColumn, valueColumn, ok := propertyColumns(s)
	if !ok {
		w.addProperty(s, 1, "", "", "the columns property and value")
		return d
	}
	for i, row := range s.Rows[1:] {
		w.setProperty(&d, s, i+2, strings.TrimSpace(workbook.Cell(row, nameColumn)), workbook.Cell(row, valueColumn))
	}
	if d.horizon != "" && !table.IsNumber(d.horizon) {
		w.addProperty(s, w.property["horizon_years"], "horizon_years", d.horizon, "a plain number of years")
	}
	d.Reconfig.HorizonYears, _ = strconv.ParseFloat(d.horizon, 64)
	return d
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

func (w *caseWorkbook) setProperty(d *caseDescription, s workbook.Sheet, row int, property, value string) {
	if property == "" && value == "" {
		return
	}
	text := d.text(property)
	switch {
	case text == nil:
		w.addProperty(s, row, property, value, unknownProperty(property))
		return
	case w.property[property] > 0 && !repeats(property):
		w.addProperty(s, row, property, value, "each property once: it stands in row "+strconv.Itoa(w.property[property])+" already")
		return
	case property == "price_year" && looksLikeDate.MatchString(value):
		w.addProperty(s, row, property, value, "a year as text, such as 2009/10: Excel takes that for a date unless the cell is formatted as text first")
	}
	if w.property[property] == 0 {
		w.property[property] = row
	}
	*text = value
}

func unknownProperty(property string) string {
	names := make([]string, len(caseProperties))
	for i, p := range caseProperties {
		names[i] = p[0]
	}
	if near := spelling.Nearest(property, names); len(near) > 0 {
		return knownPerhaps + strings.Join(near, " or ")
	}
	return "one of the properties " + strings.Join(names, ", ")
}

func (w *caseWorkbook) addProperty(s workbook.Sheet, row int, property, value, expected string) {
	w.problems = append(w.problems, Problem{File: w.file, Sheet: s.Name, Line: row, Column: property, Property: true, Value: value, Expected: expected})
}
