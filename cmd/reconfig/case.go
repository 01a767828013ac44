package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"reconfig/cmd/reconfig/report"
	"reconfig/data"
	"reconfig/model"
	"reconfig/sim/uncertain"
)

func newCaseCommand(env *environment) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "case",
		Short: "List, show, check, copy and make cases",
		Long: `A case is a folder with a datapackage.json and CSV files: the commissioners, how
they may be grouped, the structures on the table and the assumptions. To bring your
own, make one of a table of bodies, or copy one and change it.`,
		Example: `  reconfig case list
  reconfig case new my-councils --from examples/councils.csv --body council --bodies councils
  reconfig case copy london-2010 my-case
  reconfig case check my-case`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newCaseListCommand(env), newCaseShowCommand(env), newCaseCheckCommand(env), newCaseCopyCommand(env), newCaseNewCommand(env))
	return cmd
}

func newCaseListCommand(env *environment) *cobra.Command {
	return &cobra.Command{
		Use:     "list",
		Short:   "List the cases that come with reconfig",
		Example: "  reconfig case list",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			var cases []*data.Case
			for _, name := range data.CaseNames() {
				c, err := data.OpenCase(name)
				if err != nil {
					return outcome(err)
				}
				cases = append(cases, c)
			}
			report.WriteCases(env.out, env.style(), cases)
			return nil
		},
	}
}

func newCaseShowCommand(env *environment) *cobra.Command {
	var only []string
	var markdown bool
	cmd := &cobra.Command{
		Use:   "show NAME|DIR",
		Short: "Show a case: commissioners, maps, structures, assumptions and sources",
		Example: `  reconfig case show london-2010
  reconfig case show london-2010 --only assumptions --markdown`,
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error { return outcome(showCase(env, args[0], only, markdown)) },
	}
	cmd.Flags().StringSliceVar(&only, "only", nil, "`PARTS` to show, separated by commas: "+strings.Join(report.CaseParts(), ", ")+" (default: all)")
	cmd.Flags().BoolVar(&markdown, "markdown", false, "write tables in Markdown")
	return cmd
}

func showCase(env *environment, name string, only []string, markdown bool) error {
	for _, part := range only {
		if !slices.Contains(report.CaseParts(), part) {
			return usagef("--only: %w", model.Unknown("part", part, report.CaseParts()))
		}
	}
	o := caseOptions{nameOrDir: name}
	c, err := o.openCase(env)
	if err != nil {
		return err
	}
	style := env.style()
	style.Markdown = markdown
	report.WriteCase(env.out, style, c.Case, only)
	return nil
}

func newCaseCheckCommand(env *environment) *cobra.Command {
	return &cobra.Command{
		Use:   "check NAME|DIR",
		Short: "Check a case and list everything that is wrong with it",
		Long: `Reads a case as run would and lists everything that is wrong, each with file, line,
column, value and what was expected. Exit status 1 if anything is. Warns of sectors, in
any map, whose members the land neighbours of neighbours.csv do not connect.`,
		Example: "  reconfig case check my-case",
		Args:    cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			o := caseOptions{nameOrDir: args[0]}
			c, err := o.openCase(env)
			if err != nil {
				return outcome(err)
			}
			if err := canDraw(args[0], c.Case); err != nil {
				return outcome(err)
			}
			for _, w := range c.MapWarnings(c.MapNames()...) {
				env.warn("%s: %s", args[0], w)
			}
			fmt.Fprintf(env.out, "%s is valid: %s, %s, %s, %s.\n", args[0],
				report.Count(len(c.Commissioners), c.BodySingular, c.BodyPlural), report.Count(len(c.MapNames()), "map", "maps"),
				report.Count(len(c.Structures), "structure", "structures"), report.Count(len(c.Assumptions), "assumption", "assumptions"))
			return nil
		},
	}
}

// canDraw returns an error if an assumption cannot have its distribution, which only fitting it shows.
func canDraw(nameOrDir string, c *model.Case) error {
	if _, err := uncertain.New(c, uncertain.Options{}); err != nil {
		return fmt.Errorf("%s: assumptions.csv: %w", nameOrDir, err)
	}
	return nil
}

func newCaseCopyCommand(env *environment) *cobra.Command {
	return &cobra.Command{
		Use:   "copy NAME|DIR NEWDIR",
		Short: "Copy a case into a new folder, to change it",
		Long: `Copies a valid case into a folder that does not exist yet or is empty. Then change
its CSV files, check it with reconfig case check, and run it with --case NEWDIR.`,
		Example: "  reconfig case copy london-2010 my-case",
		Args:    cobra.ExactArgs(2),
		RunE: func(_ *cobra.Command, args []string) error {
			return outcome(copyCase(env, args[0], args[1]))
		},
	}
}

func copyCase(env *environment, from, to string) error {
	err := data.CopyCase(from, to)
	var unknown *data.UnknownCaseError
	switch {
	case errors.As(err, &unknown):
		return &usage{err}
	case err != nil:
		return invalidCase(from, err)
	}
	fmt.Fprintf(env.out, "Copied %s to %s. Change its files, then `reconfig case check %s` and `reconfig run --case %s`.\n", from, to, to, to)
	return nil
}
