package main

import (
	"bytes"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"reconfig/cmd/reconfig/report"
	"reconfig/cmd/reconfig/report/cases"
	"reconfig/data"
	"reconfig/data/folder"
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
		Short: "Compare the simulator with what was observed",
		Long: `Simulates each row of a case's observations.csv at its settings, and says whether
the value lies in the observed band. Fails (exit status 1) if any does not. Without
--case it takes every case that comes with reconfig and has observations.

What a pass is worth depends on the observation. One that was used for calibration
went into the assumptions, so it tests nothing. One that is a plan was never observed.
Both are marked. docs/backtest.md says what each observation is, and what it can show.`,
		Example: `  reconfig backtest
  reconfig backtest --case london-2010 --set staff.exit_cost=60
  reconfig backtest --out backtest.csv`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return outcome(o.run(env)) },
	}
	addPath(cmd.Flags(), &o.nameOrDir, "case", "", "`NAME` of a case that comes with reconfig, or path of a case's folder or Excel workbook (default: every case with observations that comes with reconfig)")
	o.addSetFlag(cmd.Flags())
	addPath(cmd.Flags(), &o.out, "out", "", "`FILE` to write the comparison to, as CSV")
	return cmd
}

// backtested is a case whose observations were simulated.
type backtested struct {
	*data.Case
	rows []result.BacktestRow
}

func (o *backtestOptions) run(env *environment) error {
	chosen, err := o.cases(env)
	if err != nil {
		return err
	}
	if o.out != "" {
		if err := folder.CheckFile(o.out); err != nil {
			return err
		}
	}
	tested := make([]backtested, len(chosen))
	for i, c := range chosen {
		if tested[i], err = o.test(env, c); err != nil {
			return err
		}
	}
	if err := o.write(tested); err != nil {
		return err
	}
	var all []result.BacktestRow
	for _, t := range tested {
		all = append(all, t.rows...)
	}
	if err := env.answer(o.answer(tested, all)); err != nil {
		return err
	}
	if missed := cases.Missed(all); missed > 0 {
		return fmt.Errorf("%s missed", report.Count(missed, "observation is", "observations are"))
	}
	return nil
}

// answer is what the back-tests come to.
func (o *backtestOptions) answer(tested []backtested, all []result.BacktestRow) report.Answer {
	a := cases.BacktestAnswer(all, tested[0].Words(), o.set, func(w io.Writer, s report.Style) {
		for _, t := range tested {
			cases.WriteBacktest(w, s, t.Case.Case, t.rows)
		}
		if len(tested) > 1 {
			cases.WriteBacktestVerdict(w, s, all)
		}
	})
	if o.out != "" {
		a.Rest = append(a.Rest, fmt.Sprintf("Written to %s.", o.out))
	}
	return a
}

// cases are the case that is asked for, or all that come with the program and have observations.
func (o *backtestOptions) cases(env *environment) ([]*data.Case, error) {
	if o.nameOrDir != "" {
		c, err := o.openCase(env)
		if err == nil && len(c.Observations) == 0 {
			err = fmt.Errorf("%s has no observations.csv to test against", c.Name)
		}
		return []*data.Case{c}, err
	}
	var all []*data.Case
	for _, name := range data.CaseNames() {
		c, err := data.OpenCase(name)
		if err != nil {
			return nil, err
		}
		if len(c.Observations) > 0 {
			all = append(all, c)
		}
	}
	return all, nil
}

// test simulates the observations of a case. Where there are several cases, what is wrong with a setting is so in one of them.
func (o *backtestOptions) test(env *environment, c *data.Case) (backtested, error) {
	settings, err := o.settings(c)
	for _, w := range settings.Warnings {
		env.warn("%s: %s", c.Name, w)
	}
	if err != nil {
		return backtested{}, usagef("%s: %w", c.Name, err)
	}
	if err := checkCurrency(c, c.Name, settings.Names, setFlag); err != nil {
		return backtested{}, err
	}
	rows, err := sim.Backtest(c.Case, settings.Draw)
	return backtested{c, rows}, err
}

// write writes the comparison of all cases as one table, if that is asked for.
func (o *backtestOptions) write(tested []backtested) error {
	if o.out == "" {
		return nil
	}
	var all []result.BacktestRow
	for _, t := range tested {
		all = append(all, t.rows...)
	}
	var b bytes.Buffer
	if err := table.WriteRows(&b, result.BacktestRow{}.Table(), tested[0].Words(), all); err != nil {
		return err
	}
	if err := folder.WriteFile(o.out, b.Bytes()); err != nil {
		return fmt.Errorf("cannot write the comparison: %w", err)
	}
	return nil
}
