package main

import (
	"context"
	"fmt"
	"math/bits"
	"strings"

	"github.com/spf13/cobra"

	"reconfig/cmd/reconfig/report"
	"reconfig/cmd/reconfig/report/analyses"
	"reconfig/model"
	"reconfig/model/result"
	"reconfig/sim/analysis"
)

// sensitivity is the family of methods that say which assumptions an outcome hangs on.
const sensitivity = "sensitivity"

func newSensitivityCommand(env *environment) *cobra.Command {
	cmd := &cobra.Command{
		Use:   sensitivity,
		Short: "Find out which assumptions an outcome, or the difference of two structures, depends on",
		Long: `Says which assumptions move an outcome of a structure. With a second structure it says
which move the difference between the two: only the difference decides.

` + sensitivityMethods(),
		Example: `  reconfig sensitivity tornado merger de-facto-merger
  reconfig sensitivity sobol merger de-facto-merger --points 1024`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(commandsOf(sensitivity, env)...)
	return cmd
}

// sensitivityMethods lists the methods for the help, and says what they do with the values of assumptions.
func sensitivityMethods() string {
	const width = 85
	var list strings.Builder
	var through, weigh []string
	for _, m := range methodsOf(sensitivity) {
		fmt.Fprintf(&list, "  %-9s %s\n", m.name, strings.ReplaceAll(m.about, "\n", "\n            "))
		if m.weighs {
			weigh = append(weigh, m.name)
		} else {
			through = append(through, m.name)
		}
	}
	return list.String() + "\n" + report.Wrap(fmt.Sprintf("%s go through plausible ranges; %s weigh values by how likely they are. "+
		"Each method writes a folder with CSV tables, figures and a datapackage.json, and prints a table in which assumptions that "+
		"rest on judgement alone (strength D) are marked.", report.And(through), report.And(weigh)), width)
}

// sensitivityOptions are the flags that every method has.
type sensitivityOptions struct {
	analysisOptions
	outcomes []string
}

// sensitivityStudy is what a method does of its own.
type sensitivityStudy struct {
	check   func() error // of the method's own flags; nil for none
	choices bool         // it moves levers and conventions too, which --set does not leave without anything to move
	runs    func(*analysis.Setup) int
	analyse func(context.Context, *analysis.Setup, []result.Question) (*result.Analysis, error)
	answer  func(analyses.Analysis) report.Answer
}

// complete gives a method's command the arguments, the flags and the action that all methods have.
func (o *sensitivityOptions) complete(cmd *cobra.Command, env *environment, m method, s sensitivityStudy) *cobra.Command {
	o.addAnalysisFlags(cmd.Flags())
	cmd.Flags().StringSliceVar(&o.outcomes, "outcome", []string{defaultOutcome}, "`NAMES` of the outcomes to analyse, separated by commas; the figure shows net_benefit_k, or else the first, and “plot --outcome” draws others")
	if o.sampler == "" { // of a method that makes points of its own
		o.sampler = model.Samplers[0]
	}
	cmd.Use = m.name + " STRUCTURE [AGAINST]"
	cmd.Args = oneOrTwoStructures
	cmd.RunE = func(_ *cobra.Command, args []string) error { return outcome(o.ask(env, m, args, s)) }
	return cmd
}

// ask does an analysis of what the arguments ask for.
func (o *sensitivityOptions) ask(env *environment, m method, args []string, s sensitivityStudy) error {
	if s.check != nil {
		if err := s.check(); err != nil {
			return err
		}
	}
	structure, against, err := pair(args)
	if err != nil {
		return err
	}
	outcomes, err := outcomesNamed("--outcome", o.outcomes)
	if err != nil {
		return err
	}
	structures, questions := named(structure, against), analysis.Questions(structure, against, outcomes)
	q := study{
		structures: structures, about: structures, runs: s.runs, answer: s.answer, prepare: (*analysisJob).checkVaried,
		analyse: func(ctx context.Context, setup *analysis.Setup) (*result.Analysis, error) {
			return s.analyse(ctx, setup, questions)
		},
	}
	if s.choices {
		q.prepare = nil
	}
	return o.do(env, m, q)
}

const (
	leastPoints = 64
	mostPoints  = 1 << 17
)

// checkPoints returns an error for a number of base points that are not even.
func checkPoints(n int) error {
	if n < leastPoints || n > mostPoints || bits.OnesCount(uint(n)) != 1 {
		return usagef("--points %d: expected a power of two from %d to %d, as 8192: only so many Sobol' points are even", n, leastPoints, mostPoints)
	}
	return nil
}
