package plots

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"testing"

	"reconfig/model/modeltest"
	"reconfig/model/result"
)

// withOutlook adds tables that can be checked by hand. Net benefit, £m, at a worth of capacity of x: the first structure
// 0, the second 3 − x, the third 6 − 3x, so that the third is best up to 1.5 and the second from there to 3. The third is
// taken in two steps. One box picks out where realisation.merger is high and setup.merger low.
func withOutlook(d Data) Data {
	codes := d.codes()
	for x := range 4 {
		for i, code := range codes {
			start, fall := 3000*float64(i%3), []float64{0, 1000, 3000}[i%3]
			d.Analysis.Acceptability = append(d.Analysis.Acceptability, result.AcceptabilityRow{
				CapacityValue: result.Number(x), PointWorth: result.Number(100 * x), Structure: code, NetBenefit: result.Number(start - fall*float64(x)),
				ProbabilityBest: result.Number([][]float64{{0.1, 0.1, 0.2, 0.5}, {0.2, 0.4, 0.5, 0.4}, {0.7, 0.5, 0.3, 0.1}}[i%3][x]),
				EVPI:            result.Number([]float64{500, 1000, 800, 200}[x]),
			})
		}
	}
	last := codes[len(codes)-1]
	d.Analysis.Information = knownInputs(codes[0])
	d.Analysis.Stages = stagesOf(last)
	d.Analysis.Boxes, d.Analysis.Peeling, d.Analysis.Cases = discovered(3)
	return d
}

// knownInputs are worth £9m together.
func knownInputs(to string) []result.InformationRow {
	row := func(input string, members int, strength string, value, se, at float64) result.InformationRow {
		r := result.InformationRow{Outcome: result.NetBenefit.String(), Unit: "£k", Input: input, Members: members, Strength: strength,
			Value: result.Number(value), StandardError: result.Number(se), ChangesAt: result.Number(at)}
		if finite(at) {
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

// stagesOf is £m 40, 44, 42 in two steps, 41 straight, 38 after one step, and less and less when late.
func stagesOf(code string) []result.StageRow {
	var rows []result.StageRow
	add := func(variant string, year, mean float64) {
		rows = append(rows, result.StageRow{Structure: code, Variant: variant, SecondYear: result.Number(year), Outcome: result.NetBenefit.String(), Unit: "£k",
			Mean: result.Number(mean), P05: result.Number(mean - 20000), P95: result.Number(mean + 10000), Better: 0.6,
			Against: result.Number(mean - 41000), AgainstP05: result.Number(mean - 44000), AgainstP95: result.Number(mean - 36000)})
	}
	for i, mean := range []float64{40000, 44000, 42000} {
		add(result.Staged, float64(i+1), mean)
		add(result.Late, float64(i+1), 37000-2000*float64(i))
	}
	add(result.FirstOnly, math.NaN(), 38000)
	add(result.Straight, math.NaN(), 41000)
	return rows
}

// discovered is a box of so many rules, at most five, and 100 cases.
func discovered(rules int) ([]result.BoxRow, []result.PeelingRow, []result.CaseRow) {
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

// twoBoxes adds a second box, with rules for some of the same assumptions and for another.
func twoBoxes(d Data) Data {
	for _, name := range []string{"setup.merger", "costing.discount_rate"} {
		d.Analysis.Boxes = append(d.Analysis.Boxes, result.BoxRow{Box: 2, Assumption: name, Least: 0, From: 0.1, To: 0.5, Most: 1, QuasiP: 0.3})
	}
	for step := range 4 {
		d.Analysis.Peeling = append(d.Analysis.Peeling, result.PeelingRow{Box: 2, Step: step, Coverage: result.Number(0.4 - 0.05*float64(step)), Density: result.Number(0.2 + 0.1*float64(step)),
			Restricted: step, Chosen: result.YesNo(step == 2)})
	}
	return d
}

// spoilOutlook is part of spoilt.
func spoilOutlook(d *Data, spoil func(*float64)) {
	numbers := func(all ...*result.Number) {
		for _, n := range all {
			spoil((*float64)(n))
		}
	}
	for i := range d.Analysis.Acceptability {
		r := &d.Analysis.Acceptability[i]
		numbers(&r.CapacityValue, &r.PointWorth, &r.NetBenefit, &r.ProbabilityBest, &r.EVPI)
	}
	for i := range d.Analysis.Information {
		r := &d.Analysis.Information[i]
		numbers(&r.Value, &r.StandardError, &r.ChangesAt)
	}
	for i := range d.Analysis.Stages {
		r := &d.Analysis.Stages[i]
		numbers(&r.SecondYear, &r.Mean, &r.P05, &r.P95, &r.Better)
	}
	for i := range d.Analysis.Boxes {
		r := &d.Analysis.Boxes[i]
		numbers(&r.Least, &r.From, &r.To, &r.Most, &r.QuasiP, &r.WithoutDensity)
	}
	for i := range d.Analysis.Peeling {
		r := &d.Analysis.Peeling[i]
		numbers(&r.Coverage, &r.Density)
	}
	for i := range d.Analysis.Cases {
		numbers(&d.Analysis.Cases[i].Value)
	}
}

func TestOutlooksAreLegible(t *testing.T) {
	all := outlooks()
	for _, name := range modeltest.Some(slices.Sorted(maps.Keys(all)), 2) {
		checkLegible(t, name, all[name], slices.Concat(decisionFigures(), discoveryFigures()))
	}
}

// outlooks are cases that figures of the outlook must be legible in.
func outlooks() map[string]Data {
	all := map[string]Data{"two boxes": twoBoxes(drawn())}
	for rules := range 6 {
		d := drawn()
		d.Analysis.Boxes, d.Analysis.Peeling, d.Analysis.Cases = discovered(rules)
		all[fmt.Sprintf("%d rules", rules)] = d
	}
	many := largeDrawn()
	many.Analysis.Acceptability = nil
	for i, code := range many.codes() { // tangents of a parabola: each is best somewhere
		for x := range 40 {
			at := float64(i) / 4
			many.Analysis.Acceptability = append(many.Analysis.Acceptability, result.AcceptabilityRow{CapacityValue: result.Number(x) / 13, Structure: code,
				NetBenefit: result.Number(1e4 * (at*at + 2*at*(float64(x)/13-at))), ProbabilityBest: 1.0 / 12})
		}
	}
	for i := range many.Analysis.Information {
		many.Analysis.Information[i].Input = strings.Repeat("long-name-", 3) + many.Analysis.Information[i].Input
	}
	all["many structures"] = many
	one := drawn()
	one.Analysis.Stages = one.Analysis.Stages[:1]
	all["one year"] = one
	return all
}

// An analysis may come without any other table; its structures are then those in focus.
func TestAnalysisAlone(t *testing.T) {
	d := Data{Context: Context{Focus: []string{"merge"}, Draws: 1000}, Analysis: drawn().Analysis}
	if got := slices.Sorted(slices.Values(d.Structures())); !slices.Equal(got, []string{"hub", "merge", "stay"}) {
		t.Errorf("structures %q", got)
	}
	if got := d.complete().Focus; len(got) != 1 {
		t.Errorf("focus %q", got)
	}
	for _, f := range slices.Concat(decisionFigures(), discoveryFigures()) {
		if _, err := f.Render(d, "svg"); err != nil {
			t.Error(err)
		}
	}
}
