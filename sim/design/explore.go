package design

import (
	"context"
	"fmt"
	"slices"
)

// explored is what was found in a regime.
type explored struct {
	*search
	best    design // that passes, if found
	isFound bool
	any     design // the best where nothing need be compelling
}

// searchRegimes looks for the best structure of each regime, and of all. If the context ends it goes by what it found until
// then, and returns the error.
func (d *designing) searchRegimes(ctx context.Context, w worth) (err error) {
	var before []design
	if d.free { // what is best by the rules is a start without them, so that to drop them never costs
		var p design
		var ok bool
		if p, ok, err = d.withRules(ctx, w); ok {
			before = append(before, p)
		}
	}
	for _, g := range d.regimes() {
		if err != nil {
			break
		}
		var x *explored
		if x, err = d.explore(ctx, g, w, before); x != nil {
			d.explored = append(d.explored, x)
		}
	}
	if err != nil && len(d.explored) == 0 {
		d.explored = append(d.explored, d.bestBefore(w, before))
	}
	d.chosen = chosenOf(d.explored)
	return err
}

// withRules is the best structure that keeps the rules of coherence.
func (d *designing) withRules(ctx context.Context, w worth) (design, bool, error) {
	strict := *d.rules
	strict.free = false
	same := *d
	same.rules, same.explored = &strict, nil
	err := same.searchRegimes(ctx, w)
	return same.chosen.best, same.chosen.isFound, err
}

// explore searches a regime: first where all that moves must be better in every draw, then as asked, then where nothing need
// be compelling. Each begins at what the one before found too, so that to ask for less never costs. If the context ends it
// gives what it found by then, nil for nothing, and the error.
func (d *designing) explore(ctx context.Context, g regime, w worth, before []design) (x *explored, err error) {
	x = &explored{search: d.newSearch(g, w, 1)}
	x.doing += ", all in every draw"
	starts := append(x.starts(d.alone, d.Seed, d.Starts), before...)
	if d.Compelling < 1 {
		sure, ok, err := x.search.best(ctx, starts)
		x.search = d.newSearch(g, w, d.Compelling)
		if err != nil {
			return x.stoppedAt(sure, ok), err
		}
		if ok {
			starts = append(starts, sure)
		}
		for _, p := range x.starts(d.alone, d.Seed, d.Starts) {
			if !slices.Contains(starts, p) {
				starts = append(starts, p)
			}
		}
	}
	if x.best, x.isFound, err = x.search.best(ctx, starts); err != nil {
		return x.stoppedAt(x.best, x.isFound), err
	}
	if err = x.loosen(ctx, d); err != nil && !x.isFound {
		return nil, err
	}
	return x, err
}

// loosen searches where nothing need be compelling.
func (x *explored) loosen(ctx context.Context, d *designing) (err error) {
	loose := d.newSearch(x.regime, x.worth, 0)
	loose.doing += ", compelling or not"
	loose.withPairs = false
	starts := loose.starts(d.alone, d.Seed, 0)
	if x.isFound {
		starts = append(starts, x.best)
	}
	var found bool
	if x.any, found, err = loose.best(ctx, starts); err != nil && !found {
		x.any = x.best
	}
	return err
}

func (d *designing) newSearch(g regime, w worth, compelling float64) *search {
	return &search{bank: d.bank, rules: d.rules, regime: g, worth: w, compelling: compelling, glimpsed: d.glimpsed, withPairs: true, doing: d.doing(g)}
}

// doing is what progress calls the search of a regime.
func (d *designing) doing(g regime) string {
	switch {
	case d.free:
		return "structures of any kind"
	case g.merger == stay:
		return "structures without a statutory merger"
	}
	return fmt.Sprintf("a statutory merger by %s", d.choices[g.merger].Tier)
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
