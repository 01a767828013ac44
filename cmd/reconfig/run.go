package main

import (
	"cmp"
	"io"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"reconfig/cmd/reconfig/draw"
	"reconfig/cmd/reconfig/report"
	"reconfig/cmd/reconfig/report/runs"
	"reconfig/data/results"
	"reconfig/model/result"
	"reconfig/sim/debt"
)

type runOptions struct {
	caseOptions
	drawOptions
	outputOptions
	structures []string
}

func newRunCommand(env *environment) *cobra.Command {
	var o runOptions
	cmd := &cobra.Command{
		Use:   "run",
		Short: "Simulate the structures of a case; print, write and draw their outcomes with their spread",
		Long: `Runs every structure of a case with 10,000 draws of the uncertain assumptions, the
same draws for every structure, and once with each assumption at its central value.
Prints first which structure has the highest net benefit, how sure that is and
what would turn it; then one table of what each is worth, saves, costs and does to
capacity: the mean, and the range from the 5th to the 95th percentile. --full prints
all tables, --json the same content for programs. Levers and conventions
keep their central value; --set holds an assumption at a value, in every draw. So it
does with chances: fail.ARRANGEMENT and refuse.ARRANGEMENT, above 0 and below 1, say
which way failures and refusals fall (see docs/model.md, section 3, and case show).

Writes a result folder: summary.csv (what is printed, for a report), outcomes.csv
(every statistic), differences.csv (each pair of structures, draw by draw), probabilities.csv, convergence.csv,
trajectories.csv, commissioners.csv and sizes.csv (central values only), levy.csv
and fund.csv where the case has a debt plan, figures, and a datapackage.json that
says what every column means and where the results come from. With --format xlsx it
also holds results.xlsx, all tables as one Excel workbook, and with --format ods
results.ods. The folder appears whole or not at all; an earlier result there is
replaced, anything else is left alone.

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
	o.outputOptions.addFlags(cmd.Flags(), "(default: out/ and the case's name)")
	o.formats.addFlag(cmd.Flags())
	return cmd
}

// run simulates the draws, draws the figures, writes the folder and prints what it says.
func (o *runOptions) run(env *environment) error {
	structures, err := o.checkFlags()
	if err != nil {
		return err
	}
	s, err := o.open(env, structures)
	if err != nil {
		return err
	}
	out := cmp.Or(o.out, filepath.Join("out", s.input.Name))
	if err := results.CheckRunFolder(out, draw.Paths()); err != nil {
		return err
	}
	s.warnOfPairs(env)
	d, err := s.draw(env, &o.drawOptions, o.quiet)
	if err != nil {
		return err
	}
	if !o.quiet || len(o.formats.tables()) > 0 { // a workbook begins with what is printed
		first, second := d.report.Leaders()
		if err := d.findTurning(env, first, second); err != nil {
			return err
		}
	}
	plan, unsettled := debt.Work(s.input.Case), d.report.Unsettled()
	found := d.results(s.provenance(env, &o.drawOptions, slices.Concat(s.warnings, unsettled)), plan)
	if err := o.deliver(env, out, found, func() report.Answer { return d.answer(found.Summary, plan) }); err != nil {
		return err
	}
	for _, w := range unsettled {
		env.warn("%s", w)
	}
	return nil
}

// checkFlags reads the flags that need no case.
func (o *runOptions) checkFlags() (structures []string, err error) {
	if structures, err = codes("--structure", o.structures); err != nil {
		return nil, err
	}
	if err := o.checkFigures(); err != nil {
		return nil, err
	}
	return structures, o.check()
}

// results gathers what goes into the result folder.
func (d *drawnCase) results(p results.Provenance, plan *debt.Plan) *results.Folder {
	r := &results.Folder{Provenance: p}
	r.Run = *d.Run
	r.Summarise()
	if plan != nil {
		r.Levy, r.Fund = plan.Levy, plan.Fund
	}
	return r
}

// answer is what a run found.
func (d *drawnCase) answer(summary []result.SummaryRow, plan *debt.Plan) report.Answer {
	return d.report.Answer(summary, func(w io.Writer, s report.Style) {
		d.report.Write(w, s)
		report.WriteParagraphs(w, d.report.Findings())
		runs.WriteDebtPlan(w, d.input.Properties, plan)
		d.report.WriteCaution(w)
	})
}
