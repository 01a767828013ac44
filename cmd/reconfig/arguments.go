package main

import (
	"slices"

	"github.com/spf13/cobra"

	"reconfig/model/result"
	"reconfig/model/spelling"
	"reconfig/sim/analysis"
)

// outcomesNamed finds outcomes by their names.
func outcomesNamed(flag string, list []string) ([]result.Outcome, error) {
	names, err := codes(flag, list)
	if err != nil {
		return nil, err
	}
	var outcomes []result.Outcome
	for _, name := range names {
		o, ok := result.OutcomeByName(name)
		if !ok {
			return nil, usagef("%s: %w", flag, spelling.Unknown("outcome", name, result.OutcomeNames()))
		}
		outcomes = append(outcomes, o)
	}
	return outcomes, nil
}

// outcomeNamed finds an outcome by its name.
func outcomeNamed(flag, name string) (result.Outcome, error) {
	outcomes, err := outcomesNamed(flag, []string{name})
	if err != nil {
		return 0, err
	}
	return outcomes[0], nil
}

// checkGrouping returns an error for a way to take assumptions together that there is not.
func checkGrouping(by string) error {
	if !slices.Contains(analysis.Groupings, by) {
		return usagef("--group-by: %w", spelling.Unknown("grouping", by, analysis.Groupings))
	}
	return nil
}

// oneOrTwoStructures says what is missing where cobra would only count.
func oneOrTwoStructures(_ *cobra.Command, args []string) error {
	switch {
	case len(args) == 0:
		return usagef("name a structure, or two to analyse what they differ in; `reconfig case show` lists them")
	case len(args) > 2:
		return usagef("one structure or two can be analysed; %d are named", len(args))
	}
	return nil
}

// pair reads one structure or two from the arguments of a command.
func pair(args []string) (structure, against string, err error) {
	if len(args) == 2 {
		if args[0] == args[1] {
			return "", "", usagef("two different structures are needed; both are %s", args[0])
		}
		return args[0], args[1], nil
	}
	return args[0], "", nil
}

// named lists what pair gives, without what is empty.
func named(codes ...string) []string {
	return slices.DeleteFunc(codes, func(code string) bool { return code == "" })
}
