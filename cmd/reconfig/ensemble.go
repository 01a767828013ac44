package main

import (
	"fmt"

	"reconfig/cmd/reconfig/report/runs"
	"reconfig/model/result"
	"reconfig/sim/analysis"
	"reconfig/sim/ensemble"
)

// drawnCase is a simulation whose draws were run, and what is printed of them.
type drawnCase struct {
	*simulation
	*result.Run
	report runs.Run
}

// draw runs the draws. A distribution that an assumption cannot have is a fault of the case.
func (s *simulation) draw(env *environment, o *drawOptions, quiet bool) (*drawnCase, error) {
	all, weakSet, err := ensemble.Generators(s.input.Case, o.drawing(s.base, s.set))
	if err != nil {
		return nil, fmt.Errorf("%s: assumptions.csv: %w", s.input.Name, err)
	}
	p := newProgress(env, o.draws, 0, quiet)
	defer p.stop()
	n, err := ensemble.Run(env.ctx, s.engine, all, ensemble.Options{Base: s.base, Draws: o.draws, WeakSet: weakSet, Progress: p.add})
	if err != nil {
		return nil, errInterrupted
	}
	return &drawnCase{s, n, s.report(n, o.draws)}, nil
}

// warnOfPairs says which pairs a run compares where there are too many for all.
func (s *simulation) warnOfPairs(env *environment) {
	codes := s.engine.Structures()
	if len(codes) <= ensemble.MostPaired {
		return
	}
	w := fmt.Sprintf("%d structures make too many pairs: differences.csv holds each with %s, and those in focus and the best on net benefit with one another; “reconfig compare A B” says how any two differ", len(codes), codes[0])
	s.warnings = append(s.warnings, w)
	env.warn("%s", w)
}

// report is what is printed of a run.
func (s *simulation) report(n *result.Run, draws int) runs.Run {
	return runs.NewRun(runs.Run{
		Properties: s.input.Properties, Title: s.input.Title, Map: s.engine.MapName(), HorizonYears: s.engine.HorizonYears(),
		TargetYears: s.value("target.years"), HandoverYear: s.value("handover.year"), Tolerance: s.value("target.tolerance"),
		Commissioners: len(s.input.Commissioners), Settings: s.settings, Assumptions: s.input.Assumptions, Set: s.set, Labels: s.input.Labels(), Draws: draws, Differences: n.Differences,
		Complete: s.complete(),
		Baseline: s.input.BaselineStatementByBody(), Bases: s.input.BaselineBases(), Focus: s.input.FocusCodes(), ByBody: n.Commissioners, BySize: n.Sizes,
	}, n.Outcomes, n.Probabilities, n.Convergence)
}

// findTurning finds what alone would turn the choice of two structures on net benefit; nothing where there are not two.
func (d *drawnCase) findTurning(env *environment, first, second string) (err error) {
	if second == "" {
		return nil
	}
	setup := &analysis.Setup{Case: d.input.Case, Base: d.base, Set: d.set, Map: d.engine.MapName(), Horizon: d.engine.HorizonYears()}
	d.report.Turning, err = setup.Turning(env.ctx, result.NetBenefit, first, second)
	if err != nil && env.canceled() != nil {
		return errInterrupted
	}
	return err
}
