package data

import (
	"encoding/json"

	"reconfig/data/folder"
	"reconfig/model/result"
)

// packageFile describes a folder as a Frictionless Data Package (https://specs.frictionlessdata.io/data-package/).
const packageFile = "datapackage.json"

// dataPackage is the part of a package's description that reconfig reads and writes.
type dataPackage struct {
	Profile     string     `json:"profile"`
	Name        string     `json:"name"`
	Title       string     `json:"title"`
	Description string     `json:"description,omitempty"`
	Version     string     `json:"version,omitempty"`
	Licenses    []licence  `json:"licenses,omitempty"`
	Sources     []source   `json:"sources,omitempty"`
	Resources   []resource `json:"resources"`
}

type licence struct {
	Name  string `json:"name,omitempty"`
	Path  string `json:"path,omitempty"`
	Title string `json:"title,omitempty"`
}

type source struct {
	Title string `json:"title"`
	Path  string `json:"path,omitempty"`
}

type resource struct {
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
	Dialect     *dialect `json:"dialect,omitempty"`
	Schema      *schema  `json:"schema,omitempty"`
}

// dialect says how cells are separated. Some readers guess where it is not said, and guess wrong where a cell holds a
// comma.
type dialect struct {
	Delimiter   string `json:"delimiter"`
	DoubleQuote bool   `json:"doubleQuote"`
}

type schema struct {
	Fields        []field      `json:"fields"`
	PrimaryKey    oneOrMore    `json:"primaryKey,omitempty"`
	ForeignKeys   []foreignKey `json:"foreignKeys,omitempty"`
	MissingValues []string     `json:"missingValues"`
}

// foreignKey says which column of another table the cells of a field are from.
type foreignKey struct {
	Fields    string    `json:"fields"`
	Reference reference `json:"reference"`
}

type reference struct {
	Resource string `json:"resource"`
	Fields   string `json:"fields"`
}

type field struct {
	Name        string       `json:"name"`
	Type        string       `json:"type"`
	Unit        string       `json:"unit,omitempty"`
	Description string       `json:"description,omitempty"`
	TrueValues  []string     `json:"trueValues,omitempty"`
	FalseValues []string     `json:"falseValues,omitempty"`
	Constraints *constraints `json:"constraints,omitempty"`
}

type constraints struct {
	Required bool     `json:"required,omitempty"`
	Unique   bool     `json:"unique,omitempty"`
	Minimum  *float64 `json:"minimum,omitempty"`
	Maximum  *float64 `json:"maximum,omitempty"`
	Enum     []string `json:"enum,omitempty"`
}

// none says whether nothing is constrained.
func (c *constraints) none() bool {
	return !c.Required && !c.Unique && c.Minimum == nil && c.Maximum == nil && len(c.Enum) == 0
}

// describe adds to a resource what its file holds, so that a later change can be seen.
func (r resource) describe(content []byte) resource {
	r.Bytes, r.Hash = len(content), "sha256:"+folder.Hash(content)
	return r
}

// tableResource describes a result table.
func tableResource(t result.Table) resource {
	s := &schema{PrimaryKey: t.PrimaryKey, MissingValues: []string{""}}
	for _, c := range t.Columns {
		f := field{Name: c.Name, Type: c.Type, Unit: c.Unit.String(), Description: c.Description}
		if !c.Optional {
			f.Constraints = &constraints{Required: true}
		}
		if c.Type == "boolean" {
			f.TrueValues, f.FalseValues = []string{"yes"}, []string{"no"}
		}
		s.Fields = append(s.Fields, f)
	}
	r := tabular(t.Name, t.Title)
	r.Description, r.Schema = t.Description, s
	return r
}

// tabular describes a CSV file as reconfig writes it.
func tabular(name, title string) resource {
	return resource{
		Name: name, Path: name + ".csv", Profile: "tabular-data-resource", Title: title,
		Format: "csv", MediaType: "text/csv", Encoding: "utf-8", Dialect: &dialect{",", true},
	}
}

// oneOrMore is one text or several, as the specification allows for a primary key.
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
