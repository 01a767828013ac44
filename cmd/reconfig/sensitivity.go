package main

import (
	"context"
	"math/bits"
	"slices"

	"github.com/spf13/cobra"

	"reconfig/cmd/reconfig/report/analyses"
	"reconfig/model"
	"reconfig/model/result"
	"reconfig/model/spelling"
	"reconfig/sim/analysis"
)

func newSensitivityCommand(env *environment) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "sensitivity",
		Short: "Find out which assumptions an outcome, or the difference of two structures, hangs on",
		Long: `Says which assumptions move an outcome of a structure or, with a second structure,
the difference between the two: it is the difference that decides.

  tornado   each assumption alone, from its low to its high value
  morris    elementary effects: what can matter anywhere in the plausible ranges
  sobol     shares of the variance: of each assumption alone, and with all it does
            together with others
  shapley   fair shares of the variance, which add up to 100 % whatever is correlated
  pawn      shifts of the whole distribution, for outcomes that are skewed or may
            be infinite

tornado and morris go through plausible ranges; sobol, shapley and pawn weigh values
by how likely they are. Each method writes a folder with CSV tables, figures and a
datapackage.json, and prints a table in which assumptions that rest on judgement
alone (strength D) are marked.`,
		Example: `  reconfig sensitivity tornado merger de-facto-merger
  reconfig sensitivity sobol merger de-facto-merger --points 1024`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newTornadoCommand(env), newMorrisCommand(env), newSobolCommand(env), newShapleyCommand(env), newPawnCommand(env))
	return cmd
}

// sensitivityOptions are the flags that every method has.
type sensitivityOptions struct {
	analysisOptions
	outcomes []string
}

const sensitivityArgs = " STRUCTURE [AGAINST]"

func (o *sensitivityOptions) addFlags(cmd *cobra.Command) {
	o.addAnalysisFlags(cmd.Flags())
	cmd.Flags().StringSliceVar(&o.outcomes, "outcome", []string{defaultOutcome}, "`NAMES` of the outcomes to analyse, separated by commas; the figure is of the first, “plot --outcome” draws others")
	cmd.Args = oneOrTwoStructures
	o.sampler = model.Samplers[0]
}

// oneOrTwoStructures says what is missing where cobra would only count.
func oneOrTwoStructures(_ *cobra.Command, args []string) error {
	switch {
	case len(args) == 0:
		return usagef("name a structure, or two to analyse what they differ in; `reconfig case show` lists them")
	case len(args) > 2:
		return usagef("one structure or two can be analysed; %d are named", len(args))
	}
	return nil
}

// ask does an analysis of what the arguments ask for.
func (o *sensitivityOptions) ask(env *environment, method string, args []string, runs func(*analysis.Setup) int,
	analyse func(context.Context, *analysis.Setup, []result.Question) (*result.Analysis, error), print func(analyses.Analysis)) error {
	structure, against, err := pair(args)
	if err != nil {
		return err
	}
	outcomes, err := outcomesNamed("--outcome", o.outcomes)
	if err != nil {
		return err
	}
	j, err := o.open(env, "sensitivity "+method, named(structure, against), named(structure, against))
	if err != nil {
		return err
	}
	if method != "tornado" { // which moves levers and conventions too
		if err := j.checkVaried(); err != nil {
			return err
		}
	}
	questions := analysis.Questions(structure, against, outcomes)
	return j.do(env, runs(j.setup), func(ctx context.Context, s *analysis.Setup) (*result.Analysis, error) {
		return analyse(ctx, s, questions)
	}, print)
}

func newTornadoCommand(env *environment) *cobra.Command {
	var o sensitivityOptions
	cmd := &cobra.Command{
		Use:   "tornado" + sensitivityArgs,
		Short: "Move each assumption alone from its low to its high value",
		Long: `Moves each assumption alone from its low to its high value, levers and conventions
too, with all others at the base: their central values, or what --set says. It
leaves out what assumptions do together, and how likely the ends are.`,
		Example: `  reconfig sensitivity tornado merger
  reconfig sensitivity tornado merger de-facto-merger --outcome structure_npv_k,net_benefit_k`,
		RunE: func(_ *cobra.Command, args []string) error {
			return outcome(o.ask(env, "tornado", args, (*analysis.Setup).TornadoRuns,
				func(ctx context.Context, s *analysis.Setup, q []result.Question) (*result.Analysis, error) {
					return s.Tornado(ctx, q)
				}, func(r analyses.Analysis) { r.WriteTornado(env.out, env.style()) }))
		},
	}
	o.addFlags(cmd)
	return cmd
}

