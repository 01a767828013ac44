package appraisal

import (
	"context"

	"reconfig/cmd/reconfig/report/runs"
	"reconfig/model/result"
	"reconfig/sim/analysis"
	"reconfig/sim/ensemble"
	"reconfig/sim/uncertain"
)

// Drawing says how the assumptions vary.
type Drawing struct {
	Draws       int // 0 for the central draw alone
	Seed        uint64
	Sampler     string
	Independent bool // without the correlations of the case
}

// options says how the assumptions of a simulation are drawn, those that the user set left out.
func (s *Simulation) options(d Drawing) uncertain.Options {
	return uncertain.Options{Sampler: d.Sampler, Seed: d.Seed, Draws: d.Draws, Independent: d.Independent, Base: s.Base, Set: s.Set}
}

// Drawn is a simulation whose draws were run, and what is said of them.
type Drawn struct {
	Of *Simulation
	*result.Run
	Report runs.Run
}

// Draws are those of a simulation, ready to be run.
type Draws struct {
	simulation   *Simulation
	drawing      Drawing
	all, weakSet *uncertain.Generator
}

// Draws makes the draws ready. It returns an error for a distribution that an assumption cannot have: a fault of the case.
func (s *Simulation) Draws(d Drawing) (*Draws, error) {
	all, weakSet, err := ensemble.Generators(s.Case, s.options(d))
	return &Draws{s, d, all, weakSet}, err
}

// Run runs the draws, and tells progress of them as they are done, from many goroutines at once. It returns an error only if the
// context ends.
func (d *Draws) Run(ctx context.Context, progress func(draws int)) (*Drawn, error) {
	s := d.simulation
	n, err := ensemble.Run(ctx, s.Engine, d.all, ensemble.Options{Base: s.Base, Draws: d.drawing.Draws, WeakSet: d.weakSet, Progress: progress})
	if err != nil {
		return nil, err
	}
	return &Drawn{Of: s, Run: n, Report: s.report(n, d.drawing.Draws)}, nil
}

// report is what is said of a run.
func (s *Simulation) report(n *result.Run, draws int) runs.Run {
	c := s.Case
	return runs.NewRun(runs.Run{
		Properties: c.Properties, Title: c.Title, Map: s.Engine.MapName(), OwnMap: c.DefaultMap, HorizonYears: s.Engine.HorizonYears(),
		TargetYears: s.Value("target.years"), HandoverYear: s.Value("handover.year"), Tolerance: s.Value("target.tolerance"),
		Commissioners: len(c.Commissioners), Settings: s.Settings, Assumptions: c.Assumptions, Set: s.Set, Labels: c.Labels(), Draws: draws, Differences: n.Differences,
		Complete: s.Complete(),
		Baseline: c.BaselineStatementByBody(), Bases: c.BaselineBases(), Focus: c.FocusCodes(), ByBody: n.Commissioners, BySize: n.Sizes,
	}, n.Outcomes, n.Probabilities, n.Convergence)
}

// FindTurning finds what alone would turn the choice of two structures on net benefit, as of the two that lead; nothing where
// there are not two.
func (d *Drawn) FindTurning(ctx context.Context, first, second string) (err error) {
	if second == "" {
		return nil
	}
	s := d.Of
	setup := &analysis.Setup{Case: s.Case, Base: s.Base, Set: s.Set, Map: s.Engine.MapName(), Horizon: s.Engine.HorizonYears()}
	d.Report.Turning, err = setup.Turning(ctx, result.NetBenefit, first, second)
	return err
}
