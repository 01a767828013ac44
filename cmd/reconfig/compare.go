package main

import (
	"github.com/spf13/cobra"

	"reconfig/cmd/reconfig/report"
)

func newCompareCommand(env *environment) *cobra.Command {
	var o caseOptions
	cmd := &cobra.Command{
		Use:   "compare A B",
		Short: "Compare two structures: what is placed differently, and what that changes",
		Long: `Lists the functions that two structures place differently, and every outcome of
both with the difference B − A, under the same assumptions.`,
		Example: `  reconfig compare merger hub-and-sectors
  reconfig compare de-facto-merger merger --set scale.governance=0.2`,
		Args: cobra.ExactArgs(2),
		RunE: func(_ *cobra.Command, args []string) error { return outcome(compare(env, &o, args[0], args[1])) },
	}
	o.addFlags(cmd.Flags())
	return cmd
}

func compare(env *environment, o *caseOptions, a, b string) error {
	if a == b {
		return usagef("compare needs two different structures; both are %s", a)
	}
	s, err := o.open(env, []string{a, b})
	if err != nil {
		return err
	}
	w := s.engine.NewWorkspace()
	s.engine.Run(s.draw, nil, w)
	first, _ := s.input.Structure(a)
	second, _ := s.input.Structure(b)
	report.Comparison{
		Case: s.input.Case, Map: s.engine.MapName(), HorizonYears: s.engine.HorizonYears(), Settings: o.set,
		HandoverYear: s.value("handover.year"), A: first, B: second, ValuesA: w.Outcomes(0), ValuesB: w.Outcomes(1),
	}.Write(env.out, env.style())
	return nil
}
