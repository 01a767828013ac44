package main

import (
	"reconfig/data/results"
)

// provenance says where results of the case come from: every command states it so, and adds what it alone knows.
func (s *simulation) provenance(env *environment, o *drawOptions, warnings []string) results.Provenance {
	p := results.ProvenanceOf(s.input)
	madeBy(&p, env.command)
	p.Map, p.HorizonYears = s.Engine.MapName(), s.Engine.HorizonYears()
	p.Set = append(p.Set, s.Settings...)
	p.Draws, p.Seed, p.Sampler, p.Correlated = o.draws, o.seed, o.sampler, !o.independent
	p.Warnings = append(p.Warnings, warnings...)
	p.Draw = s.input.Values(s.Base)
	return p
}

// madeBy says which program made the results, by which command.
func madeBy(p *results.Provenance, command string) {
	p.Program, p.Commit, p.Command = "reconfig "+programVersion, programCommit, command
}
