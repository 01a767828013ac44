// Package datapackage describes a folder of tables as a Frictionless Data Package, in JSON or as sheets of a workbook: which
// files there are, and what each of their columns means. It knows nothing of cases and results.
package datapackage

import (
	"bytes"
	"encoding/json"

	"reconfig/data/folder"
	"reconfig/model/result"
)

// File describes a folder as a Frictionless Data Package (https://specs.frictionlessdata.io/data-package/).
const File = "datapackage.json"

// Package is the part of a package's description that reconfig reads and writes.
type Package struct {
	Profile     string     `json:"profile"`
	Name        string     `json:"name"`
	Title       string     `json:"title"`
	Description string     `json:"description,omitempty"`
	Version     string     `json:"version,omitempty"`
	Licenses    []Licence  `json:"licenses,omitempty"`
	Sources     []Source   `json:"sources,omitempty"`
	Resources   []Resource `json:"resources"`
}

// Licence is a licence that data are under.
type Licence struct {
	Name  string `json:"name,omitempty"`
	Path  string `json:"path,omitempty"`
	Title string `json:"title,omitempty"`
}

// Source says who data come from.
type Source struct {
	Title string `json:"title"`
	Path  string `json:"path,omitempty"`
}

// Resource is a file of the folder.
type Resource struct {
	Name        string   `json:"name"`
	Path        string   `json:"path"`
	Profile     string   `json:"profile,omitempty"`
	Title       string   `json:"title,omitempty"`
	Description string   `json:"description,omitempty"`
	Format      string   `json:"format,omitempty"`
	MediaType   string   `json:"mediatype,omitempty"`
	Encoding    string   `json:"encoding,omitempty"`
	Bytes       int      `json:"bytes,omitempty"`
	Hash        string   `json:"hash,omitempty"` // of the file, as sha256:…
	Dialect     *Dialect `json:"dialect,omitempty"`
	Schema      *Schema  `json:"schema,omitempty"`
}

// Dialect says how cells are separated. Some readers guess where it is not said, and guess wrong where a cell holds a
// comma.
type Dialect struct {
	Delimiter   string `json:"delimiter"`
	DoubleQuote bool   `json:"doubleQuote"`
}

// Schema says what the columns of a table are.
type Schema struct {
	Fields        []Field      `json:"fields"`
	PrimaryKey    OneOrMore    `json:"primaryKey,omitempty"`
	ForeignKeys   []ForeignKey `json:"foreignKeys,omitempty"`
	MissingValues []string     `json:"missingValues"`
}

// ForeignKey says which column of another table the cells of a field are from.
type ForeignKey struct {
	Fields    string    `json:"fields"`
	Reference Reference `json:"reference"`
}

// Reference names a column of another table.
type Reference struct {
	Resource string `json:"resource"`
	Fields   string `json:"fields"`
}

// Field is a column.
type Field struct {
	Name        string       `json:"name"`
	Type        string       `json:"type"`
	Unit        string       `json:"unit,omitempty"`
	Description string       `json:"description,omitempty"`
	TrueValues  []string     `json:"trueValues,omitempty"`
	FalseValues []string     `json:"falseValues,omitempty"`
	Constraints *Constraints `json:"constraints,omitempty"`
}

// Constraints are what the cells of a column may be.
type Constraints struct {
	Required bool     `json:"required,omitempty"`
	Unique   bool     `json:"unique,omitempty"`
	Minimum  *float64 `json:"minimum,omitempty"`
	Maximum  *float64 `json:"maximum,omitempty"`
	Enum     []string `json:"enum,omitempty"`
}

// None says whether nothing is constrained.
func (c *Constraints) None() bool {
	return !c.Required && !c.Unique && c.Minimum == nil && c.Maximum == nil && len(c.Enum) == 0
}

// Describe adds to a resource what its file holds, so that a later change can be seen.
func (r Resource) Describe(content []byte) Resource {
	r.Bytes, r.Hash = len(content), "sha256:"+folder.Hash(content)
	return r
}

// Table describes a result table.
func Table(t result.Table) Resource {
	s := &Schema{PrimaryKey: t.PrimaryKey, MissingValues: []string{""}}
	for _, c := range t.Columns {
		f := Field{Name: c.Name, Type: c.Type, Unit: c.Unit.String(), Description: c.Description}
		if !c.Optional {
			f.Constraints = &Constraints{Required: true}
		}
		if c.Type == "boolean" {
			f.TrueValues, f.FalseValues = []string{"yes"}, []string{"no"}
		}
		s.Fields = append(s.Fields, f)
	}
	r := Tabular(t.Name, t.Title)
	r.Description, r.Schema = t.Description, s
	return r
}

// Tabular describes a CSV file as reconfig writes it.
func Tabular(name, title string) Resource {
	return Resource{
		Name: name, Path: name + ".csv", Profile: "tabular-data-resource", Title: title,
		Format: "csv", MediaType: "text/csv", Encoding: "utf-8", Dialect: &Dialect{",", true},
	}
}

// OneOrMore is one text or several, as the specification allows for a primary key.
type OneOrMore []string

// UnmarshalJSON reads a string or a list of strings.
func (p *OneOrMore) UnmarshalJSON(content []byte) error {
	var one string
	if err := json.Unmarshal(content, &one); err == nil {
		*p = OneOrMore{one}
		return nil
	}
	return json.Unmarshal(content, (*[]string)(p))
}

// Encode writes JSON for people to read.
func Encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(v)
	return b.Bytes(), err
}

// Field is what the resource says of a column.
func (r Resource) Field(name string) Field {
	if r.Schema != nil {
		for _, f := range r.Schema.Fields {
			if f.Name == name {
				return f
			}
		}
	}
	return Field{Name: name}
}
