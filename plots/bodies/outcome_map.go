package bodies

import (
	"math"
	"slices"

	"reconfig/model/result"
	"reconfig/model/unit"
	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/words"
)

var _ = figure.Register(figure.Figure{
	Order:   80,
	Name:    "outcome-map",
	Summary: "map of an outcome of each commissioner, for the structures in focus",
	Needs:   figure.RowsOf(result.CommissionerRow{}),
	Columns: bodyOutcomeNames(),
	Page:    outcomeMapPage,
})

// bodyOutcome is a column of commissioners that the map can show.
type bodyOutcome struct {
	name  string
	words string // for titles
	about string // for subtitles
	value func(result.CommissionerRow) float64

	difference bool // from the structure that changes nothing
}

// bodyOutcomes lists them; what the map shows unless asked is the first that differs between commissioners or
// structures.
var bodyOutcomes = []bodyOutcome{
	{"capacity_against_status_quo", "capacity against the status quo", "Capacity when the target is due, less that under the structure that changes nothing",
		func(r result.CommissionerRow) float64 { return float64(r.CapacityAgainstStatusQuo) }, true},
	{"capacity_at_target", "capacity when the target is due", "Capacity when the target is due",
		func(r result.CommissionerRow) float64 { return r.CapacityAtTarget }, false},
	{"reduction_asked_pct", "the reduction asked for", "Fall of management cost that the target asks for",
		func(r result.CommissionerRow) float64 { return r.ReductionAskedPct }, false},
	{"reduction_pct", "the reduction", "Fall of management cost when the target is due",
		func(r result.CommissionerRow) float64 { return r.ReductionPct }, false},
	{"reduction_from_structure_pct", "what the structure frees", "Management cost that the structure frees when the target is due",
		func(r result.CommissionerRow) float64 { return r.ReductionFromStructure }, false},
	{"reduction_from_cuts_pct", "the reduction by cuts", "Fall of management cost by cuts, beyond what the structure frees, when the target is due",
		func(r result.CommissionerRow) float64 { return r.ReductionFromCuts }, false},
	{"local_knowledge_at_handover", "local knowledge at the handover", "Index of local knowledge at the handover",
		func(r result.CommissionerRow) float64 { return r.LocalKnowledgeAtHandover }, false},
}

// bodyOutcomeNames lists the columns of commissioners that the figure can show.
func bodyOutcomeNames() []string {
	names := make([]string, len(bodyOutcomes))
	for i, o := range bodyOutcomes {
		names[i] = o.name
	}
	return names
}

// unit is that of the column.
func (o bodyOutcome) unit() unit.Unit {
	columns := result.CommissionerRow{}.Table().Columns
	return columns[slices.IndexFunc(columns, func(c result.Column) bool { return c.Name == o.name })].Unit
}

// outcomePanel is the outcome under one structure, for each commissioner on the map; NaN where it is not known.
type outcomePanel struct {
	Code   string // of the structure
	Values []float64
}

// outcomesOnMap is what the figure is drawn from.
type outcomesOnMap struct {
	bodyMap
	figure.Measure
	shown  bodyOutcome
	Panels []outcomePanel
	Same   bool     // the one panel holds under every structure shown
	Left   []string // codes of structures left out, as they change nothing
	Some   bool     // there are structures besides that are not in focus
}

func outcomeMapPage(d figure.Data) chart.Page {
	m, found := bodyMapOf(d.Commissioners)
	if !found {
		return figure.Nothing(locationNeeds(d.Context))
	}
	all, found := outcomesOn(d.Context, d.Commissioners, m)
	if !found {
		return figure.Nothing("values of " + d.BodyPlural + " whose place is known")
	}
	if lo, hi := all.extremes(); d.SweepOutcome == "" && words.Alike(lo.Value, hi.Value) {
		return figure.Pointless("every value on the map reads the same")
	}
	l := all.layout(d.Context)
	return chart.Page{
		Title:       atCentralValues(d.Context, d.Outcomes, all.title(d.Context)),
		Subtitle:    d.Subtitle(words.Joined(all.shown.about, all.Words), ""),
		Measure:     words.Joined(all.shown.about, all.Words),
		Footer:      d.Footer(append(append([]string{d.AboutFocus("Shown"), onlyCentral(d.Context, d.Outcomes)}, l.notes()...), mapNotes(d.Context, m)...)...),
		Description: all.description(d.Context),
		BodyHeight:  l.height(),
		Body:        l.draw,
	}
}

