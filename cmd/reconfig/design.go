package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
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

// settingOnly takes chances out of what --set is said to take: a search has no use for them.
func settingOnly(f *pflag.FlagSet) {
	f.Lookup("set").Usage = "assumption set to a value, as `name=value`; may be repeated"
}

// checkSearched returns an error if a chance is set, or every assumption.
func (j *analysisJob) checkSearched() error {
	for _, name := range j.Set {
		if _, ok := j.input.ChanceIndex(name); ok {
			return usagef("--set %s=…: a search takes failures and refusals at their means over all chances, so that a chance has no effect on what it finds", name)
		}
	}
	return j.checkVaried()
}
