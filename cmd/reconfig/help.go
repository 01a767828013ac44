package main

import (
	"strings"
	"sync"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// addHelpFunctions makes the functions of help known to all commands, once for the whole program.
var addHelpFunctions = sync.OnceFunc(func() { cobra.AddTemplateFunc("plainFlags", plainFlags) })

// usePlainHelp has a command and those below it list flags as plainFlags does.
func usePlainHelp(root *cobra.Command) {
	addHelpFunctions()
	template := root.UsageTemplate()
	for _, flags := range []string{".LocalFlags", ".InheritedFlags"} {
		template = strings.ReplaceAll(template, flags+".FlagUsages", "plainFlags "+flags)
	}
	root.SetUsageTemplate(template)
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
