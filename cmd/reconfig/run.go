package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"reconfig/cmd/reconfig/report"
	"reconfig/cmd/reconfig/report/runs"
	"reconfig/data/results"
	"reconfig/model/result"
	"reconfig/plots"
	"reconfig/sim"
	"reconfig/sim/analysis"
	"reconfig/sim/ensemble"
)

type runOptions struct {
	caseOptions
	drawOptions
	structures []string
	out        string
	formats    outputFormats
	noFigures  bool
	quiet      bool
}

func newRunCommand(env *environment) *cobra.Command {
	var o runOptions
	cmd := &cobra.Command{
		Use:   "run",
		Short: "Simulate the structures of a case; print, write and draw their outcomes with their spread",
		Long: `Runs every structure of a case with 10,000 draws of the uncertain assumptions, the
same draws for every structure, and once with each assumption at its central value.
Prints first which structure has the highest net benefit, how sure that is and
what would turn it; then what each is worth, saves, costs and does to capacity:
the mean, and the range from the 5th to the 95th percentile. Levers and conventions
keep their central value; --set holds an assumption at a value, in every draw. So it
does with chances: fail.ARRANGEMENT and refuse.ARRANGEMENT, above 0 and below 1, say
which way failures and refusals fall (see docs/model.md, section 3, and case show).

Writes a result folder: outcomes.csv (every statistic), differences.csv (each pair
of structures, draw by draw), probabilities.csv, convergence.csv,
trajectories.csv, commissioners.csv and sizes.csv (central values only), levy.csv
and fund.csv where the case has a debt plan, figures, and a datapackage.json that
says what every column means and where the results come from. With --format xlsx it
also holds results.xlsx, all tables as one Excel workbook. The folder appears whole or
not at all; an earlier result there is replaced, anything else is left alone.

A value outside the assumption's plausible range gives a warning; one outside
what is possible is an error. The same seed gives the same results to the last
digit, on any number of processors.`,
		Example: `  reconfig run
  reconfig run --draws 0
  reconfig run --structure status-quo,merger --set target.reduction=0.3 --draws 2000 --seed 7
  reconfig run --set fail.hub=0.9 --set refuse.merger=0.9 --draws 2000
  reconfig run --case my-case --map five-2012 --horizon 15 --out out/five --format svg,pdf
  reconfig run --case my-case.xlsx --format png,xlsx`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return outcome(o.run(env)) },
	}
	o.caseOptions.addFlags(cmd.Flags())
	o.drawOptions.addFlags(cmd.Flags())
	cmd.Flags().StringSliceVar(&o.structures, "structure", nil, "`CODES` of the structures to run, separated by commas (default: all)")
	cmd.Flags().StringVar(&o.out, "out", "", "`DIR` to write the results to (default: out/ and the case's name)")
	o.formats.addFormatFlag(cmd.Flags())
	cmd.Flags().BoolVar(&o.noFigures, "no-figures", false, "draw no figures")
	cmd.Flags().BoolVar(&o.quiet, "quiet", false, "print nothing but warnings and errors")
	return cmd
}

func (o *runOptions) run(env *environment) error {
	structures, err := codes("--structure", o.structures)
	if err != nil {
		return err
	}
	if err := o.formats.check(); err != nil {
		return err
	}
	if err := o.check(); err != nil {
		return err
	}
	s, err := o.open(env, structures)
	if err != nil {
		return err
	}
	out := o.out
	if out == "" {
		out = filepath.Join("out", s.input.Name)
	}
	if err := results.CheckRunFolder(out, figurePaths()); err != nil {
		return err
	}
	n, err := s.ensemble(env, &o.drawOptions, o.quiet)
	if err != nil {
		return err
	}
	r := s.report(n, &o.drawOptions, o.set)
	if !o.quiet {
		first, second := r.Leaders()
		if r.Turning, err = s.turning(env, first, second); err != nil {
			return err
		}
	}
	plan := sim.WorkDebtPlan(s.input.Case)
	unsettled := r.Unsettled()
	found := s.results(env, n, plan, o, slices.Concat(s.warnings, unsettled))
	if !o.noFigures {
		if found.Figures, err = drawFigures(env, figureData(found), plots.Figures(), o.formats.figures(), false); err != nil {
			return err
		}
	}
	if err := env.canceled(); err != nil {
		return errInterrupted
	}
	if err := results.Write(out, found, figurePaths()); err != nil {
		return fmt.Errorf("cannot write the results, so %s is as it was: %w", out, err)
	}
	if !o.quiet {
		r.Write(env.out, env.style())
		report.WriteParagraphs(env.out, r.Findings())
		runs.WriteDebtPlan(env.out, s.input.Setting, plan)
		r.WriteCaution(env.out)
		fmt.Fprintf(env.out, "\nWritten to %s: %s.\n", out, written(found))
	}
	for _, w := range unsettled {
		env.warn("%s", w)
	}
	return nil
}

