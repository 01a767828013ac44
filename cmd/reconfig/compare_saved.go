package main

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"reconfig/cmd/reconfig/draw"
	"reconfig/cmd/reconfig/report/runs"
	"reconfig/data/folder"
	"reconfig/data/results"
	"reconfig/model"
)

// isFolder says whether an argument of compare is a result folder: only that has a slash in it.
func isFolder(argument string) bool { return strings.ContainsAny(argument, `/\`) }

// withFolderHint adds to an error about structures that two folders of those names are compared with a slash.
func withFolderHint(err error, a, b string) error {
	for _, name := range []string{a, b} {
		if info, none := folder.Stat(name); none != nil || !info.IsDir() {
			return err
		}
	}
	return fmt.Errorf("%w (to compare the result folders of these names, write ./%s ./%s)", err, a, b)
}

// compareSaved sets two saved runs side by side and, if that is asked for, writes what they differ in.
func (o *compareOptions) compareSaved(env *environment, dirs []string, f *pflag.FlagSet) error {
	if !isFolder(dirs[0]) || !isFolder(dirs[1]) {
		return usagef("compare two structures, or two result folders, as in out/a out/b; one of each cannot be compared")
	}
	if err := o.checkSaved(f); err != nil {
		return err
	}
	s, read, err := readSaved(dirs)
	if err != nil {
		return err
	}
	if o.out == "" {
		return env.answer(s.Answer())
	}
	if err := o.checkSavedFolder(s.Names); err != nil {
		return err
	}
	r := &results.Folder{Provenance: results.ProvenanceOfSaved(s.Names, [2]*results.Provenance{&read[0].Provenance, &read[1].Provenance})}
	madeBy(&r.Provenance, env.command)
	r.Saved = s.Rows()
	o.noFigures = true // which there are none of
	return o.deliver(env, o.out, r, s.Answer)
}

// readSaved reads two saved runs.
func readSaved(dirs []string) (s runs.Saved, read [2]*results.Folder, err error) {
	for i, dir := range dirs {
		cleaned, err := cleanPath(dir)
		if err != nil {
			return s, read, &usage{err}
		}
		if read[i], err = results.Read(cleaned); err != nil {
			return s, read, listed(cleaned, err, "Nothing was compared")
		}
		if len(read[i].Outcomes) == 0 {
			return s, read, fmt.Errorf("%s holds no outcomes.csv: only results of runs can be compared", cleaned)
		}
		s.Names[i], s.Runs[i] = cleaned, read[i].Run
	}
	inputs := savedInputs{&read[0].Provenance, &read[1].Provenance, s.Called()}
	p := inputs.a
	if !isDescribed(p) {
		p = inputs.b
	}
	if other := inputs.b.Currency; inputs.known() && p.Currency != other {
		return s, read, fmt.Errorf("%s is in %s and %s in %s: amounts of two currencies cannot be set side by side", s.Names[0], p.Currency, s.Names[1], other)
	}
	s.Properties = model.Properties{Currency: p.Currency, BodySingular: p.BodySingular, BodyPlural: p.BodyPlural, PriceYear: p.PriceYear}
	s.Cautions, s.InputsKnown = inputs.cautions(read, areDrawn(s)), inputs.known()
	s.OtherPrices = s.InputsKnown && inputs.a.PriceYear != inputs.b.PriceYear
	s.OtherYears = s.InputsKnown && inputs.a.HorizonYears != inputs.b.HorizonYears
	if s.InputsKnown {
		s.Differences = inputs.differences()
	}
	return s, read, nil
}

// checkSaved returns an error for flags that have no effect on saved results.
func (o *compareOptions) checkSaved(f *pflag.FlagSet) (err error) {
	f.Visit(func(flag *pflag.Flag) {
		if !slices.Contains([]string{"full", "json", "out", "format", "quiet"}, flag.Name) && err == nil {
			err = usagef("--%s has no effect on saved results", flag.Name)
		}
	})
	if err != nil {
		return err
	}
	if err := o.checkOutput(f); err != nil {
		return err
	}
	if figures := o.formats.figures(); f.Changed("format") && len(figures) > 0 {
		return usagef("--format %s: of two saved results there are tables only, in %s", figures[0], strings.Join(formatsOfTables(), " or "))
	}
	return nil
}

// checkSavedFolder returns an error if the results may not be written: above all not over those that they are of.
func (o *compareOptions) checkSavedFolder(dirs [2]string) error {
	for _, dir := range dirs {
		if isSameFolder(dir, o.out) {
			return usagef("--out %s is one of the two folders; choose another", o.out)
		}
	}
	return results.CheckRunFolder(o.out, draw.Paths())
}

// isSameFolder says whether two paths lead to one folder.
func isSameFolder(a, b string) bool {
	first, err := folder.Stat(a)
	if err != nil {
		return false
	}
	second, err := folder.Stat(b)
	return err == nil && os.SameFile(first, second)
}
