package figuretest

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"reconfig/model/result"
	"reconfig/plots/figure"
	"reconfig/plots/words"
)

// withOutlook adds tables that can be checked by hand. Net benefit, £m, at a worth of capacity of x: the first structure
// 0, the second 3 − x, the third 6 − 3x, so that the third is best up to 1.5 and the second from there to 3. The third is
// taken in two steps. One box picks out where realisation.merger is high and setup.merger low.
func withOutlook(d figure.Data) figure.Data {
	codes := d.Structures()
	for x := range 4 {
		for i, code := range codes {
			start, fall := 3000*float64(i%3), []float64{0, 1000, 3000}[i%3]
			d.Acceptability = append(d.Acceptability, result.AcceptabilityRow{
				CapacityValue: result.Number(x), PointWorth: result.Number(100 * x), Structure: code, NetBenefit: result.Number(start - fall*float64(x)),
				ProbabilityBest: result.Number([][]float64{{0.1, 0.1, 0.2, 0.5}, {0.2, 0.4, 0.5, 0.4}, {0.7, 0.5, 0.3, 0.1}}[i%3][x]),
				EVPI:            result.Number([]float64{500, 1000, 800, 200}[x]),
			})
		}
	}
	last := codes[len(codes)-1]
	d.Information = knownInputs(codes[0])
	d.Stages = StepsOf(last)
	d.Boxes, d.Peeling, d.Cases = Discovered(3)
	return withMaps(withDesign(d))
}

// knownInputs are worth £9m together.
func knownInputs(to string) []result.InformationRow {
	row := func(input string, members int, strength string, value, se, at float64) result.InformationRow {
		r := result.InformationRow{Outcome: result.NetBenefit.String(), Unit: "£k", Input: input, Members: members, Strength: strength,
			Value: result.Number(value), StandardError: result.Number(se), ChangesAt: result.Number(at)}
		if words.Finite(at) {
			r.ChangesTo = to
		}
		return r
	}
	none := math.NaN()
	return []result.InformationRow{
		row("scale.back-office", 1, "D", 1500, 1000, none), row("realisation.merger", 1, "B", 3200, 200, 0.6234),
		row(result.Everything, 61, "", 9000, 250, none), row("realisation", 9, "", 5000, 250, none),
	}
}

// StepsOf is £m 40, 44, 42 in two steps, 41 straight, 38 after one step, and less and less when late.
func StepsOf(code string) []result.StageRow {
	var rows []result.StageRow
	add := func(variant string, year, mean float64) {
		rows = append(rows, result.StageRow{Structure: code, Variant: variant, SecondYear: result.Number(year), Outcome: result.NetBenefit.String(), Unit: "£k",
			Mean: result.Number(mean), P05: result.Number(mean - 20000), P95: result.Number(mean + 10000), Better: 0.6,
			Against: result.Number(mean - 41000), AgainstP05: result.Number(mean - 44000), AgainstP95: result.Number(mean - 36000),
			Changes: result.Number(mean - 30000), ChangesP05: result.Number(mean - 33000), ChangesP95: result.Number(mean - 25000)})
	}
	for i, mean := range []float64{40000, 44000, 42000} {
		add(result.Staged, float64(i+1), mean)
		add(result.Late, float64(i+1), 37000-2000*float64(i))
	}
	add(result.FirstOnly, math.NaN(), 38000)
	add(result.Straight, math.NaN(), 41000)
	return rows
}

// Discovered is a box of so many rules, at most five, and 100 cases.
func Discovered(rules int) ([]result.BoxRow, []result.PeelingRow, []result.CaseRow) {
	const interest = "Merge has the highest net benefit"
	names := []string{"realisation.merger", "setup.merger", "capacity.elasticity", "scale.back-office", "disruption.recovery"}[:rules]
	none := result.Unknown()
	limits := [][2]result.Number{{0.6, none}, {none, 0.3}, {0.1, 0.8}, {0.2, none}, {none, 0.9}}
	var b []result.BoxRow
	for i, name := range names {
		b = append(b, result.BoxRow{Interest: interest, Box: 1, Assumption: name, AssumptionUnit: "share", Strength: "BCDCD"[i : i+1], Least: 0, Most: 1,
			From: limits[i][0], To: limits[i][1], QuasiP: result.Number(0.02 * float64(i)), WithoutDensity: 0.5})
	}
	var p []result.PeelingRow
	for step := range 5 {
		p = append(p, result.PeelingRow{Interest: interest, Box: 1, Step: step, Coverage: result.Number(1 - 0.14*float64(step)), Density: result.Number(0.34 + 0.13*float64(step)),
			Restricted: min(step, rules), Chosen: result.YesNo(step == 3)})
	}
	var c []result.CaseRow
	for k := range 100 {
		for i, name := range names {
			c = append(c, result.CaseRow{Case: k + 1, Assumption: name, Value: result.Number(float64(k*(2*i+1)%100) / 100), OfInterest: result.YesNo(k > 60 && k%7 > 0)})
		}
	}
	return b, p, c
}

// TwoBoxes adds a second box, with rules for some of the same assumptions and for another.
func TwoBoxes(d figure.Data) figure.Data {
	for _, name := range []string{"setup.merger", "costing.discount_rate"} {
		d.Boxes = append(d.Boxes, result.BoxRow{Box: 2, Assumption: name, Least: 0, From: 0.1, To: 0.5, Most: 1, QuasiP: 0.3})
	}
	for step := range 4 {
		d.Peeling = append(d.Peeling, result.PeelingRow{Box: 2, Step: step, Coverage: result.Number(0.4 - 0.05*float64(step)), Density: result.Number(0.2 + 0.1*float64(step)),
			Restricted: step, Chosen: result.YesNo(step == 2)})
	}
	return d
}

// Outlooks are cases that figures of the outlook must be legible in.
func Outlooks() map[string]figure.Data {
	all := map[string]figure.Data{"two boxes": TwoBoxes(Drawn())}
	for rules := range 6 {
		d := Drawn()
		d.Boxes, d.Peeling, d.Cases = Discovered(rules)
		all[fmt.Sprintf("%d rules", rules)] = d
	}
	many := LargeDrawn()
	many.Acceptability = nil
	for i, code := range many.Structures() { // tangents of a parabola: each is best somewhere
		for x := range 40 {
			at := float64(i) / 4
			many.Acceptability = append(many.Acceptability, result.AcceptabilityRow{CapacityValue: result.Number(x) / 13, Structure: code,
				NetBenefit: result.Number(1e4 * (at*at + 2*at*(float64(x)/13-at))), ProbabilityBest: 1.0 / 12})
		}
	}
	for i := range many.Information {
		many.Information[i].Input = strings.Repeat("long-name-", 3) + many.Information[i].Input
	}
	all["many structures"] = many
	one := Drawn()
	one.Stages = one.Stages[:1]
	all["one year"] = one
	return all
}

// OutlookFigures are those of decisions and of scenarios.
func OutlookFigures() []figure.Figure {
	all := figure.All()
	return all[slices.IndexFunc(all, func(f figure.Figure) bool { return f.Name == "regret" }):]
}
