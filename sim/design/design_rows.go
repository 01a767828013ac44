package design

import (
	"context"
	"fmt"
	"math"
	"strings"

	"reconfig/model/result"
	"reconfig/sim/numbers"
)

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
	case x.stopped:
		return "The search was stopped: a better structure may be found by going on"
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
