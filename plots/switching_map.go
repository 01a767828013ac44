package plots

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"reconfig/model/result"
	"reconfig/plots/chart"
)

var _ = register(Figure{
	Order:   250,
	Name:    "switching-map",
	Summary: "which structure is preferred at each pair of values of two assumptions, and where the choice switches",
	Needs:   tables(result.SwitchingMapRow{}),
	Page:    switchingMapPage,
})

// switchPlane is what the figure is drawn from.
type switchPlane struct {
	measure
	bestGrid
	base  [2]float64 // of both assumptions; NaN if not known
	pairs int        // of assumptions in the table
}

func switchingMapPage(d Data) chart.Page {
	d.Source = either(d.SourceOfPlan, d.Source) // of the base alone
	all, found := switchPlaneOf(d)
	if !found {
		return nothing("a grid of values of two assumptions")
	}
	drawing := all.drawing(d.Context)
	return chart.Page{
		Title:       all.title(d.Context),
		Subtitle:    d.subtitle(fmt.Sprintf("Structure with the %s %s at each pair of values of two assumptions, all others at the base", all.extreme(), all.named()), yearsOf(d.Trajectories).period()),
		Footer:      d.footer(all.notes()...),
		Description: all.description(d.Context),
		BodyHeight:  drawing.height(),
		Body:        drawing.draw,
	}
}

// switchPlaneOf reads the first pair of assumptions of the table; false if it has no grid of them.
func switchPlaneOf(d Data) (switchPlane, bool) {
	fit := func(r result.SwitchingMapRow) bool {
		return finite(float64(r.XValue)) && finite(float64(r.YValue)) && r.X != r.Y
	}
	o, rows, found := rowsOfOne(d.Context, d.Analysis.SwitchingMap, func(r result.SwitchingMapRow) string { return r.Outcome }, fit)
	if !found {
		return switchPlane{}, false
	}
	all := switchPlane{measure: d.measure(o)}
	var pairs [][2]string
	points := map[[2]float64]cell{}
	var xs, ys []float64
	for _, r := range rows {
		pairs = append(pairs, [2]string{r.X, r.Y})
		if pairs[0] != [2]string{r.X, r.Y} {
			continue
		}
		x, y := cleaned(float64(r.XValue)), cleaned(float64(r.YValue))
		xs, ys = append(xs, x), append(ys, y)
		points[[2]float64{x, y}] = cell{Best: r.Preferred, Margin: float64(r.Lead)}
	}
	all.pairs = len(unique(pairs))
	all.x, all.base[0] = assumedOf(d.Analysis.Switching, pairs[0][0], xs, o)
	all.y, all.base[1] = assumedOf(d.Analysis.Switching, pairs[0][1], ys, o)
	nx, ny := len(all.x.Values), len(all.y.Values)
	if nx < 2 || ny < 2 || nx*ny > 2*len(points) {
		return switchPlane{}, false
	}
	for _, y := range all.y.Values {
		row := make([]cell, nx)
		for i, x := range all.x.Values {
			row[i] = points[[2]float64{x, y}]
		}
		all.cells = append(all.cells, row)
	}
	all.sumUp()
	return all, all.count > 0
}

// assumedOf is the axis of an assumption, and its base if the table of switching values has it.
func assumedOf(rows []result.SwitchingRow, name string, values []float64, o result.Outcome) (axis, float64) {
	slices.Sort(values)
	a, base := axis{Names: []string{name}, Units: []string{""}, Values: slices.Compact(values)}, math.NaN()
	for _, r := range rows {
		if r.Assumption == name && r.Outcome == o.String() {
			a.Units[0], base = r.AssumptionUnit, float64(r.Base)
		}
	}
	return a, base
}

// holdsBase says whether the base is known and on the map.
func (all switchPlane) holdsBase() bool {
	within := func(v float64, a axis) bool { return a.Values[0] <= v && v <= a.Values[len(a.Values)-1] }
	return within(all.base[0], all.x) && within(all.base[1], all.y)
}

// title says how much of the map each of the two structures has that have most.
func (all switchPlane) title(ctx Context) string {
	first := all.kinds[0]
	if len(all.kinds) == 1 {
		return fmt.Sprintf("%s is preferred whatever the values of %s and %s", first.name(ctx), all.x.name(), all.y.name())
	}
	second := all.kinds[1]
	return fmt.Sprintf("%s is preferred over %s of the map, %s over %s", first.name(ctx), all.percent(first), second.name(ctx), all.percent(second))
}

func (all switchPlane) notes() []string {
	var notes []string
	if len(all.kinds) > 1 {
		notes = append(notes, "Lines: switching values, at which two structures are equally good, interpolated between points")
	}
	if all.pairs > 1 {
		notes = append(notes, fmt.Sprintf("The first of %s pairs of assumptions in the table", number(all.pairs)))
	}
	if all.count < len(all.x.Values)*len(all.y.Values) {
		notes = append(notes, "White: no value")
	}
	return notes
}

func (all switchPlane) description(ctx Context) string {
	items := make([]string, len(all.kinds))
	for i, k := range all.kinds {
		items[i] = k.name(ctx) + " over " + all.percent(k)
	}
	ends := func(a axis) string {
		return fmt.Sprintf("%s from %s to %s", a.label(), a.write(a.Values[0]), a.write(a.Values[len(a.Values)-1]))
	}
	text := fmt.Sprintf("Map of the structure with the %s %s by %s (across) and %s (up), all other assumptions at the base. Share of the map in which each is preferred: %s.",
		all.extreme(), all.named(), ends(all.x), ends(all.y), strings.Join(items, "; "))
	if all.holdsBase() {
		text += fmt.Sprintf(" The base is at %s and %s.", full(all.base[0]), full(all.base[1]))
	}
	return text
}
