package appraisal

import (
	"slices"

	"reconfig/cmd/reconfig/report/analyses"
	"reconfig/model"
	"reconfig/model/result"
	"reconfig/sim/analysis"
)

// LeastDecided is how few draws say too little to be analysed.
const LeastDecided = 200

// Setup makes the case ready to be analysed with the same draws. It returns an error for a distribution that an assumption cannot
// have.
func (s *Simulation) Setup(d Drawing) (*analysis.Setup, error) {
	setup, err := analysis.New(s.Case, s.options(d))
	if err != nil {
		return nil, err
	}
	setup.Map, setup.Horizon = s.Engine.MapName(), s.Engine.HorizonYears()
	return setup, nil
}

// Choice is what is asked of which structure to choose on net benefit; false where it cannot be asked: of one structure, of few
// draws, or where nothing varies.
func (s *Simulation) Choice(d Drawing, setup *analysis.Setup) (analysis.DecideOptions, bool) {
	ask := analysis.DecideOptions{Outcome: result.NetBenefit, Structures: s.Engine.Structures(), Draws: d.Draws, GroupBy: "quantity"}
	return ask, len(ask.Structures) > 1 && d.Draws >= LeastDecided && len(setup.Varied()) > 0
}

// Analysis is what is said of an analysis.
func (s *Simulation) Analysis(a *result.Analysis, setup *analysis.Setup, draws int) analyses.Analysis {
	c := s.Case
	return analyses.Analysis{
		Analysis: *a, Properties: c.Properties, Title: c.Title, Baseline: c.BaselineStatementByBody(), Map: setup.Map, OwnMap: c.DefaultMap, HorizonYears: setup.Horizon,
		Settings: s.Settings, Draws: draws, Names: StructureNames(c), Labels: c.InputLabels(), FunctionNames: functionNames(c), ArrangementNames: arrangementNames(c), WorthDrawn: slices.Contains(setup.Varied(), "capacity.value"),
	}
}

// functionNames are the names of the functions of a case, by code.
func functionNames(c *model.Case) map[string]string {
	names := map[string]string{}
	for _, f := range c.Functions {
		names[f.Code] = f.Name
	}
	return names
}

// arrangementNames are the names of the arrangements of a case, by code.
func arrangementNames(c *model.Case) map[string]string {
	names := map[string]string{}
	for _, x := range c.Arrangements {
		names[x.Code] = x.Name
	}
	return names
}

// StructureNames are the names of a case's structures by their codes.
func StructureNames(c *model.Case) map[string]string {
	names := map[string]string{}
	for _, s := range c.Structures {
		names[s.Code] = s.Name
	}
	return names
}
