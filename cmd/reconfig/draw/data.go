package draw

import (
	"slices"
	"strings"

	"reconfig/data/results"
	"reconfig/plots"
)

// Data is what figures are drawn from, labelled with what the results say of themselves.
func Data(r *results.Folder) plots.Data {
	p := &r.Provenance
	d := plots.Data{Context: contextOf(p), Tables: r.Tables}
	d.Map, d.Names, d.Tolerance = p.Map, p.Names, p.Draw["target.tolerance"]
	d.Source = source(p, r.Edited, drawnFrom(r))
	if p.Draws > 0 || p.Method != "" { // nothing in the plan is drawn
		d.SourceOfPlan = source(p, r.Edited, "")
	}
	if len(p.Maps) == 1 {
		d.Map = p.Maps[0]
	}
	set := "Set by the user: "
	if r.Sweep != nil {
		set = "Set at every point: "
		if all := r.Sweep.Outcomes; len(all) > 0 && !slices.Contains(all, plots.DefaultOutcome) { // what the plan names first matters most
			d.SweepOutcome = all[0].String()
		}
	}
	d.Set = len(p.Set) > 0 || p.Program == ""
	if len(p.Set) > 0 {
		d.Note = set + strings.Join(p.Set, ", ") + "."
	}
	if p.Method == "" || len(r.Robustness) > 0 {
		d.ShowBest()
	}
	return d
}

// drawnFrom says what the values of figures were drawn from.
func drawnFrom(r *results.Folder) string {
	switch p := &r.Provenance; {
	case r.Sweep != nil:
		return ""
	case p.Draws > 0:
		return "" // figures of draws say how many
	case p.Method != "":
		return ""
	}
	return ", every assumption at one value"
}

// contextOf is what results say of themselves.
func contextOf(p *results.Provenance) plots.Context {
	return plots.Context{
		Case: p.Case.Title, BodySingular: p.BodySingular, BodyPlural: p.BodyPlural, Currency: p.Currency, PriceYear: p.PriceYear,
		Baseline: p.Baseline, Focus: p.Focus, HandoverYears: p.Draw["handover.year"], Draws: p.Draws, Points: p.Points, Labels: p.Labels, Central: p.Draw, Plausible: p.Plausible, Colours: p.Colours,
	}
}

// source says where figures come from and how they were computed. Tables that no run wrote, or that were edited since,
// are not passed off as its results.
func source(p *results.Provenance, edited []string, how string) string {
	switch {
	case p.Program == "":
		return "tables of unstated origin, drawn by reconfig"
	case len(edited) > 0:
		how = ", edited since: " + strings.Join(edited, ", ")
	}
	return p.Program + how + ". " + p.Attribution
}
