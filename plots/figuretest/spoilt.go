package figuretest

import (
	"reconfig/model/result"
	"reconfig/plots/figure"
)

// Spoilt is the case with every n-th number replaced.
func Spoilt(d figure.Data, value float64, n int) figure.Data {
	count := 0
	spoil := func(v *float64) {
		if count++; count%n == 0 {
			*v = value
		}
	}
	for i := range d.Outcomes {
		for o := range d.Outcomes[i].Values {
			spoil(&d.Outcomes[i].Values[o])
		}
	}
	for i := range d.Trajectories {
		r := &d.Trajectories[i]
		for _, v := range []*float64{&r.TimeYears, &r.RequiredCostK, &r.CeilingK, &r.Capacity, &r.StructureCapacity, (*float64)(&r.RequiredCostAgainstStatusQuoK)} {
			spoil(v)
		}
	}
	for i := range d.Commissioners {
		r := &d.Commissioners[i]
		for _, v := range []*float64{&r.BaselineCostK, &r.CostAtTargetK, &r.TargetCostK, &r.CapacityAtTarget, (*float64)(&r.CapacityAgainstStatusQuo), (*float64)(&r.Latitude), (*float64)(&r.Longitude), &r.Population, &r.ReductionAskedPct, (*float64)(&r.AboveTargetMean), (*float64)(&r.AboveTargetP05), (*float64)(&r.AboveTargetP95), (*float64)(&r.OnTargetShare)} {
			spoil(v)
		}
	}
	for i := range d.Sizes {
		r := &d.Sizes[i]
		for _, v := range []*float64{&r.PopulationFrom, &r.PopulationTo, &r.ReductionAskedPct, (*float64)(&r.CapacityAgainstStatusQuo), (*float64)(&r.CommissionersGaining), (*float64)(&r.CommissionersLosing)} {
			spoil(v)
		}
	}
	for i := range d.Fund {
		r := &d.Fund[i]
		for _, v := range []*float64{&r.PaidK, &r.WaitingK, &r.ClosingK} {
			spoil(v)
		}
	}
	for i := range d.Differences {
		r := &d.Differences[i]
		for _, v := range []*result.Number{&r.Mean, &r.P05, &r.P25, &r.P50, &r.P75, &r.P95, &r.ProbabilityFirstBetter} {
			spoil((*float64)(v))
		}
	}
	for i := range d.Convergence {
		r := &d.Convergence[i]
		for _, v := range []*result.Number{&r.Mean, &r.MCError, &r.P05, &r.P05Error, &r.P95, &r.P95Error} {
			spoil((*float64)(v))
		}
	}
	spoilSensitivity(&d.Analysis, spoil)
	spoilDecision(&d.Analysis, spoil)
	spoilOutlook(&d, spoil)
	for s := d.Sweep; s != nil; s = s.Differences {
		for i := range s.Rows {
			for k := range s.Rows[i].Values {
				spoil(&s.Rows[i].Values[k])
			}
		}
	}
	return d
}

// spoilDecision changes numbers of the tables of decisions.
func spoilDecision(a *result.Analysis, spoil func(*float64)) {
	numbers := func(all ...*result.Number) {
		for _, n := range all {
			spoil((*float64)(n))
		}
	}
	for i := range a.Switching {
		r := &a.Switching[i]
		numbers(&r.Low, &r.Base, &r.High, &r.Below, &r.Above)
	}
	for i := range a.SwitchingMap {
		r := &a.SwitchingMap[i]
		numbers(&r.XValue, &r.YValue, &r.Lead)
	}
	for i := range a.Robustness {
		r := &a.Robustness[i]
		numbers(&r.ExpectedRegret, &r.RegretP95, &r.WorstRegret, &r.ProbabilityBest, &r.MeetsAll)
	}
	for i := range a.Ranks {
		numbers(&a.Ranks[i].Probability)
	}
	for i := range a.Requirements {
		numbers(&a.Requirements[i].Share, &a.Requirements[i].MCError)
	}
}

// spoilSensitivity spoils every number of the tables of sensitivity.
func spoilSensitivity(a *result.Analysis, spoil func(*float64)) {
	all := func(numbers ...*result.Number) {
		for _, n := range numbers {
			spoil((*float64)(n))
		}
	}
	for i := range a.Tornado {
		r := &a.Tornado[i]
		all(&r.Low, &r.Base, &r.High, &r.AtLow, &r.AtBase, &r.AtHigh, &r.Swing)
	}
	for i := range a.Morris {
		r := &a.Morris[i]
		all(&r.MuStar, &r.MuStarLow, &r.MuStarHigh, &r.Mu, &r.Sigma)
	}
	for i := range a.Sobol {
		r := &a.Sobol[i]
		all(&r.First, &r.FirstLow, &r.FirstHigh, &r.Total, &r.TotalLow, &r.TotalHigh)
	}
	for i := range a.Shapley {
		r := &a.Shapley[i]
		all(&r.Effect, &r.Low, &r.High)
	}
	for i := range a.Pawn {
		r := &a.Pawn[i]
		all(&r.Median, &r.MedianLow, &r.MedianHigh, &r.Greatest, &r.Noise)
	}
}

// spoilOutlook is part of spoilt.
func spoilOutlook(d *figure.Data, spoil func(*float64)) {
	numbers := func(all ...*result.Number) {
		for _, n := range all {
			spoil((*float64)(n))
		}
	}
	for i := range d.Acceptability {
		r := &d.Acceptability[i]
		numbers(&r.CapacityValue, &r.PointWorth, &r.NetBenefit, &r.ProbabilityBest, &r.EVPI)
	}
	for i := range d.Information {
		r := &d.Information[i]
		numbers(&r.Value, &r.StandardError, &r.ChangesAt)
	}
	for i := range d.Stages {
		r := &d.Stages[i]
		numbers(&r.SecondYear, &r.Mean, &r.P05, &r.P95, &r.Better, &r.Changes, &r.ChangesP05, &r.ChangesP95)
	}
	for i := range d.FunctionsByValue {
		numbers(&d.FunctionsByValue[i].CapacityValue)
	}
	for i := range d.FunctionFront {
		r := &d.FunctionFront[i]
		numbers(&r.CapacityValue, &r.Money, &r.Capacity)
	}
	for i := range d.Maps {
		r := &d.Maps[i]
		numbers(&r.Value, &r.SD, &r.Behind, &r.Gain)
	}
	for i := range d.MapSectors {
		r := &d.MapSectors[i]
		numbers(&r.Behind, &r.Latitude, &r.Longitude)
	}
	for i := range d.MapPairs {
		numbers(&d.MapPairs[i].Together, &d.MapPairs[i].Within)
	}
	for i := range d.MapRandom {
		numbers(&d.MapRandom[i].Value)
	}
	for i := range d.Boxes {
		r := &d.Boxes[i]
		numbers(&r.Least, &r.From, &r.To, &r.Most, &r.QuasiP, &r.WithoutDensity)
	}
	for i := range d.Peeling {
		r := &d.Peeling[i]
		numbers(&r.Coverage, &r.Density)
	}
	for i := range d.Cases {
		numbers(&d.Cases[i].Value)
	}
}
