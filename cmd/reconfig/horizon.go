package main

import (
	"fmt"
	"strconv"

	"reconfig/cmd/reconfig/report"
	"reconfig/model"
)

// horizon is the years to simulate as a flag; 0 where it is not given.
type horizon float64

func (h *horizon) Set(text string) error {
	years, err := strconv.ParseFloat(text, 64)
	if err != nil || !model.ValidHorizon(years) {
		return fmt.Errorf("it must be above 0, at most %d years, and in whole quarters, as in 7.5", model.MaxHorizonYears)
	}
	*h = horizon(years)
	return nil
}

func (h *horizon) String() string {
	if *h == 0 {
		return ""
	}
	return strconv.FormatFloat(float64(*h), 'f', -1, 64)
}

func (*horizon) Type() string { return "years" }

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
