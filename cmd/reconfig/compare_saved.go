package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"reconfig/cmd/reconfig/report"
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
	return fmt.Errorf("%w; to compare the result folders of these names, write ./%s ./%s", err, a, b)
}

// compareSaved sets two saved runs side by side.
func compareSaved(env *environment, dirs []string, f *pflag.FlagSet) error {
	if !isFolder(dirs[0]) || !isFolder(dirs[1]) {
		return usagef("compare two structures, or two result folders, as in out/a out/b; one of each cannot be compared")
	}
	var changed []string
	f.Visit(func(flag *pflag.Flag) {
		if flag.Name != "full" && flag.Name != "json" {
			changed = append(changed, "--"+flag.Name)
		}
	})
	if len(changed) > 0 {
		return usagef("%s has no effect on saved results", changed[0])
	}
	s := runs.Saved{}
	var read [2]*results.Folder
	for i, dir := range dirs {
		cleaned, err := cleanPath(dir)
		if err != nil {
			return &usage{err}
		}
		if read[i], err = results.Read(cleaned); err != nil {
			return listed(cleaned, err, "Nothing was compared")
		}
		if len(read[i].Outcomes) == 0 {
			return fmt.Errorf("%s holds no outcomes.csv: only results of runs can be compared", cleaned)
		}
		s.Names[i], s.Runs[i] = cleaned, read[i].Run
	}
	p := &read[0].Provenance
	if other := read[1].Provenance.Currency; p.Currency != other {
		return fmt.Errorf("%s is in %s and %s in %s: amounts of two currencies cannot be set side by side", s.Names[0], p.Currency, s.Names[1], other)
	}
	s.Properties = model.Properties{Currency: p.Currency, BodySingular: p.BodySingular, BodyPlural: p.BodyPlural, PriceYear: p.PriceYear}
	s.Differences = inputDifferences(p, &read[1].Provenance)
	return env.answer(s.Answer())
}

// inputDifferences says what two results were made from differently, the most telling first.
func inputDifferences(a, b *results.Provenance) (all []string) {
	tell := func(what, first, second string) {
		if first != second {
			all = append(all, fmt.Sprintf("%s: 1 %s, 2 %s.", what, cmp.Or(first, "none"), cmp.Or(second, "none")))
		}
	}
	tell("Case", a.Case.Name, b.Case.Name)
	tell("Set by the user", strings.Join(a.Set, ", "), strings.Join(b.Set, ", "))
	for _, name := range slices.Sorted(maps.Keys(a.Draw)) {
		second, both := b.Draw[name]
		if both && second != a.Draw[name] && !isSet(a, name) && !isSet(b, name) {
			tell(name, report.Full(a.Draw[name]), report.Full(second))
		}
	}
	for _, file := range slices.Sorted(maps.Keys(a.Case.Files)) {
		if a.Case.Name == b.Case.Name && a.Case.Files[file] != b.Case.Files[file] {
			all = append(all, "The case’s "+file+" is not the same.")
		}
	}
	tell("Map", a.Map, b.Map)
	tell("Years simulated", report.Full(a.HorizonYears), report.Full(b.HorizonYears))
	tell("Draws", fmt.Sprint(a.Draws), fmt.Sprint(b.Draws))
	tell("Seed", fmt.Sprint(a.Seed), fmt.Sprint(b.Seed))
	tell("Sampler", a.Sampler, b.Sampler)
	tell("Correlated draws", fmt.Sprint(a.Correlated), fmt.Sprint(b.Correlated))
	tell("Currency", a.Currency, b.Currency)
	tell("Prices of", a.PriceYear, b.PriceYear)
	tell("Program", a.Program, b.Program)
	return all
}

// isSet says whether a user set an assumption.
func isSet(p *results.Provenance, name string) bool {
	return slices.ContainsFunc(p.Set, func(setting string) bool { return strings.HasPrefix(setting, name+"=") })
}
