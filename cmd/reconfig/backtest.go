package main

import (
	"bytes"
	"fmt"

	"github.com/spf13/cobra"

	"reconfig/cmd/reconfig/report"
	"reconfig/data"
	"reconfig/data/table"
	"reconfig/model/result"
	"reconfig/sim"
)

type backtestOptions struct {
	caseOptions
	out string
}

func newBacktestCommand(env *environment) *cobra.Command {
	var o backtestOptions
	cmd := &cobra.Command{
		Use:   "backtest",
		Short: "Hold the simulator against what was observed",
		Long: `Simulates each row of a case's observations.csv at its settings and says whether
the value lies in the observed band. Fails (exit status 1) if any does not.

What a pass is worth depends on the observation: one used for calibration was
put in, and one that is a plan was never an outcome. Both are marked.`,
		Example: `  reconfig backtest
  reconfig backtest --set staff.exit_cost=60
  reconfig backtest --out backtest.csv`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return outcome(o.run(env)) },
	}
	o.addCaseFlag(cmd.Flags())
	o.addSetFlag(cmd.Flags())
	cmd.Flags().StringVar(&o.out, "out", "", "`FILE` to write the comparison to, as CSV")
	return cmd
}

func (o *backtestOptions) run(env *environment) error {
	c, err := o.openCase(env)
	if err != nil {
		return err
	}
	d, _, err := o.drawOf(env, c)
	if err != nil {
		return err
	}
	if len(c.Observations) == 0 {
		return fmt.Errorf("%s has no observations.csv to test against", c.Name)
	}
	rows, err := sim.Backtest(c.Case, d)
	if err != nil {
		return err
	}
	if o.out != "" {
		var b bytes.Buffer
		if err := table.WriteRows(&b, result.BacktestTable(), c.Words(), rows); err != nil {
			return err
		}
		if err := data.WriteFile(o.out, b.Bytes()); err != nil {
			return fmt.Errorf("cannot write the comparison: %w", err)
		}
	}
	if missed := report.WriteBacktest(env.out, env.style(), rows, c.Sources); missed > 0 {
		return fmt.Errorf("%s missed", report.Count(missed, "observation is", "observations are"))
	}
	return nil
}
