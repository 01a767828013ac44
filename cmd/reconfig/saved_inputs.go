package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"reconfig/cmd/reconfig/report"
	"reconfig/data/results"
	"reconfig/model"
)

// savedInputs finds what two results were made from differently.
type savedInputs struct {
	a, b   *results.Provenance
	called [2]string // what sentences call the two
}

// differences lists what differs, the most telling first, a sentence each.
func (s savedInputs) differences() (all []string) {
	a, b := s.a, s.b
	tell := func(what, first, second string) {
		if first != second {
			all = append(all, fmt.Sprintf("%s: %s in %s, %s in %s.", what, cmp.Or(first, "none"), s.called[0], cmp.Or(second, "none"), s.called[1]))
		}
	}
	tell("Case", a.Case.Name, b.Case.Name)
	for _, name := range s.assumptions() {
		tell(report.Labelled(s.labels(), name)+s.unit(name), s.value(a, name), s.value(b, name))
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
	tell("Correlated draws", yesOrNo(a.Correlated), yesOrNo(b.Correlated))
	tell("Currency", a.Currency, b.Currency)
	tell("Prices of", a.PriceYear, b.PriceYear)
	tell("Program", a.Program, b.Program)
	return all
}

// assumptions are the assumptions and chances of which both know the value, or that either sets: those that a user set first.
func (s savedInputs) assumptions() []string {
	names := map[string]bool{}
	for _, p := range []*results.Provenance{s.a, s.b} {
		for name := range p.Draw {
			if s.knows(name) {
				names[name] = true
			}
		}
	}
	all := slices.Sorted(maps.Keys(names))
	rank := func(name string) int { return map[bool]int{true: 0, false: 1}[isSet(s.a, name) || isSet(s.b, name)] }
	slices.SortStableFunc(all, func(x, y string) int { return cmp.Compare(rank(x), rank(y)) })
	return all
}

// knows says whether both have a value. A result leaves out chances that are even; of another case nothing is known of it.
func (s savedInputs) knows(name string) bool {
	_, first := s.a.Draw[name]
	_, second := s.b.Draw[name]
	return first && second || s.a.Case.Name == s.b.Case.Name
}

// value is what a result has of an assumption. One that only one user set, to the same value, is said to be set: it is not drawn.
func (s savedInputs) value(p *results.Provenance, name string) string {
	text := report.Full(valueOf(p, name))
	if p.Draws > 0 && isSet(p, name) && isSet(s.a, name) != isSet(s.b, name) && valueOf(s.a, name) == valueOf(s.b, name) {
		text += " (set)"
	}
	return text
}

// valueOf is the central value of an assumption or a chance.
func valueOf(p *results.Provenance, name string) float64 {
	if v, there := p.Draw[name]; there {
		return v
	}
	return model.EvenChance
}

// labels are the assumptions' short names in both.
func (s savedInputs) labels() map[string]string {
	labels := maps.Clone(s.b.Labels)
	if labels == nil {
		labels = map[string]string{}
	}
	maps.Copy(labels, s.a.Labels)
	return labels
}

// unit is the unit of an assumption's values after a comma; nothing where it has none or neither result says it.
func (s savedInputs) unit(name string) string {
	if u := cmp.Or(s.a.Units[name], s.b.Units[name]); u != "" {
		return ", " + u
	}
	return ""
}

// isSet says whether a user set an assumption.
func isSet(p *results.Provenance, name string) bool {
	return slices.ContainsFunc(p.Set, func(setting string) bool { return strings.HasPrefix(setting, name+"=") })
}

func yesOrNo(truth bool) string { return map[bool]string{true: "yes", false: "no"}[truth] }