func newMorrisCommand(env *environment) *cobra.Command {
	var o sensitivityOptions
	var m analysis.MorrisOptions
	cmd := &cobra.Command{
		Use:   "morris" + sensitivityArgs,
		Short: "Screen assumptions by elementary effects",
		Long: `Moves one assumption after another along trajectories through the plausible ranges,
spread as widely as possible (Morris 1991; Campolongo and others 2007), and says by
how much the outcome moves on average (μ*) and how much that depends on where the
other assumptions are (σ). Cheap, and enough to tell what cannot matter. Trajectories
that lie far apart favour the ends of ranges somewhat; with as many candidates as
trajectories the design is Morris' own, which does not.`,
		Example: `  reconfig sensitivity morris merger de-facto-merger
  reconfig sensitivity morris merger --trajectories 80 --candidates 80 --outcome structure_npv_k`,
		RunE: func(_ *cobra.Command, args []string) error {
			if m.Trajectories < 2 || m.Trajectories > mostTrajectories {
				return usagef("--trajectories %d: expected a number from 2 to %d", m.Trajectories, mostTrajectories)
			}
			if m.Candidates < m.Trajectories || m.Candidates > mostCandidates {
				return usagef("--candidates %d: expected a number from %d, the trajectories, to %d", m.Candidates, m.Trajectories, mostCandidates)
			}
			m.Seed = o.seed
			return outcome(o.ask(env, "morris", args, m.Runs,
				func(ctx context.Context, s *analysis.Setup, q []result.Question) (*result.Analysis, error) {
					return s.Morris(ctx, q, m)
				}, func(r analyses.Analysis) { r.WriteMorris(env.out, env.style()) }))
		},
	}
	o.addFlags(cmd)
	o.addSeedFlag(cmd.Flags())
	cmd.Flags().IntVar(&m.Trajectories, "trajectories", 40, "`NUMBER` of trajectories")
	cmd.Flags().IntVar(&m.Candidates, "candidates", 500, "`NUMBER` of random trajectories to pick those from that lie far apart")
	return cmd
}

// The most that a slip of the finger may ask for.
const (
	mostTrajectories = 500
	mostCandidates   = 2000
	mostPoints       = 1 << 17
	mostReplicates   = 100
)

// points is a number of base points as a flag.
type points int

func (p points) check() error {
	if n := int(p); n < leastPoints || n > mostPoints || bits.OnesCount(uint(n)) != 1 {
		return usagef("--points %d: expected a power of two from %d to %d, as 8192: only so many Sobol' points are even", n, leastPoints, mostPoints)
	}
	return nil
}

const leastPoints = 64

func newSobolCommand(env *environment) *cobra.Command {
	var o sensitivityOptions
	var m analysis.SobolOptions
	cmd := &cobra.Command{
		Use:   "sobol" + sensitivityArgs,
		Short: "Share out the variance: Sobol' indices",
		Long: `Estimates what share of the variance goes, on average, if an assumption is known
(first order), and what share is left if all others are known (total), with 95 %
intervals, from scrambled Sobol' points in Saltelli's design. Says whether that has
settled. Correlated assumptions get the full first-order and the independent total
index of Kucherenko and others (2012); “sensitivity shapley” divides fairly what
they share.

--group-by takes assumptions together: quantity (scale.* …), subject (everything
about mergers, hubs …) or strength of evidence. The errors of estimates of single
commissioners' cost are one input, body_errors; which way failures and refusals
fall is another, chances.`,
		Example: `  reconfig sensitivity sobol merger de-facto-merger --points 1024
  reconfig sensitivity sobol merger --outcome structure_npv_k --group-by strength --points 1024
  reconfig sensitivity sobol merger de-facto-merger --pairs --points 512
  reconfig sensitivity sobol merger de-facto-merger --replicates 4 --points 512`,
		RunE: func(_ *cobra.Command, args []string) error {
			if err := points(m.Points).check(); err != nil {
				return err
			}
			if m.Replicates < 1 || m.Replicates > mostReplicates {
				return usagef("--replicates %d: expected a number from 1 to %d", m.Replicates, mostReplicates)
			}
			if !slices.Contains(analysis.Groupings, m.GroupBy) {
				return usagef("--group-by: %w", spelling.Unknown("grouping", m.GroupBy, analysis.Groupings))
			}
			m.Seed = o.seed
			return outcome(o.ask(env, "sobol", args, m.Runs,
				func(ctx context.Context, s *analysis.Setup, q []result.Question) (*result.Analysis, error) {
					return s.Sobol(ctx, q, m)
				}, func(r analyses.Analysis) { r.WriteSobol(env.out, env.style()) }))
		},
	}
	o.addFlags(cmd)
	o.addSeedFlag(cmd.Flags())
	o.addIndependentFlag(cmd.Flags())
	cmd.Flags().IntVar(&m.Points, "points", 8192, "`NUMBER` of base points, a power of two; every input costs two runs a point, a correlated one four")
	cmd.Flags().IntVar(&m.Replicates, "replicates", 1, "`NUMBER` of scrambles of the design to take intervals from; 1 bootstraps them")
	cmd.Flags().StringVar(&m.GroupBy, "group-by", analysis.Groupings[0], "`WHAT` to take assumptions together by: none, quantity, subject or strength")
	cmd.Flags().BoolVar(&m.Pairs, "pairs", false, "second-order indices too: what pairs of inputs do together")
	return cmd
}

