package analyses

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
)

// DiscoveryAnswer says under which assumptions what is of interest holds.
func (a Analysis) DiscoveryAnswer() report.Answer {
	return a.discovered(a.caption(), a.WriteDiscovery)
}

// SweepDiscoveryAnswer says so of a sweep.
func (a Analysis) SweepDiscoveryAnswer(sweep string) report.Answer {
	return a.discovered(a.Title+", "+a.examples()+" of "+sweep, func(w io.Writer, s report.Style) { a.WriteSweepDiscovery(w, s, sweep) })
}

func (a Analysis) discovered(caption string, full func(io.Writer, report.Style)) report.Answer {
	start, interest := a.Peeling[0], a.quoted(a.Peeling[0].Interest)
	said := []string{fmt.Sprintf("In %s %% of all %s, %s.", report.Chance(float64(start.Density)), a.examples(), interest)}
	t := report.Summary{
		Title: fmt.Sprintf("Scenarios, and the rules that hold in them: %s. %s", interest, caption), Records: a.records(result.BoxRow{}.Table(), a.Boxes),
		Columns: []report.Column{report.Number("Scenario"), report.Text("Assumption").Within(labelWidth), report.Text("Rule"), report.Number("Chance alone, p").Noted("Chance alone: the probability of so many such " + a.examples() + " if the rule did not matter (a quasi-p value). Above 0.05 the rule may be there by chance."), report.Text("Code"), report.Text("Of all " + a.examples()), report.Text(evidenceHeading)},
	}
	var printed []result.BoxRow
	for _, chosen := range a.Peeling {
		if chosen.Chosen != "yes" {
			continue
		}
		said = append(said, fmt.Sprintf("In scenario %d that is so in %s %% of the %s; it holds %s %% of all in which it is so.", chosen.Box, report.Chance(float64(chosen.Density)), a.examples(), report.Chance(float64(chosen.Coverage))))
		rules := a.rules(chosen.Box)
		printed = append(printed, rules...)
		if len(rules) > 0 {
			most := slices.MinFunc(rules, func(x, y result.BoxRow) int { return cmp.Compare(x.WithoutDensity, y.WithoutDensity) })
			which := "Its one rule is"
			if len(rules) > 1 {
				which = fmt.Sprintf("Of its %d rules the one that does most is", len(rules))
			}
			said = append(said, fmt.Sprintf("%s %s %s.", which, a.called(most.Assumption), rule(most)))
		}
		for _, r := range rules {
			t.Rows = append(t.Rows, []string{fmt.Sprint(r.Box), a.label(r.Assumption), rule(r), quasiP(float64(r.QuasiP)), a.code(r.Assumption), report.Significant(float64(r.Least)) + " … " + report.Significant(float64(r.Most)), evidence(r.Strength)})
		}
		if missed := a.missedDensity(chosen); missed != "" {
			said = append(said, missed)
		}
	}
	t.Lines = report.LinesOf(a.naming(), printed)
	return a.answer(full, t, said...)
}

// quoted is a text with the names of structures in quotation marks.
func (a Analysis) quoted(text string) string {
	names := slices.Collect(maps.Values(a.Names))
	slices.SortFunc(names, func(x, y string) int { return cmp.Or(cmp.Compare(len(y), len(x)), cmp.Compare(x, y)) }) // no name within a longer one
	var pairs []string
	for _, name := range names {
		if name != "" {
			pairs = append(pairs, name, report.Quote(name))
		}
	}
	return strings.NewReplacer(pairs...).Replace(text)
}
