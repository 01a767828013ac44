package main

import (
	"fmt"
	"strings"

	"reconfig/cmd/reconfig/report"
	"reconfig/cmd/reconfig/report/runs"
	"reconfig/data/results"
)

// cautions say what keeps the numbers of two results from being compared, a sentence each, the gravest first.
func (s savedInputs) cautions(read [2]*results.Folder, drawn [2]bool) (all []string) {
	a, b := s.a, s.b
	differ := func(first, second, sentence string) {
		if first != second {
			all = append(all, sentence)
		}
	}
	for i, r := range read {
		if !isDescribed(&r.Provenance) {
			all = append(all, fmt.Sprintf("Nothing is known of what made %s, which has no datapackage.json: its currency, prices or years may be others.", s.called[i]))
		}
	}
	if s.known() {
		differ(a.Case.Name, b.Case.Name, fmt.Sprintf("These are two cases, %s in %s and %s in %s: structures of one name need not be alike.", a.Case.Name, s.called[0], b.Case.Name, s.called[1]))
		differ(a.PriceYear, b.PriceYear, fmt.Sprintf("Money is at %s prices in %s and at %s prices in %s, so amounts cannot be compared.", a.PriceYear, s.called[0], b.PriceYear, s.called[1]))
		differ(report.Full(a.HorizonYears), report.Full(b.HorizonYears), fmt.Sprintf("The years are not the same, %s in %s and %s in %s, so changes of outcomes over all years are left out.", report.Full(a.HorizonYears), s.called[0], report.Full(b.HorizonYears), s.called[1]))
		differ(a.Map, b.Map, fmt.Sprintf("The map is “%s” in %s and “%s” in %s: a structure groups other %s.", a.Map, s.called[0], b.Map, s.called[1], a.BodyPlural))
	}
	for i, r := range read {
		if isDescribed(&r.Provenance) && len(r.Edited) > 0 {
			all = append(all, fmt.Sprintf("In %s, %s not as the program wrote %s.", s.called[i], andIs(r.Edited), report.Plural(len(r.Edited), "it", "them")))
		}
	}
	switch {
	case drawn[0] != drawn[1]:
		with, without := s.called[0], s.called[1]
		if drawn[1] {
			with, without = without, with
		}
		all = append(all, fmt.Sprintf("There are draws in %s and none in %s: a mean of draws and a value of the central draw differ even where no input does.", with, without))
	case drawn[0] && s.known():
		if how := s.otherDraws(); how != "" {
			all = append(all, fmt.Sprintf("The draws are not the same (%s), so part of each change is chance.", how))
		}
	}
	if s.known() {
		differ(programOf(a), programOf(b), fmt.Sprintf("Two versions of the program made them, %s and %s: the model may have changed.", programOf(a), programOf(b)))
	}
	return all
}

// isDescribed says whether a result says where it comes from.
func isDescribed(p *results.Provenance) bool { return p.Program != "" || p.Case.Name != "" }

// known says whether both results say where they come from.
func (s savedInputs) known() bool { return isDescribed(s.a) && isDescribed(s.b) }

// otherDraws says in what the draws of two results differ; nothing where they are the same.
func (s savedInputs) otherDraws() string {
	a, b := s.a, s.b
	var parts []string
	tell := func(what, first, second string) {
		if first != second {
			parts = append(parts, fmt.Sprintf("%s %s and %s", what, first, second))
		}
	}
	tell("draws", report.Decimal(float64(a.Draws), 0), report.Decimal(float64(b.Draws), 0))
	tell("seed", fmt.Sprint(a.Seed), fmt.Sprint(b.Seed))
	tell("sampler", a.Sampler, b.Sampler)
	if a.Correlated != b.Correlated {
		parts = append(parts, "correlated and independent")
	}
	return strings.Join(parts, ", ")
}

// programOf is the program that made a result, with its commit where that is known.
func programOf(p *results.Provenance) string {
	if p.Commit == "" {
		return p.Program
	}
	return p.Program + " (" + p.Commit + ")"
}

// andIs lists files with the verb that follows them.
func andIs(files []string) string {
	return report.And(files) + " " + report.Plural(len(files), "is", "are")
}

// areDrawn says which of two saved runs have draws.
func areDrawn(s runs.Saved) [2]bool { return [2]bool{runs.IsDrawn(s.Runs[0]), runs.IsDrawn(s.Runs[1])} }