func newShapleyCommand(env *environment) *cobra.Command {
	var o sensitivityOptions
	var m analysis.ShapleyOptions
	cmd := &cobra.Command{
		Use:   "shapley" + sensitivityArgs,
		Short: "Share out the variance fairly: Shapley effects",
		Long: `Divides the variance among all assumptions so that the shares add up to 100 %: what
several do together, by interaction or by correlation, is divided fairly among them
(Owen 2014; Song and others 2016; Goda 2021). The one answer to “how much of the
uncertainty is due to this?” that holds with correlated assumptions.`,
		Example: `  reconfig sensitivity shapley merger de-facto-merger --points 4096
  reconfig sensitivity shapley merger --outcome structure_npv_k --points 4096`,
		RunE: func(_ *cobra.Command, args []string) error {
			if err := points(m.Points).check(); err != nil {
				return err
			}
			m.Seed = o.seed
			return outcome(o.ask(env, "shapley", args, m.Runs,
				func(ctx context.Context, s *analysis.Setup, q []result.Question) (*result.Analysis, error) {
					return s.Shapley(ctx, q, m)
				}, func(r analyses.Analysis) { r.WriteShapley(env.out, env.style()) }))
		},
	}
	o.addFlags(cmd)
	o.addSeedFlag(cmd.Flags())
	o.addIndependentFlag(cmd.Flags())
	cmd.Flags().IntVar(&m.Points, "points", 8192, "`NUMBER` of base points, a power of two; every input costs one run a point")
	return cmd
}

func newPawnCommand(env *environment) *cobra.Command {
	var o sensitivityOptions
	var m analysis.PawnOptions
	cmd := &cobra.Command{
		Use:   "pawn" + sensitivityArgs,
		Short: "Measure by how much knowing an assumption shifts the whole distribution",
		Long: `Compares the distribution of the outcome in slices of an assumption's values with
that in all draws (Pianosi and Wagener 2018), by the distance of Kolmogorov and
Smirnov. It needs neither mean nor variance, so it can analyse a payback that may
never come, and counts what correlated assumptions tell of one another.`,
		Example: `  reconfig sensitivity pawn merger de-facto-merger
  reconfig sensitivity pawn merger --outcome structure_payback_years --draws 4000`,
		RunE: func(_ *cobra.Command, args []string) error {
			if err := o.checkDraws(); err != nil {
				return err
			}
			if m.Slices < 2 || 10*m.Slices > o.draws {
				return usagef("--slices %d: expected a number from 2 to %d, so that a slice has at least 10 draws", m.Slices, o.draws/10)
			}
			m.Seed, m.Draws = o.seed, o.draws
			return outcome(o.ask(env, "pawn", args, func(*analysis.Setup) int { return m.Draws },
				func(ctx context.Context, s *analysis.Setup, q []result.Question) (*result.Analysis, error) {
					return s.Pawn(ctx, q, m)
				}, func(r analyses.Analysis) { r.WritePawn(env.out, env.style()) }))
		},
	}
	o.addFlags(cmd)
	o.addAnalysisDrawFlags(cmd.Flags())
	o.drawAtRandom(cmd.Flags())
	cmd.Flags().IntVar(&m.Slices, "slices", 10, "`NUMBER` of slices of an assumption's values")
	return cmd
}
