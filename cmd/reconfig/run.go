package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"reconfig/cmd/reconfig/report"
	"reconfig/data"
	"reconfig/plots"
	"reconfig/sim"
)

type runOptions struct {
	caseOptions
	structures []string
	out        string
	formats    []string
	noFigures  bool
	quiet      bool
}

func newRunCommand(env *environment) *cobra.Command {
	var o runOptions
	cmd := &cobra.Command{
		Use:   "run",
		Short: "Simulate the structures of a case; print, write and draw their outcomes",
		Long: `Runs every structure of a case once, with each assumption at its central value
unless --set changes it. Prints what each structure saves, costs and does to
capacity, and writes a result folder: outcomes.csv, trajectories.csv,
commissioners.csv, levy.csv and fund.csv where the case has a debt plan, figures,
and a datapackage.json that says what every column means and where the results
come from. The folder appears whole or not at all; an earlier result there is
replaced, anything else is left alone.

A value outside the assumption's plausible range gives a warning; one outside
what is possible is an error.`,
		Example: `  reconfig run
  reconfig run --structure status-quo,merger --set target.reduction=0.3 --set scale.back-office=0.85
  reconfig run --case my-case --map five-2012 --horizon 15 --out out/five --format svg,pdf`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return outcome(o.run(env)) },
	}
	o.addFlags(cmd.Flags())
	cmd.Flags().StringSliceVar(&o.structures, "structure", nil, "`CODES` of the structures to run, separated by commas (default: all)")
	cmd.Flags().StringVar(&o.out, "out", "", "`DIR` to write the results to (default: out/ and the case's name)")
	addFormatFlag(cmd.Flags(), &o.formats)
	cmd.Flags().BoolVar(&o.noFigures, "no-figures", false, "draw no figures")
	cmd.Flags().BoolVar(&o.quiet, "quiet", false, "print nothing but warnings and errors")
	return cmd
}

func (o *runOptions) run(env *environment) error {
	structures, err := codes("--structure", o.structures)
	if err != nil {
		return err
	}
	if err := checkFormats(o.formats); err != nil {
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
	if err := data.CheckResultFolder(out, figurePaths()); err != nil {
		return err
	}
	trace, plan := s.engine.Trace(s.draw), sim.WorkDebtPlan(s.input.Case)
	results := s.results(env, trace, plan, o.set)
	if !o.noFigures {
		if results.Figures, err = drawFigures(env, figureData(results), plots.Figures(), o.formats); err != nil {
			return err
		}
	}
	if err := env.canceled(); err != nil {
		return errors.New("interrupted; nothing was written")
	}
	if err := data.WriteResults(out, results, figurePaths()); err != nil {
		return fmt.Errorf("cannot write the results, so %s is as it was: %w", out, err)
	}
	if !o.quiet {
		s.print(env, trace, plan, o.set)
		fmt.Fprintf(env.out, "\nWritten to %s: %s.\n", out, written(results))
	}
	return nil
}

// results gathers what goes into the result folder.
func (s *simulation) results(env *environment, t sim.Trace, plan *sim.DebtPlan, set []string) *data.Results {
	p := data.ProvenanceOf(s.input)
	p.Program, p.Commit, p.Command = "reconfig "+programVersion, programCommit, env.command
	p.Map, p.HorizonYears = s.engine.MapName(), s.engine.HorizonYears()
	p.Set = append(p.Set, set...)
	for i, a := range s.input.Assumptions {
		p.Draw[a.Name] = s.draw[i]
	}
	r := &data.Results{Outcomes: t.Outcomes, Trajectories: t.Trajectories, Commissioners: t.Commissioners, Provenance: p}
	if plan != nil {
		r.Levy, r.Fund = plan.Levy, plan.Fund
	}
	return r
}

// print writes the report of a run.
func (s *simulation) print(env *environment, t sim.Trace, plan *sim.DebtPlan, set []string) {
	r := report.Run{
		Setting: s.input.Setting, Title: s.input.Title, Map: s.engine.MapName(), HorizonYears: s.engine.HorizonYears(),
		TargetYears: s.value("target.years"), HandoverYear: s.value("handover.year"),
		Commissioners: len(s.input.Commissioners), Settings: set, Outcomes: t.Outcomes,
	}
	r.WriteOutcomes(env.out, env.style())
	report.WriteParagraphs(env.out, r.Findings())
	report.WriteDebtPlan(env.out, s.input.Setting, plan)
	report.WriteCaution(env.out, s.input.Assumptions)
}

// written says what the result folder holds.
func written(r *data.Results) string {
	parts := []string{"outcomes.csv", "trajectories.csv", "commissioners.csv"}
	if len(r.Fund) > 0 {
		parts = append(parts, "levy.csv", "fund.csv")
	}
	if len(r.Figures) > 0 {
		parts = append(parts, report.Count(len(r.Figures), "figure", "figures")+" in "+figureFolder)
	}
	return strings.Join(parts, ", ")
}
