package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

// designFamily is the family of methods that look for what nobody has drawn yet.
const designFamily = "design"

func newDesignCommand(env *environment) *cobra.Command {
	var list strings.Builder
	for _, m := range methodsOf(designFamily) {
		fmt.Fprintf(&list, "  %-9s %s\n", m.name, strings.ReplaceAll(m.about, "\n", "\n            "))
	}
	cmd := &cobra.Command{
		Use:   designFamily,
		Short: "Look for the best structure, instead of comparing those that somebody drew",
		Long: `Looks for what is best by the case's own assumptions, and says what was tried, so that
nobody need believe it.

` + list.String(),
		Example: `  reconfig design functions
  reconfig design functions --keep public-health --compelling 0.9`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(commandsOf(designFamily, env)...)
	return cmd
}
