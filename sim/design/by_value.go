package design

import (
	"context"
	"fmt"
	"math"
	"slices"

	"reconfig/model/result"
	"reconfig/sim/analysis"
	"reconfig/sim/vector"
)

// intervals is into about how many intervals the plausible worths of capacity are divided.
const intervals = 6

// worthName is the assumption that says what capacity is worth.
const worthName = "capacity.value"

// byValue looks for the best structure at other worths of capacity too. What is best at one worth is a start at the next.
func (d *designing) byValue(ctx context.Context) error {
	if !d.Values || !d.weighs() || slices.Contains(d.setup.Varied(), worthName) {
		return nil
	}
	point, err := d.pointOfCapacity(ctx)
	if err != nil {
		return err
	}
	before := []design{d.chosen.best}
	for _, v := range d.worths() {
		d.setup.Doing(analysis.Phase{Name: fmt.Sprintf("the best at a worth of capacity of %v", v)})
		at := *d
		at.explored = nil
		if v == d.worthSet() {
			at.chosen = d.chosen
		} else if err := at.searchAt(ctx, worth{other: true, capacity: v}, before); err != nil {
			return err
		}
		before = []design{d.chosen.best, at.chosen.best}
		if err := at.addFront(context.WithoutCancel(ctx), v, point); err != nil {
			return err
		}
		d.found = at.found
	}
	return nil
}

// searchAt looks for the best structure at one worth, of all regimes, from the additive best and from others that are good
// at another worth.
func (d *designing) searchAt(ctx context.Context, w worth, before []design) error {
	for _, g := range d.regimes() {
		x := &explored{search: d.newSearch(g, w, d.Compelling)}
		starts := x.starts(d.alone, d.Seed, d.Starts)
		for _, p := range before {
			if x.inRegime(p) {
				starts = append(starts, p)
			}
		}
		var err error
		if x.best, x.isFound, err = x.search.best(ctx, starts); err != nil {
			return err
		}
		d.explored = append(d.explored, x)
	}
	d.chosen = chosenOf(d.explored)
	return nil
}

// worthSet is the worth of capacity in the base.
func (d *designing) worthSet() float64 {
	i, _ := d.setup.Case.AssumptionIndex(worthName)
	return d.setup.Base[i]
}

// worths lists the worths of capacity to look at: none, the plausible ends, round values between them, and the one that is
// set.
func (d *designing) worths() []float64 {
	i, _ := d.setup.Case.AssumptionIndex(worthName)
	low, high := d.setup.Case.Assumptions[i].Low, d.setup.Case.Assumptions[i].High
	all := []float64{0, low, high, d.worthSet()}
	step := roundUp((high - low) / intervals)
	for k := math.Ceil(low / step); step > 0 && k*step < high; k++ {
		all = append(all, math.Round(1e9*k*step)/1e9)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// roundUp is the next of 1, 2 and 5 times a power of ten; 0 of 0.
func roundUp(x float64) float64 {
	if !(x > 0) {
		return 0
	}
	power := 1.0
	for power > x {
		power /= 10
	}
	for 10*power < x {
		power *= 10
	}
	for _, m := range []float64{1, 2, 5} {
		if m*power >= x*(1-1e-9) {
			return m * power
		}
	}
	return 10 * power
}

// pointOfCapacity is the worth of one percentage point of capacity for a year where capacity.value is 1: a hundredth of the
// cost at the start, £k.
func (d *designing) pointOfCapacity(ctx context.Context) (float64, error) {
	cost := *d.bank
	cost.outcome, cost.direction, cost.spent = result.BaselineCost, 1, func(int) {}
	v, err := cost.run(ctx, []design{d.local()}, d.all)
	if err != nil {
		return 0, err
	}
	return vector.Mean(v[0].values) / 100, nil
}

// addFront states what was chosen at a worth of capacity.
func (d *designing) addFront(ctx context.Context, value, point float64) error {
	w := worth{other: true, capacity: value}
	best, local := d.known[d.chosen.best], d.alone.local
	d.found.FunctionFront = append(d.found.FunctionFront, result.FunctionFrontRow{
		CapacityValue: result.Number(value), PointWorth: result.Number(value * point), Set: result.YesNo(value == d.worthSet()), Moved: len(d.chosen.best.moved()),
		NetBenefit: result.Number(w.mean(best) - w.mean(local)), Money: result.Number(best.meanMoney - local.meanMoney), Capacity: result.Number((local.meanHarm - best.meanHarm) / point),
		Certificate: d.chosen.certificate(),
	})
	for f, x := range d.functions {
		without := d.chosen.best.with(f, stay)
		v, err := d.value(ctx, without)
		if err != nil {
			return err
		}
		choice, row := d.choices[d.chosen.best.choiceOf(f)], result.FunctionValueRow{CapacityValue: result.Number(value), Function: x.Code, Better: result.Unknown()}
		row.Tier, row.Arrangement = string(choice.Tier), choice.Arrangement
		if d.chosen.best != without {
			gain := w.compare(best, v[0])
			row.GainInPlace, row.Better = result.Number(gain.mean), result.Number(gain.better)
		}
		d.found.FunctionsByValue = append(d.found.FunctionsByValue, row)
	}
	return nil
}
