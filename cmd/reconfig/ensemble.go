package main

import (
	"fmt"
	"runtime/debug"

	"reconfig/cmd/reconfig/report/appraisal"
	"reconfig/sim/ensemble"
)

// drawnCase is a simulation whose draws were run, and what is printed of them.
type drawnCase struct {
	*simulation
	*appraisal.Drawn
}

// collecting is by how much memory may grow while draws are run before it is collected, in per cent of what is in use. Nearly
// all that they take is used to their end, so that collecting is seldom: with Go's 100 it takes no less time, and more memory.
const collecting = 50

// draw runs the draws. A distribution that an assumption cannot have is a fault of the case.
func (s *simulation) draw(env *environment, o *drawOptions, quiet bool) (*drawnCase, error) {
	draws, err := s.Draws(o.drawing())
	if err != nil {
		return nil, fmt.Errorf("%s: assumptions.csv: %w", s.input.Name, err)
	}
	p := newProgress(env, o.draws, 0, quiet)
	defer p.stop()
	defer debug.SetGCPercent(debug.SetGCPercent(collecting))
	n, err := draws.Run(env.ctx, p.add)
	if err != nil {
		return nil, errInterrupted
	}
	return &drawnCase{s, n}, nil
}

// warnOfPairs says which pairs a run compares where there are too many for all.
func (s *simulation) warnOfPairs(env *environment) {
	codes := s.Engine.Structures()
	if len(codes) <= ensemble.MostPaired {
		return
	}
	w := fmt.Sprintf("%d structures make too many pairs: differences.csv holds each with %s, and those in focus and the best on net benefit with one another; “reconfig compare A B” says how any two differ", len(codes), codes[0])
	s.warnings = append(s.warnings, w)
	env.warn("%s", w)
}

// findTurning finds what alone would turn the choice of two structures on net benefit.
func (d *drawnCase) findTurning(env *environment, first, second string) error {
	err := d.FindTurning(env.ctx, first, second)
	if err != nil && env.canceled() != nil {
		return errInterrupted
	}
	return err
}
