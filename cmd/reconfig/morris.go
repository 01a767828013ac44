package main

import (
	"context"

	"github.com/spf13/cobra"

	"reconfig/cmd/reconfig/report/analyses"
	"reconfig/model/result"
	"reconfig/sim/analysis"
)

var _ = register(method{
	order: 20, family: sensitivity, name: "morris", command: newMorrisCommand,
	about: "elementary effects: what can matter anywhere in the plausible ranges",
})

// The most that a slip of the finger may ask for.
const (
	mostTrajectories = 500
	mostCandidates   = 2000
)

func newMorrisCommand(env *environment, m method) *cobra.Command {
	var o sensitivityOptions
	var by analysis.MorrisOptions
	cmd := &cobra.Command{
		Short: "Screen assumptions by elementary effects",
		Long: `Moves one assumption after another along trajectories through the plausible ranges,
spread as widely as possible (Morris 1991; Campolongo and others 2007). Says by how
much the outcome moves on average (μ*), and how much that depends on where the other
assumptions are (σ). It needs few runs, and is enough to tell what cannot matter.
Trajectories that lie far apart favour the ends of ranges somewhat. With as many
candidates as trajectories the design is Morris' own, which does not.

--group-by takes assumptions together: quantity (scale.* …), subject (everything
about mergers, hubs …) or strength of evidence. Those of a group move at once, each
in its own direction. So a group has a μ*, but neither μ nor σ.`,
		Example: `  reconfig sensitivity morris merger de-facto-merger
  reconfig sensitivity morris merger --trajectories 80 --candidates 80 --outcome structure_npv_k
  reconfig sensitivity morris merger de-facto-merger --group-by quantity`,
	}
	o.addSeedFlag(cmd.Flags())
	cmd.Flags().IntVar(&by.Trajectories, "trajectories", 40, "`NUMBER` of trajectories")
	cmd.Flags().IntVar(&by.Candidates, "candidates", 500, "`NUMBER` of random trajectories, of which those far apart are picked")
	cmd.Flags().StringVar(&by.GroupBy, "group-by", analysis.Groupings[0], "`WHAT` to group assumptions by: none, quantity, subject or strength")
	return o.complete(cmd, env, m, sensitivityStudy{
		check: func() error {
			by.Seed = o.seed
			return checkMorris(by)
		},
		runs: func(s *analysis.Setup) int { return by.Runs(s) },
		analyse: func(ctx context.Context, s *analysis.Setup, q []result.Question) (*result.Analysis, error) {
			return s.Morris(ctx, q, by)
		},
		answer: analyses.Analysis.MorrisAnswer,
	})
}

func checkMorris(by analysis.MorrisOptions) error {
	if by.Trajectories < 2 || by.Trajectories > mostTrajectories {
		return usagef("--trajectories %d: expected a number from 2 to %d", by.Trajectories, mostTrajectories)
	}
	if by.Candidates < by.Trajectories || by.Candidates > mostCandidates {
		return usagef("--candidates %d: expected a number from %d, the trajectories, to %d", by.Candidates, by.Trajectories, mostCandidates)
	}
	return checkGrouping(by.GroupBy)
}
