package main

import (
	"reconfig/cmd/reconfig/report"
)

// warnOfHorizon warns of a horizon that ends before what the outcomes are about.
func (s *simulation) warnOfHorizon(env *environment) {
	horizon := s.engine.HorizonYears()
	for _, end := range []struct{ assumption, what string }{{"target.years", "the target is due"}, {"handover.year", "the handover is"}} {
		if i, ok := s.input.AssumptionIndex(end.assumption); ok && s.base[i] > horizon {
			env.warn("the horizon of %s ends before year %s, when %s: sums over the years stop short of it", report.Years(horizon), report.Full(s.base[i]), end.what)
		}
	}
	complete, late := s.complete(), 0
	for _, code := range s.engine.Structures() {
		if complete[code] > horizon {
			late++
		}
	}
	if late > 0 {
		env.warn("the horizon of %s ends before %s complete: what it costs to get there, and what it saves, are not all counted", report.Years(horizon), report.Count(late, "structure is", "structures are"))
	}
}

// complete is the year, from the start, in which each structure's last step is in force in full; 0 where it has none.
func (s *simulation) complete() map[string]float64 {
	years := map[string]float64{}
	for _, p := range s.input.Placements {
		year := p.FromYear + s.value("lead_time."+p.Arrangement) + s.value("implementation."+p.Arrangement)
		years[p.Structure] = max(years[p.Structure], year)
	}
	return years
}
