package main

import (
	"slices"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"reconfig/cmd/reconfig/draw"
	"reconfig/cmd/reconfig/report/runs"
	"reconfig/data/results"
)

type compareOptions struct {
	caseOptions
	drawOptions
	outputOptions
}

func newCompareCommand(env *environment) *cobra.Command {
	var o compareOptions
	cmd := &cobra.Command{
		Use:   "compare A B",
		Short: "Compare two structures or two saved results: which is better, and how sure that is",
		Long: `Says which of two structures has the higher net benefit, how sure that is, and what
would change the order. Then lists the main outcomes of both with the difference B − A:
its mean, its range from the 5th to the 95th percentile, and in how many of 100 draws B
is better. Both see the same draws, so what they have in common drops out. --full has
every outcome, and the functions that the two place differently.

With --out it writes a result folder: comparison.csv (what is printed, and every
other outcome), the tables of a run of the two, figures and a datapackage.json.

An argument with a slash is a result folder. “compare out/a out/b” sets the same
structures of two saved runs side by side. It says which inputs differ, and by how much
each outcome does. With --out it writes saved.csv and a datapackage.json, which has the
inputs and the commands of both; there are no figures.`,
		Example: `  reconfig compare merger hub-and-sectors
  reconfig compare de-facto-merger merger --set scale.governance=0.2 --draws 2000
  reconfig compare merger de-facto-merger --out out/two --format svg,xlsx
  reconfig compare out/a out/b --out out/a-and-b --format xlsx`,
		Args: cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			if isFolder(args[0]) || isFolder(args[1]) {
				return outcome(o.compareSaved(env, args, cmd.Flags()))
			}
			if err := o.checkOutput(cmd.Flags()); err != nil {
				return err
			}
			return outcome(o.compare(env, args[0], args[1]))
		},
	}
	o.caseOptions.addFlags(cmd.Flags())
	o.drawOptions.addFlags(cmd.Flags())
	o.outputOptions.addFlags(cmd.Flags(), "(default: write nothing)")
	o.shown.addFocus(cmd.Flags())
	o.formats.addFlag(cmd.Flags())
	return cmd
}

// checkOutput returns an error for flags that only say how a folder is written, where none is.
func (o *compareOptions) checkOutput(f *pflag.FlagSet) error {
	for _, name := range []string{"format", "figure", "focus", "no-figures", "quiet"} {
		if o.out == "" && f.Changed(name) {
			return usagef("--%s has no effect without --out", name)
		}
	}
	return o.checkFigures()
}

func (o *compareOptions) compare(env *environment, a, b string) error {
	if a == b {
		return usagef("compare needs two different structures; both are %s", a)
	}
	if err := o.check(); err != nil {
		return err
	}
	s, err := o.open(env, []string{a, b})
	if err != nil {
		return withFolderHint(err, a, b)
	}
	if err := o.shown.checkStructures(s.Engine.Structures()); err != nil {
		return err
	}
	if o.out != "" {
		if err := results.CheckRunFolder(o.out, draw.Paths()); err != nil {
			return err
		}
	}
	d, err := s.draw(env, &o.drawOptions, o.quiet)
	if err != nil {
		return err
	}
	if err := d.findTurning(env, b, a); err != nil {
		return err
	}
	first, _ := s.input.Structure(a)
	second, _ := s.input.Structure(b)
	c := runs.Comparison{Run: d.Report, Case: s.input.Case, A: first, B: second}
	if err := o.say(env, d, c); err != nil {
		return err
	}
	for _, w := range c.Unsettled() {
		env.warn("%s", w)
	}
	return nil
}

// say prints the comparison and, if that is asked for, writes it.
func (o *compareOptions) say(env *environment, d *drawnCase, c runs.Comparison) error {
	if o.out == "" {
		return env.answer(c.Answer())
	}
	found := d.results(d.provenance(env, &o.drawOptions, slices.Concat(d.warnings, c.Unsettled())), nil)
	found.Comparison = c.Rows()
	return o.deliver(env, o.out, found, c.Answer)
}
