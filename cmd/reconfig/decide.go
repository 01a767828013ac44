package main

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"reconfig/cmd/reconfig/report/analyses"
	"reconfig/model"
	"reconfig/model/result"
	"reconfig/model/spelling"
	"reconfig/sim/analysis"
)

type decideOptions struct {
	analysisOptions
	outcome    string
	structures []string
	require    []string
	twoWay     []string
	groupBy    string
}

func newDecideCommand(env *environment) *cobra.Command {
	var o decideOptions
	cmd := &cobra.Command{
		Use:   "decide",
		Short: "Which structure to choose, how wrong that could be, and what would be worth knowing first",
		Long: `Holds the structures against one another on one outcome, over many draws:

  regret          what is lost against the structure that turns out best
  ranks           how often each is first, second … ; stochastic dominance
  requirements    how often each meets what --require asks for
  acceptability   what to choose at each worth of capacity (capacity.value), which is
                  never averaged over: nobody knows it
  information     what it would be worth to know an assumption before choosing
                  (EVPPI), or everything (EVPI)
  switching       at which value of one assumption, or of two together, another
                  structure becomes the best (Green Book)
  stages          one step or two: structures decided in several years, against their
                  first and last steps alone

Writes a folder with a CSV table for each, figures and a datapackage.json.`,
		Example: `  reconfig decide
  reconfig decide --structure merger,de-facto-merger,hub-and-sectors --outcome structure_npv_k --draws 4000
  reconfig decide --require 'capacity_lowest>=0.65' --require 'structure_npv_k>0' --draws 2000
  reconfig decide --two-way realisation.merger,setup.merger --draws 2000`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usagef("decide takes no arguments; name the structures to choose from with --structure %s", strings.Join(args, ","))
			}
			return nil
		},
		RunE: func(*cobra.Command, []string) error { return outcome(o.decide(env)) },
	}
	o.addAnalysisFlags(cmd.Flags())
	o.addAnalysisDrawFlags(cmd.Flags())
	cmd.Flags().StringVar(&o.outcome, "outcome", defaultOutcome, "`NAME` of the outcome to choose by")
	cmd.Flags().StringSliceVar(&o.structures, "structure", nil, "`CODES` of the structures to choose from, separated by commas (default: all)")
	cmd.Flags().StringArrayVar(&o.require, "require", nil, "`RULE` that an outcome must keep, as capacity_lowest>=0.65; may be repeated")
	cmd.Flags().StringSliceVar(&o.twoWay, "two-way", nil, "`NAMES` of two assumptions whose joint switching values to draw, separated by a comma (default: the two nearest to switching)")
	cmd.Flags().StringVar(&o.groupBy, "group-by", "quantity", "`WHAT` to take assumptions together by, beside each alone: none, quantity, subject or strength")
	return cmd
}

func (o *decideOptions) decide(env *environment) error {
	ask, err := o.asked()
	if err != nil {
		return err
	}
	j, err := o.open(env, "decide", o.structures, nil)
	if err != nil {
		return err
	}
	if err := j.checkVaried(); err != nil {
		return err
	}
	for _, r := range ask.Requirements {
		if r.Outcome.Unit().IsShareOfStart() && r.Threshold > 2 {
			env.warn("--require %s: %s is a share of that at the start, as 0.65", r, r.Outcome)
		}
	}
	if err := o.checkAssumptions(j.input.Case); err != nil {
		return err
	}
	ask.Structures = j.setup.StructureCodes(o.structures)
	if len(ask.Structures) < 2 {
		return usagef("a choice needs two structures at least")
	}
	return j.do(env, j.setup.DecideRuns(ask), func(ctx context.Context, s *analysis.Setup) (*result.Analysis, error) {
		return s.Decide(ctx, ask)
	}, func(r analyses.Analysis) { r.WriteDecision(env.out, env.style()) })
}

// asked reads the flags that need no case.
func (o *decideOptions) asked() (d analysis.DecideOptions, err error) {
	if err := o.checkDraws(); err != nil {
		return d, err
	}
	outcomes, err := outcomesNamed("--outcome", []string{o.outcome})
	if err != nil {
		return d, err
	}
	if o.structures, err = codes("--structure", o.structures); err != nil {
		return d, err
	}
	if o.twoWay, err = codes("--two-way", o.twoWay); err != nil {
		return d, err
	}
	if !slices.Contains(analysis.Groupings, o.groupBy) {
		return d, usagef("--group-by: %w", spelling.Unknown("grouping", o.groupBy, analysis.Groupings))
	}
	if n := len(o.twoWay); n != 0 && n != 2 {
		return d, usagef("--two-way: expected two different assumptions, as realisation.merger,setup.merger")
	}
	d = analysis.DecideOptions{Outcome: outcomes[0], Draws: o.draws, GroupBy: o.groupBy, TwoWay: o.twoWay}
	for _, text := range o.require {
		r, err := analysis.ParseRequirement(text)
		if err != nil {
			return d, usagef("--require: %w", err)
		}
		if slices.Contains(d.Requirements, r) {
			return d, usagef("--require: %s stands twice", r)
		}
		d.Requirements = append(d.Requirements, r)
	}
	return d, nil
}

func (o *decideOptions) checkAssumptions(c *model.Case) error {
	for _, name := range o.twoWay {
		i, ok := c.AssumptionIndex(name)
		if !ok {
			return usagef("--two-way: %w", spelling.Unknown("assumption", name, c.AssumptionNames()))
		}
		if a := c.Assumptions[i]; !(a.Low < a.High) {
			return usagef("--two-way: %s has no range to go through", name)
		}
	}
	return nil
}
