package main

import (
	"encoding/json"
	"slices"

	"reconfig/cmd/reconfig/report/document"
	"reconfig/cmd/reconfig/report/document/html"
	"reconfig/cmd/reconfig/report/live"
)

// askable is what a report holds so that its reader can ask it: the case, what the report was made with, and what may be changed.
// steps are the numbers of draws that are made one after another.
func (o *reportOptions) askable(env *environment, d *drawnCase, r document.Report, engine string, steps ...int) (m *live.Model, err error) {
	err = working(env, "finding what a reader may ask", o.quiet, func() (err error) {
		m, err = o.model(env, d, r, engine, steps)
		return err
	})
	return m, err
}

func (o *reportOptions) model(env *environment, d *drawnCase, r document.Report, engine string, steps []int) (*live.Model, error) {
	controls, err := live.Controls(env.ctx, d.Drawn)
	if err != nil {
		return nil, errInterrupted
	}
	before := map[int][]live.Row{o.draws: live.RowsOf(d.Drawn)}
	for _, n := range steps {
		if _, there := before[n]; !there {
			fewer := *o
			fewer.draws = n
			found, err := d.draw(env, &fewer.drawOptions, true)
			if err != nil {
				return nil, err
			}
			before[n] = live.RowsOf(found.Drawn)
		}
	}
	return &live.Model{Case: d.input.Case, Before: before, Controls: controls, Engine: engine, Steps: steps, Report: live.Report{
		Settings: d.Settings, Structures: o.structures, Map: d.Engine.MapName(), Horizon: d.Engine.HorizonYears(), Draws: o.draws, Seed: o.seed, Sampler: o.sampler, Independent: o.independent,
		CaseName: o.nameOrDir, Program: r.Program, Attribution: d.input.Attribution, Figures: r.Figures(),
	}}, nil
}

// asked is a page that its reader can ask, with the engine that answers. answer says what the amounts beside fields are of.
func asked(m *live.Model, e html.Engine, answer string) (*html.Live, error) {
	content, err := json.Marshal(m)
	if err != nil {
		return nil, err
	}
	return &html.Live{Model: content, Engine: e, Ask: document.Ask{Answer: answer, Controls: m.Controls, Structures: structureChoices(m), Maps: mapChoices(m)}}, nil
}

// structureChoices are the structures of the case.
func structureChoices(m *live.Model) (all []document.Choice) {
	for _, s := range m.Case.Structures {
		all = append(all, document.Choice{Code: s.Code, Name: s.Name, Chosen: len(m.Report.Structures) == 0 || slices.Contains(m.Report.Structures, s.Code)})
	}
	return all
}

// mapChoices are the maps of the case.
func mapChoices(m *live.Model) (all []document.Choice) {
	for _, name := range m.Case.MapNames() {
		all = append(all, document.Choice{Code: name, Name: name, Chosen: name == m.Report.Map})
	}
	return all
}
