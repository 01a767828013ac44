// Package appraisal runs a case and analyses which structure to choose: what the commands run and report give, and what a report
// computes for its reader. It takes a case and gives tables and texts. It knows no files, no terminal and no clock, so that the
// same question has the same answer wherever it is asked, in a browser too.
package appraisal

import (
	"fmt"
	"slices"

	"reconfig/model"
	"reconfig/sim"
)

// Simulation is a case ready to run.
type Simulation struct {
	Case     *model.Case
	Base     model.Draw // the central draw, with what the user set
	Settings []string   // what the user set, as name=value
	Set      []string   // the names of that
	Engine   *sim.Engine
}

// Options say what to simulate of a case; what is empty is as the case has it.
type Options struct {
	Map          string
	HorizonYears float64
	Structures   []string
}

// New compiles a case. It returns an error for a map, a structure or a horizon that the case does not have.
func New(c *model.Case, settings Settings, o Options) (*Simulation, error) {
	e, err := sim.Compile(c, sim.Options{Map: o.Map, HorizonYears: o.HorizonYears, Structures: o.Structures, Trajectories: true})
	if err != nil {
		return nil, err
	}
	return &Simulation{Case: c, Base: settings.Draw, Settings: settings.Texts, Set: settings.Names, Engine: e}, nil
}

// Settings are what a user set.
type Settings struct {
	Draw     model.Draw // the central draw with it
	Texts    []string   // as name=value
	Names    []string
	Warnings []string // values outside what is plausible
}

// ReadSettings reads what a user set, as name=value. It returns an error for the first that cannot be.
func ReadSettings(c *model.Case, texts []string) (Settings, error) {
	s := Settings{Draw: c.CentralDraw(), Texts: texts}
	for _, text := range texts {
		name, value, err := model.ParseSetting(text)
		if err != nil {
			return s, err
		}
		if slices.Contains(s.Names, name) {
			return s, fmt.Errorf("%s is set twice", name)
		}
		s.Names = append(s.Names, name)
		warning, err := c.Set(s.Draw, name, value)
		if err != nil {
			return s, err
		}
		if warning != "" {
			s.Warnings = append(s.Warnings, warning)
		}
	}
	return s, nil
}

// Value is the draw's value of an assumption that every valid case has.
func (s *Simulation) Value(name string) float64 {
	i, ok := s.Case.AssumptionIndex(name)
	if !ok {
		panic("appraisal: no assumption " + name)
	}
	return s.Base[i]
}

// Complete is the year, from the start, in which each structure's last step is in force in full; 0 where it has none.
func (s *Simulation) Complete() map[string]float64 {
	years := map[string]float64{}
	for _, p := range s.Case.Placements {
		year := p.FromYear + s.Value("lead_time."+p.Arrangement) + s.Value("implementation."+p.Arrangement)
		years[p.Structure] = max(years[p.Structure], year)
	}
	return years
}
