package design

import (
	"cmp"
	"context"
	"slices"

	"reconfig/sim/numbers"
)

// mostLastWords is how many structures a search that was stopped still looks at.
const mostLastWords = 24

// bestBefore stands for a search that was stopped before it had anything: the best known before it, or nothing moved.
func (d *designing) bestBefore(w worth, before []design) *explored {
	x := &explored{search: d.newSearch(d.regimes()[0], w, d.Compelling), best: d.local(), isFound: true}
	for _, p := range before {
		x.best = p
	}
	x.any, x.stopped = x.best, true
	return x
}

// stoppedAt is a search that had found a design when it was stopped, or nothing: then nil.
func (x *explored) stoppedAt(best design, found bool) *explored {
	if !found {
		return nil
	}
	x.best, x.isFound, x.any, x.stopped, x.tried = best, true, best, true, tried{}
	return x
}

// takeBestKnown takes the best design that was valued by the time of the stop, if it keeps the rules and all that it moves is
// compelling: the search had not yet gone there, or not yet looked whether it passes.
func (d *designing) takeBestKnown(ctx context.Context) error {
	regimes := d.regimes()
	var better []design
	for p, v := range d.known {
		inSome := slices.ContainsFunc(regimes, func(g regime) bool { return d.newSearch(g, worth{}, d.Compelling).inRegime(p) })
		if inSome && d.coherent(p) && numbers.Better(v.mean, d.known[d.chosen.best].mean) {
			better = append(better, p)
		}
	}
	slices.SortFunc(better, func(a, b design) int { return cmp.Or(cmp.Compare(d.known[b].mean, d.known[a].mean), cmp.Compare(a, b)) })
	for _, p := range better[:min(len(better), mostLastWords)] {
		i := slices.IndexFunc(regimes, func(g regime) bool { return d.newSearch(g, worth{}, d.Compelling).inRegime(p) })
		x := &explored{search: d.newSearch(regimes[i], worth{}, d.Compelling)}
		ok, err := x.passes(ctx, p, nil)
		if err != nil {
			return err
		}
		if ok {
			d.take(x.stoppedAt(p, true))
			return nil
		}
	}
	return nil
}

// take takes a structure as the chosen one, in place of another of its kind.
func (d *designing) take(x *explored) {
	d.chosen = x
	for i, other := range d.explored {
		if other.merger == x.merger {
			d.explored[i] = x
			return
		}
	}
	d.explored = append(d.explored, x)
}
