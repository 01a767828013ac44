package main

import (
	"reconfig/data/results"
	"reconfig/model"
)

// provenance says where results of the case come from: every command states it so, and adds what it alone knows.
func (s *simulation) provenance(env *environment, o *drawOptions, set, warnings []string) results.Provenance {
	p := results.ProvenanceOf(s.input)
	madeBy(&p, env.command)
	p.Map, p.HorizonYears = s.engine.MapName(), s.engine.HorizonYears()
	p.Set = append(p.Set, set...)
	p.Draws, p.Seed, p.Sampler, p.Correlated = o.draws, o.seed, o.sampler, !o.independent
	p.Warnings = append(p.Warnings, warnings...)
	p.Draw = s.input.Values(s.draw)
	return p
}

// madeBy says which program made the results, by which command.
func madeBy(p *results.Provenance, command string) {
	p.Program, p.Commit, p.Command = "reconfig "+programVersion, programCommit, command
}

// ofAnalysis adds the method, and the names of structures that its tables have by their codes.
func ofAnalysis(p results.Provenance, method string, structures []model.Structure) results.Provenance {
	p.Method, p.Names = method, map[string]string{}
	for _, s := range structures {
		p.Names[s.Code] = s.Name
	}
	return p
}
