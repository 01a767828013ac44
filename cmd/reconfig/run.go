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
		Short: "Simulate the structures of a case: what each saves, costs and does to capacity",
		Long: `Runs every structure of a case with 10,000 draws of the uncertain assumptions, the
same draws for every structure, and once with each assumption at its central value.
First it prints which structure has the highest net benefit, how sure that is, and what
would change the order. Then it prints one table of what each structure is worth, saves,
costs and does to capacity: the mean, and the range from the 5th to the 95th percentile.
--full prints all tables, --json the same content for programs.

--set gives an assumption one value in every draw. Without it levers and conventions
have their central value. A value outside the plausible range gives a warning; a value
outside what is possible is an error. --set also takes chances, which say which way
failures and refusals fall: fail.ARRANGEMENT and refuse.ARRANGEMENT, above 0 and
below 1 (see docs/model.md, section 3, and case show).

Writes a result folder with these tables:

  summary.csv          what is printed, for a report
  outcomes.csv         every statistic
  differences.csv      each pair of structures, draw by draw
  probabilities.csv    in what share of draws each structure is best, or on target
  convergence.csv      whether there were enough draws
  trajectories.csv     every quarter
  commissioners.csv    single bodies; sizes.csv thirds of them (central values only)
  levy.csv, fund.csv   the debt plan, where the case has one

It also holds figures, and a datapackage.json that says what every column means and
where the results come from. --format xlsx adds results.xlsx, all tables as one Excel
workbook; --format ods adds results.ods. The folder appears whole or not at all. It
replaces an earlier result there, and leaves anything else alone.

The same seed gives the same results to the last digit, on any number of processors.`,
		Example: `  reconfig run
  reconfig run --draws 0
  reconfig run --structure status-quo,merger --set target.reduction=0.3 --draws 2000 --seed 7
  reconfig run --set fail.hub=0.9 --set refuse.merger=0.9 --draws 2000
  reconfig run --case my-case --map five-2012 --horizon 15 --out out/five --format svg,pdf
  reconfig run --focus merger,de-facto-merger --outcome structure_npv_k --out out/focus
  reconfig run --case my-case.xlsx --format png,xlsx`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return outcome(o.run(env)) },
	}
	o.caseOptions.addFlags(cmd.Flags())
	o.drawOptions.addFlags(cmd.Flags())
	cmd.Flags().StringSliceVar(&o.structures, "structure", nil, "`CODES` of the structures to run, separated by commas (default: all)")
	o.outputOptions.addFlags(cmd.Flags(), "(default: out/ and the case's name)")
	o.shown.addFocus(cmd.Flags())
	o.shown.addOutcome(cmd.Flags(), "")
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
	if err := o.shown.checkStructures(s.Engine.Structures()); err != nil {
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
		first, second := d.Report.Leaders()
		if err := d.findTurning(env, first, second); err != nil {
			return err
		}
	}
	plan, unsettled := debt.Work(s.input.Case), d.Report.Unsettled("convergence.csv")
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
	return d.Report.Answer(summary, func(w io.Writer, s report.Style) {
		d.Report.Write(w, s)
		report.WriteParagraphs(w, d.Report.Findings())
		runs.WriteDebtPlan(w, d.input.Properties, plan)
		d.Report.WriteCaution(w)
	})
}
