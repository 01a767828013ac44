package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/pflag"

	"reconfig/cmd/reconfig/draw"
	"reconfig/cmd/reconfig/report"
	"reconfig/data/results"
	"reconfig/plots"
)

// outputOptions are the flags of commands that write a result folder.
type outputOptions struct {
	out       string
	formats   outputFormats
	figures   figureOptions
	page      pageOptions
	shown     shownOptions
	noFigures bool
	quiet     bool

	figureless bool // no figure shows the results, so that no flag speaks of any
}

// addFlags adds the flags with a remark on the folder.
func (o *outputOptions) addFlags(f *pflag.FlagSet, folder string) {
	o.addFolderFlags(f, folder)
	o.figures.addFlag(f)
	o.page.addFlags(f)
	f.BoolVar(&o.noFigures, "no-figures", false, "draw no figures")
}

// addFolderFlags adds those that do not speak of figures.
func (o *outputOptions) addFolderFlags(f *pflag.FlagSet, folder string) {
	addPath(f, &o.out, "out", "", "`DIR` to write the results to "+folder)
	f.BoolVar(&o.quiet, "quiet", false, "print nothing but warnings and errors")
}

// addTableFlags adds the flags of a command whose results no figure shows.
func (o *outputOptions) addTableFlags(f *pflag.FlagSet, folder string) {
	o.addFolderFlags(f, folder)
	o.formats.addTableFlag(f)
	o.figureless, o.noFigures = true, true
}

// deliver draws the figures of results, writes the folder and, unless the user wants it quiet, prints what the results say
// and where the rest is.
func (o *outputOptions) deliver(env *environment, dir string, r *results.Folder, answer func() report.Answer) error {
	defer env.warnLater()()
	r.Formats = o.formats.tables()
	a := answer()
	if a.Table != nil {
		r.Analysis.Printed = a.Table.Lines
	}
	if len(r.Formats) > 0 {
		r.Printed = inSheet(a)
	}
	if err := o.draw(env, r); err != nil {
		return err
	}
	if env.canceled() != nil {
		return errInterrupted
	}
	if err := results.Write(dir, r, draw.Paths()); err != nil {
		return fmt.Errorf("cannot write the results, so %s is as it was: %w", dir, err)
	}
	if o.quiet {
		return nil
	}
	if !o.noFigures && len(o.formats.figures()) == 0 {
		a.Rest = append(a.Rest, "No figures: --format names no format of figures, such as png.")
	}
	a.Rest = append(a.Rest, fmt.Sprintf("Written to %s: %s.", dir, written(r)))
	return env.answer(a)
}

// check returns an error for flags of figures and formats that contradict one another, or that name what there is not.
func (o *outputOptions) checkFigures() error {
	if err := o.formats.check(!o.figureless); err != nil {
		return err
	}
	chosen, err := o.figures.chosen()
	if err != nil {
		return err
	}
	if err := errors.Join(o.shown.check(), o.shown.checkOutcome(outcomesOf(plots.Data{}, chosen))); err != nil {
		return err
	}
	switch {
	case o.shown.asked() && o.noFigures:
		return usagef("--focus and --outcome have no effect with --no-figures")
	case o.figures.asked() && o.noFigures:
		return usagef("--figure has no effect with --no-figures")
	case o.figures.asked() && len(o.formats.figures()) == 0:
		return usagef("--figure: --format names no format of figures, such as png")
	}
	return nil
}

// draw draws the figures that are to go into the folder.
func (o *outputOptions) draw(env *environment, r *results.Folder) error {
	if o.noFigures {
		return nil
	}
	chosen, err := o.figures.chosen()
	if err != nil {
		return err
	}
	d := draw.Data(r)
	o.page.show(&d)
	if err := o.shown.show(&d, chosen); err != nil {
		return err
	}
	if err := o.figures.allThere(chosen, d, "this result"); err != nil {
		return err
	}
	r.Figures, _, err = drawFigures(env, d, chosen, o.formats.figures(), o.figures.asked())
	return err
}

// inSheet is what an answer says, as a sheet shows it.
func inSheet(a report.Answer) *results.Printed {
	p := &results.Printed{Conclusions: report.Items(report.Shorten(a.Conclusions))}
	if a.Table == nil {
		return p
	}
	p.Title = report.OneLine(a.Table.Title)
	for _, note := range a.Table.Explaining() {
		p.Notes = append(p.Notes, report.OneLine(note))
	}
	var columns []report.Column
	columns, p.Rows = a.Table.Whole()
	for _, c := range columns {
		p.Columns = append(p.Columns, results.PrintedColumn{Name: c.Heading(), Right: c.AtRight()})
	}
	return p
}

// drawFigures draws the figures that there are data for; see draw.Figures. One that cannot be drawn gives a warning, one that would tell nothing a note; told says
// whether any did.
func drawFigures(env *environment, d plots.Data, all []plots.Figure, formats []string, asked bool) (drawn []results.File, told bool, err error) {
	drawn, err = draw.Figures(env.ctx, d, all, formats, asked, func(fault error) {
		if errors.As(fault, new(*draw.LackingError)) || errors.As(fault, new(*draw.UnreadableError)) {
			env.warn("%v", fault)
			return
		}
		tell := env.warn
		if errors.As(fault, new(*plots.PointlessError)) && !asked {
			tell = env.note
		}
		tell("not drawn: %v", fault)
		told = true
	})
	if err != nil {
		return nil, told, errInterrupted
	}
	return drawn, told, nil
}

// written says what the result folder holds.
func written(r *results.Folder) string {
	parts, drawn := r.Files()
	if drawn > 0 {
		parts = append(parts, report.Count(drawn, "file", "files")+" of figures in "+draw.Folder)
	}
	return strings.Join(parts, ", ")
}
