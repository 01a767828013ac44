package runs_test

import (
	"math"
	"strings"
	"testing"

	"reconfig/cmd/reconfig/report"
	"reconfig/cmd/reconfig/report/runs"
	"reconfig/model/result"
)

// overtaken is a structure that is worth something else, in millions, where it may be overtaken.
func overtaken(name string, net, atRisk, structure, structureAtRisk, chance float64) result.OutcomeRow {
	return row(name, map[result.Outcome]float64{
		result.NetBenefit: 1000 * net, result.NetBenefitRisked: 1000 * atRisk, result.StructureNPV: 1000 * structure, result.StructureNPVRisked: 1000 * structureAtRisk,
		result.NPVIncludingCuts: 1000 * net, result.SteadySaving: 1000, result.StructurePayback: 4, result.ChancePaidBack: chance,
	})
}

// all is everything that is printed of a run, on one line.
func all(r runs.Run) string {
	var out strings.Builder
	r.Write(&out, report.Style{})
	return strings.Join(strings.Fields(out.String()+strings.Join(r.Findings(), " ")), " ")
}

// Beside every value that nothing disturbs stands the one of a reorganisation that may itself be overtaken.
func TestAtRisk(t *testing.T) {
	union, league := overtaken("Union", 30, 11.25, 20, 7.5, 0.615), overtaken("League", 20, 9, 15, 5, math.NaN())
	union.Values[result.SteadySaving] = 2000
	first := all(aRun(union, league))
	for _, want := range []string{
		"“Union” is best, by £10.0m against “League” (risked, £2.3m).", "value risked", "Union 30.0 11.3 20.0 7.5 10.0 0.0", "Risked: where the reorganisation may itself be overtaken by the next one.",
		"It pays back after 4.00 years. The chance that it is paid back before the next reorganisation overtakes it is 62 %.", "4.00 62 ",
	} {
		if !strings.Contains(first, want) {
			t.Errorf("no %q in\n%s", want, first)
		}
	}
	if strings.Contains(first, "Risked, as the next") {
		t.Errorf("the same is best at risk, and yet %s", first)
	}
	turned := all(aRun(union, overtaken("League", 20, 12, 15, 5, 0.5), row("Apart", nil)))
	for _, want := range []string{"is best, by £10.0m against the next, “League”. Risked, as the next reorganisation may overtake it, “League” is best, by £0.8m."} {
		if !strings.Contains(turned, want) {
			t.Errorf("no %q in\n%s", want, turned)
		}
	}
	alone := all(aRun(union))
	if want := "“Union” has a net benefit of £30.0m (risked, £11.3m)."; !strings.Contains(alone, want) {
		t.Errorf("no %q in\n%s", want, alone)
	}
	never := all(aRun(overtaken("Union", 30, 30, 20, 20, 1), overtaken("League", 20, 20, 15, 15, 1)))
	for _, not := range []string{"overtake", "risked", "Risked"} {
		if strings.Contains(never, not) {
			t.Errorf("nothing is overtaken, and yet %q in\n%s", not, never)
		}
	}
}

func TestComparisonAtRisk(t *testing.T) {
	c := compared(aRun(overtaken("Apart", 30, 11.25, 20, 7.5, 1), overtaken("Union", 20, 9, 15, 5, 1)))
	if got, want := c.Findings()[0], "is worse than A, “Apart”, by £10.0m (risked, £2.3m)."; !strings.Contains(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	c.A, c.B = c.B, c.A
	if got, want := c.Findings()[0], "is better than A, “Union”, by £10.0m (risked, £2.3m)."; !strings.Contains(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	turned := compared(aRun(overtaken("Apart", 30, 9, 20, 7.5, 1), overtaken("Union", 20, 11.25, 15, 5, 1)))
	if got, want := turned.Findings()[0], "is worse than A, “Apart”, by £10.0m (but risked, better by £2.3m)."; !strings.Contains(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
