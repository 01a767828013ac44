package figuretest

import (
	"fmt"
	"math"
	"math/rand/v2"

	"reconfig/model/result"
	"reconfig/plots/figure"
)

// Large has as many structures, names as long, and a horizon as far as figures must bear; every kind of sign occurs.
func Large() figure.Data {
	r := rand.New(rand.NewPCG(1, 2))
	d := figure.Data{Context: figure.Context{Case: "A case whose title is rather long, so that the subtitle breaks", Map: "some-map", Note: "target.reduction=0.2; one more setting"}}
	for s := range 12 {
		name := fmt.Sprintf("Structure %02d of neighbours with one hub", s)
		code, saving := fmt.Sprint("s", s), r.Float64()*20-5
		AddStructure(&d, code, name, saving, [3]float64{r.Float64() * 900, r.Float64() * 900, r.Float64() * 1500}, [2]float64{0.9 - r.Float64()*0.1, 1 - r.Float64()*0.1}, 0.7)
	}
	d.Trajectories, d.Commissioners = nil, nil
	for s := range 12 {
		code, saving := fmt.Sprint("s", s), d.Outcomes[s].Values[result.SteadySavingPct]
		d.Outcomes[s].Values[result.ReductionFromCuts] = 20*r.Float64() - 8
		for q := range 120 {
			t := (float64(q) + 0.5) / 4
			d.Trajectories = append(d.Trajectories, result.TrajectoryRow{
				Structure: code, Quarter: q + 1, TimeYears: t, FinancialYear: fmt.Sprintf("%d/%02d", 2010+q/4, (11+q/4)%100),
				Statistic: result.CentralDraw,
				Course: result.Course{
					RequiredCostK: 10000 - 100*saving*(1-math.Exp(-t)), CeilingK: 10000 - 2000*min(1, t/3),
					Capacity: 1 - 0.3*(1-math.Exp(-t)), StructureCapacity: 1 - 0.1*math.Exp(-t)*r.Float64(),
				},
				RequiredCostAgainstStatusQuoK: result.Number(-100 * float64(s) * saving / 11 * (1 - math.Exp(-t))),
			})
		}
		for b := range 42 {
			base := 4000 + 2000*r.Float64()
			gap := r.NormFloat64() * 3
			d.Commissioners = append(d.Commissioners, result.CommissionerRow{
				Structure: code, Code: fmt.Sprint("b", b), Sector: fmt.Sprint("Sector ", b%26), BaselineCostK: base,
				TargetCostK: base * 0.8, CostAtTargetK: base * (0.8 + gap/100), OnTarget: result.YesNo(gap < 2),
				Name: fmt.Sprint("Body of several neighbouring towns ", b), Population: 90000 * math.Pow(1.07, float64(b)),
				AboveTargetMean: result.Unknown(), AboveTargetP05: result.Unknown(), AboveTargetP95: result.Unknown(), OnTargetShare: result.Unknown(),
				ReductionAskedPct: 40 + 20*gap, CapacityAgainstStatusQuo: result.Number(float64(s) * gap / 500),
			})
		}
	}
	d.Sizes = SizesOf(d.Commissioners)
	for q := range 60 {
		d.Fund = append(d.Fund, result.FundRow{Quarter: q + 1, PaidK: 500 * r.Float64(), WaitingK: 200 * r.Float64(), ClosingK: 9000 - 150*float64(q)})
	}
	return d
}
