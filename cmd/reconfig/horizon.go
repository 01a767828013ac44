package main

import (
	"fmt"
	"strconv"
	"strings"

	"reconfig/cmd/reconfig/report"
	"reconfig/cmd/reconfig/report/runs"
	"reconfig/data/table"
	"reconfig/model"
)

// horizon is the years to simulate as a flag; 0 where it is not given.
type horizon float64

func (h *horizon) Set(text string) error {
	years, err := strconv.ParseFloat(text, 64)
	if err != nil || !table.IsNumber(text) || !model.ValidHorizon(years) {
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
	complete := s.Complete()
	var years []float64
	for _, code := range s.Engine.Structures() {
		years = append(years, complete[code])
	}
	if w := runs.CutShort(s.Engine.HorizonYears(), s.Value("target.years"), s.Value("handover.year"), years); w != "" {
		env.warn("%s", report.LowerFirst(strings.TrimSuffix(w, ".")))
	}
}
