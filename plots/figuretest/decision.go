package figuretest

import (
	"fmt"
	"math"
	"slices"

	"reconfig/model/result"
	"reconfig/plots/figure"
	"reconfig/plots/words"
)

// withDecision adds the tables of a decision by net present value, in which the last structure is the best choice and the
// first the worst.
func withDecision(d figure.Data) figure.Data {
	var codes []string
	for _, r := range d.Outcomes {
		codes = append(codes, r.Structure)
	}
	codes = words.Unique(codes)
	d.Switching = switchingOf(codes)
	d.SwitchingMap = SwitchingMapOf(codes, func(structure int, a, b float64) float64 {
		return []float64{3, 2 + b/5, 6 - 4*a}[structure%3] - float64(structure/3)
	})
	npv, n := result.NetBenefit.String(), len(codes)
	for k, code := range codes {
		behind := float64(n - 1 - k)
		mean := 500 + 1000*behind
		d.Robustness = append(d.Robustness, result.RobustnessRow{
			Outcome: npv, Unit: "£k", Structure: code, ProbabilityBest: result.Number(math.Pow(0.5, behind+1)),
			ExpectedRegret: result.Number(mean), RegretP95: result.Number(3 * mean), WorstRegret: result.Number(5 * mean),
			MeetsAll: result.Number(0.8 * math.Pow(0.7, behind)),
		})
		whole := 0.0
		for rank := range n {
			whole += math.Pow(0.5, math.Abs(float64(rank)-behind))
		}
		for rank := range n {
			p := math.Pow(0.5, math.Abs(float64(rank)-behind)) / whole
			d.Ranks = append(d.Ranks, result.RankRow{Outcome: npv, Structure: code, Rank: rank + 1, Probability: result.Number(p)})
		}
		for requirement, share := range map[string]float64{"structure_npv_k>=0": math.Pow(0.7, behind), "structure_payback_years<=3": 0.8, result.AllRequirements: 0.8 * math.Pow(0.7, behind)} {
			d.Requirements = append(d.Requirements, result.RequirementRow{Structure: code, Requirement: requirement, Share: result.Number(share), MCError: 0.004})
		}
	}
	slices.SortStableFunc(d.Requirements, func(a, b result.RequirementRow) int { return len(a.Requirement) - len(b.Requirement) })
	return d
}

// None is an empty cell.
var None = result.Number(math.NaN())

// switchingOf is 12 assumptions of which two change the choice of the last structure.
func switchingOf(codes []string) []result.SwitchingRow {
	n := len(codes)
	first, next := codes[0], codes[max(0, n-2)]
	rows := []result.SwitchingRow{
		{Assumption: "risk.b", AssumptionUnit: "years", Kind: "uncertainty", Strength: "D", Low: 0, Base: 5, High: 10, Below: 2.0000001, ThenBelow: next, Above: 9, ThenAbove: first},
		{Assumption: "lever.a", AssumptionUnit: "share", Kind: "lever", Strength: "A", Low: 0.25, Base: 0.5, High: 1, Below: None, Above: 0.7512, ThenAbove: next},
	}
	for i := range 10 {
		rows = append(rows, result.SwitchingRow{Assumption: fmt.Sprint("calm.", i), AssumptionUnit: "share", Kind: "uncertainty", Strength: "C", Low: 0, Base: 0.5, High: 1, Below: None, Above: None})
	}
	for i := range rows {
		rows[i].Outcome, rows[i].Preferred = result.NetBenefit.String(), codes[n-1]
	}
	return rows
}

// SwitchingMapOf is a grid over lever.a and risk.b with what each structure comes to in £m.
func SwitchingMapOf(codes []string, value func(structure int, a, b float64) float64) []result.SwitchingMapRow {
	var rows []result.SwitchingMapRow
	for _, b := range Spaced(0, 10, 11, false) {
		for _, a := range Spaced(0.25, 1, 16, false) {
			best, next := 0, math.Inf(-1)
			for k := 1; k < len(codes); k++ {
				if v := value(k, a, b); v > value(best, a, b) {
					best, next = k, value(best, a, b)
				} else {
					next = max(next, v)
				}
			}
			rows = append(rows, result.SwitchingMapRow{
				Outcome: result.NetBenefit.String(), X: "lever.a", Y: "risk.b", XValue: result.Number(a), YValue: result.Number(b),
				Preferred: codes[best], Lead: result.Number(1000 * (value(best, a, b) - next)),
			})
		}
	}
	return rows
}

// onlyDecision keeps what the tables of decisions say of some structures.
func onlyDecision(a result.Analysis, has func(code string) bool) result.Analysis {
	a.Robustness = Dropped(a.Robustness, func(r result.RobustnessRow) bool { return !has(r.Structure) })
	a.Ranks = Dropped(a.Ranks, func(r result.RankRow) bool { return !has(r.Structure) })
	a.Requirements = Dropped(a.Requirements, func(r result.RequirementRow) bool { return !has(r.Structure) })
	a.SwitchingMap = Dropped(a.SwitchingMap, func(r result.SwitchingMapRow) bool { return !has(r.Preferred) })
	a.Switching = Dropped(a.Switching, func(r result.SwitchingRow) bool { return !has(r.Preferred) })
	for i := range a.Switching {
		r := &a.Switching[i]
		if !has(r.ThenBelow) {
			r.Below, r.ThenBelow = None, ""
		}
		if !has(r.ThenAbove) {
			r.Above, r.ThenAbove = None, ""
		}
	}
	return a
}

// ManySwitchers is more assumptions that change the choice than the figure has space for, with long names and both sides.
func ManySwitchers() figure.Data {
	d := Drawn()
	d.Names = map[string]string{"stay": "Hub and sector joint commissioning of everything", "hub": "De facto merger, then full merger, then another"}
	d.Switching = nil
	for i := range 17 { // more than the figure shows
		d.Switching = append(d.Switching, result.SwitchingRow{
			Outcome: result.NetBenefit.String(), Assumption: fmt.Sprint("realisation.of-a-very-long-name-of-a-function-", i), AssumptionUnit: "share of the weighted population", Kind: "uncertainty", Strength: "B",
			Low: -16000000, Base: 0, High: 16000000, Preferred: "merge", Below: result.Number(-10 - 4e5*float64(i)), ThenBelow: "stay", Above: result.Number(1e6 * float64(i%16)), ThenAbove: "hub",
		})
	}
	return d
}

// Switchable changes the rows of switching values.
func Switchable(change func(i int, r *result.SwitchingRow)) func(*figure.Data) {
	return func(d *figure.Data) {
		for i := range d.Switching {
			change(i, &d.Switching[i])
		}
	}
}
