package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"reconfig/model"
	"reconfig/model/result"
	"reconfig/model/spelling"
	"reconfig/plots"
)

// shownOptions say which structures and which outcome figures show.
type shownOptions struct {
	focus   []string
	outcome string
}

func (o *shownOptions) addFocus(f *pflag.FlagSet) {
	f.StringSliceVar(&o.focus, "focus", nil, "`CODES` of the structures in colour, at most four (default: the case's)")
}

// addOutcome adds the flag with a remark on its default.
func (o *shownOptions) addOutcome(f *pflag.FlagSet, remark string) {
	f.StringVar(&o.outcome, "outcome", "", fmt.Sprintf("`NAME` of the outcome to show in figures that show one (default: %s%s)", plots.DefaultOutcome, remark)+columnsShown())
}

// asked says whether the user chose what figures show.
func (o *shownOptions) asked() bool { return len(o.focus) > 0 || o.outcome != "" }

// check returns an error for flags that are wrong whatever the tables are.
func (o *shownOptions) check() error {
	if len(o.focus) > model.MostInFocus {
		return usagef("--focus: at most %d structures can be in colour", model.MostInFocus)
	}
	return nil
}

// checkStructures returns an error if a structure that is to be in colour is none of those known.
func (o *shownOptions) checkStructures(known []string) error {
	for _, code := range o.focus {
		if !slices.Contains(known, code) {
			return usagef("--focus: %w", spelling.Unknown("structure", code, known))
		}
	}
	return nil
}

// checkOutcome returns an error if the outcome is none of those known.
func (o *shownOptions) checkOutcome(known []string) error {
	if o.outcome != "" && !slices.Contains(known, o.outcome) {
		return usagef("--outcome: %w", spelling.Unknown("outcome", o.outcome, known))
	}
	return nil
}

// show takes from the flags what figures are to show of the tables.
func (o *shownOptions) show(d *plots.Data, figures []plots.Figure) error {
	if err := o.checkStructures(d.Structures()); err != nil {
		return err
	}
	if err := o.checkOutcome(outcomesOf(*d, figures)); err != nil {
		return err
	}
	if len(o.focus) > 0 {
		d.Focus, d.Best, d.FocusOf = o.focus, "", "the structures that --focus names"
	}
	if o.outcome != "" {
		d.SweepOutcome = o.outcome
	}
	return nil
}

// columnsShown says for help which figures show columns of other tables than outcomes.
func columnsShown() string {
	var text strings.Builder
	for _, f := range plots.Figures() {
		if len(f.Columns) > 0 {
			fmt.Fprintf(&text, "; %s shows columns of %s.csv: %s", f.Name, f.Needs, strings.Join(f.Columns, ", "))
		}
	}
	return text.String()
}

// outcomesOf lists the outcomes that figures can show: of a sweep those that it kept, of an analysis those that it is
// about. Figures that cannot show the one asked for show what they do unless asked.
func outcomesOf(d plots.Data, figures []plots.Figure) []string {
	if d.Sweep != nil {
		names := make([]string, len(d.Sweep.Outcomes))
		for i, o := range d.Sweep.Outcomes {
			names[i] = o.String()
		}
		return names
	}
	if names := d.OutcomeNames(); len(names) > 0 {
		return names
	}
	var names []string
	for _, f := range figures {
		if len(f.Columns) > 0 {
			names = append(names, f.Columns...)
		} else {
			names = append(names, result.OutcomeNames()...)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}