// outcomesOn finds the outcome asked for, or the first that differs; false if there is no value of it.
func outcomesOn(ctx figure.Context, rows []result.CommissionerRow, m bodyMap) (outcomesOnMap, bool) {
	for _, o := range bodyOutcomes {
		if o.name == ctx.SweepOutcome {
			all := outcomeOn(ctx, rows, m, o)
			return all, len(all.Panels) > 0
		}
	}
	var first outcomesOnMap
	for _, o := range bodyOutcomes {
		all := outcomeOn(ctx, rows, m, o)
		if len(all.Panels) == 0 {
			continue
		}
		if lo, hi := all.extremes(); !words.Alike(lo.Value, hi.Value) {
			return all, true
		}
		if len(first.Panels) == 0 {
			first = all
		}
	}
	return first, len(first.Panels) > 0
}

// outcomeOn gathers an outcome under the structures in focus. One panel will do for all if they agree, and none is
// needed for what changes nothing where the others are shown against it.
func outcomeOn(ctx figure.Context, rows []result.CommissionerRow, m bodyMap, o bodyOutcome) outcomesOnMap {
	all := outcomesOnMap{bodyMap: m, shown: o}
	values := map[string]map[string]float64{}
	for _, row := range rows {
		if values[row.Structure] == nil {
			values[row.Structure] = map[string]float64{}
		}
		values[row.Structure][row.Code] = o.value(row)
	}
	var codes []string
	for _, row := range rows {
		codes = append(codes, row.Structure)
	}
	shown := ctx.ShownOf(codes)
	all.Some = len(shown) < len(words.Unique(codes))
	for _, code := range shown {
		panel := outcomePanel{Code: code}
		for _, b := range m.Bodies {
			v, there := values[code][b.Code]
			if !there || !words.Finite(v) {
				v = math.NaN()
			}
			panel.Values = append(panel.Values, v)
		}
		if slices.ContainsFunc(panel.Values, words.Finite) {
			all.Panels = append(all.Panels, panel)
		}
	}
	if o.difference {
		changes := slices.DeleteFunc(slices.Clone(all.Panels), func(p outcomePanel) bool { return !slices.ContainsFunc(p.Values, notZero) })
		for _, p := range all.Panels {
			if len(changes) > 0 && !slices.ContainsFunc(p.Values, notZero) {
				all.Left = append(all.Left, p.Code)
			}
		}
		if len(changes) > 0 {
			all.Panels = changes
		}
	}
	if len(all.Panels) > 1 && !slices.ContainsFunc(all.Panels, func(p outcomePanel) bool { return !slices.EqualFunc(p.Values, all.Panels[0].Values, alikeOrNone) }) {
		all.Panels, all.Same = all.Panels[:1], true
	}
	all.Measure = bodyMeasure(ctx, all)
	return all
}

// bodyMeasure is how values are written: points where they are differences, with a decimal at least, so that the map has as many
// bodies below nothing as by-size.
func bodyMeasure(ctx figure.Context, all outcomesOnMap) figure.Measure {
	var values []float64
	for _, p := range all.Panels {
		values = append(values, p.Values...)
	}
	m := ctx.MeasureIn(all.shown.unit(), values...)
	if all.shown.difference {
		m = m.Difference()
		m.Decimals = max(m.Decimals, 1)
	}
	if small := func(v float64) bool { return math.Abs(m.Unit.Scaled(v)) < 19.5 }; m.Decimals == 0 && !slices.ContainsFunc(values, func(v float64) bool { return words.Finite(v) && !small(v) }) {
		m.Decimals = 1
	}
	return m
}

func notZero(v float64) bool { return math.Abs(v) > 1e-9 }

func alikeOrNone(a, b float64) bool { return math.IsNaN(a) && math.IsNaN(b) || words.Alike(a, b) }
