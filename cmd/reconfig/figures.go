package main

import (
	"errors"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"reconfig/cmd/reconfig/report"
	"reconfig/data/results"
	"reconfig/model/result"
	"reconfig/model/spelling"
	"reconfig/plots"
	"reconfig/sim/parallel"
)

// figureFolder is where a result folder has its figures.
const figureFolder = "figures"

// workbookFormat asks for all tables as one Excel workbook.
const workbookFormat = "xlsx"

// outputFormats says in which formats a command writes: figures, and a workbook of all tables.
type outputFormats []string

func (o *outputFormats) addFormatFlag(f *pflag.FlagSet) {
	addFigureFormatFlag(f, (*[]string)(o), "; and xlsx for all tables as one Excel workbook, "+results.WorkbookFile)
}

// check returns an error for a format that there is not, or that stands twice.
func (o outputFormats) check() error {
	return checkFormats(o, append(plots.Formats(), workbookFormat))
}

// workbook says whether a workbook is wanted.
func (o outputFormats) workbook() bool { return slices.Contains(o, workbookFormat) }

// figures are the formats of figures.
func (o outputFormats) figures() []string {
	return slices.DeleteFunc(slices.Clone(o), func(format string) bool { return format == workbookFormat })
}

// addFigureFormatFlag adds the flag with a remark on what else it may be.
func addFigureFormatFlag(f *pflag.FlagSet, formats *[]string, remark string) {
	f.StringSliceVar(formats, "format", []string{"png", "svg"}, "`FORMATS` of the figures, separated by commas: "+strings.Join(plots.Formats(), ", ")+remark)
}

func checkFormats(formats, known []string) error {
	for _, format := range formats {
		if !slices.Contains(known, format) {
			return usagef("--format: %w", spelling.Unknown("format", format, known))
		}
	}
	_, err := codes("--format", formats)
	return err
}

// figurePaths lists every figure file that a run may write.
func figurePaths() []string {
	var paths []string
	for _, f := range plots.Figures() {
		for _, format := range plots.Formats() {
			paths = append(paths, figurePath(f, format))
		}
	}
	return paths
}

func figurePath(f plots.Figure, format string) string {
	return figureFolder + "/" + f.Name + "." + format
}

// figureData is what figures are drawn from, labelled with what the results say of themselves.
func figureData(r *results.Folder) plots.Data {
	p := &r.Provenance
	d := plots.Data{Context: figureContext(p), Tables: r.Tables}
	d.Map, d.Names, d.Tolerance = p.Map, p.Names, p.Draw["target.tolerance"]
	d.Source = figureSource(p, r.Edited, drawnFrom(r))
	if p.Draws > 0 || p.Method != "" { // nothing in the plan is drawn
		d.SourceOfPlan = figureSource(p, r.Edited, "")
	}
	if len(p.Maps) == 1 {
		d.Map = p.Maps[0]
	}
	set := "Set by the user: "
	if r.Sweep != nil {
		set = "Held at every point: "
		if n := len(r.Sweep.Outcomes); n > 0 && n < result.OutcomeCount { // what the plan names first matters most
			d.SweepOutcome = r.Sweep.Outcomes[0].String()
		}
	}
	if len(p.Set) > 0 {
		d.Note = set + strings.Join(p.Set, ", ") + "."
	}
	return d
}

// drawnFrom says what the values of figures were drawn from.
func drawnFrom(r *results.Folder) string {
	switch p := &r.Provenance; {
	case r.Sweep != nil:
		return ""
	case p.Draws > 0:
		return ", " + report.Count(p.Draws, "draw", "draws") + " of the uncertain assumptions"
	case p.Method != "":
		return ""
	}
	return ", every assumption at one value"
}

// figureContext is what results say of themselves.
func figureContext(p *results.Provenance) plots.Context {
	return plots.Context{
		Case: p.Case.Title, BodySingular: p.BodySingular, BodyPlural: p.BodyPlural, Currency: p.Currency, PriceYear: p.PriceYear,
		Baseline: p.Baseline, Focus: p.Focus, HandoverYears: p.Draw["handover.year"], Draws: p.Draws,
	}
}

// figureSource says where figures come from and how they were computed. Tables that no run wrote, or that were edited
// since, are not passed off as its results.
func figureSource(p *results.Provenance, edited []string, how string) string {
	switch {
	case p.Program == "":
		return "tables of unstated origin, drawn by reconfig"
	case len(edited) > 0:
		how = ", edited since: " + strings.Join(edited, ", ")
	}
	return p.Program + how + ". " + p.Attribution
}

// drawing is one figure in one format.
type drawing struct {
	figure plots.Figure
	format string
	file   results.File
	fault  error
}

// drawFigures draws the figures that there are data for, on all cores. One that cannot be drawn gives a warning; one
// that has nothing to show does only if the user asked for it by name.
func drawFigures(env *environment, d plots.Data, figures []plots.Figure, formats []string, asked bool) ([]results.File, error) {
	var drawings []*drawing
	for _, f := range figures {
		if len(f.Missing(d)) > 0 {
			continue
		}
		for _, format := range formats {
			drawings = append(drawings, &drawing{figure: f, format: format})
		}
	}
	// An interruption leaves drawings undone; the check below sees it.
	_ = parallel.Do(env.ctx, runtime.GOMAXPROCS(0), len(drawings), 1, func(_, i, _ int) { drawings[i].draw(d) })
	if env.canceled() != nil {
		return nil, errInterrupted
	}
	var drawn []results.File
	warned := map[string]bool{}
	for _, x := range drawings {
		var nothing *plots.NothingToDrawError
		switch {
		case x.fault == nil:
			drawn = append(drawn, x.file)
		case errors.As(x.fault, &nothing) && !asked:
		case !warned[x.fault.Error()]: // once a figure, if it fails alike in every format
			warned[x.fault.Error()] = true
			env.warn("not drawn: %v", x.fault)
		}
	}
	return drawn, nil
}

// draw draws the figure. What it cannot draw it may not be able to describe.
func (x *drawing) draw(d plots.Data) {
	content, err := x.figure.Render(d, x.format)
	if err != nil {
		x.fault = err
		return
	}
	x.file = results.File{
		Path: figurePath(x.figure, x.format), Title: x.figure.Title(d), Description: x.figure.AltText(d), MediaType: plots.MediaType(x.format), Content: content,
	}
}
