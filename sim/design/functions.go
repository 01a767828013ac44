// Package design looks for the structure that is best, function by function: what should leave the bodies, to which tier and
// under which arrangement. A function goes up only where that is compelling: better with a probability of at least so
// much, in place. This is the principle of subsidiarity, solved.
//
// Structures are valued by the engine at mean events (see sim.Options), all on the same draws. What single moves gain nearly
// adds up, so the search begins at what would be best if it did, and at other starts; then it improves by changing one function, or
// two, until nothing helps. It says what it tried.
package design

import (
	"cmp"
	"context"
	"fmt"

	"reconfig/model"
	"reconfig/model/result"
	"reconfig/model/spelling"
	"reconfig/sim/analysis"
)

// Options says what to look for.
type Options struct {
	Outcome     result.Outcome
	Draws       int
	Seed        uint64     // of starts that are made at random
	Compelling  float64    // probability with which moving a function must be better, in place; 0 for any
	Keep        []string   // functions that stay local
	Move        []string   // functions that may move though no structure of the case moves them
	With        [][]string // functions that make the same choice, by group
	NoCoherence bool       // leave out the rules on statutory mergers and shared management
	FromYear    float64    // when all that moves is decided, in years from the start
	Starts      int        // how many structures the search begins at, at least; 0 for 10
	Values      bool       // the same at other worths of capacity, where the outcome is net benefit
}

const defaultStarts = 10

// Found is a structure that was looked for.
type Found struct {
	Tables     *result.Analysis
	Structure  model.Structure
	Placements []model.Placement
	WhyNotCase string // why the best structure of the case was not taken, where it is better; else empty
}

// Functions looks for the structure that is best in the mean over draws, among those that keep the rules and in which every
// function that moves is compelling. It returns an analysis.NoDirectionError if neither direction of the outcome is better, an
// analysis.EndlessError if it may be infinite, an error if an option names what the case has not. If the context ends once moves
// alone are valued it returns the best structure by then, which keeps the rules too, with the context's error.
func Functions(ctx context.Context, s *analysis.Setup, o Options) (*Found, error) {
	d, err := newDesigning(s, o)
	if err != nil {
		return nil, err
	}
	if s.Progress != nil {
		d.spent = reporting(s.Progress, Runs(s, o))
	}
	s.Doing(analysis.Phase{Name: "moving each function alone"})
	if d.alone, err = d.valueAlone(ctx); err != nil {
		return nil, err
	}
	if err := d.checkEmpty(); err != nil {
		return nil, err
	}
	stopped := d.searchRegimes(ctx, worth{})
	if stopped != nil && ctx.Err() == nil {
		return nil, stopped
	}
	if d.stopped = stopped != nil; d.stopped {
		if err := d.takeBestKnown(context.WithoutCancel(ctx)); err != nil {
			return nil, err
		}
	}
	s.Doing(analysis.Phase{Name: "each choice of each function in place"})
	for _, part := range []func(context.Context) error{d.designRows, d.functionRows, d.explainCase} {
		if err := part(context.WithoutCancel(ctx)); err != nil {
			return nil, err
		}
	}
	if stopped == nil {
		if stopped = d.byValue(ctx); stopped != nil && ctx.Err() == nil {
			return nil, stopped
		}
	}
	structure := d.structure()
	return &Found{Tables: d.found, Structure: structure, Placements: d.placements(d.chosen.best, structure.Code), WhyNotCase: d.whyNotCase}, stopped
}

// designing is a search in the making.
type designing struct {
	Options
	*bank
	*rules
	alone    *alone
	glimpsed []int
	explored []*explored // by regime
	chosen   *explored
	found    *result.Analysis
	stopped  bool // the context ended before all kinds of structure were searched

	whyNotCase string // see Found
}

func newDesigning(s *analysis.Setup, o Options) (*designing, error) {
	if o.Outcome.MayBeInfinite() {
		return nil, &analysis.EndlessError{Outcome: o.Outcome}
	}
	direction, err := analysis.Direction(o.Outcome)
	if err != nil {
		return nil, err
	}
	if o.Starts == 0 {
		o.Starts = defaultStarts
	}
	name := cmp.Or(s.Map, s.Case.DefaultMap)
	m, ok := s.Case.Map(name)
	if !ok {
		return nil, spelling.Unknown("map", name, s.Case.MapNames())
	}
	choices := newSpace(s.Case, m, o.FromYear)
	switch n := len(choices.choices); {
	case n == 1:
		return nil, fmt.Errorf("map %s pools nothing: each sector has one member, and each region one sector", name)
	case n > mostChoices:
		return nil, fmt.Errorf("%d choices of tier and arrangement: at most %d can be told apart", n, mostChoices)
	}
	r, err := newRules(s.Case, &choices, o)
	if err != nil {
		return nil, err
	}
	return &designing{
		Options: o, bank: newBank(s, &choices, o.Outcome, direction, o.Draws), rules: r,
		glimpsed: someOf(o.Draws, o.Seed), found: &result.Analysis{},
	}, nil
}

// checkEmpty returns an error if the outcome has no value in some draws, so that it has no mean.
func (d *designing) checkEmpty() error {
	empty := 0
	for _, v := range d.alone.local.values {
		if v != v {
			empty++
		}
	}
	if empty > 0 {
		return &analysis.EmptyError{Outcome: d.Outcome, Structure: "the bodies as they are", Draws: empty}
	}
	return nil
}
