package main

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"reconfig/cmd/reconfig/draw"
	"reconfig/data/folder"
	"reconfig/data/results"
	"reconfig/plots"
)

type plotOptions struct {
	figures figureOptions
	formats []string
	out     string
	shown   shownOptions
	page    pageOptions
}

func newPlotCommand(env *environment) *cobra.Command {
	var o plotOptions
	var list strings.Builder
	for _, f := range plots.Figures() {
		narrow := ""
		if f.Narrow {
			narrow = "; also with --width 8"
		}
		fmt.Fprintf(&list, "  %-24s %s (%s%s)\n", f.Name, f.Summary, f.Needs, narrow)
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
	o.shown.addFocus(cmd.Flags())
	o.shown.addOutcome(cmd.Flags(), "; structure_npv_k, or a sweep's first, where the tables lack it")
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
	o.page.show(&d)
	if err := o.shown.show(&d, chosen); err != nil {
		return err
	}
	if err := o.figures.allThere(chosen, d, dir); err != nil {
		return err
	}
	out := cmp.Or(o.out, filepath.Join(dir, draw.Folder))
	if err := folder.CheckWritable(filepath.Join(out, "figure")); err != nil {
		return err
	}
	drawn, told, err := drawFigures(env, d, chosen, o.formats, o.figures.asked())
	if err != nil {
		return err
	}
	switch {
	case len(drawn) == 0 && told:
		return fmt.Errorf("no figure was drawn of %s: see above why", dir)
	case len(drawn) == 0:
		return fmt.Errorf("no figure can be drawn from the tables of %s; `reconfig plot --help` says which tables each needs", dir)
	}
	return writeFigures(env, out, drawn)
}

// check returns an error for flags that are wrong whatever the tables are.
func (o *plotOptions) check() error {
	if of, found := tableFormat(o.formats); found {
		return usagef("--format %s: plot draws figures, and a %s holds tables; add --format %s to `reconfig run`, `decide`, `discover` or `sensitivity`, which write all of theirs to %s", of.Name, of.Holder, of.Name, of.File)
	}
	if err := checkFormats(o.formats, plots.Formats()); err != nil {
		return err
	}
	return o.shown.check()
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
