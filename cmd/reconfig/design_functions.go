package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"reconfig/cmd/reconfig/report"
	"reconfig/cmd/reconfig/report/analyses"
	"reconfig/data"
	"reconfig/model"
	"reconfig/model/result"
	"reconfig/sim/analysis"
	"reconfig/sim/design"
)

var _ = register(method{
	order: 90, family: designFamily, name: "functions", weighs: true,
	about:   "what should leave the bodies, function by function: to which tier, under\nwhich arrangement, and only where that is compelling",
	command: newDesignFunctionsCommand,
})

// designDraws is enough to tell structures apart on the same draws; a search values thousands of them.
const designDraws = 500

type designFunctionsOptions struct {
	analysisOptions
	outcome     string
	compelling  float64
	keep, move  []string
	with        []string
	noCoherence bool
	fromYear    float64
	save        string
}

func newDesignFunctionsCommand(env *environment, m method) *cobra.Command {
	var o designFunctionsOptions
	cmd := &cobra.Command{
		Use:   m.name,
		Short: "Which functions should leave the bodies, to which tier and under which arrangement",
		Long: `Looks for the structure with the best mean of an outcome over draws. For each function
it may stay local, or go to the sector or the region under one of the case's
arrangements. The rules:

  compelling      a function leaves the bodies only where that is better in place – the
                  structure with the function moved, against the same with it local –
                  with a probability of at least --compelling
  coherence       a statutory merger takes all functions or none, and a board moves no
                  other way; where management of anything is shared, the executive is
                  shared, on the same tier
  yours           --keep, --with, and --move for what no structure of the case moves

It values structures on the same draws, with failures and refusals at their means; the
structure that it finds is then run with both as events. It begins at ten structures at
least, changes one function or two as long as that is better, and says what it tried.

Where the outcome is net benefit it does so at other worths of capacity too. Writes a
folder with CSV tables, figures and a datapackage.json; --save writes the case with the
structure beside its own, for run, compare and decide.

Interrupted by Ctrl-C it writes the best structure so far, if there is one, says that the
search was stopped, and ends with status 1.`,
		Example: `  reconfig design functions
  reconfig design functions --from-year 0.5 --save designed-case
  reconfig design functions --compelling 0.9 --keep public-health --with finance,people
  reconfig design functions --no-coherence --outcome structure_npv_k`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return outcome(o.design(env, m)) },
	}
	f := cmd.Flags()
	o.addAnalysisFlags(f)
	settingOnly(f)
	o.addAnalysisDrawFlags(f)
	o.drawFewer(f)
	f.StringVar(&o.outcome, "outcome", defaultOutcome, "`NAME` of the outcome to design for")
	f.Float64Var(&o.compelling, "compelling", 0.8, "`PROBABILITY` with which moving a function must be better; 0 for any")
	f.StringSliceVar(&o.keep, "keep", nil, "`CODES` of functions that stay local, separated by commas")
	f.StringSliceVar(&o.move, "move", nil, "`CODES` of functions that may move though no structure of the case moves them")
	f.StringArrayVar(&o.with, "with", nil, "`CODES` of functions that go together, as finance,people; may be repeated")
	f.BoolVar(&o.noCoherence, "no-coherence", false, "leave out the rules of coherence")
	f.Float64Var(&o.fromYear, "from-year", 0, "`YEAR` in which all moves are decided, from the start: in whole quarters, from 0 to the horizon")
	addPath(f, &o.save, "save", "", "new `DIR` for a copy of the case with the structure that was found")
	return cmd
}

// drawFewer makes fewer draws the default.
func (o *analysisOptions) drawFewer(f *pflag.FlagSet) {
	o.draws = designDraws
	f.Lookup("draws").DefValue = fmt.Sprint(designDraws)
}

