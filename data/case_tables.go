package data

import (
	"reflect"
	"slices"
	"strconv"

	"reconfig/data/datapackage"
	"reconfig/data/table"
	"reconfig/model"
	"reconfig/model/result"
	"reconfig/model/spelling"
	"reconfig/model/unit"
)

// declaredTable declares one table of a case's folder, for its reader and for other tools. What its columns hold stands in
// the tags of the row type: csv, unit, about, optional, column, unique, least, most, and type where the Go type does not tell. Like
// the tables of results they are declared with marks for its money and its bodies, and written in the case's words.
type declaredTable struct {
	name, title string
	optional    bool // there is no such file where there are no rows
	key         []string
	refersTo    []datapackage.ForeignKey
	needs       []string            // tables without which its rows cannot be checked
	oneOf       map[string][]string // what the cells of a column may be
	rows        func(*model.Case) any
}

// caseTables lists the tables of a case.
var caseTables = []declaredTable{
	{
		name: "commissioners", title: "{Bodies}", key: []string{"code"}, oneOf: map[string][]string{"management_cost_basis": model.Bases},
		rows: func(c *model.Case) any { return c.Commissioners },
	},
	{
		name: "sectors", title: "Maps: which sector and region each {body} is in", key: []string{"map", "commissioner"},
		needs:    []string{"commissioners"},
		refersTo: []datapackage.ForeignKey{refer("commissioner", "commissioners", "code")},
		rows:     func(c *model.Case) any { return c.Memberships },
	},
	{
		name: "neighbours", title: "{Bodies} whose areas touch", key: []string{"a", "b"},
		needs:    []string{"commissioners"},
		refersTo: []datapackage.ForeignKey{refer("a", "commissioners", "code"), refer("b", "commissioners", "code")},
		oneOf:    map[string][]string{"kind": {"land", "river"}},
		rows:     func(c *model.Case) any { return c.Neighbours },
	},
	{
		name: "functions", title: "Functions", key: []string{"code"},
		rows: func(c *model.Case) any { return c.Functions },
	},
	{
		name: "arrangements", title: "Arrangements", key: []string{"code"},
		rows: func(c *model.Case) any { return c.Arrangements },
	},
	{
		name: "structures", title: "Structures", key: []string{"structure"},
		rows: func(c *model.Case) any { return c.Structures },
	},
	{
		name: "placements", title: "Placements: which function goes where under which structure", key: []string{"structure", "function", "from_year"},
		needs:    []string{"structures", "functions", "arrangements"},
		refersTo: []datapackage.ForeignKey{refer("structure", "structures", "structure"), refer("function", "functions", "code"), refer("arrangement", "arrangements", "code")},
		oneOf:    map[string][]string{"tier": {string(model.SectorTier), string(model.RegionTier)}},
		rows:     func(c *model.Case) any { return c.Placements },
	},
	{
		name: "assumptions", title: "Assumptions", key: []string{"name"},
		needs: []string{"functions", "arrangements", "sources"},
		oneOf: map[string][]string{"kind": model.Kinds, "distribution": model.Distributions, "strength": model.Strengths},
		rows:  func(c *model.Case) any { return c.Assumptions },
	},
	{
		name: "correlations", title: "Rank correlations of assumptions", optional: true, key: []string{"a", "b"},
		needs:    []string{"assumptions"},
		refersTo: []datapackage.ForeignKey{refer("a", "assumptions", "name"), refer("b", "assumptions", "name")},
		rows:     func(c *model.Case) any { return c.Correlations },
	},
	{
		name: "allocations", title: "Allocations that the levy is raised on", optional: true, key: []string{"code", "year"},
		needs:    []string{"commissioners", "debt_plan"},
		refersTo: []datapackage.ForeignKey{refer("code", "commissioners", "code")},
		rows:     func(c *model.Case) any { return c.Allocations },
	},
	{
		name: "debt_plan", title: "The joint plan to pay off debt", optional: true, key: []string{"item"},
		needs: []string{"allocations", "debts", "sources"},
		rows:  func(c *model.Case) any { return c.DebtItems },
	},
	{
		name: "debts", title: "Debts that the fund pays", optional: true, key: []string{"organisation"},
		needs: []string{"debt_plan"},
		rows:  func(c *model.Case) any { return c.Debts },
	},
	{
		name: "observations", title: "What was observed, to test the simulator against", optional: true, key: []string{"id"},
		needs:    []string{"structures", "sectors", "arrangements", "assumptions", "sources"},
		refersTo: []datapackage.ForeignKey{refer("structure", "structures", "structure")},
		oneOf:    map[string][]string{"used_for": model.Uses},
		rows:     func(c *model.Case) any { return c.Observations },
	},
	{
		name: "sources", title: "Sources", key: []string{"id"},
		rows: func(c *model.Case) any { return c.Sources },
	},
}

