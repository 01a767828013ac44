package design

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

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

// designRows states the best structure of each regime, and what was tried to improve it.
func (d *designing) designRows(ctx context.Context) error {
	for _, x := range d.explored {
		row := result.DesignRow{
			Outcome: d.Outcome.String(), Unit: d.Outcome.Unit().String(), Regime: d.regimeName(x.regime), Chosen: result.YesNo(x == d.chosen),
			Compelling: result.Number(d.Compelling), FromYear: result.Number(d.FromYear), BestOfCaseFrom: result.Unknown(),
			Value: result.Unknown(), MCError: result.Unknown(), Gain: result.Unknown(), ValueEvents: result.Unknown(), GainEvents: result.Unknown(),
			GainEventsP05: result.Unknown(), GainEventsP95: result.Unknown(), BetterEvents: result.Unknown(), GainOnCase: result.Unknown(), BetterThanCase: result.Unknown(),
			WithoutCompelling: result.Number(d.direction * d.known[x.any].mean),
			Starts:            x.tried.starts, Ends: x.tried.ends, Singles: x.tried.singles, Pairs: x.tried.pairs, PairsInFull: x.tried.inFull,
			Certificate: x.certificate(),
		}
		if x.isFound {
			if err := d.addBest(ctx, &row, x); err != nil {
				return err
			}
		}
		failing, err := x.failing(ctx, x.any)
		if err != nil {
			return err
		}
		row.Failing = strings.Join(d.codesOf(failing), ";")
		d.found.Designs = append(d.found.Designs, row)
	}
	return nil
}

// addBest states the best structure of a regime, at mean events and with events.
func (d *designing) addBest(ctx context.Context, row *result.DesignRow, x *explored) error {
	v, local := d.known[x.best], d.alone.local
	row.Moved = len(x.best.moved())
	row.Value, row.Gain = result.Number(d.direction*v.mean), result.Number(v.mean-local.mean)
	row.MCError = result.Number(numbers.StandardError(v.values))
	designs := []design{x.best, d.local()}
	e, err := d.compile(designs, false)
	if err != nil {
		return err
	}
	run, err := d.through(ctx, e, len(designs), d.all)
	if err != nil {
		return err
	}
	gain := worth{}.compare(run[0], run[1])
	row.ValueEvents, row.GainEvents = result.Number(d.direction*run[0].mean), result.Number(gain.mean)
	row.GainEventsP05, row.GainEventsP95, row.BetterEvents = result.Number(gain.p05), result.Number(gain.p95), result.Number(gain.better)
	return d.addCase(ctx, row, run[0])
}

// addCase holds a structure, as valued with events, against the best of the case's own that move anything.
func (d *designing) addCase(ctx context.Context, row *result.DesignRow, designed *valued) error {
	var codes []string
	for _, s := range d.setup.Case.Structures {
		if p, _ := d.designOf(d.setup.Case, s.Code); len(p.moved()) > 0 {
			codes = append(codes, s.Code)
		}
	}
	if len(codes) == 0 {
		return nil
	}
	e, err := d.compileCase(d.setup.Case, codes, false)
	if err != nil {
		return err
	}
	own, err := d.through(ctx, e, len(codes), d.all)
	if err != nil {
		return err
	}
	best := 0
	for i, v := range own {
		if numbers.Better(v.mean, own[best].mean) {
			best = i
		}
	}
	more := worth{}.compare(designed, own[best])
	first := math.Inf(1)
	for _, p := range d.setup.Case.Placements {
		if p.Structure == codes[best] {
			first = min(first, p.FromYear)
		}
	}
	row.BestOfCaseFrom = result.Number(first)
	row.BestOfCase, row.GainOnCase, row.BetterThanCase = codes[best], result.Number(more.mean), result.Number(more.better)
	return nil
}

// regimeName is what a regime is called in tables.
func (d *designing) regimeName(g regime) string {
	switch {
	case d.free:
		return result.AnyRegime
	case g.merger == stay:
		return result.NoMergerRegime
	}
	x := d.choices[g.merger]
	return x.Arrangement + "-" + string(x.Tier)
}

func (d *designing) codesOf(functions []int) (codes []string) {
	for _, f := range functions {
		codes = append(codes, d.functions[f].Code)
	}
	return codes
}

// certificate says what is known of the best structure of the search.
func (x *explored) certificate() string {
	t := x.tried
	switch {
	case !x.isFound && x.merger != stay:
		return "Not all that the merger moves is compelling"
	case !x.isFound:
		return fmt.Sprintf("None of %d starts could be made a structure in which all that moves is compelling", t.starts)
	case t.singles == 0:
		return "It is the only structure that keeps the rules"
	case t.pairs == 0:
		return "No change of one function improves it; pairs were not tried"
	}
	return "No change of one function and no change of two improves it"
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