func (o *designFunctionsOptions) design(env *environment, m method) error {
	ask, err := o.asked()
	if err != nil {
		return err
	}
	var found *design.Found
	saved := false
	return o.do(env, m, study{
		prepare: func(j *analysisJob) error { return o.prepare(j, ask) },
		runs:    func(s *analysis.Setup) int { return design.Runs(s, ask) },
		analyse: func(ctx context.Context, s *analysis.Setup) (*result.Analysis, error) {
			var err error
			if found, err = design.Functions(ctx, s, ask); found == nil {
				return nil, err
			}
			return found.Tables, nil
		},
		save: func(s *analysis.Setup) (err error) {
			saved, err = o.saveCase(s.Case, found)
			return err
		},
		keeps: true,
		answer: func(a analyses.Analysis) report.Answer {
			a.WhyNotCase = found.WhyNotCase
			answer := a.FunctionsAnswer()
			if saved {
				answer.Rest = append(answer.Rest, fmt.Sprintf("The case with the structure %s: %s. Run it: reconfig decide --case %s", found.Structure.Code, o.save, report.ShellWord(o.save)))
			}
			return answer
		},
	})
}

// saveCase writes the case with the structure, if that is asked for, and says whether it did.
func (o *designFunctionsOptions) saveCase(c *model.Case, found *design.Found) (saved bool, err error) {
	if o.save == "" {
		return false, nil
	}
	err = data.WriteCase(o.save, found.Case(c))
	return err == nil, err
}

// asked reads the flags that need no case.
func (o *designFunctionsOptions) asked() (d design.Options, err error) {
	if err := o.checkDraws(); err != nil {
		return d, err
	}
	if d.Outcome, err = outcomeNamed("--outcome", o.outcome); err != nil {
		return d, err
	}
	if !(o.compelling >= 0 && o.compelling <= 1) {
		return d, usagef("--compelling %v: expected a probability from 0 to 1", o.compelling)
	}
	if err := o.checkFromYear(); err != nil {
		return d, err
	}
	if d.Keep, err = codes("--keep", o.keep); err != nil {
		return d, err
	}
	if d.Move, err = codes("--move", o.move); err != nil {
		return d, err
	}
	for _, text := range o.with {
		group, err := codes("--with", strings.Split(text, ","))
		if err != nil {
			return d, err
		}
		if len(group) < 2 {
			return d, usagef("--with %s: expected two functions at least, as finance,people", text)
		}
		d.With = append(d.With, group)
	}
	d.Draws, d.Seed, d.Compelling, d.NoCoherence, d.FromYear, d.Values = o.draws, o.seed, o.compelling, o.noCoherence, o.fromYear, true
	return d, nil
}

// checkFromYear returns an error if nothing can be decided in the year, whatever the horizon.
func (o *designFunctionsOptions) checkFromYear() error {
	switch {
	case o.fromYear < 0:
		return usagef("--from-year %s: it must be 0 or more: what is decided before the start stands already, and a search is for what is still to be decided", report.Full(o.fromYear))
	case o.fromYear != 0 && !model.ValidHorizon(o.fromYear):
		return usagef("--from-year %s: it must be in whole quarters and before the horizon, as in 0.5", report.Full(o.fromYear))
	}
	return nil
}

// prepare holds what is asked against the case, and looks whether the case may be saved.
func (o *designFunctionsOptions) prepare(j *analysisJob, ask design.Options) error {
	if err := j.checkSearched(); err != nil {
		return err
	}
	if o.fromYear >= j.setup.Horizon {
		return usagef("--from-year %s: it must be before the horizon of %s, as nothing that is decided later has an effect", report.Full(o.fromYear), report.Years(j.setup.Horizon))
	}
	if err := design.Check(j.setup, ask); err != nil {
		return &usage{err}
	}
	for _, code := range ask.Keep {
		if slices.Contains(ask.Move, code) {
			return usagef("--keep and --move both name %s", code)
		}
	}
	if o.save == "" {
		return nil
	}
	return data.CheckNew(o.save)
}
