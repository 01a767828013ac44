package analysis

import (
	"context"
	"math"
	"slices"

	"reconfig/model"
	"reconfig/model/result"
	"reconfig/sim"
	"reconfig/sim/draws"
	"reconfig/sim/ensemble"
)

// Sample is a number of draws with what they come to.
type Sample struct {
	Draws      int
	Inputs     []Input // the assumptions that vary
	Structures []string

	values  map[result.Outcome][][]float64 // by structure and draw
	indices []int                          // of the inputs, in a draw
	harm    [][]float64                    // by structure and draw: discounted capacity lost, in £k of cost at the start
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

// Sample runs n draws under the structures, all of the case's if none is named, and keeps the outcomes. It returns an error
// if a structure is unknown, if an outcome is empty in some draws (an EmptyError), or if the context ends.
func (s *Setup) Sample(ctx context.Context, structures []string, outcomes []result.Outcome, n int) (*Sample, error) {
	if slices.Contains(outcomes, result.NetBenefit) && !slices.Contains(outcomes, result.NPVIncludingCuts) {
		outcomes = append(slices.Clone(outcomes), result.NPVIncludingCuts)
	}
	e, err := s.compile(structures, outcomes)
	if err != nil {
		return nil, err
	}
	all := s.newSample(e, outcomes, n)
	if err := draws.New(s.generator, draws.Options{Workers: s.Workers, Progress: s.Progress}, e).Run(ctx, 0, n, all.keep); err != nil {
		return nil, err
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

func (s *Setup) newSample(e *sim.Engine, outcomes []result.Outcome, n int) *Sample {
	all := &Sample{Draws: n, Structures: e.Structures(), values: map[result.Outcome][][]float64{}}
	rows := func() [][]float64 {
		byStructure := make([][]float64, len(all.Structures))
		for i := range byStructure {
			byStructure[i] = make([]float64, n)
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
		all.Inputs = append(all.Inputs, Input{&s.Case.Assumptions[m.Index], make([]float64, n)})
		all.indices = append(all.indices, m.Index)
	}
	return all
}

// keep puts what draw j gave where it belongs.
func (s *Sample) keep(w *draws.Workspace, j int) {
	for i, index := range s.indices {
		s.Inputs[i].Values[j] = w.Draw[index]
	}
	for k := range s.Structures {
		v := w.Results.Outcomes(k)
		for o, values := range s.values {
			values[k][j] = ensemble.Comparable(o, v[o])
		}
		if s.harm != nil {
			s.harm[k][j] = w.Results.Harm(k)
		}
	}
}
