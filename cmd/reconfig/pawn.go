package main

import (
	"context"

	"github.com/spf13/cobra"

	"reconfig/cmd/reconfig/report/analyses"
	"reconfig/model/result"
	"reconfig/sim/analysis"
)

var _ = register(method{
	order: 50, family: sensitivity, name: "pawn", weighs: true, command: newPawnCommand,
	about: "shifts of the whole distribution, for outcomes that are skewed or may\nbe infinite",
})

func newPawnCommand(env *environment, m method) *cobra.Command {
	var o sensitivityOptions
	var by analysis.PawnOptions
	cmd := &cobra.Command{
		Short: "Measure by how much knowing an assumption shifts the whole distribution",
		Long: `Compares the distribution of the outcome in slices of an assumption's values with
that in all draws, by the distance of Kolmogorov and Smirnov (Pianosi and Wagener
2018). It needs neither mean nor variance, so it can analyse a payback that may never
come. It counts what correlated assumptions tell of one another.`,
		Example: `  reconfig sensitivity pawn merger de-facto-merger
  reconfig sensitivity pawn merger --outcome structure_payback_years --draws 4000`,
	}
	o.addAnalysisDrawFlags(cmd.Flags())
	o.drawAtRandom(cmd.Flags())
	cmd.Flags().IntVar(&by.Slices, "slices", 10, "`NUMBER` of slices of an assumption's values")
	return o.complete(cmd, env, m, sensitivityStudy{
		check: func() error {
			by.Seed, by.Draws = o.seed, o.draws
			return checkPawn(&o.analysisOptions, by)
		},
		runs: func(*analysis.Setup) int { return by.Draws },
		analyse: func(ctx context.Context, s *analysis.Setup, q []result.Question) (*result.Analysis, error) {
			return s.Pawn(ctx, q, by)
		},
		answer: analyses.Analysis.PawnAnswer,
	})
}

func checkPawn(o *analysisOptions, by analysis.PawnOptions) error {
	if err := o.checkDraws(); err != nil {
		return err
	}
	if by.Slices < 2 || 10*by.Slices > by.Draws {
		return usagef("--slices %d: expected a number from 2 to %d, so that a slice has at least 10 draws", by.Slices, by.Draws/10)
	}
	return nil
}
