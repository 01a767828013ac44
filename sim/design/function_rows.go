package design

import (
	"context"
	"slices"

	"reconfig/model/result"
	"reconfig/sim/numbers"
	"reconfig/sim/quantile"
	"reconfig/sim/vector"
)

// compared is what one structure has more than another: the mean, its spread over draws, and how often it is above 0.
type compared struct{ mean, p05, p95, better float64 }

// compare holds two structures against one another, draw by draw.
func (w worth) compare(a, b *valued) compared {
	differences := make([]float64, len(a.values))
	for j := range differences {
		if x, y := w.at(a, j), w.at(b, j); !numbers.Same(x, y) {
			differences[j] = x - y
		}
	}
	var q [2]float64
	new(quantile.Scratch).Quantiles(differences, []float64{0.05, 0.95}, q[:])
	return compared{mean: vector.Mean(differences), p05: q[0], p95: q[1], better: w.better(a, b)}
}

// functionRows states every choice of every function, alone and in place.
func (d *designing) functionRows(ctx context.Context) error {
	best := d.chosen.best
	for f := range d.functions {
		designs := make([]design, len(d.choices))
		for x := range designs {
			designs[x] = best.with(f, x)
		}
		values, err := d.value(ctx, designs...)
		if err != nil {
			return err
		}
		for x, choice := range d.choices {
			why, err := d.why(ctx, f, x)
			if err != nil {
				return err
			}
			row := result.FunctionRow{
				Outcome: d.Outcome.String(), Unit: d.Outcome.Unit().String(), Function: d.functions[f].Code, Tier: string(choice.Tier), Arrangement: choice.Arrangement,
				GainAlone: result.Number(d.alone.gain(worth{}, f, x)), Chosen: result.YesNo(x == best.choiceOf(f)), Better: result.Unknown(), Why: why,
			}
			gain := worth{}.compare(values[x], values[stay])
			row.GainInPlace, row.GainP05, row.GainP95 = result.Number(gain.mean), result.Number(gain.p05), result.Number(gain.p95)
			if x != stay {
				row.Better = result.Number(gain.better)
			}
			d.found.Functions = append(d.found.Functions, row)
		}
	}
	return nil
}

// why says why a choice is made, or is not.
func (d *designing) why(ctx context.Context, f, x int) (string, error) {
	best := d.chosen.best
	changed := best.with(f, x)
	u := d.bundles[slices.IndexFunc(d.bundles, func(u bundle) bool { return slices.Contains(u, f) })]
	switch {
	case x == best.choiceOf(f):
		return d.whyChosen(f), nil
	case d.kept[f] != "":
		return d.kept[f], nil
	case len(u) > 1:
		return "goes where its group goes", nil
	case d.broken(changed) != "":
		return "not coherent: " + d.broken(changed), nil
	case !numbers.Better(d.known[changed].mean, d.known[best].mean):
		return "worth less than what is chosen", nil
	}
	own, err := d.chosen.passes(ctx, changed, []int{f})
	if own && d.stopped {
		return result.LeftByStop, err
	}
	if err != nil || own {
		return "worth more, but in another kind of structure that is worth less", err
	}
	chances, err := d.chosen.chances(ctx, changed, []int{f})
	if err != nil {
		return "", err
	}
	if chances[0] < d.Compelling {
		return result.NotCompelling, nil
	}
	return "worth more, but then another function would not be compelling", nil
}

// whyChosen says why what is chosen is.
func (d *designing) whyChosen(f int) string {
	switch {
	case d.kept[f] != "":
		return d.kept[f]
	case d.stopped:
		return result.ChosenByStop
	case d.chosen.best.choiceOf(f) != stay:
		return "best of what is compelling and coherent"
	}
	for x := range d.choices {
		if d.known[d.chosen.best.with(f, x)].mean > d.known[d.chosen.best].mean {
			return "no other choice is compelling and coherent"
		}
	}
	return "no other choice is worth more"
}