var errInterrupted = errors.New("interrupted; nothing was written")

// ensemble runs the draws. A distribution that an assumption cannot have is a fault of the case.
func (s *simulation) ensemble(env *environment, o *drawOptions, quiet bool) (*ensemble.Ensemble, error) {
	all, held, err := o.generators(s.input.Case, s.draw, s.set)
	if err != nil {
		return nil, fmt.Errorf("%s: assumptions.csv: %w", s.input.Name, err)
	}
	p := newProgress(env, o.draws, 0, quiet)
	defer p.stop()
	n, err := ensemble.Run(env.ctx, s.engine, all, ensemble.Options{Base: s.draw, Draws: o.draws, Held: held, Progress: p.add})
	if err != nil {
		return nil, errInterrupted
	}
	return n, nil
}

// turning finds what alone would turn the choice of two structures on net benefit; nothing where there are not two.
func (s *simulation) turning(env *environment, first, second string) ([]result.SwitchingRow, error) {
	if second == "" {
		return nil, nil
	}
	setup := &analysis.Setup{Case: s.input.Case, Base: s.draw, Set: s.set, Map: s.engine.MapName(), Horizon: s.engine.HorizonYears()}
	rows, err := setup.Turning(env.ctx, result.NetBenefit, first, second)
	if err != nil && env.canceled() != nil {
		return nil, errInterrupted
	}
	return rows, err
}

// results gathers what goes into the result folder.
func (s *simulation) results(env *environment, n *ensemble.Ensemble, plan *sim.DebtPlan, o *runOptions, warnings []string) *results.Folder {
	r := &results.Folder{Workbook: o.formats.workbook(), Provenance: s.provenance(env, &o.drawOptions, o.set, warnings)}
	r.Run = result.Run{
		Outcomes: n.Outcomes, Differences: n.Differences, Probabilities: n.Probabilities, Convergence: n.Convergence,
		Trajectories: n.Trajectories, Commissioners: n.Commissioners, Sizes: sim.Sizes(n.Commissioners),
	}
	if plan != nil {
		r.Levy, r.Fund = plan.Levy, plan.Fund
	}
	return r
}

// report is what is printed of a run.
func (s *simulation) report(n *ensemble.Ensemble, o *drawOptions, set []string) runs.Run {
	return runs.NewRun(runs.Run{
		Setting: s.input.Setting, Title: s.input.Title, Map: s.engine.MapName(), HorizonYears: s.engine.HorizonYears(),
		TargetYears: s.value("target.years"), HandoverYear: s.value("handover.year"), Tolerance: s.value("target.tolerance"),
		Commissioners: len(s.input.Commissioners), Settings: set, Assumptions: s.input.Assumptions, Held: s.set, Draws: o.draws, Differences: n.Differences,
		Complete: s.complete(),
		Baseline: s.input.BaselineStatementByBody(), Bases: s.input.BaselineBases(), Focus: s.input.FocusCodes(), ByBody: n.Commissioners, BySize: sim.Sizes(n.Commissioners),
	}, n.Outcomes, n.Probabilities, n.Convergence)
}

// written says what the result folder holds.
func written(r *results.Folder) string {
	parts, figures := r.Files()
	if figures > 0 {
		parts = append(parts, report.Count(figures, "file", "files")+" of figures in "+figureFolder)
	}
	return strings.Join(parts, ", ")
}
