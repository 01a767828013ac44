package data

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"reflect"
	"slices"
	"strings"

	"reconfig/data/datapackage"
	"reconfig/data/dialect"
	"reconfig/data/jsontext"
	"reconfig/data/table"
	"reconfig/model"
	"reconfig/model/spelling"
)

// casePackage is what reconfig reads of a case's description. The schemas of its tables are for other tools.
type casePackage struct {
	Name        string                `json:"name"`
	Title       string                `json:"title"`
	Description string                `json:"description"`
	Licenses    []datapackage.Licence `json:"licenses"`
	Sources     []datapackage.Source  `json:"sources"`
	Resources   []struct {
		Path any `json:"path"` // one path, or several, as the specification allows
	} `json:"resources"`
	Reconfig *settingProperty `json:"reconfig"`
}

// packageNames are the properties of a package that reconfig reads.
var packageNames = []string{"name", "title", "description", "licenses", "sources", "resources", "reconfig"}

// attribution says who the data come from and under which licence.
func attribution(sources []datapackage.Source, licences []datapackage.Licence) string {
	var parts []string
	for _, s := range sources {
		parts = append(parts, s.Title)
	}
	for _, l := range licences {
		if l.Title != "" {
			parts = append(parts, "Data under the "+l.Title+".")
		}
	}
	return strings.Join(parts, " ")
}

// jsonReader reads the description of a case from its JSON.
type jsonReader struct {
	file      string
	positions jsontext.Positions
	problems  Problems
}

// describeJSON reads a description: nil, with problems, if that is not possible. listed are the files that it lists.
func describeJSON(file string, content []byte) (d *description, listed []string, problems Problems) {
	j := &jsonReader{file: file}
	content, written, doubt := dialect.ReadText(content)
	if doubt != nil {
		j.add(doubt.Line, "", doubt.Value, doubt.Expected)
		j.mend(doubt.Mend)
		return nil, nil, j.problems
	}
	if p := table.CheckText(content); p != nil {
		j.add(p.Line, "", "", p.Expected)
		j.mend(p.Mend)
		return nil, nil, j.problems
	}
	var p casePackage
	if err := json.Unmarshal(content, &p); err != nil {
		j.addJSON(content, err)
		return nil, nil, j.problems
	}
	j.positions = jsontext.Find(content)
	d = &description{
		name: p.Name, title: p.Title, text: p.Description, attribution: attribution(p.Sources, p.Licenses), setting: p.Reconfig, misspelt: map[string]bool{},
		horizon: j.positions.Values["reconfig.horizon_years"], positionOf: j.positionOf,
	}
	if said := written.String(); said != "" {
		d.warnings = append(d.warnings, datapackage.File+": "+said)
	}
	j.checkProperties(d)
	before := len(j.problems)
	listed = j.addListed(&p)
	d.unlisted = slices.Clone(j.problems[before:])
	return d, listed, j.problems[:before]
}

// positionOf is where a property stands, or what it would be in.
func (j *jsonReader) positionOf(property string) Problem {
	line := j.positions.Line(property)
	if slices.Contains(settingNames, property) {
		line = j.positions.Line("reconfig."+property, "reconfig")
	}
	return Problem{File: j.file, Line: line}
}

func (j *jsonReader) add(line int, property, value, expected string) {
	j.problems = append(j.problems, Problem{File: j.file, Line: line, Column: property, Property: true, Value: value, Expected: expected})
}

// mend says how the problem that was added last is put right.
func (j *jsonReader) mend(instruction string) { j.problems[len(j.problems)-1].Mend = instruction }

// checkProperties reports properties that stand twice, of which only the last would count, and misspelt ones. Others that
// reconfig does not know are for other tools, but not within its own property.
func (j *jsonReader) checkProperties(d *description) {
	for _, again := range j.positions.Repeated {
		j.add(again.Line, "", again.Path, "each property once: it stands twice")
		j.mend("delete one of the two")
		last := &j.problems[len(j.problems)-1]
		last.Code, last.Earlier = model.Repeated, j.positions.Line(again.Path)
	}
	for _, key := range j.positions.Keys[""] {
		if near := nearProperty(key, packageNames, j.positions.Keys[""]); near != "" {
			d.misspelt[near] = true
			j.add(j.positions.Line(key), "", key, knownPerhaps+near)
			j.mend("rename it to " + near)
		}
	}
	for _, key := range j.positions.Keys["reconfig"] {
		if slices.Contains(settingNames, key) {
			continue
		}
		line := j.positions.Line("reconfig." + key)
		if near := spelling.Nearest(key, settingNames); len(near) > 0 {
			d.misspelt[near[0]] = true
			j.add(line, "reconfig", key, knownPerhaps+near[0])
			j.mend("rename it to " + near[0] + ", if that is meant")
			continue
		}
		j.add(line, "reconfig", key, "one of start_date, price_year, currency, body_singular, body_plural, default_map and horizon_years")
		j.mend("delete it; what is for other tools belongs outside the property reconfig")
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

// addListed lists the files of the package's resources, and reports those that are outside the folder.
func (j *jsonReader) addListed(p *casePackage) (listed []string) {
	for i, res := range p.Resources {
		property := fmt.Sprintf("resources[%d].path", i)
		line := j.positions.Line(property, fmt.Sprintf("resources[%d].name", i), "resources")
		all, ok := res.Path.([]any)
		if !ok {
			all = []any{res.Path}
		}
		for _, one := range all {
			path, ok := one.(string)
			switch {
			case !ok:
				j.add(line, property, j.positions.Values[property], "the name of a file in the case's folder, or a list of such names")
			case !fs.ValidPath(path) || strings.ContainsAny(path, `\:`):
				j.add(line, property, path, "a file in the case's folder")
				j.mend("put the file into the folder, and write its name alone: no web address, no folder outside, / between folders")
			default:
				listed = append(listed, path)
			}
		}
	}
	return listed
}

// addJSON reports text that is not the JSON it should be.
func (j *jsonReader) addJSON(content []byte, err error) {
	line := func(offset int64) int {
		return 1 + bytes.Count(content[:min(max(0, offset), int64(len(content)))], []byte("\n"))
	}
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &kind) && kind.Field != "":
		j.add(line(kind.Offset), kind.Field, valueOfKind(kind, jsontext.Find(content)), jsonKind(kind.Type))
		j.mend("look how the datapackage.json of another case writes it: text is in quotes, numbers are not, a list is in [ ], properties are in { }")
	case errors.As(err, &syntax):
		j.add(line(syntax.Offset), "", "", "a data package in JSON: "+err.Error())
		j.mend("look at this line and the one before: a comma too few or too many, a bracket that is not closed, or quotes that are not straight")
	default:
		j.add(1, "", "", "a data package in JSON: "+withoutPackage(err))
		j.mend("a description begins with { and ends with }")
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
func valueOfKind(kind *json.UnmarshalTypeError, positions jsontext.Positions) string {
	if value, ok := positions.Values[kind.Field]; ok {
		return value
	}
	return strings.TrimPrefix(kind.Value, "number ") // which encoding/json puts before a number that is too large
}

// withoutPackage is what encoding/json says, without the name of the package that it begins with. This and the words
// before a number are its prose; a test fails when they change.
func withoutPackage(err error) string { return strings.TrimPrefix(err.Error(), "json: ") }
