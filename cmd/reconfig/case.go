package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"reconfig/cmd/reconfig/report"
	"reconfig/cmd/reconfig/report/cases"
	"reconfig/data"
	"reconfig/data/workbook"
	"reconfig/model/geography"
	"reconfig/model/spelling"
	"reconfig/sim/uncertain"
)

func newCaseCommand(env *environment) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "case",
		Short: "List, show, check, copy, make and upgrade cases",
		Long: `A case is what a run starts from: the commissioners, how they may be grouped, the
structures to choose from and the assumptions. It is a folder with a datapackage.json
and CSV files, or one workbook (.xlsx or .ods) with a sheet for each. For a case of
your own, make one from a table of bodies, or copy one and change it.`,
		Example: `  reconfig case list
  reconfig case new my-councils --from examples/councils.csv --body council --bodies councils
  reconfig case copy london-2010 my-case
  reconfig case copy london-2010 my-case.xlsx
  reconfig case check my-case`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newCaseListCommand(env), newCaseShowCommand(env), newCaseCheckCommand(env), newCaseCopyCommand(env), newCaseNewCommand(env), newCaseUpgradeCommand(env))
	return cmd
}

func newCaseListCommand(env *environment) *cobra.Command {
	return &cobra.Command{
		Use:     "list",
		Short:   "List the cases that come with reconfig",
		Example: "  reconfig case list",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			var all []*data.Case
			for _, name := range data.CaseNames() {
				c, err := data.OpenCase(name)
				if err != nil {
					return outcome(err)
				}
				all = append(all, c)
			}
			style := env.style()
			style.Fits = env.fits
			cases.WriteCases(env.out, style, all)
			return nil
		},
	}
}

func newCaseShowCommand(env *environment) *cobra.Command {
	var only []string
	var markdown bool
	cmd := &cobra.Command{
		Use:   "show NAME|DIR|FILE",
		Short: "Show a case: commissioners, maps, structures, assumptions and sources",
		Example: `  reconfig case show london-2010
  reconfig case show london-2010 --only assumptions --markdown`,
		Args: cobra.ExactArgs(1),
		RunE: withPaths(func(args []string) error { return showCase(env, args[0], only, markdown) }),
	}
	cmd.Flags().StringSliceVar(&only, "only", nil, "`PARTS` to show, separated by commas: "+strings.Join(cases.CaseParts(), ", ")+" (default: all)")
	cmd.Flags().BoolVar(&markdown, "markdown", false, "write tables in Markdown")
	return cmd
}

func showCase(env *environment, name string, only []string, markdown bool) error {
	for _, part := range only {
		if !slices.Contains(cases.CaseParts(), part) {
			return usagef("--only: %w", spelling.Unknown("part", part, cases.CaseParts()))
		}
	}
	o := caseOptions{nameOrDir: name}
	c, err := o.openCase(env)
	if err != nil {
		return err
	}
	style := env.style()
	style.Markdown, style.Fits = markdown, env.fits
	cases.WriteCase(env.out, style, c.Case, only)
	return nil
}

func newCaseCheckCommand(env *environment) *cobra.Command {
	return &cobra.Command{
		Use:   "check NAME|DIR|FILE",
		Short: "Check a case and list everything that is wrong with it",
		Long: `Reads a case as run would, and lists everything that is wrong. Each fault has its file,
line, column and value, what was expected, and how to mend it. In a workbook it has
sheet and row. Warns of sectors, in any map, whose members are not neighbours by land
(neighbours.csv). Runs nothing. Exit status 1 if anything is wrong.`,
		Example: `  reconfig case check my-case
  reconfig case check my-case.xlsx`,
		Args: cobra.ExactArgs(1),
		RunE: withPaths(func(args []string) error { return checkCase(env, args[0]) }),
	}
}

// checkCase says that the case is valid, or what is wrong with it.
func checkCase(env *environment, nameOrDir string) error {
	o := caseOptions{nameOrDir: nameOrDir}
	c, err := o.openCase(env)
	var problems data.Problems
	if errors.As(err, &problems) {
		cases.WriteProblems(env.out, env.style(), problems)
		return fmt.Errorf("%s; nothing was run", cases.CountProblems(problems))
	}
	if err != nil {
		return err
	}
	for _, w := range geography.Warnings(c.Case, c.MapNames()...) {
		env.warn("%s: %s", nameOrDir, w)
	}
	if err := checkCurrency(c, nameOrDir, nil, setFlag); err != nil {
		return err
	}
	fmt.Fprintf(env.out, "%s is valid: %s, %s, %s, %s.\n", nameOrDir,
		report.Count(len(c.Commissioners), c.BodySingular, c.BodyPlural), report.Count(len(c.MapNames()), "map", "maps"),
		report.Count(len(c.Structures), "structure", "structures"), report.Count(len(c.Assumptions), "assumption", "assumptions"))
	return nil
}

// checkDistributions returns problems if assumptions cannot have their distribution, which only fitting it shows.
func checkDistributions(c *data.Case) error {
	var problems data.Problems
	for _, a := range c.Assumptions {
		if !a.IsUncertain() {
			continue
		}
		if _, err := uncertain.DistributionOf(a); err != nil {
			problems = append(problems, c.DistributionProblem(a, err))
		}
	}
	if len(problems) > 0 {
		return problems
	}
	return nil
}

func newCaseCopyCommand(env *environment) *cobra.Command {
	return &cobra.Command{
		Use:   "copy NAME|DIR|FILE NEWDIR|NEWFILE",
		Short: "Copy a case into a new folder or workbook, to change it",
		Long: `Copies a valid case into a folder that does not exist yet or is empty. Then change
its CSV files, check it with reconfig case check, and run it with --case NEWDIR.

If the new name ends in .xlsx or .ods, the copy is one workbook. It has a sheet of
contents, a sheet “case” (what the case is called, when it starts), one sheet for each
table, and a dictionary of all columns. Number formats only change what you see: the
program reads in full what a cell holds.`,
		Example: `  reconfig case copy london-2010 my-case
  reconfig case copy london-2010 my-case.xlsx
  reconfig case copy my-case.xlsx my-case`,
		Args: cobra.ExactArgs(2),
		RunE: withPaths(func(args []string) error { return copyCase(env, args[0], args[1]) }),
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
	parts := "files"
	if workbook.IsFileName(to) {
		parts = "sheets"
	}
	fmt.Fprintf(env.out, "Copied %s to %s. Change its %s, then `reconfig case check %s` and `reconfig run --case %s`.\n", from, to, parts, to, to)
	return nil
}
