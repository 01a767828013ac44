package main

import (
	"github.com/spf13/cobra"

	"reconfig/cmd/reconfig/report/runs"
)

type compareOptions struct {
	caseOptions
	drawOptions
}

func newCompareCommand(env *environment) *cobra.Command {
	var o compareOptions
	cmd := &cobra.Command{
		Use:   "compare A B",
		Short: "Compare two structures: what is placed differently, and what that changes",
		Long: `Says which of two structures has the higher net benefit, how sure that is, why it
differs from what structure alone is worth, and what would turn it. Lists the
functions that they place differently, and every outcome of both with the
difference B − A: its mean, its range from the 5th to the 95th percentile, and in
how many of 100 draws B is better. Both see the same draws, so what they have in
common drops out of the difference.`,
		Example: `  reconfig compare merger hub-and-sectors
  reconfig compare de-facto-merger merger --set scale.governance=0.2 --draws 2000`,
		Args: cobra.ExactArgs(2),
		RunE: func(_ *cobra.Command, args []string) error { return outcome(o.compare(env, args[0], args[1])) },
	}
	o.caseOptions.addFlags(cmd.Flags())
	o.drawOptions.addFlags(cmd.Flags())
	return cmd
}

func (o *compareOptions) compare(env *environment, a, b string) error {
	if a == b {
		return usagef("compare needs two different structures; both are %s", a)
	}
	if err := o.check(); err != nil {
		return err
	}
	s, err := o.open(env, []string{a, b})
	if err != nil {
		return err
	}
	d, err := s.draw(env, &o.drawOptions, false)
	if err != nil {
		return err
	}
	if err := d.findTurning(env, b, a); err != nil {
		return err
	}
	first, _ := s.input.Structure(a)
	second, _ := s.input.Structure(b)
	c := runs.Comparison{Run: d.report, Case: s.input.Case, A: first, B: second}
	if err := env.answer(c.Answer()); err != nil {
		return err
	}
	for _, w := range c.Unsettled() {
		env.warn("%s", w)
	}
	return nil
}
