package main

import (
	"cmp"
	"path/filepath"

	"reconfig/cmd/reconfig/draw"
	"reconfig/cmd/reconfig/report"
	"reconfig/cmd/reconfig/report/analyses"
	"reconfig/data/results"
	"reconfig/model"
	"reconfig/model/result"
	"reconfig/sim/analysis"
)

// ofStructures wants the rows of the structures that are asked about, and of each other one, to name it.
func (o *discoverOptions) ofStructures() func(*result.SweepRow) bool {
	seen := map[string]bool{}
	return func(row *result.SweepRow) bool {
		isFirst := !seen[row.Structure]
		seen[row.Structure] = true
		return isFirst || row.Structure == o.prim.Structure || row.Structure == o.prim.Against
	}
}

// discoverInSweep looks for scenarios among the rows of a sweep's table: its draws, or its points by their means.
func (o *discoverOptions) discoverInSweep(env *environment, m method) error {
	if err := o.checkFigures(); err != nil {
		return err
	}
	swept, err := results.ReadSweep(o.sweep, o.ofStructures())
	if err != nil {
		return listed(o.sweep, err, "Nothing was written")
	}
	for _, how := range swept.Written {
		env.warn("%s: %s", o.sweep, how)
	}
	out := cmp.Or(o.out, filepath.Clean(o.sweep)+"-"+m.name)
	if err := results.CheckAnalysisFolder(out, draw.Paths()); err != nil {
		return err
	}
	found, err := analysis.DiscoverInSweep(env.ctx, swept.Sweep, swept.Provenance.Names, o.prim)
	switch {
	case env.canceled() != nil:
		return errInterrupted
	case err != nil:
		return err
	}
	r := &results.Folder{Provenance: swept.Provenance.OfAnalysis(m.title())}
	r.Analysis = *found
	if !swept.Sweep.EachDraw {
		r.Provenance.Points = swept.Provenance.Points
	}
	madeBy(&r.Provenance, env.command)
	return o.deliver(env, out, r, func() report.Answer {
		p := &r.Provenance
		return analyses.Analysis{
			Analysis: *found, Title: p.Case.Title, Baseline: p.Baseline, Properties: model.Properties{Currency: p.Currency, BodySingular: p.BodySingular, BodyPlural: p.BodyPlural}, Names: p.Names, Density: o.prim.Density, Points: p.Points > 0,
		}.SweepDiscoveryAnswer(o.sweep)
	})
}
