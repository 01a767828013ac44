package analyses

import (
	"fmt"
	"io"
	"math"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
)

// WriteDiscovery writes the boxes as rules that can be read aloud.
func (a Analysis) WriteDiscovery(w io.Writer, s report.Style) {
	a.heading(w, "Under which assumptions: "+a.Peeling[0].Interest)
	a.writeScenarios(w, s)
}

// WriteSweepDiscovery writes the boxes found in a sweep.
func (a Analysis) WriteSweepDiscovery(w io.Writer, s report.Style, sweep string) {
	fmt.Fprintf(w, "Under which assumptions: %s\n%s, %s of %s\n", a.Peeling[0].Interest, a.Title, a.examples(), sweep)
	report.WriteBaseline(w, a.Baseline)
	fmt.Fprintln(w)
	a.writeScenarios(w, s)
}

func (a Analysis) writeScenarios(w io.Writer, s report.Style) {
	for _, chosen := range a.Peeling {
		if chosen.Chosen != "yes" {
			continue
		}
		rules := a.rules(chosen.Box)
		if missed := a.missedDensity(chosen); missed != "" {
			fmt.Fprintf(w, "%s\n\n", report.Wrap(missed, report.LineWidth))
		}
		fmt.Fprintf(w, "Scenario %d: %s of the %s in it are those sought, and it holds %s of all of them (%s of all %s)\n\n", chosen.Box,
			report.Chance(float64(chosen.Density))+" %", a.examples(), report.Chance(float64(chosen.Coverage))+" %", report.Chance(float64(chosen.Mass))+" %", a.examples())
		var cells [][]string
		for _, r := range rules {
			cells = append(cells, []string{a.both(r.Assumption, ""), rule(r), r.AssumptionUnit, report.Significant(float64(r.Least)) + " … " + report.Significant(float64(r.Most)), evidence(r.Strength), quasiP(float64(r.QuasiP)), report.Chance(float64(r.WithoutDensity)) + " %"})
		}
		s.Render(w, []report.Column{
			report.Text("Assumption").Within(labelWidth), report.Text("Rule"), report.Text(""), report.Text("Of all " + a.examples()), report.Text(evidenceHeading), report.Number("Chance\nalone, p"), report.Number("Sought,\nwithout it"),
		}, cells)
		notes(w, evidenceNote(rules, func(r result.BoxRow) string { return r.Strength }))
		fmt.Fprintln(w)
	}
	start := a.Peeling[0]
	report.WriteParagraphs(w, []string{
		fmt.Sprintf("Of all %[1]s, %[2]s %% are those sought. A scenario is a box: it holds the %[1]s that keep every rule. Density is the share of its %[1]s that are sought, coverage the share of all %[1]s sought that it holds.", a.examples(), report.Chance(float64(start.Density))),
		"Chance alone is the probability of so many " + a.examples() + " sought if the rule did not matter (a quasi-p value); above 0.05 the rule may be there by chance. peeling.csv has the other boxes on the way, wider and purer ones.",
	})
}

// examples is what scenarios are looked for among.
func (a Analysis) examples() string {
	if a.Points {
		return "points"
	}
	return "draws"
}

// missedDensity says why a scenario falls short of the density asked for; empty if it does not.
func (a Analysis) missedDensity(chosen result.PeelingRow) string {
	asked := result.Number(a.Density)
	if chosen.Density >= asked {
		return ""
	}
	densest := chosen
	for _, r := range a.Peeling {
		if r.Box == chosen.Box && r.Density > densest.Density {
			densest = r
		}
	}
	if densest.Density >= asked {
		return fmt.Sprintf("Boxes with the density of %s that was asked for are on the way to scenario %d (peeling.csv), but with rules that may be there by chance. Those were dropped, which leaves less.", tenth(a.Density), chosen.Box)
	}
	below := math.Floor(1000*float64(densest.Density)) / 1000 // so that it does not read as what it falls short of
	return fmt.Sprintf("No rules for scenario %d were found in which %s of the %s are those sought, as was asked for: the most is %s.", chosen.Box, tenth(a.Density), a.examples(), tenth(below))
}

// tenth writes a share in per cent to one decimal, if it has one.
func tenth(share float64) string { return report.Tenth(100*share) + " %" }

// rules lists the rules of a box.
func (a Analysis) rules(box int) []result.BoxRow {
	var rules []result.BoxRow
	for _, r := range a.Boxes {
		if r.Box == box {
			rules = append(rules, r)
		}
	}
	return rules
}

// rule writes the limits of a rule in words.
func rule(r result.BoxRow) string {
	from, to := float64(r.From), float64(r.To)
	switch {
	case math.IsNaN(from):
		return "at most " + report.Significant(to)
	case math.IsNaN(to):
		return "at least " + report.Significant(from)
	}
	return report.Significant(from) + " to " + report.Significant(to)
}

func quasiP(p float64) string {
	if p < 0.001 {
		return "<0.001"
	}
	return report.Decimal(p, 3)
}
