package main

import (
	"context"
	"slices"

	"github.com/spf13/cobra"

	"reconfig/cmd/reconfig/report/analyses"
	"reconfig/model"
	"reconfig/model/result"
	"reconfig/model/spelling"
	"reconfig/sim/analysis"
)

var _ = register(method{order: 60, name: "decide", command: newDecideCommand})

type decideOptions struct {
	analysisOptions
	choiceOptions
	outcome string
	require []string
	twoWay  []string
	groupBy string
}

func newDecideCommand(env *environment, m method) *cobra.Command {
	var o decideOptions
	cmd := &cobra.Command{
		Use:   "decide",
		Short: "Say which structure to choose, how wrong that could be, and what is worth knowing first",
		Long: `Compares the structures on one outcome, over many draws:

  regret          what is lost against the structure that turns out best
  ranks           how often each is first, second … ; stochastic dominance
  requirements    how often each meets what --require asks for
  acceptability   what to choose at each worth of capacity (capacity.value), which is
                  never averaged over: nobody knows it
  information     what it would be worth to know an assumption before choosing
                  (EVPPI), or everything (EVPI)
  switching       at which value of one assumption, or of two together, another
                  structure becomes the best (Green Book)
  stages          one step or two: structures decided in several years, compared with
                  their first and last steps alone

Writes a folder with a CSV table for each, figures and a datapackage.json.`,
		Example: `  reconfig decide
  reconfig decide --structure merger,de-facto-merger,hub-and-sectors --outcome structure_npv_k --draws 4000
  reconfig decide --require 'capacity_lowest>=0.65' --require 'structure_npv_k>0' --draws 2000
  reconfig decide --two-way realisation.merger,setup.merger --draws 2000`,
		Args: structuresByFlag,
		RunE: func(*cobra.Command, []string) error { return outcome(o.decide(env, m)) },
	}
	o.addAnalysisFlags(cmd.Flags())
	o.addAnalysisDrawFlags(cmd.Flags())
	cmd.Flags().StringVar(&o.outcome, "outcome", defaultOutcome, "`NAME` of the outcome to choose by")
	o.addFlag(cmd.Flags())
	cmd.Flags().StringArrayVar(&o.require, "require", nil, "`RULE` that an outcome must meet, as capacity_lowest>=0.65; may be repeated")
	cmd.Flags().StringSliceVar(&o.twoWay, "two-way", nil, "`NAMES` of two assumptions, separated by a comma, to draw the joint switching values of (default: the two nearest to switching)")
	cmd.Flags().StringVar(&o.groupBy, "group-by", "quantity", "`WHAT` to group assumptions by, beside each alone: none, quantity, subject or strength")
	return cmd
}

func (o *decideOptions) decide(env *environment, m method) error {
	ask, err := o.asked()
	if err != nil {
		return err
	}
	return o.do(env, m, study{
		structures: o.structures,
		prepare:    func(j *analysisJob) error { return o.prepare(env, j, &ask) },
		runs:       func(*analysis.Setup) int { return ask.Draws },
		analyse:    func(ctx context.Context, s *analysis.Setup) (*result.Analysis, error) { return s.Decide(ctx, ask) },
		answer:     analyses.Analysis.DecisionAnswer,
	})
}

// asked reads the flags that need no case.
func (o *decideOptions) asked() (d analysis.DecideOptions, err error) {
	if err := o.checkDraws(); err != nil {
		return d, err
	}
	if d.Outcome, err = outcomeNamed("--outcome", o.outcome); err != nil {
		return d, err
	}
	if err := o.readStructures(); err != nil {
		return d, err
	}
	if d.TwoWay, err = codes("--two-way", o.twoWay); err != nil {
		return d, err
	}
	if err := checkGrouping(o.groupBy); err != nil {
		return d, err
	}
	if n := len(d.TwoWay); n != 0 && n != 2 {
		return d, usagef("--two-way: expected two different assumptions, as realisation.merger,setup.merger")
	}
	d.Draws, d.GroupBy = o.draws, o.groupBy
	d.Requirements, err = requirements(o.require)
	return d, err
}

// requirements reads rules that outcomes must keep.
func requirements(texts []string) (all []analysis.Requirement, err error) {
	for _, text := range texts {
		r, err := analysis.ParseRequirement(text)
		if err != nil {
			return nil, usagef("--require: %w", err)
		}
		if slices.Contains(all, r) {
			return nil, usagef("--require: %s stands twice", r)
		}
		all = append(all, r)
	}
	return all, nil
}

// prepare holds what is asked against the case.
func (o *decideOptions) prepare(env *environment, j *analysisJob, ask *analysis.DecideOptions) (err error) {
	if err := j.checkVaried(); err != nil {
		return err
	}
	for _, r := range ask.Requirements {
		if r.Outcome.Unit().IsShareOfStart() && r.Threshold > 2 {
			env.warn("--require %s: %s is a share of that at the start, as 0.65", r, r.Outcome)
		}
	}
	if err := checkRanges("--two-way", ask.TwoWay, j.input.Case); err != nil {
		return err
	}
	ask.Structures, err = o.among(j)
	return err
}

// checkRanges returns an error for an assumption that has no range to go through.
func checkRanges(flag string, names []string, c *model.Case) error {
	for _, name := range names {
		i, ok := c.AssumptionIndex(name)
		if !ok {
			return usagef("%s: %w", flag, spelling.Unknown("assumption", name, c.AssumptionNames()))
		}
		if a := c.Assumptions[i]; !(a.Low < a.High) {
			return usagef("%s: %s has no range to go through", flag, name)
		}
	}
	return nil
}
