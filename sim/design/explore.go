package design

import (
	"context"
	"slices"
)

// explored is what was found in a regime.
type explored struct {
	*search
	best    design // that passes, if found
	isFound bool
	any     design // the best where nothing need be compelling
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
