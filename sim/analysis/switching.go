package analysis

import (
	"cmp"
	"context"
	"math"
	"slices"

	"reconfig/model"
	"reconfig/model/result"
	"reconfig/sim"
	"reconfig/sim/decision"
	"reconfig/sim/draws"
)

// switcher tells every structure's outcome where some assumptions leave the base.
type switcher struct {
	*draws.Workspace
	outcome   result.Outcome
	direction float64 // 1 where a higher outcome is better, else −1
	values    []float64
}

func (s *Setup) newSwitcher(e *sim.Engine, outcome result.Outcome, direction float64) *switcher {
	return &switcher{draws.NewWorkspace(nil, s.Base, e), outcome, direction, make([]float64, len(e.Structures()))}
}

// at gives the outcomes, higher is better, of the draw as it is.
func (w *switcher) at() []float64 {
	w.Simulate(0)
	for i := range w.values {
		w.values[i] = w.direction * w.Results.Outcomes(i)[w.outcome]
	}
	return w.values
}

// with gives the outcomes with one assumption at a value.
func (w *switcher) with(index int, x float64) []float64 {
	before := w.Draw[index]
	w.Draw[index] = x
	values := w.at()
	w.Draw[index] = before
	return values
}

// switching finds the switching values of every assumption that has a range, those first whose switching value is nearest
// to the base, as a part of the way from it to the end of the range.
func (d *deciding) switching(ctx context.Context) error {
	e, err := d.compile(d.Structures, []result.Outcome{d.Outcome})
	if err != nil {
		return err
	}
	w := d.newSwitcher(e, d.Outcome, d.direction)
	moved := d.moved()
	for i, index := range moved {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		d.Doing(Phase{Name: "switching values", Unit: "assumptions", Done: i, Of: len(moved)})
		a := d.Case.Assumptions[index]
		base := d.Base[index]
		if a.Name == "target.per_head" && base == 0 { // 0 is no such target, and next to it is the hardest of all
			continue
		}
		s, err := decision.Switching(func(x float64) []float64 { return w.with(index, x) }, base, min(a.Low, base), max(a.High, base))
		if err != nil {
			return err
		}
		d.found.Switching = append(d.found.Switching, switchingRow(d.Outcome, a, base, s, d.sample.Structures))
	}
	sortByDistance(d.found.Switching)
	return nil
}

func (d *deciding) codeOf(option int) string { return codeOf(d.sample.Structures, option) }

// codeOf is the code of an option; empty for none.
func codeOf(structures []string, option int) string {
	if option < 0 {
		return ""
	}
	return structures[option]
}

// switchingRow states what was found of an assumption.
func switchingRow(o result.Outcome, a model.Assumption, base float64, s decision.Switch, structures []string) result.SwitchingRow {
	return result.SwitchingRow{
		Outcome: o.String(), Assumption: a.Name, AssumptionUnit: a.Unit, Kind: a.Kind, Strength: a.Strength,
		Low: result.Number(a.Low), Base: result.Number(base), High: result.Number(a.High), Preferred: codeOf(structures, s.Preferred),
		Below: result.Number(s.Below), ThenBelow: codeOf(structures, s.ThenBelow), Above: result.Number(s.Above), ThenAbove: codeOf(structures, s.ThenAbove),
	}
}

// sortByDistance puts those first whose switching value is nearest to the base.
func sortByDistance(rows []result.SwitchingRow) {
	slices.SortStableFunc(rows, func(a, b result.SwitchingRow) int { return cmp.Compare(distance(a), distance(b)) })
}

// distance is how far a row's nearest switching value is from the base, as a part of the way to the end; infinite if
// there is none.
func distance(r result.SwitchingRow) float64 {
	nearest := math.Inf(1)
	for _, side := range []struct{ at, end result.Number }{{r.Below, r.Low}, {r.Above, r.High}} {
		if part := float64((side.at - r.Base) / (side.end - r.Base)); !math.IsNaN(part) {
			nearest = min(nearest, part)
		}
	}
	return nearest
}

// mapSteps is how many values of each of two assumptions a map of switching values has.
const mapSteps = 61

// switchingMap finds which structure is best over the ranges of two assumptions: those asked for, or the first two by
// their switching values.
func (d *deciding) switchingMap(ctx context.Context) error {
	names := d.TwoWay
	if len(names) == 0 {
		for _, r := range d.found.Switching[:min(2, len(d.found.Switching))] {
			names = append(names, r.Assumption)
		}
	}
	if len(names) < 2 {
		return nil
	}
	e, err := d.compile(d.Structures, []result.Outcome{d.Outcome})
	if err != nil {
		return err
	}
	x, y := d.index(names[0]), d.index(names[1])
	xs, ys := d.through(x), d.through(y)
	cells, err := decision.SwitchingMap(ctx, func() func(float64, float64) []float64 {
		w := d.newSwitcher(e, d.Outcome, d.direction)
		return func(a, b float64) []float64 {
			w.Draw[x], w.Draw[y] = a, b
			return w.at()
		}
	}, xs, ys, d.workers())
	if err != nil {
		return err
	}
	for i, row := range cells {
		for k, cell := range row {
			d.found.SwitchingMap = append(d.found.SwitchingMap, result.SwitchingMapRow{
				Outcome: d.Outcome.String(), X: names[0], Y: names[1], XValue: result.Number(xs[i]), YValue: result.Number(ys[k]),
				Preferred: d.sample.Structures[cell.Preferred], Lead: result.Number(cell.Lead),
			})
		}
	}
	return nil
}

// through lists evenly spaced values of an assumption, from its low to its high one.
func (d *deciding) through(index int) []float64 {
	a := d.Case.Assumptions[index]
	values := make([]float64, mapSteps)
	for i := range values {
		part := float64(i) / (mapSteps - 1)
		values[i] = float64(a.Low*(1-part)) + float64(a.High*part)
	}
	return values
}
