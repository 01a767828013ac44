package main

import (
	"errors"

	"github.com/spf13/cobra"

	"reconfig/cmd/reconfig/report/cases"
	"reconfig/data"
)

func newCaseUpgradeCommand(env *environment) *cobra.Command {
	return &cobra.Command{
		Use:   "upgrade DIR|FILE",
		Short: "Add to an older case the assumptions that the model now needs",
		Long: `Adds to a case of your own the assumptions that the model has come to need since the
case was made, with their rank correlations and sources. Values, ranges and strength of
evidence are those of the case england-icb-2025; each description says so. For a class
of functions or an arrangement that no built-in case has, the assumption is 0, which
has no effect. Look at what was added, and change what you know better.

It adds rows at the end of assumptions.csv, correlations.csv and sources.csv. Nothing
else changes: no other value, and no new file. In a workbook it adds the rows to the
sheets of these names. Formats, further sheets and formulas stay, but you may have to
extend a filter or a table of the sheet by hand. The files are replaced together or not
at all. A case with other faults is left as it is.`,
		Example: `  reconfig case upgrade my-case
  reconfig case upgrade my-case.xlsx`,
		Args: cobra.ExactArgs(1),
		RunE: withPaths(func(args []string) error { return upgradeCase(env, args[0]) }),
	}
}

func upgradeCase(env *environment, nameOrDir string) error {
	u, err := data.UpgradeCase(nameOrDir)
	var unknown *data.UnknownCaseError
	var upToDate *data.UpToDateError
	switch {
	case errors.As(err, &unknown), errors.As(err, &upToDate):
		return &usage{err}
	case err != nil:
		return listed(nameOrDir, withMends(err), "Mend these first, then upgrade; nothing was changed")
	}
	cases.WriteUpgrade(env.out, env.style(), nameOrDir, u)
	return nil
}
