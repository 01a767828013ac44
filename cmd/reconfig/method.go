package main

import (
	"cmp"
	"context"
	"slices"

	"github.com/spf13/cobra"

	"reconfig/cmd/reconfig/report"
	"reconfig/cmd/reconfig/report/analyses"
	"reconfig/model/result"
	"reconfig/sim/analysis"
)

// method is a way to analyse a case. Each stands in a file of its own, which registers it and has its help, its flags and
// their checks, what it runs and what it prints.
type method struct {
	order   int    // as readers meet them; tens leave space between
	family  string // the command that it stands under; none if it stands alone
	name    string // of its command, and in the name of its results' folder
	about   string // what the family's help says of it
	weighs  bool   // it weighs values by how likely they are; others go through plausible ranges
	command func(*environment, method) *cobra.Command
}

var methods []method

// register adds a method to those that there are.
func register(m method) method {
	methods = append(methods, m)
	return m
}

// methodsOf lists the methods of a family, or those that stand alone, in the order in which readers meet them.
func methodsOf(family string) []method {
	all := slices.DeleteFunc(slices.Clone(methods), func(m method) bool { return m.family != family })
	slices.SortFunc(all, func(a, b method) int { return cmp.Compare(a.order, b.order) })
	return all
}

// commandsOf makes the commands of a family, or of the methods that stand alone.
func commandsOf(family string, env *environment) (all []*cobra.Command) {
	for _, m := range methodsOf(family) {
		all = append(all, env.answering(m.command(env, m)))
	}
	return all
}

// title is what results call the method: sensitivity sobol.
func (m method) title() string { return report.Sentences(m.family, m.name) }

// study is what a user asks of a method.
type study struct {
	structures []string                                                         // to simulate; all if none is named
	about      []string                                                         // structures that the results' folder is named after
	prepare    func(*analysisJob) error                                         // checks and defaults that need the case; nil for none
	runs       func(*analysis.Setup) int                                        // how many runs it takes, for its progress
	analyse    func(context.Context, *analysis.Setup) (*result.Analysis, error) // runs the method
	save       func(*analysis.Setup) error                                      // writes what else was asked for, such as a case; nil for nothing
	keeps      bool                                                             // what it had found is kept where it is interrupted
	answer     func(analyses.Analysis) report.Answer                            // says what it found
}
