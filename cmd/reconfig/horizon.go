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
	horizon := s.Engine.HorizonYears()
	for _, end := range []struct{ assumption, what string }{{"target.years", "the target is due"}, {"handover.year", "the handover is"}} {
		if i, ok := s.input.AssumptionIndex(end.assumption); ok && s.Base[i] > horizon {
			env.warn("the horizon of %s ends before year %s, when %s: sums over the years stop short of it", report.Years(horizon), report.Full(s.Base[i]), end.what)
		}
	}
	complete, late := s.Complete(), 0
	for _, code := range s.Engine.Structures() {
		if complete[code] > horizon {
			late++
		}
	}
	if late > 0 {
		env.warn("the horizon of %s ends before %s complete: what it costs to get there, and what it saves, are not all counted", report.Years(horizon), report.Count(late, "structure is", "structures are"))
	}
}
