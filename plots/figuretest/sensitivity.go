package figuretest

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"reconfig/model/result"
	"reconfig/plots/figure"
)

// Analyses says whether the figure is drawn from tables of an analysis, which are not of structures or of draws.
func Analyses(f figure.Figure) bool {
	return slices.ContainsFunc(new(result.Analysis).List(), func(t result.Rows) bool { return slices.Contains(f.Needs, figure.Need{Table: t.Name}) })
}

// AsksOne says whether the figure is about assumptions, and has no colours of structures.
func AsksOne(f figure.Figure) bool {
	return slices.Contains([]string{"tornado", "morris", "sobol", "shapley", "pawn"}, f.Name)
}

// comparison is the question of made-up analyses: what merge has more than hub.
var comparison = result.Question{Structure: "merge", Against: "hub", Outcome: result.NetBenefit.String(), Unit: "£k"}

// alone is the question of one structure's own outcome.
var alone = result.Question{Structure: "merge", Outcome: result.NetBenefit.String(), Unit: "£k"}

// assumed is an assumption of made-up analyses.
type assumed struct {
	name, unit, kind, strength string
	low, central, high         float64
}

// fewAssumed are three that can be checked by hand.
var fewAssumed = []assumed{
	{"scale.back-office", "elasticity", "uncertainty", "B", 0.85, 0.92, 1},
	{"target.reduction", "share", "lever", "A", 0.3, 0.5, 0.7},
	{"realisation.merger", "share", "uncertainty", "D", 0.4, 0.7, 0.9},
}

// manyAssumed are as many as a large case has, most of them judgement.
func manyAssumed() []assumed {
	all := append([]assumed{}, fewAssumed...)
	all = append(all, assumed{"costing.social_discount_rate", "share/year", "convention", "-", 0.015, 0.035, 0.05},
		assumed{"costing.optimism_bias", "share", "uncertainty", "B", 0.1, 0.41, 0.66}, assumed{"staff.exit_cost", "£", "uncertainty", "C", 20000, 32500, 90000})
	for _, group := range []string{"scale", "locality", "critical_mass", "retained", "realisation", "disruption", "delay", "coordination", "capacity", "retention", "target", "staff"} {
		for _, subject := range []string{"governance", "commissioning", "local", "joint-committee", "shared-management", "association"} {
			strength := []string{"D", "D", "C", "D", "B", "D"}[len(all)%6]
			all = append(all, assumed{group + "." + subject, "share", "uncertainty", strength, 0.1, 0.25, 0.45})
		}
	}
	return all
}

// sensitivityOf makes up the tables of sensitivity, in which assumption i matters weight(i) of that of the first.
func sensitivityOf(q result.Question, all []assumed, base float64, weight func(i int) float64) result.Analysis {
	r := rand.New(rand.NewPCG(5, 6))
	var a result.Analysis
	var total float64
	for i := range all {
		total += weight(i) * weight(i)
	}
	number := func(v float64) result.Number { return result.Number(v) }
	for i, s := range all {
		effect, share := 20000*weight(i), weight(i)*weight(i)/total
		low, high := base-effect*(0.6+0.8*float64(i%2)), base+effect
		if i%7 == 3 { // both lead the same way
			low = base + effect/2
		}
		a.Tornado = append(a.Tornado, result.TornadoRow{
			Question: q, Rank: i + 1, Assumption: s.name, AssumptionUnit: s.unit, Kind: s.kind, Strength: s.strength,
			Low: number(s.low), Base: number(s.central), High: number(s.high), AtLow: number(low), AtBase: number(base), AtHigh: number(high),
			Swing: number(max(low, base, high) - min(low, base, high)), SignChanges: result.YesNo(min(low, high, base) < 0 && max(low, high, base) > 0),
		})
		spread := effect * []float64{0.3, 1.2, 0.1, 0.7}[i%4]
		a.Morris = append(a.Morris, result.MorrisRow{
			Question: q, Rank: i + 1, Assumption: s.name, Strength: s.strength, Trajectories: 40, MuStar: number(effect), MuStarLow: number(effect - spread/4), MuStarHigh: number(effect + spread/4),
			Mu: number(effect), Sigma: number(spread),
		})
		correlated, first := result.YesNo(i%5 == 2), share*[]float64{0.95, 0.6, 1.3}[i%3]
		noise := 0.01 + 0.02*r.Float64()
		a.Sobol = append(a.Sobol, result.SobolRow{
			Question: q, Rank: i + 1, Input: s.name, Members: 1, Strength: s.strength, Correlated: correlated, Points: 4096, Replicates: 1,
			First: number(first), FirstLow: number(first - noise), FirstHigh: number(first + noise), Total: number(share), TotalLow: number(share - noise/2), TotalHigh: number(share + noise/2),
		})
		a.Shapley = append(a.Shapley, result.ShapleyRow{
			Question: q, Rank: i + 1, Input: s.name, Strength: s.strength, Correlated: correlated, Points: 2048, Effect: number(share), Low: number(share - noise), High: number(share + noise),
		})
		median := 0.02 + 0.3*weight(i)
		a.Pawn = append(a.Pawn, result.PawnRow{
			Question: q, Rank: i + 1, Assumption: s.name, Strength: s.strength, Draws: 10000, Slices: 10, Median: number(median), MedianLow: number(median - 0.01), MedianHigh: number(median + 0.015),
			Greatest: number(2 * median), Noise: 0.04, Matters: result.YesNo(median-0.01 > 0.04),
		})
	}
	for points := 256; points <= 4096; points *= 2 {
		a.Settling = append(a.Settling, result.SettlingRow{
			Question: q, Points: points, WidestTotal: number(5 / math.Sqrt(float64(points))), Greatest: all[0].name, Settled: result.YesNo(points == 4096),
		})
	}
	return a
}

