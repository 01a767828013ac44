package main

import (
	"fmt"
	"slices"

	"github.com/spf13/pflag"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/spelling"
	"reconfig/plots"
)

// figureOptions say which figures to draw.
type figureOptions []string

func (o *figureOptions) addFlag(f *pflag.FlagSet) {
	f.StringSliceVar((*[]string)(o), "figure", nil, "`NAMES` of the figures to draw, separated by commas (default: all that the tables allow; plot --help lists them)")
}

// asked says whether the user named figures.
func (o figureOptions) asked() bool { return len(o) > 0 }

// chosen lists the figures asked for; all if none is.
func (o figureOptions) chosen() ([]plots.Figure, error) {
	all := plots.Figures()
	if !o.asked() {
		return all, nil
	}
	names := make([]string, len(all))
	for i, f := range all {
		names[i] = f.Name
	}
	var chosen []plots.Figure
	for _, name := range o {
		i := slices.Index(names, name)
		if i < 0 {
			return nil, usagef("--figure: %w", spelling.Unknown("figure", name, names))
		}
		chosen = append(chosen, all[i])
	}
	return chosen, nil
}

// allThere returns an error for a figure asked for that needs a table which the results do not have. of is what they are
// called.
func (o figureOptions) allThere(chosen []plots.Figure, d plots.Data, of string) error {
	if !o.asked() {
		return nil
	}
	for _, f := range chosen {
		if missing := f.Missing(d); len(missing) > 0 {
			return fmt.Errorf("figure %s needs %s, which %s does not have", f.Name, report.And(lacking(missing)), of)
		}
	}
	return nil
}

// lacking names what a figure needs: tables by their files.
func lacking(needs plots.Needs) []string {
	names := make([]string, len(needs))
	for i, need := range needs {
		names[i] = need.String()
		if !need.Draws {
			names[i] += ".csv"
		}
	}
	return names
}
