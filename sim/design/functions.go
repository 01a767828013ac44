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
	"slices"

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
}

// Functions looks for the structure that is best in the mean over draws, among those that keep the rules and in which every
// function that moves is compelling. It returns an analysis.NoDirectionError if neither direction of the outcome is better, an
// analysis.EndlessError if it may be infinite, an error if an option names what the case has not, and the context's.
func Functions(ctx context.Context, s *analysis.Setup, o Options) (*Found, error) {
	d, err := newDesigning(s, o)
	if err != nil {
		return nil, err
	}
	if s.Progress != nil {
		d.spent = reporting(s.Progress, Runs(s, o))
	}
	if d.alone, err = d.valueAlone(ctx); err != nil {
		return nil, err
	}
	if err := d.checkEmpty(); err != nil {
		return nil, err
	}
	if err := d.searchRegimes(ctx, worth{}); err != nil {
		return nil, err
	}
	for _, part := range []func(context.Context) error{d.designRows, d.functionRows, d.byValue} {
		if err := part(ctx); err != nil {
			return nil, err
		}
	}
	structure := d.structure()
	return &Found{Tables: d.found, Structure: structure, Placements: d.placements(d.chosen.best, structure.Code)}, nil
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
}

// explored is what was found in a regime.
type explored struct {
	*search
	best    design // that passes, if found
	isFound bool
	any     design // the best where nothing need be compelling
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

// searchRegimes looks for the best structure of each regime, and of all.
func (d *designing) searchRegimes(ctx context.Context, w worth) error {
	var before []design
	if d.free { // what is best by the rules is a start without them, so that to drop them never costs
		p, ok, err := d.withRules(ctx, w)
		if err != nil {
			return err
		}
		if ok {
			before = append(before, p)
		}
	}
	for _, g := range d.regimes() {
		x, err := d.explore(ctx, g, w, before)
		if err != nil {
			return err
		}
		d.explored = append(d.explored, x)
	}
	d.chosen = chosenOf(d.explored)
	return nil
}

// withRules is the best structure that keeps the rules of coherence.
func (d *designing) withRules(ctx context.Context, w worth) (design, bool, error) {
	strict := *d.rules
	strict.free = false
	same := *d
	same.rules, same.explored = &strict, nil
	if err := same.searchRegimes(ctx, w); err != nil {
		return "", false, err
	}
	return same.chosen.best, same.chosen.isFound, nil
}

// explore searches a regime: first where all that moves must be better in every draw, then as asked, then where nothing need
// be compelling. Each begins at what the one before found too, so that to ask for less never costs.
func (d *designing) explore(ctx context.Context, g regime, w worth, before []design) (*explored, error) {
	x := &explored{search: d.newSearch(g, w, 1)}
	starts := append(x.starts(d.alone, d.Seed, d.Starts), before...)
	if d.Compelling < 1 {
		sure, ok, err := x.search.best(ctx, starts)
		if err != nil {
			return nil, err
		}
		x.search = d.newSearch(g, w, d.Compelling)
		if ok {
			starts = append(starts, sure)
		}
		for _, p := range x.starts(d.alone, d.Seed, d.Starts) {
			if !slices.Contains(starts, p) {
				starts = append(starts, p)
			}
		}
	}
	var err error
	if x.best, x.isFound, err = x.search.best(ctx, starts); err != nil {
		return nil, err
	}
	loose := d.newSearch(g, w, 0)
	loose.withPairs = false
	few := loose.starts(d.alone, d.Seed, 0)
	if x.isFound {
		few = append(few, x.best)
	}
	x.any, _, err = loose.best(ctx, few)
	return x, err
}

func (d *designing) newSearch(g regime, w worth, compelling float64) *search {
	return &search{bank: d.bank, rules: d.rules, regime: g, worth: w, compelling: compelling, glimpsed: d.glimpsed, withPairs: true}
}

// chosenOf is the regime with the best structure; of several that are equal the first. One without a merger always has one:
// that in which nothing moves.
func chosenOf(all []*explored) *explored {
	chosen := all[0]
	for _, x := range all[1:] {
		if x.isFound && x.mean(x.known[x.best]) > chosen.mean(chosen.known[chosen.best]) {
			chosen = x
		}
	}
	return chosen
}
