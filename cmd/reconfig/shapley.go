package main

import (
	"context"

	"github.com/spf13/cobra"

	"reconfig/cmd/reconfig/report/analyses"
	"reconfig/model/result"
	"reconfig/sim/analysis"
)

var _ = register(method{
	order: 40, family: sensitivity, name: "shapley", weighs: true, command: newShapleyCommand,
	about: "fair shares of the variance, which add up to 100 % whatever is correlated",
})

func newShapleyCommand(env *environment, m method) *cobra.Command {
	var o sensitivityOptions
	var by analysis.ShapleyOptions
	cmd := &cobra.Command{
		Short: "Share out the variance fairly: Shapley effects",
		Long: `Divides the variance among all assumptions so that the shares add up to 100 %. What
several do together, by interaction or by correlation, is divided fairly among them
(Owen 2014; Song and others 2016; Goda 2021). Of these methods, this is the one that
answers “how much of the uncertainty is due to this?” with correlated assumptions.`,
		Example: `  reconfig sensitivity shapley merger de-facto-merger --points 4096
  reconfig sensitivity shapley merger --outcome structure_npv_k --points 4096`,
	}
	o.addSeedFlag(cmd.Flags())
	o.addIndependentFlag(cmd.Flags())
	cmd.Flags().IntVar(&by.Points, "points", 8192, "`NUMBER` of base points, a power of two; every input costs one run a point")
	return o.complete(cmd, env, m, sensitivityStudy{
		check: func() error {
			by.Seed = o.seed
			return checkPoints(by.Points)
		},
		runs: func(s *analysis.Setup) int { return by.Runs(s) },
		analyse: func(ctx context.Context, s *analysis.Setup, q []result.Question) (*result.Analysis, error) {
			return s.Shapley(ctx, q, by)
		},
		answer: analyses.Analysis.ShapleyAnswer,
	})
}
