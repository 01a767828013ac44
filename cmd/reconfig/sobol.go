package main

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"reconfig/cmd/reconfig/report/analyses"
	"reconfig/model/result"
	"reconfig/sim/analysis"
)

var _ = register(method{
	order: 30, family: sensitivity, name: "sobol", weighs: true, command: newSobolCommand,
	about: "shares of the variance: of each assumption alone, and with all it does\ntogether with others",
})

// mostReplicates is the most that a slip of the finger may ask for.
const mostReplicates = 100

func newSobolCommand(env *environment, m method) *cobra.Command {
	var o sensitivityOptions
	var by analysis.SobolOptions
	intervals := analysis.SobolIntervals()
	cmd := &cobra.Command{
		Short: "Share out the variance: Sobol' indices",
		Long: `Estimates two shares of the variance, with 95 % intervals: the share that goes, on
average, if an assumption is known (first order), and the share that is left if all
others are known (total). Uses scrambled Sobol' points in Saltelli's design, and says
whether the estimates have settled. Correlated assumptions get the full first-order and
the independent total index of Kucherenko and others (2012). “sensitivity shapley”
divides fairly what they share.

Intervals take points for independent ones, so they are too wide: --replicates makes
better ones. --intervals bootstrap takes them from 1,000 resamples of the points. That
is as good as the delta method, and takes longer.

--group-by takes assumptions together: quantity (scale.* …), subject (everything
about mergers, hubs …) or strength of evidence. Two inputs are no assumptions:
body_errors, the errors in estimates of single commissioners' cost; and chances, which
way failures and refusals fall.`,
		Example: `  reconfig sensitivity sobol merger de-facto-merger --points 1024
  reconfig sensitivity sobol merger --outcome structure_npv_k --group-by strength --points 1024
  reconfig sensitivity sobol merger de-facto-merger --pairs --points 512
  reconfig sensitivity sobol merger de-facto-merger --replicates 4 --points 512`,
	}
	o.addSeedFlag(cmd.Flags())
	o.addIndependentFlag(cmd.Flags())
	cmd.Flags().IntVar(&by.Points, "points", 8192, "`NUMBER` of base points, a power of two; every input costs up to two runs a point, a correlated one up to four")
	cmd.Flags().IntVar(&by.Replicates, "replicates", 1, "`NUMBER` of scrambles of the design to take intervals from; with 1, see --intervals")
	cmd.Flags().StringVar(&by.Intervals, "intervals", intervals[0], "`WAY` to make intervals of one scramble: "+strings.Join(intervals, " or "))
	cmd.Flags().StringVar(&by.GroupBy, "group-by", analysis.Groupings[0], "`WHAT` to group assumptions by: none, quantity, subject or strength")
	cmd.Flags().BoolVar(&by.Pairs, "pairs", false, "estimate second-order indices too: what pairs of inputs do together")
	return o.complete(cmd, env, m, sensitivityStudy{
		check: func() error {
			by.Seed = o.seed
			return checkSobol(by)
		},
		runs: func(s *analysis.Setup) int { return by.Runs(s) },
		analyse: func(ctx context.Context, s *analysis.Setup, q []result.Question) (*result.Analysis, error) {
			return s.Sobol(ctx, q, by)
		},
		answer: analyses.Analysis.SobolAnswer,
	})
}

func checkSobol(by analysis.SobolOptions) error {
	if err := checkPoints(by.Points); err != nil {
		return err
	}
	if by.Replicates < 1 || by.Replicates > mostReplicates {
		return usagef("--replicates %d: expected a number from 1 to %d", by.Replicates, mostReplicates)
	}
	if ways := analysis.SobolIntervals(); !slices.Contains(ways, by.Intervals) {
		return usagef("--intervals %s: expected %s", by.Intervals, strings.Join(ways, " or "))
	}
	return checkGrouping(by.GroupBy)
}
