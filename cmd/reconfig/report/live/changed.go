package live

import (
	"context"
	"fmt"
	"slices"

	"reconfig/cmd/reconfig/report"
	"reconfig/cmd/reconfig/report/appraisal"
	"reconfig/cmd/reconfig/report/document"
	"reconfig/cmd/reconfig/report/document/html"
	"reconfig/model"
	"reconfig/model/result"
)

// compared are the outcomes that are compared with the report's.
var compared = []struct {
	outcome result.Outcome
	heading string
}{{result.NetBenefit, "Net benefit"}, {result.SteadySaving, "Lasting saving"}, {result.OneOffCost, "One-off cost"}, {result.CapacityAtTarget, "Capacity at target"}}

// Row is what a structure comes to.
type Row struct {
	Structure string    `json:"structure"` // code
	Name      string    `json:"name"`
	Values    []float64 `json:"values"` // of the outcomes that are compared
}

// RowsOf are the rows of what was drawn: means, or the values of the central draw.
func RowsOf(d *appraisal.Drawn) []Row {
	var rows []Row
	for _, o := range d.Report.Outcomes {
		row := Row{Structure: o.Structure, Name: o.Name}
		for _, c := range compared {
			row.Values = append(row.Values, o.Values[c.outcome])
		}
		rows = append(rows, row)
	}
	return rows
}

// before is what the report's own settings come to with as many draws as an answer has: with the same draws, so that a difference
// is one of the settings alone. The page holds it for the numbers of draws that it asks for.
func (a *asking) before(ctx context.Context) ([]Row, error) {
	if rows, ok := a.model.Before[a.Draws]; ok {
		return rows, nil
	}
	r := a.model.Report
	found, err := a.run(ctx, r.Settings, appraisal.Options{Map: r.Map, HorizonYears: r.Horizon, Structures: r.Structures}, func(int) {})
	if err != nil {
		return nil, err
	}
	return RowsOf(found), nil
}

// changed is the section that says what changed against the report.
func (m *Model) changed(r Request, before, now []Row) document.Section {
	s := document.Section{ID: html.ChangedID, Heading: "What changed against the report"}
	s.Blocks = []document.Block{{List: m.changes(r)}, {Text: []string{leadChanged(before, now)}}}
	if values := m.sideBySide(r, before, now); len(values.Columns) > 1 {
		s.Blocks = append(s.Blocks, document.Block{Table: values})
	} else {
		s.Blocks = append(s.Blocks, document.Block{Text: values.Notes[1:]})
	}
	s.Blocks = append(s.Blocks, document.Block{Text: []string{"What would turn the answer is not computed for your values. On paper it is left out, with the list of structures.", "This command computes the same:"}, Command: m.Command(r)})
	return s
}

// changes lists what is set otherwise than in the report.
func (m *Model) changes(r Request) []string {
	var all []string
	labels := m.Case.InputLabels()
	was, is := m.values(m.Report.Settings), m.values(r.Settings)
	for _, name := range m.names(r) {
		if a, b := m.side(m.Report.Settings, name, was[name]), m.side(r.Settings, name, is[name]); a != b {
			all = append(all, fmt.Sprintf("%s: %s in the report, %s here", report.Labelled(labels, name), a, b))
		}
	}
	if a, b := m.mapOf(m.Report.Map), m.mapOf(r.Map); a != b {
		all = append(all, fmt.Sprintf("Map: %s in the report, %s here", a, b))
	}
	if a, b := m.horizonOf(m.Report.Horizon), m.horizonOf(r.Horizon); a != b {
		all = append(all, fmt.Sprintf("Horizon: %s in the report, %s here", report.Years(a), report.Years(b)))
	}
	if a, b := m.structuresOf(m.Report.Structures), m.structuresOf(r.Structures); !slices.Equal(a, b) {
		all = append(all, fmt.Sprintf("Structures: %d in the report, %d here", len(a), len(b)))
	}
	if len(all) == 0 {
		return []string{"Nothing: these are the report’s own settings."}
	}
	return all
}

// names lists what is set in the report or in a request.
func (m *Model) names(r Request) []string {
	var names []string
	for _, text := range slices.Concat(m.Report.Settings, r.Settings) {
		if name, _, err := model.ParseSetting(text); err == nil && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// values are those of a draw with settings, by name. A chance that is even is among them where it is set.
func (m *Model) values(settings []string) map[string]float64 {
	s, err := appraisal.ReadSettings(m.Case, settings)
	if err != nil {
		return nil
	}
	values := map[string]float64{}
	for i, a := range m.Case.Assumptions {
		values[a.Name] = s.Draw[i]
	}
	for i, name := range m.Case.ChanceNames() {
		values[name] = s.Draw[len(m.Case.Assumptions)+i]
	}
	return values
}

// side says what an assumption is in the report or here. One that is uncertain and not set differs from draw to draw.
func (m *Model) side(settings []string, name string, v float64) string {
	set := slices.ContainsFunc(settings, func(s string) bool { return document.FieldOf(s) == name })
	i, ok := m.Case.AssumptionIndex(name)
	switch {
	case !ok && !set:
		return "by chance"
	case !ok:
		return report.Full(v)
	case name == perHead && v == 0:
		return "none"
	case !set && m.Case.Assumptions[i].IsUncertain():
		return "drawn about " + document.Shown(m.Case, m.Case.Assumptions[i], v)
	}
	return document.Shown(m.Case, m.Case.Assumptions[i], v)
}

func (m *Model) mapOf(name string) string {
	if name == "" {
		return m.Case.DefaultMap
	}
	return name
}

func (m *Model) horizonOf(years float64) float64 {
	if years == 0 {
		return m.Case.HorizonYears
	}
	return years
}

func (m *Model) structuresOf(codes []string) []string {
	if len(codes) == 0 {
		return m.Case.StructureCodes()
	}
	return codes
}
