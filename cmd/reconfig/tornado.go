package main

import (
	"context"

	"github.com/spf13/cobra"

	"reconfig/cmd/reconfig/report/analyses"
	"reconfig/model/result"
	"reconfig/sim/analysis"
)

var _ = register(method{
	order: 10, family: sensitivity, name: "tornado", command: newTornadoCommand,
	about: "each assumption alone, from its low to its high value",
})

func newTornadoCommand(env *environment, m method) *cobra.Command {
	var o sensitivityOptions
	cmd := &cobra.Command{
		Short: "Move each assumption alone from its low to its high value",
		Long: `Moves each assumption alone from its low to its high value, levers and conventions
too. All others are at their central values, or at what --set says. It leaves
out what assumptions do together, and how likely the ends are.`,
		Example: `  reconfig sensitivity tornado merger
  reconfig sensitivity tornado merger de-facto-merger --outcome structure_npv_k,net_benefit_k`,
	}
	return o.complete(cmd, env, m, sensitivityStudy{
		choices: true,
		runs:    (*analysis.Setup).TornadoRuns,
		analyse: func(ctx context.Context, s *analysis.Setup, q []result.Question) (*result.Analysis, error) {
			return s.Tornado(ctx, q)
		},
		answer: analyses.Analysis.TornadoAnswer,
	})
}