// halving is a weight that falls by half from one assumption to the next.
func halving(i int) float64 { return math.Pow(0.5, float64(i)) }

// byRank is a weight that falls as in large models: many that matter little.
func byRank(i int) float64 { return math.Pow(float64(i+1), -0.8) }

// withSensitivity adds the tables of sensitivity.
func withSensitivity(d figure.Data) figure.Data {
	a := sensitivityOf(comparison, fewAssumed, 8000, halving)
	d.Tornado, d.Morris, d.Sobol, d.Shapley, d.Pawn = a.Tornado, a.Morris, a.Sobol, a.Shapley, a.Pawn
	d.Settling = a.Settling
	return d
}

// analysed is a table of sensitivity by itself, without outcomes of structures.
func analysed(a result.Analysis) figure.Data {
	return figure.Data{Context: figure.Context{
		Case: "London’s 31 PCTs, 2010", Map: "six-sectors", BodySingular: "PCT", BodyPlural: "PCTs", PriceYear: "2009/10", Source: "made up",
		Names: map[string]string{"merge": "Full merger", "hub": "De facto merger"},
	}, Tables: result.Tables{Analysis: a}}
}

// longNamed are assumptions with names that break.
func longNamed() []assumed {
	var all []assumed
	for i := range 40 {
		all = append(all, assumed{fmt.Sprintf("an_assumption_from_elsewhere.whose-name-has-no-space-and-no-end-%02d", i), "£ a weighted head a year", "convention", "D", 1e-6 * float64(i), 1, 1.6e7})
	}
	return all
}

// FewAnalysed are the three assumptions in the difference of merge from hub, £8m in the base.
func FewAnalysed() figure.Data { return analysed(sensitivityOf(comparison, fewAssumed, 8000, halving)) }

// FewOfOne are the three in merge's own outcome.
func FewOfOne() figure.Data { return analysed(sensitivityOf(alone, fewAssumed, 8000, halving)) }

// ManyAnalysed are many in the difference.
func ManyAnalysed() figure.Data {
	return analysed(sensitivityOf(comparison, manyAssumed(), 14000, byRank))
}

// OneOf keeps one assumption.
func OneOf(d *figure.Data) {
	a := &d.Analysis
	a.Tornado, a.Morris, a.Sobol, a.Shapley, a.Pawn = a.Tornado[:1], a.Morris[:1], a.Sobol[:1], a.Shapley[:1], a.Pawn[:1]
}

// Asking changes the outcome that is asked about.
func Asking(outcome string) func(*figure.Data) {
	return Swung(func(_ int, r *result.TornadoRow) { r.Outcome = outcome })
}

// Answering sets the answers of the assumptions in turn: at low, base and high.
func Answering(answers ...[3]float64) func(*figure.Data) {
	return Swung(func(i int, r *result.TornadoRow) {
		a := answers[i%len(answers)]
		r.AtLow, r.AtBase, r.AtHigh = result.Number(a[0]), result.Number(a[1]), result.Number(a[2])
		r.Swing = result.Number(max(a[0], a[1], a[2]) - min(a[0], a[1], a[2]))
	})
}

// Swung changes every row of the tornado.
func Swung(change func(i int, r *result.TornadoRow)) func(*figure.Data) {
	return func(d *figure.Data) {
		for i := range d.Tornado {
			change(i, &d.Tornado[i])
		}
	}
}

// Sensitivities are the cases that figures of sensitivity must be legible in.
func Sensitivities() map[string]figure.Data {
	scaled := func(by float64) figure.Data {
		return analysed(sensitivityOf(alone, manyAssumed(), 3*by, func(i int) float64 { return by * byRank(i) }))
	}
	never, elsewhere := FewOfOne(), FewOfOne()
	Asking(result.StructurePayback.String())(&never)
	Answering([3]float64{2, 4, math.Inf(1)}, [3]float64{2.5, 4, 5})(&never)
	elsewhere.Context = figure.Context{}
	Asking("something_else")(&elsewhere)
	unsettled := ManyAnalysed()
	unsettled.Settling = unsettled.Settling[:2]
	for i := range unsettled.Sobol {
		r := &unsettled.Sobol[i]
		r.Replicates, r.Strength, r.FirstLow, r.TotalHigh = 8, "", r.FirstLow-0.3, r.TotalHigh+0.4
	}
	single := FewAnalysed()
	OneOf(&single)
	return map[string]figure.Data{
		"few assumptions": FewAnalysed(), "many assumptions": ManyAnalysed(), "one assumption": single, "unsettled": unsettled,
		"long names":    analysed(sensitivityOf(comparison, longNamed(), 14000, byRank)),
		"small effects": scaled(1e-5), "large effects": scaled(1e5), "never pays back": never, "from elsewhere": elsewhere,
		"far from zero": analysed(sensitivityOf(comparison, fewAssumed, 2e6, halving)), "near zero": analysed(sensitivityOf(comparison, fewAssumed, 300, halving)),
	}
}
