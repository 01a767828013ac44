package main

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// choiceOptions name the structures to choose from: flags of the methods that choose.
type choiceOptions struct {
	structures []string
}

func (o *choiceOptions) addFlag(f *pflag.FlagSet) {
	f.StringSliceVar(&o.structures, "structure", nil, "`CODES` of the structures to choose from, separated by commas (default: all)")
}

// readStructures reads the flag.
func (o *choiceOptions) readStructures() (err error) {
	o.structures, err = codes("--structure", o.structures)
	return err
}

// among lists the structures to choose from; one alone is no choice.
func (o *choiceOptions) among(j *analysisJob) ([]string, error) {
	chosen := j.setup.StructureCodes(o.structures)
	if len(chosen) < 2 {
		return nil, usagef("a choice needs two structures at least")
	}
	return chosen, nil
}

// structuresByFlag refuses arguments, which are likely meant for the flag.
func structuresByFlag(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usagef("%s takes no arguments; name the structures to choose from with --structure %s", cmd.Name(), strings.Join(args, ","))
	}
	return nil
}
