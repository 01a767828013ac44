package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// usePlainHelp has a command and those below it say how they are used as writeUsage does.
func usePlainHelp(root *cobra.Command) {
	root.SetUsageFunc(func(c *cobra.Command) error {
		writeUsage(c.OutOrStderr(), c)
		return nil
	})
}

// writeUsage says how a command is used, as cobra does, with flags as plainFlags lists them. It is no template: a template may call
// any method by its name, so that the linker keeps all methods of all types, which are 6 MB.
func writeUsage(w io.Writer, c *cobra.Command) {
	fmt.Fprint(w, "Usage:")
	if c.Runnable() {
		fmt.Fprint(w, "\n  ", c.UseLine())
	}
	if c.HasAvailableSubCommands() {
		fmt.Fprintf(w, "\n  %s [command]", c.CommandPath())
	}
	if c.HasExample() {
		fmt.Fprint(w, "\n\nExamples:\n", c.Example)
	}
	if c.HasAvailableSubCommands() {
		fmt.Fprint(w, "\n\nAvailable Commands:")
		for _, below := range c.Commands() {
			if below.IsAvailableCommand() || below.Name() == "help" {
				fmt.Fprintf(w, "\n  %-*s %s", below.NamePadding(), below.Name(), below.Short)
			}
		}
	}
	if c.HasAvailableLocalFlags() {
		fmt.Fprint(w, "\n\nFlags:\n", strings.TrimRight(plainFlags(c.LocalFlags()), "\n"))
	}
	if c.HasAvailableInheritedFlags() {
		fmt.Fprint(w, "\n\nGlobal Flags:\n", strings.TrimRight(plainFlags(c.InheritedFlags()), "\n"))
	}
	if c.HasAvailableSubCommands() {
		fmt.Fprintf(w, "\n\nUse \"%s [command] --help\" for more information about a command.", c.CommandPath())
	}
	fmt.Fprintln(w)
}

// plainFlags lists flags with what they mean, switches by their name alone. pflag would write --full[=true|false].
func plainFlags(f *pflag.FlagSet) string {
	shown := pflag.NewFlagSet("", pflag.ContinueOnError)
	shown.SortFlags = f.SortFlags
	f.VisitAll(func(flag *pflag.Flag) {
		same := *flag
		if flag.Value.Type() == "bool" {
			same.Value = unmarked{flag.Value}
		}
		shown.AddFlag(&same)
	})
	return shown.FlagUsages()
}

// unmarked is a value that does not say that it may be left out, which pflag looks for.
type unmarked struct{ pflag.Value }
