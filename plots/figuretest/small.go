// Package figuretest has made-up results for tests of figures, changes to them, and checks that every figure must pass.
package figuretest

import (
	"fmt"

	"reconfig/model/result"
	"reconfig/plots/figure"
)

// Small is a case that can be checked by hand: four bodies of £2.5m each, three structures over two years, and a target
// of half the cost, due after one year.
//
//	structure  saves  own exits  set-up  capacity alone      with target
//	stay          0%          0       0  100% throughout     down to 60%
//	hub           4%      £200k   £100k  down to 95%, 99%    down to 62%
//	merge        12%      £600k   £900k  down to 80%, 97%    down to 70%
func Small() figure.Data {
	d := figure.Data{Context: figure.Context{
		Case: "Four bodies", Map: "pairs", BodySingular: "PCT", BodyPlural: "PCTs", PriceYear: "2009/10",
		Source: "made up", Baseline: "Cost at the start: 60 % reported, 40 % assumed.", HandoverYears: 1,
	}}
	AddStructure(&d, "stay", "Stay", 0, [3]float64{0, 1000, 0}, [2]float64{1, 1}, 0.6)
	AddStructure(&d, "hub", "Hub", 4, [3]float64{100, 1000, 300}, [2]float64{0.95, 0.99}, 0.62)
	AddStructure(&d, "merge", "Merge", 12, [3]float64{900, 1000, 1500}, [2]float64{0.8, 0.97}, 0.7)
	for q, paid := range []float64{0, 3000, 1000, 500} {
		d.Fund = append(d.Fund, result.FundRow{Quarter: q + 1, PaidK: paid, WaitingK: []float64{0, 0, 500, 0}[q], ClosingK: []float64{4000, 1000, 0, 250}[q]})
	}
	return d
}

// AddStructure adds a structure: the saving in per cent; set-up, exits and its own one-off cost in £k; its own capacity at the
// lowest and at the end; and the lowest capacity with the target.
func AddStructure(d *figure.Data, code, name string, saving float64, once [3]float64, own [2]float64, lowest float64) {
	row := result.OutcomeRow{Structure: code, Name: name, Statistic: result.CentralDraw}
	for o, v := range map[result.Outcome]float64{
		result.BaselineCost: 10000, result.SteadySavingPct: saving,
		result.ReductionFromStructure: saving, result.ReductionFromCuts: 48 - saving, result.Shortfall: 2,
		result.SetupCost: once[0], result.ExitCost: once[1], result.StructureOneOffCost: once[2],
		result.StructureCapacityLowest: own[0], result.StructureCapacityEnd: own[1], result.CapacityLowest: lowest,
	} {
		row.Values[o] = v
	}
	d.Outcomes = append(d.Outcomes, row)
	for q := range 8 {
		t := (float64(q) + 0.5) / 4
		alone, whole := own[1], lowest
		if q == 3 {
			alone = own[0]
		}
		d.Trajectories = append(d.Trajectories, result.TrajectoryRow{
			Structure: code, Quarter: q + 1, TimeYears: t, FinancialYear: []string{"2010/11", "2011/12"}[q/4],
			Statistic: result.CentralDraw,
			Course: result.Course{
				RequiredCostK: 10000 - 100*saving*min(1, t), CeilingK: 10000 - 5000*min(1, t),
				Capacity: 1 - (1-whole)*min(1, t), StructureCapacity: alone,
			},
			RequiredCostAgainstStatusQuoK: result.Number(-100 * saving * min(1, t)),
		})
	}
	for i := range 4 {
		d.Commissioners = append(d.Commissioners, result.CommissionerRow{
			Structure: code, Code: fmt.Sprint("b", i), Sector: []string{"East", "West"}[i/2],
			BaselineCostK: 2500, TargetCostK: 1250, CostAtTargetK: 1300 + 25*float64(i) - 5*saving, OnTarget: "yes",
			AboveTargetMean: result.Unknown(), AboveTargetP05: result.Unknown(), AboveTargetP95: result.Unknown(), OnTargetShare: result.Unknown(),
			Population: float64(100+100*i) * 1000, ReductionAskedPct: 50, CapacityAgainstStatusQuo: result.Number(saving / 400 * float64(i-1)),
		})
	}
	d.Sizes = SizesOf(d.Commissioners)
}

// SizesOf are thirds of commissioners, which stand in the order of their population.
func SizesOf(rows []result.CommissionerRow) []result.SizeRow {
	var sizes []result.SizeRow
	for from := 0; from < len(rows); {
		to := from
		for to < len(rows) && rows[to].Structure == rows[from].Structure {
			to++
		}
		for i, size := range []string{result.Smallest, result.Middle, result.Largest} {
			group := rows[from+i*(to-from)/3 : from+(i+1)*(to-from)/3]
			if len(group) > 0 {
				sizes = append(sizes, sizeOf(size, group))
			}
		}
		from = to
	}
	return sizes
}

func sizeOf(size string, group []result.CommissionerRow) result.SizeRow {
	g := result.SizeRow{Structure: group[0].Structure, Size: size, Commissioners: len(group), PopulationFrom: group[0].Population, PopulationTo: group[len(group)-1].Population}
	for _, b := range group {
		g.Population += b.Population
		g.CapacityAgainstStatusQuo += b.CapacityAgainstStatusQuo * result.Number(b.Population)
		g.ReductionAskedPct += b.ReductionAskedPct / float64(len(group))
		if b.CapacityAgainstStatusQuo > 0 {
			g.CommissionersGaining++
		}
		if b.CapacityAgainstStatusQuo < 0 {
			g.CommissionersLosing++
		}
	}
	g.CapacityAgainstStatusQuo /= result.Number(g.Population)
	return g
}
