package runs_test

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"reconfig/cmd/reconfig/report/runs"
	"reconfig/model/result"
)

// worth is a structure with a net benefit and its parts, in millions.
func worth(name string, structure, cuts, capacity float64) result.OutcomeRow {
	return row(name, map[result.Outcome]float64{
		result.StructureNPV: 1000 * structure, result.NPVIncludingCuts: 1000 * (structure + cuts), result.NetBenefit: 1000 * (structure + cuts + capacity),
		result.ReductionFromCuts: 20, result.Reduction: 40,
	})
}

// pair is how two structures differ in an outcome over draws, the first less the second, in millions.
func pair(first, second string, o result.Outcome, mean, low, high, better, equal float64) result.DifferenceRow {
	n := func(v float64) result.Number { return result.Number(1000 * v) }
	return result.DifferenceRow{
		First: first, Second: second, Outcome: o.String(), Better: o.Better(), Mean: n(mean), P05: n(low), P50: n(mean), P95: n(high),
		ProbabilityFirstBetter: result.Number(better), ProbabilityEqual: result.Number(equal),
	}
}

// turn is a switching value: of an assumption that is 1 and goes from 0 to 2.
func turn(name, preferred string, below, above float64) result.SwitchingRow {
	return result.SwitchingRow{Assumption: name, Low: 0, Base: 1, High: 2, Preferred: preferred, Below: result.Number(below), Above: result.Number(above)}
}

func TestLead(t *testing.T) {
	nan := math.NaN()
	apart, union, league := worth("Apart", 0, 100, -90), worth("Union", 30, 60, -69), worth("League", 20, 75, -80)
	far := league
	far.Values[result.Reduction] = 30
	for _, test := range []struct {
		name  string
		rows  []result.OutcomeRow
		draws []result.DifferenceRow
		turns []result.SwitchingRow
		want  []string
	}{
		{"central values", []result.OutcomeRow{apart, union, league}, nil, nil, []string{
			"On net benefit over 10 years, “Union” is best, by £6.0m against the next, “League”.",
			"By itself, without cuts and capacity, “Union” has a net present value £10.0m higher than that of “League”. To these £10.0m come −£15.0m from fewer cuts over 10 years and £11.0m from less capacity lost: together £6.0m. " +
				"The target brings both to about the same cost, so what structure saves mostly spares cuts.", "",
		}},
		{"unlike costs", []result.OutcomeRow{union, far}, nil, nil, []string{
			"“Union” is best, by £6.0m against “League”.", "less capacity lost: together £6.0m.", "",
		}},
		{"draws", []result.OutcomeRow{apart, union, league},
			[]result.DifferenceRow{
				pair("League", "Union", result.NetBenefit, -6, -10, 1, 0.25, 0), pair("League", "Union", result.StructureNPV, -10, -12, -8, 0, 0),
				pair("Apart", "Union", result.NetBenefit, -11, -12, -11, 0, 0),
			}, nil, []string{
				"Draw by draw the difference runs from −£1.0m to £10.0m (5th to 95th percentile). It is better in 75 of 100 draws, and best of all 3 in 60.",
				"“Union” has a net present value £10.0m higher than that of “League” (£8.0m to £12.0m). It is better in 100 of 100 draws.", "",
			}},
		{"as good in some draws", []result.OutcomeRow{union, league}, []result.DifferenceRow{pair("Union", "League", result.NetBenefit, 6, 0, 20, 0.5, 0.3)}, nil, []string{
			"It is better in 50 of 100 draws and as good in 30.", "", "",
		}},
		{"ahead in the mean alone", []result.OutcomeRow{union, league}, []result.DifferenceRow{pair("Union", "League", result.NetBenefit, 6, -5, 60, 0.25, 0)}, nil, []string{
			"It is better in only 25 of 100 draws; it leads in the mean, as it gains more where it is better than it loses elsewhere.", "", "",
		}},
		{"one structure", []result.OutcomeRow{union}, nil, nil, []string{
			"Over 10 years “Union” has a net benefit of £21.0m.", "it has a net present value of £30.0m. To these £30.0m come £60.0m from the target’s cuts and −£69.0m from capacity lost: together £21.0m.",
		}},
		{"a tie", []result.OutcomeRow{worth("Union", 1, 2, 3), apart, worth("League", 3, 3.04, 4)}, []result.DifferenceRow{pair("Union", "Apart", result.NetBenefit, 0, -1, 1, 0.5, 0)}, nil, []string{
			"On net benefit over 10 years, “Apart” and “League” are equally good, at £10.0m.",
		}},
		{"all alike", []result.OutcomeRow{apart, apart}, []result.DifferenceRow{pair("Apart", "Apart", result.NetBenefit, 0, 0, 0, 0, 1)}, nil, []string{
			"both structures are equally good, at £10.0m. The two are equal in every draw.",
		}},
		{"what turns it", []result.OutcomeRow{union, league}, nil, []result.SwitchingRow{turn("a", "Union", nan, 1.25), turn("b", "Union", 0.5, 1.75), turn("c", "Union", nan, nan)}, []string{
			"", "", "At central values 2 of 3 assumptions would each change the order of the two alone. The nearest is a above 1.250 (now 1). The next is b below 0.500 (now 1).",
		}},
		{"one turns it", []result.OutcomeRow{union, league}, nil, []result.SwitchingRow{turn("b", "Union", 0.5, nan)}, []string{
			"", "", "At central values 1 of 1 assumption would change the order of the two alone. It is b below 0.500 (now 1).",
		}},
		{"nothing turns it", []result.OutcomeRow{union, league}, nil, []result.SwitchingRow{turn("c", "Union", nan, nan)}, []string{
			"", "", "At central values no assumption alone would change the order of the two, within what is plausible.",
		}},
		{"turned at central values", []result.OutcomeRow{union, league}, nil, []result.SwitchingRow{turn("b", "League", 0.5, nan), turn("c", "League", 0.25, nan)}, []string{
			"", "", "At central values “League” is ahead; from there 2 of 2 assumptions would each change the order of the two alone. The nearest is b below 0.500 (now 1).",
		}},
	} {
		r := aRun()
		r.Turning, r.Differences = test.turns, test.draws
		var probabilities []result.ProbabilityRow
		if len(test.draws) > 0 {
			r.Draws = 100
			probabilities = []result.ProbabilityRow{{Structure: "Union", Event: result.Best, Outcome: result.NetBenefit.String(), Probability: 0.6}}
		}
		var rows []result.OutcomeRow
		for _, row := range test.rows {
			row.Statistic = result.CentralDraw
			if r.Draws > 0 {
				row.Statistic = result.Mean
			}
			rows = append(rows, row)
		}
		got := runs.NewRun(r, rows, probabilities, nil).Lead()
		if len(got) != len(test.want) {
			t.Errorf("%s: %d sentences, not %d: %q", test.name, len(got), len(test.want), got)
			continue
		}
		for i, want := range test.want {
			if !strings.HasSuffix(got[i], want) && !strings.Contains(got[i], want) {
				t.Errorf("%s: %q\nwant %q", test.name, got[i], want)
			}
		}
	}
}

