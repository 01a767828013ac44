package figuretest

import (
	"math"
	"slices"
	"strings"

	"reconfig/model/result"
	"reconfig/plots/figure"
)

// Only keeps some structures of the data.
func Only(d figure.Data, codes ...string) figure.Data {
	keep := " " + strings.Join(codes, " ") + " "
	has := func(code string) bool { return strings.Contains(keep, " "+code+" ") }
	kept := figure.Data{Context: d.Context, Tables: result.Tables{Run: result.Run{Fund: d.Fund}, Analysis: onlyDecision(d.Analysis, has)}}
	for _, r := range d.Differences {
		if has(r.First) && has(r.Second) {
			kept.Differences = append(kept.Differences, r)
		}
	}
	for _, r := range d.Convergence {
		if has(r.Structure) {
			kept.Convergence = append(kept.Convergence, r)
		}
	}
	for _, r := range d.Probabilities {
		if has(r.Structure) {
			kept.Probabilities = append(kept.Probabilities, r)
		}
	}
	if d.Sweep != nil {
		s := *d.Sweep
		s.Rows = nil
		for _, r := range d.Sweep.Rows {
			if has(r.Structure) {
				s.Rows = append(s.Rows, r)
			}
		}
		kept.Sweep = &s
	}
	for _, r := range d.Outcomes {
		if has(r.Structure) {
			kept.Outcomes = append(kept.Outcomes, r)
		}
	}
	for _, r := range d.Trajectories {
		if has(r.Structure) {
			kept.Trajectories = append(kept.Trajectories, r)
		}
	}
	for _, r := range d.Commissioners {
		if has(r.Structure) {
			kept.Commissioners = append(kept.Commissioners, r)
		}
	}
	for _, r := range d.Sizes {
		if has(r.Structure) {
			kept.Sizes = append(kept.Sizes, r)
		}
	}
	return kept
}

// Each changes every row of outcomes.
func Each(change func(*result.Values)) func(*figure.Data) {
	return func(d *figure.Data) {
		for i := range d.Outcomes {
			change(&d.Outcomes[i].Values)
		}
	}
}

// Quarters changes every row of trajectories.
func Quarters(change func(*result.TrajectoryRow)) func(*figure.Data) {
	return func(d *figure.Data) {
		for i := range d.Trajectories {
			change(&d.Trajectories[i])
		}
	}
}

// All applies changes one after the other.
func All(changes ...func(*figure.Data)) func(*figure.Data) {
	return func(d *figure.Data) {
		for _, change := range changes {
			change(d)
		}
	}
}

// EachBody changes every row of commissioners.
func EachBody(change func(*result.CommissionerRow)) func(*figure.Data) {
	return func(d *figure.Data) {
		for i := range d.Commissioners {
			change(&d.Commissioners[i])
		}
	}
}

// Reduced sets what the reduction is made of.
func Reduced(structure, cuts, shortfall float64) func(*figure.Data) {
	return Each(func(v *result.Values) {
		v[result.ReductionFromStructure], v[result.ReductionFromCuts], v[result.Shortfall] = structure, cuts, shortfall
	})
}

// NeverPaid gives hub a payback in most draws, merge in some, and stay in none.
func NeverPaid(d *figure.Data) {
	d.SweepOutcome = result.StructurePayback.String()
	inf := math.Inf(1)
	values := map[string]map[string]float64{
		"stay":  {result.Mean: math.NaN(), result.P05: inf, result.P25: inf, result.P50: inf, result.P75: inf, result.P95: inf},
		"hub":   {result.Mean: math.NaN(), result.P05: 2, result.P25: 2.5, result.P50: 3, result.P75: 4, result.P95: inf},
		"merge": {result.Mean: math.NaN(), result.P05: 3, result.P25: 5, result.P50: 8.5, result.P75: inf, result.P95: inf},
	}
	for i := range d.Outcomes {
		if v, found := values[d.Outcomes[i].Structure][d.Outcomes[i].Statistic]; found {
			d.Outcomes[i].Values[result.StructurePayback] = v
		}
	}
	for i := range d.Differences {
		if r := &d.Differences[i]; r.Outcome == result.StructurePayback.String() && r.First == "stay" {
			r.Mean, r.P95, r.P75 = result.Number(math.NaN()), result.Number(inf), result.Number(inf)
		}
	}
}

// Uneven is the small case with a target that asks more of some than of others, of whom one is alone in its sector.
func Uneven() figure.Data {
	d := Small()
	for i := range d.Commissioners {
		d.Commissioners[i].ReductionAskedPct -= 20 * float64(i%4)
		if i%4 == 3 {
			d.Commissioners[i].Sector = "North"
		}
	}
	d.Sizes = SizesOf(d.Commissioners)
	return d
}

// Dropped is the rows without some.
func Dropped[T any](all []T, drop func(T) bool) []T {
	return slices.DeleteFunc(slices.Clone(all), drop)
}
