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
	page      pageOptions
	noFigures bool
	quiet     bool
}

// addFlags adds the flags with a remark on the folder.
func (o *outputOptions) addFlags(f *pflag.FlagSet, folder string) {
	addPath(f, &o.out, "out", "", "`DIR` to write the results to "+folder)
	o.page.addFlags(f)
	f.BoolVar(&o.noFigures, "no-figures", false, "draw no figures")
	f.BoolVar(&o.quiet, "quiet", false, "print nothing but warnings and errors")
}

var errInterrupted = errors.New("interrupted; nothing was written")

// deliver draws the figures of results, writes the folder and, unless the user wants it quiet, prints what the results say
// and where the rest is.
func (o *outputOptions) deliver(env *environment, dir string, r *results.Folder, answer func() report.Answer) error {
	r.Formats = o.formats.tables()
	if !o.noFigures {
		d := draw.Data(r)
		o.page.show(&d)
		var err error
		if r.Figures, err = drawFigures(env, d, plots.Figures(), o.formats.figures(), false); err != nil {
			return err
		}
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
	a := answer()
	a.Rest = append(a.Rest, fmt.Sprintf("Written to %s: %s.", dir, written(r)))
	return env.answer(a)
}

// drawFigures draws the figures that there are data for; see draw.Figures. One that cannot be drawn gives a warning.
func drawFigures(env *environment, d plots.Data, all []plots.Figure, formats []string, asked bool) ([]results.File, error) {
	drawn, err := draw.Figures(env.ctx, d, all, formats, asked, func(fault error) {
		if errors.As(fault, new(*draw.LackingError)) {
			env.warn("%v", fault)
			return
		}
		env.warn("not drawn: %v", fault)
	})
	if err != nil {
		return nil, errInterrupted
	}
	return drawn, nil
}

// written says what the result folder holds.
func written(r *results.Folder) string {
	parts, drawn := r.Files()
	if drawn > 0 {
		parts = append(parts, report.Count(drawn, "file", "files")+" of figures in "+draw.Folder)
	}
	return strings.Join(parts, ", ")
}