// The parts of a difference, as they are printed, add up to it but for what rounding takes.
func TestPartsAddUp(t *testing.T) {
	parts := regexp.MustCompile(`To these (\S+) come (\S+) from .* and (\S+) from .*: together (\S+)\.`)
	amount := func(text string) float64 {
		v, err := strconv.ParseFloat(strings.NewReplacer("−", "-", "£", "", "m", "", ",", "").Replace(text), 64)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	seen := 0
	rapid.Check(t, func(t *rapid.T) {
		million := rapid.Float64Range(-2000, 2000)
		draw := func(name string) result.OutcomeRow {
			return worth(name, million.Draw(t, name+" structure"), million.Draw(t, name+" cuts"), million.Draw(t, name+" capacity"))
		}
		r := aRun(draw("Apart"), draw("Union"))
		found := parts.FindStringSubmatch(fmt.Sprint(r.Lead()))
		if found == nil {
			return // a tie, or structure alone is all there is
		}
		seen++
		sum := amount(found[1]) + amount(found[2]) + amount(found[3])
		best := max(r.Outcomes[0].Values[result.NetBenefit], r.Outcomes[1].Values[result.NetBenefit])
		least := min(r.Outcomes[0].Values[result.NetBenefit], r.Outcomes[1].Values[result.NetBenefit])
		if total := amount(found[4]); math.Abs(sum-total) > 0.2001 || math.Abs(total-(best-least)/1000) > 0.0501 {
			t.Errorf("%s: %v and %v", found[0], sum, (best-least)/1000)
		}
	})
	if seen == 0 {
		t.Error("no run says what a difference is made up of")
	}
}

// Below the table stands by what values the order turns, and what else turns it: the sentence names the nearest alone.
func TestTurnsNotes(t *testing.T) {
	nan := math.NaN()
	r := aRun(worth("Union", 30, 60, -69), worth("League", 20, 75, -80), worth("Apart", 0, 100, -90))
	r.Turning = []result.SwitchingRow{turn("a", "Union", nan, 1.25), turn("b", "Union", 0.5, nan), turn("c", "Union", nan, nan)}
	a := r.Answer(nil, nil)
	if got, want := fmt.Sprint(a.Conclusions), "At central values, the two change places if a rises above 1.250, from 1."; !strings.Contains(got, want) {
		t.Errorf("%s\nwant %s", got, want)
	}
	want := "Change places: with all other assumptions at central values, and between these two structures alone; 1 other assumption of 3 can do it too. The command decide looks at all structures."
	if got := fmt.Sprint(a.Table.Notes); !strings.Contains(got, want) {
		t.Errorf("%s\nwant %s", got, want)
	}
	r.Turning = r.Turning[2:]
	if got := fmt.Sprint(r.Answer(nil, nil).Table.Notes); strings.Contains(got, "Change places") {
		t.Errorf("nothing turns it, and yet %s", got)
	}
}

// Savings are told in per cent of a mean: below the table it is called that.
func TestBaselineNoteHasTheMean(t *testing.T) {
	a := row("Apart", map[result.Outcome]float64{result.BaselineCost: 52000})
	for draws, want := range map[int]string{0: "Cost at the start: all of it estimated.", 100: "Cost at the start: £52.0m in the mean of draws; all of it estimated."} {
		r := aRun(a)
		r.Draws, r.Baseline = draws, "Cost at the start: all of it estimated."
		notes := r.Answer(nil, nil).Table.Notes
		if got := notes[len(notes)-1]; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
