package main

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"reconfig/cmd/reconfig/draw"
	"reconfig/data/folder"
	"reconfig/data/results"
	"reconfig/model"
	"reconfig/model/result"
	"reconfig/model/spelling"
	"reconfig/plots"
)

type plotOptions struct {
	figures figureOptions
	formats []string
	out     string
	focus   []string
	outcome string
	page    pageOptions
}

func newPlotCommand(env *environment) *cobra.Command {
	var o plotOptions
	var list strings.Builder
	for _, f := range plots.Figures() {
		fmt.Fprintf(&list, "  %-24s %s (%s)\n", f.Name, f.Summary, f.Needs)
	}
	cmd := &cobra.Command{
		Use:   "plot DIR",
		Short: "Draw the figures of a run, a sweep or an analysis again, from its tables alone",
		Long: `Draws figures from the tables of a result folder, a sweep or an analysis. You can edit
the tables first, or use tables from elsewhere with the same columns. If a table is
missing, the figures that need it are left out. The datapackage.json gives titles and
notes; it may be missing too. The source line of a figure says if its table was edited
after the run, or has no description.

Figures (and the tables they need):
` + list.String(),
		Example: `  reconfig plot out/london-2010 --format pdf
  reconfig plot out/london-2010 --figure distribution,difference --outcome net_benefit_k
  reconfig plot my-tables --figure capacity,required-cost --focus merger,status-quo --out figures`,
		Args: cobra.ExactArgs(1),
		RunE: withPaths(func(args []string) error { return o.run(env, args[0]) }),
	}
	o.figures.addFlag(cmd.Flags())
	addFigureFormatFlag(cmd.Flags(), &o.formats, "")
	o.page.addFlags(cmd.Flags())
	addPath(cmd.Flags(), &o.out, "out", "", "`DIR` to write the figures to (default: figures in the result folder)")
	cmd.Flags().StringSliceVar(&o.focus, "focus", nil, "`CODES` of the structures in colour, at most four")
	cmd.Flags().StringVar(&o.outcome, "outcome", "", "`NAME` of the outcome to show in figures that show one (default: structure_npv_k, or a sweep's first)"+columnsShown())
	return cmd
}

func (o *plotOptions) run(env *environment, dir string) error {
	if err := o.check(); err != nil {
		return err
	}
	chosen, err := o.figures.chosen()
	if err != nil {
		return err
	}
	d, err := readFigureData(env, dir)
	if err != nil {
		return err
	}
	if err := o.show(&d, chosen); err != nil {
		return err
	}
	if err := o.figures.allThere(chosen, d, dir); err != nil {
		return err
	}
	drawn, err := drawFigures(env, d, chosen, o.formats, o.figures.asked())
	if err != nil {
		return err
	}
	switch {
	case len(drawn) == 0 && len(d.Structures()) > plots.MostStructures:
		return fmt.Errorf("no figure was drawn of %s", dir)
	case len(drawn) == 0:
		return fmt.Errorf("no figure can be drawn from the tables of %s; `reconfig plot --help` says which tables each needs", dir)
	}
	return writeFigures(env, cmp.Or(o.out, filepath.Join(dir, draw.Folder)), drawn)
}

// check returns an error for flags that are wrong whatever the tables are.
func (o *plotOptions) check() error {
	if of, found := tableFormat(o.formats); found {
		return usagef("--format %s: plot draws figures, and a %s holds tables; add --format %s to `reconfig run`, `decide`, `discover` or `sensitivity`, which write all of theirs to %s", of.Name, of.Holder, of.Name, of.File)
	}
	if err := checkFormats(o.formats, plots.Formats()); err != nil {
		return err
	}
	if len(o.focus) > model.MostInFocus {
		return usagef("--focus: at most %d structures can be in colour", model.MostInFocus)
	}
	return nil
}

// show takes from the flags what figures are to show of the tables.
func (o *plotOptions) show(d *plots.Data, chosen []plots.Figure) error {
	o.page.show(d)
	if len(o.focus) > 0 {
		if err := checkFocus(o.focus, *d); err != nil {
			return err
		}
		d.Focus = o.focus
	}
	if o.outcome == "" {
		return nil
	}
	if known := outcomesOf(*d, chosen); !slices.Contains(known, o.outcome) {
		return usagef("--outcome: %w", spelling.Unknown("outcome", o.outcome, known))
	}
	d.SweepOutcome = o.outcome
	return nil
}

// writeFigures writes figures to a folder and lists them.
func writeFigures(env *environment, dir string, drawn []results.File) error {
	for _, f := range drawn {
		path := filepath.Join(dir, filepath.Base(f.Path))
		if err := folder.WriteFile(path, f.Content); err != nil {
			return fmt.Errorf("cannot write a figure: %w", err)
		}
		fmt.Fprintf(env.out, "%s  %s\n", path, f.Title)
	}
	return nil
}

// columnsShown says for help which figures show columns of other tables than outcomes.
func columnsShown() string {
	var text strings.Builder
	for _, f := range plots.Figures() {
		if len(f.Columns) > 0 {
			fmt.Fprintf(&text, "; %s shows columns of %s.csv: %s", f.Name, f.Needs, strings.Join(f.Columns, ", "))
		}
	}
	return text.String()
}

// readFigureData reads the tables of a run, of a sweep or of an analysis.
func readFigureData(env *environment, dir string) (plots.Data, error) {
	found, err := results.Read(dir)
	switch {
	case errors.As(err, new(*results.NoResultsError)):
		return plots.Data{}, err
	case err != nil:
		return plots.Data{}, listed(dir, err, "Nothing was drawn")
	}
	for _, how := range found.Written {
		env.warn("%s: %s", dir, how)
	}
	return draw.Data(found), nil
}

// outcomesOf lists the outcomes that figures can show: of a sweep those that it kept, of an analysis those that it is
// about. Figures that cannot show the one asked for show what they do unless asked.
func outcomesOf(d plots.Data, figures []plots.Figure) []string {
	if d.Sweep != nil {
		names := make([]string, len(d.Sweep.Outcomes))
		for i, o := range d.Sweep.Outcomes {
			names[i] = o.String()
		}
		return names
	}
	if names := d.OutcomeNames(); len(names) > 0 {
		return names
	}
	var names []string
	for _, f := range figures {
		if len(f.Columns) > 0 {
			names = append(names, f.Columns...)
		} else {
			names = append(names, result.OutcomeNames()...)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// checkFocus returns an error if the tables lack a structure that is to be in colour.
func checkFocus(focus []string, d plots.Data) error {
	known := d.Structures()
	for _, code := range focus {
		if !slices.Contains(known, code) {
			return usagef("--focus: %w", spelling.Unknown("structure", code, known))
		}
	}
	return nil
}
