package appraisal

import (
	"strings"

	"reconfig/cmd/reconfig/report/analyses"
	"reconfig/cmd/reconfig/report/document"
	"reconfig/model/result"
	"reconfig/plots"
	"reconfig/sim/debt"
)

// Document gathers what a report is made of. The choice may be empty.
func (d *Drawn) Document(made document.Made, choice analyses.Analysis) document.Input {
	tables := result.Tables{Run: *d.Run}
	tables.Summarise()
	if plan := debt.Work(d.Of.Case); plan != nil {
		tables.Levy, tables.Fund = plan.Levy, plan.Fund
	}
	source := made.Program + ". " + made.Attribution
	drawn := d.figureData(made, tables)
	drawn.ShowBest()
	if drawn.Source = source; made.Draws > 0 { // nothing in the debt plan is drawn
		drawn.SourceOfPlan = source
	} else {
		drawn.Source = made.Program + ", every assumption at one value. " + made.Attribution
	}
	decided := d.figureData(made, result.Tables{Analysis: choice.Analysis})
	decided.Source, decided.SourceOfPlan, decided.Names = source, source, choice.Names
	if len(choice.Robustness) > 0 {
		decided.ShowBest()
	}
	return document.Input{Case: d.Of.Case, Run: d.Report, Tables: tables.Run, Analysis: choice, Drawn: drawn, Decided: decided, Made: made}
}

// figureData is what figures are drawn from, labelled as those of a result folder are, but for its source.
func (d *Drawn) figureData(made document.Made, tables result.Tables) plots.Data {
	c := d.Of.Case
	data := plots.Data{Tables: tables, Context: plots.Context{
		Case: c.Title, BodySingular: c.BodySingular, BodyPlural: c.BodyPlural, Currency: c.Currency, PriceYear: c.PriceYear,
		Map: made.Map, Baseline: c.BaselineStatement(), Focus: c.FocusCodes(), Colours: c.ColourCodes(), Tolerance: made.Values["target.tolerance"],
		HandoverYears: made.Values["handover.year"], Draws: made.Draws, Labels: c.InputLabels(), Central: made.Values,
	}}
	if len(made.Settings) > 0 {
		data.Set = true
		data.Note = "Set by the user: " + strings.Join(made.Settings, ", ") + "."
	}
	return data
}
