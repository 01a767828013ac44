package analysis

import (
	"context"
	"math"
	"slices"

	"reconfig/model"
	"reconfig/model/result"
	"reconfig/sim"
	"reconfig/sim/ensemble"
	"reconfig/sim/parallel"
	"reconfig/sim/uncertain"
)

// Sample is a number of draws with what they come to.
type Sample struct {
	Draws      int
	Inputs     []Input // the assumptions that vary
	Structures []string

	values map[result.Outcome][][]float64 // by structure and draw
	harm   [][]float64                    // by structure and draw: discounted capacity lost, in £k of cost at the start
}

// Input is an assumption that varies, with its value in every draw.
type Input struct {
	*model.Assumption
	Values []float64
}

// Of gives an outcome by structure and draw.
func (s *Sample) Of(o result.Outcome) [][]float64 { return s.values[o] }

// Harm is the capacity lost, by structure and draw: summed over the years, discounted, in £k of management cost at the
// start. Net benefit is NPV including cuts less capacity.value times this. The sample must have been asked for
// net benefit.
func (s *Sample) Harm() [][]float64 { return s.harm }

// Sample runs draws under the structures, all of the case's if none is named, and keeps the outcomes. It returns an error
// if a structure is unknown, if an outcome is empty in some draws (an EmptyError), or if the context ends.
func (s *Setup) Sample(ctx context.Context, structures []string, outcomes []result.Outcome, draws int) (*Sample, error) {
	if slices.Contains(outcomes, result.NetBenefit) && !slices.Contains(outcomes, result.NPVIncludingCuts) {
		outcomes = append(slices.Clone(outcomes), result.NPVIncludingCuts)
	}
	e, err := s.compile(structures, outcomes)
	if err != nil {
		return nil, err
	}
	all := s.room(e, outcomes, draws)
	workers := s.samplers(e)
	for from := 0; from < draws; from += sampleWave {
		end := min(draws, from+sampleWave)
		err := parallel.Do(ctx, len(workers), end-from, 16, func(worker, a, b int) {
			for j := from + a; j < from+b; j++ {
				workers[worker].run(j, s.generator, e)
				all.keep(j, workers[worker])
			}
		})
		if err != nil {
			return nil, err
		}
		if s.Progress != nil {
			s.Progress(end - from)
		}
	}
	return all, all.checkEmpty()
}

// checkEmpty returns an EmptyError for an outcome that is empty in any draw: such values can be neither averaged nor ranked.
func (s *Sample) checkEmpty() error {
	for _, o := range result.Outcomes() {
		for k, values := range s.values[o] {
			empty := 0
			for _, v := range values {
				if math.IsNaN(v) {
					empty++
				}
			}
			if empty > 0 {
				return &EmptyError{o, s.Structures[k], empty}
			}
		}
	}
	return nil
}

// sampleWave is how many draws are run between two tellings of progress.
const sampleWave = 1024

func (s *Setup) room(e *sim.Engine, outcomes []result.Outcome, draws int) *Sample {
	all := &Sample{Draws: draws, Structures: e.Structures(), values: map[result.Outcome][][]float64{}}
	rows := func() [][]float64 {
		byStructure := make([][]float64, len(all.Structures))
		for i := range byStructure {
			byStructure[i] = make([]float64, draws)
		}
		return byStructure
	}
	for _, o := range outcomes {
		all.values[o] = rows()
	}
	if slices.Contains(outcomes, result.NetBenefit) {
		all.harm = rows()
	}
	for _, m := range s.generator.Marginals() {
		all.Inputs = append(all.Inputs, Input{&s.Case.Assumptions[m.Place], make([]float64, draws)})
	}
	return all
}

// sampler is the room of one goroutine.
type sampler struct {
	draw      model.Draw
	places    []int // of what varies
	errors    []float64
	scratch   *uncertain.Scratch
	workspace *sim.Workspace
}

func (s *Setup) samplers(e *sim.Engine) []*sampler {
	var places []int
	for _, m := range s.generator.Marginals() {
		places = append(places, m.Place)
	}
	all := make([]*sampler, s.workers())
	for i := range all {
		all[i] = &sampler{
			draw: make(model.Draw, len(s.Base)), places: places, errors: make([]float64, len(s.Case.Commissioners)),
			scratch: s.generator.NewScratch(), workspace: e.NewWorkspace(),
		}
	}
	return all
}

// run simulates a draw.
func (w *sampler) run(j int, g *uncertain.Generator, e *sim.Engine) {
	g.Draw(j, w.draw, w.scratch)
	g.BodyErrors(j, w.errors)
	e.Run(w.draw, w.errors, w.workspace)
}

// keep puts what draw j gave where it belongs.
func (s *Sample) keep(j int, w *sampler) {
	for i, place := range w.places {
		s.Inputs[i].Values[j] = w.draw[place]
	}
	for k := range s.Structures {
		v := w.workspace.Outcomes(k)
		for o, values := range s.values {
			values[k][j] = ensemble.Comparable(o, v[o])
		}
		if s.harm != nil {
			s.harm[k][j] = w.workspace.Harm(k)
		}
	}
}
