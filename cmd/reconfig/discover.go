package main

import (
	"context"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"reconfig/cmd/reconfig/report"
	"reconfig/cmd/reconfig/report/analyses"
	"reconfig/model/result"
	"reconfig/sim/analysis"
)

var _ = register(method{order: 80, name: "discover", command: newDiscoverCommand})

type discoverOptions struct {
	analysisOptions
	outcome string
	where   string
	sweep   string
	prim    analysis.DiscoverOptions
}

func newDiscoverCommand(env *environment, m method) *cobra.Command {
	var o discoverOptions
	cmd := &cobra.Command{
		Use:   "discover STRUCTURE [AGAINST]",
		Short: "Find the conditions under which one structure beats another, as rules",
		Long: `Finds scenarios: rules on a few assumptions that pick out the draws of interest. These
are the draws in which one structure is better than another, or in which the rule of
--where holds. The method is PRIM, the patient rule induction method (Friedman and
Fisher 1999; Bryant and Lempert 2010). Each scenario is a box: PRIM peels away draws bit
by bit, and the widest box whose draws are mostly of interest is chosen. Rules that may
be there by chance are dropped.

With --sweep it looks in the folder of a sweep instead: at its draws, or at its points by
their means. The rules are then about what the sweep varied.`,
		Example: `  reconfig discover merger hub-and-sectors
  reconfig discover de-facto-merger --where 'net_benefit_k<0' --draws 4000
  reconfig discover merger de-facto-merger --density 0.9 --boxes 1 --draws 4000
  reconfig discover merger de-facto-merger --sweep out/merger-or-de-facto    after “reconfig sweep run”`,
		Args: oneOrTwoStructures,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := o.checkFlags(cmd.Flags()); err != nil {
				return err
			}
			return outcome(o.discover(env, m, args))
		},
	}
	o.addAnalysisFlags(cmd.Flags())
	o.addAnalysisDrawFlags(cmd.Flags())
	o.drawAtRandom(cmd.Flags())
	cmd.Flags().StringVar(&o.outcome, "outcome", defaultOutcome, "`NAME` of the outcome on which the first structure should be better than the second")
	cmd.Flags().StringVar(&o.where, "where", "", "`RULE` that says which draws are of interest, as net_benefit_k<0: for the structure, or for the difference of two")
	addPath(cmd.Flags(), &o.sweep, "sweep", "", "`DIR` of a sweep to look in")
	cmd.Flags().Float64Var(&o.prim.Density, "density", 0.8, "`SHARE` of a scenario's draws that should be of interest")
	cmd.Flags().Float64Var(&o.prim.Mass, "mass", 0.05, "smallest `SHARE` of all draws that a scenario may have")
	cmd.Flags().IntVar(&o.prim.Boxes, "boxes", 2, "`NUMBER` of scenarios to look for, each among the draws that earlier ones left")
	return cmd
}

const mostBoxes = 20

// checkFlags returns an error for flags that would have no effect.
func (o *discoverOptions) checkFlags(f *pflag.FlagSet) error {
	if o.where != "" && f.Changed("outcome") {
		return usagef("--outcome has no effect beside --where, which names an outcome itself")
	}
	if o.sweep == "" {
		return nil
	}
	for _, name := range flagNames(new(caseOptions).addFlags, new(drawOptions).addFlags) {
		if f.Changed(name) {
			return usagef("--%s has no effect with --sweep: the sweep's own plan says so", name)
		}
	}
	return nil
}

// flagNames lists the flags that options have, in the order in which they are added.
func flagNames(add ...func(*pflag.FlagSet)) (names []string) {
	f := pflag.NewFlagSet("", pflag.ContinueOnError)
	f.SortFlags = false
	for _, options := range add {
		options(f)
	}
	f.VisitAll(func(flag *pflag.Flag) { names = append(names, flag.Name) })
	return names
}

// asked reads the flags.
func (o *discoverOptions) asked(args []string) error {
	if err := o.checkDraws(); err != nil {
		return err
	}
	if err := checkPRIM(&o.prim); err != nil {
		return err
	}
	var err error
	if o.prim.Structure, o.prim.Against, err = pair(args); err != nil {
		return err
	}
	if o.where != "" {
		if o.prim.Where, err = analysis.ParseRequirement(o.where); err != nil {
			return usagef("--where: %w", err)
		}
		return nil
	}
	if o.prim.Against == "" {
		return usagef("say with --where what makes a draw one of interest, as net_benefit_k<0, or name a second structure to be better than")
	}
	better, err := outcomeNamed("--outcome", o.outcome)
	if err != nil {
		return err
	}
	o.prim.Where, err = analysis.Better(better)
	return asUsage(err)
}

func checkPRIM(by *analysis.DiscoverOptions) error {
	if !(by.Density > 0 && by.Density <= 1) {
		return usagef("--density %v: expected a share above 0, at most 1", by.Density)
	}
	if !(by.Mass > 0 && by.Mass < 1) {
		return usagef("--mass %v: expected a share above 0 and below 1", by.Mass)
	}
	if by.Boxes < 1 || by.Boxes > mostBoxes {
		return usagef("--boxes %d: expected a number from 1 to %d", by.Boxes, mostBoxes)
	}
	return nil
}

func (o *discoverOptions) discover(env *environment, m method, args []string) error {
	if err := o.asked(args); err != nil {
		return err
	}
	if o.sweep != "" {
		return o.discoverInSweep(env, m)
	}
	structures := named(o.prim.Structure, o.prim.Against)
	o.prim.Draws = o.draws
	return o.do(env, m, study{
		structures: structures, about: structures,
		prepare: (*analysisJob).checkVaried,
		runs:    func(*analysis.Setup) int { return o.draws },
		analyse: func(ctx context.Context, s *analysis.Setup) (*result.Analysis, error) { return s.Discover(ctx, o.prim) },
		answer: func(r analyses.Analysis) report.Answer {
			r.Density = o.prim.Density
			return r.DiscoveryAnswer()
		},
	})
}