// declared is the declaration of a table.
func declared(name string) *declaredTable {
	return &caseTables[slices.IndexFunc(caseTables, func(t declaredTable) bool { return t.name == name })]
}

func tableNames() []string {
	names := make([]string, len(caseTables))
	for i, t := range caseTables {
		names[i] = t.name
	}
	return names
}

func refer(field, table, column string) datapackage.ForeignKey {
	return datapackage.ForeignKey{Fields: field, Reference: datapackage.Reference{Resource: table, Fields: column}}
}

// resource describes the table as it is in a case whose file has these columns. Those that the row type does not have
// are the commissioners' further ones.
func (t *declaredTable) resource(c *model.Case, columns []result.Column) datapackage.Resource {
	r := datapackage.Table(c.Words().Table(result.Table{Name: t.name, Title: t.title, PrimaryKey: t.key, Columns: columns}))
	r.Schema.ForeignKeys = t.refersTo
	tags := tagsOf(reflect.TypeOf(t.rows(c)).Elem())
	for i := range r.Schema.Fields {
		f := &r.Schema.Fields[i]
		tag := tags[f.Name]
		limits := datapackage.Constraints{Unique: tag.Get("unique") == "yes", Enum: t.oneOf[f.Name], Minimum: boundOf(tag.Get("least")), Maximum: boundOf(tag.Get("most"))}
		if f.Constraints != nil {
			limits.Required = f.Constraints.Required
		}
		f.Constraints = &limits
		if limits.None() {
			f.Constraints = nil
		}
	}
	return r
}

// columns reads the columns of a table from the tags of its row type.
func (t *declaredTable) columns() []result.Column {
	var all []result.Column
	for _, f := range reflect.VisibleFields(reflect.TypeOf(t.rows(&model.Case{})).Elem()) {
		name := f.Tag.Get("csv")
		if name == "" || name == "-" {
			continue
		}
		c := result.Column{Name: name, Type: f.Tag.Get("type"), Unit: unit.Parse(f.Tag.Get("unit")), Description: f.Tag.Get("about"), Optional: f.Tag.Get("optional") == "yes"}
		if c.Type == "" {
			c.Type = frictionlessType(f.Type)
		}
		all = append(all, c)
	}
	return all
}

// kinds says what the table's columns hold, for its numbers to be read.
func (t *declaredTable) kinds() table.Columns {
	c := table.ColumnsOfType(reflect.TypeOf(t.rows(&model.Case{})).Elem())
	c.Further = t.name == "commissioners"
	return c
}

func frictionlessType(t reflect.Type) string {
	switch {
	case t == reflect.TypeFor[model.Optional]() || t.Kind() == reflect.Float64:
		return "number"
	case t.Kind() == reflect.Int:
		return "integer"
	}
	return "string"
}

func tagsOf(row reflect.Type) map[string]reflect.StructTag {
	tags := map[string]reflect.StructTag{}
	for _, f := range reflect.VisibleFields(row) {
		tags[f.Tag.Get("csv")] = f.Tag
	}
	return tags
}

// boundOf reads a bound from a tag; nil where there is none.
func boundOf(tag string) *float64 {
	v, err := strconv.ParseFloat(tag, 64)
	if err != nil {
		return nil
	}
	return &v
}

// mayBeLeftOut lists the columns that the file need not have.
func (t *declaredTable) mayBeLeftOut() (names []string) {
	for _, f := range reflect.VisibleFields(reflect.TypeOf(t.rows(&model.Case{})).Elem()) {
		if f.Tag.Get("column") == "optional" {
			names = append(names, f.Tag.Get("csv"))
		}
	}
	return names
}

// IsTakenForKnown says whether a further column of that name would be read as one of commissioners.csv, or as a slip for
// one that is not there.
func IsTakenForKnown(name string) bool {
	return slices.ContainsFunc(caseTables[0].columns(), func(known result.Column) bool {
		return spelling.LooksLike(name, known.Name) || known.Optional && table.IsSlip(name, known.Name)
	})
}
