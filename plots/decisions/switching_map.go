package decisions

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"reconfig/model/result"
	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/plane"
	"reconfig/plots/words"
)

var _ = figure.Register(figure.Figure{
	Order:   250,
	Name:    "switching-map",
	Summary: "which structure is preferred at each pair of values of two assumptions, and where the choice switches",
	Needs:   figure.RowsOf(result.SwitchingMapRow{}),
	Page:    switchingMapPage,
})

// switchPlane is what the figure is drawn from.
type switchPlane struct {
	figure.Measure
	plane.Grid
	base  [2]float64 // of both assumptions; NaN if not known
	pairs int        // of assumptions in the table
}

func switchingMapPage(d figure.Data) chart.Page {
	d.Source = words.Either(d.SourceOfPlan, d.Source) // of the base alone
	all, found := switchPlaneOf(d)
	if !found {
		return figure.Nothing("a grid of values of two assumptions")
	}
	if len(all.Kinds) == 1 && all.everywhere() {
		return figure.Pointless(all.title(d.Context))
	}
	drawing := all.drawing(d.Context)
	return chart.Page{
		Title:       all.title(d.Context),
		Subtitle:    d.Subtitle(fmt.Sprintf("Structure with the %s %s at each pair of values of two assumptions, all others at %s values", all.Extreme(), all.Named(), d.CentralOrSet()), figure.YearsOf(d.Trajectories).Period()),
		Footer:      d.Footer(all.notes()...),
		Description: all.description(d.Context),
		BodyHeight:  drawing.height(),
		Body:        drawing.draw,
	}
}

// everywhere says whether every cell has a structure that is best.
func (all switchPlane) everywhere() bool { return all.Count == len(all.X.Values)*len(all.Y.Values) }

// switchPlaneOf reads the first pair of assumptions of the table; false if it has no grid of them.
func switchPlaneOf(d figure.Data) (switchPlane, bool) {
	fit := func(r result.SwitchingMapRow) bool {
		return words.Finite(float64(r.XValue)) && words.Finite(float64(r.YValue)) && r.X != r.Y
	}
	o, rows, found := figure.RowsOfOne(d.Context, d.SwitchingMap, func(r result.SwitchingMapRow) string { return r.Outcome }, fit)
	if !found {
		return switchPlane{}, false
	}
	all := switchPlane{Measure: d.Measure(o)}
	var pairs [][2]string
	points := map[[2]float64]plane.Cell{}
	var xs, ys []float64
	for _, r := range rows {
		pairs = append(pairs, [2]string{r.X, r.Y})
		if pairs[0] != [2]string{r.X, r.Y} {
			continue
		}
		x, y := words.Cleaned(float64(r.XValue)), words.Cleaned(float64(r.YValue))
		xs, ys = append(xs, x), append(ys, y)
		points[[2]float64{x, y}] = plane.Cell{Best: r.Preferred, Margin: float64(r.Lead)}
	}
	all.pairs = len(words.Unique(pairs))
	all.X, all.base[0] = assumedOf(d, pairs[0][0], xs, o)
	all.Y, all.base[1] = assumedOf(d, pairs[0][1], ys, o)
	nx, ny := len(all.X.Values), len(all.Y.Values)
	if nx < 2 || ny < 2 || nx*ny > 2*len(points) {
		return switchPlane{}, false
	}
	for _, y := range all.Y.Values {
		row := make([]plane.Cell, nx)
		for i, x := range all.X.Values {
			row[i] = points[[2]float64{x, y}]
		}
		all.Cells = append(all.Cells, row)
	}
	all.SumUp()
	return all, all.Count > 0
}

// assumedOf is the axis of an assumption, and its base if the table of switching values has it.
func assumedOf(d figure.Data, name string, values []float64, o result.Outcome) (plane.Axis, float64) {
	slices.Sort(values)
	a, base := plane.Axis{Names: []string{d.Label(name)}, Codes: []string{name}, Units: []string{""}, Values: slices.Compact(values)}, math.NaN()
	for _, r := range d.Switching {
		if r.Assumption == name && r.Outcome == o.String() {
			a.Units[0], base = r.AssumptionUnit, float64(r.Base)
		}
	}
	return a, base
}

// holdsBase says whether the base is known and on the map.
func (all switchPlane) holdsBase() bool {
	within := func(v float64, a plane.Axis) bool { return a.Values[0] <= v && v <= a.Values[len(a.Values)-1] }
	return within(all.base[0], all.X) && within(all.base[1], all.Y)
}

// title says what is preferred at the base, where that is known, over how much of the map, and what else over most of it.
func (all switchPlane) title(ctx figure.Context) string {
	first := all.Kinds[0]
	if len(all.Kinds) == 1 {
		return fmt.Sprintf("%s is preferred whatever the values of %s and %s", all.Said(ctx, first), all.X.Name(), all.Y.Name())
	}
	second, where := all.Kinds[1], ""
	if at, known := all.atBase(); known {
		where = "at " + ctx.CentralOrSet() + " values and "
		if at.Letter != first.Letter {
			first, second = at, first
		}
	}
	share, rest := float64(first.Cells)/float64(all.Count), "the rest"
	if len(all.Kinds) > 2 {
		rest = all.Percent(second)
	}
	return fmt.Sprintf("%s is preferred %sover %s, %s over %s", all.Said(ctx, first), where, words.ShareOf("the map", share), all.Said(ctx, second), rest)
}

// atBase is what is preferred at the base; false where that is not known, or the points around it differ.
func (all switchPlane) atBase() (at plane.Kind, known bool) {
	if !all.holdsBase() {
		return plane.Kind{}, false
	}
	x, y := around(all.X.Values, all.base[0]), around(all.Y.Values, all.base[1])
	first := all.Cells[y[0]][x[0]]
	for _, j := range y {
		for _, i := range x {
			if c := all.Cells[j][i]; c.Empty() || c.Best != first.Best {
				return plane.Kind{}, false
			}
		}
	}
	return all.KindAt(first), true
}

// around are the places of the rising values that a value between their ends lies between; its own twice where it is among them.
func around(values []float64, v float64) [2]int {
	i, among := slices.BinarySearch(values, v)
	if among {
		return [2]int{i, i}
	}
	return [2]int{i - 1, i}
}

func (all switchPlane) notes() []string {
	var notes []string
	if len(all.Kinds) > 1 {
		notes = append(notes, "Pairs of values are not equally likely: a share of the map is no probability", "Lines: switching values, at which two structures are equally good, interpolated between points")
	}
	if all.pairs > 1 {
		notes = append(notes, fmt.Sprintf("The first of %s pairs of assumptions in the table", words.Number(all.pairs)))
	}
	if all.Count < len(all.X.Values)*len(all.Y.Values) {
		notes = append(notes, "White: no value")
	}
	return notes
}

func (all switchPlane) description(ctx figure.Context) string {
	items := make([]string, len(all.Kinds))
	for i, k := range all.Kinds {
		items[i] = all.Said(ctx, k) + " over " + all.Percent(k)
	}
	ends := func(a plane.Axis) string {
		return fmt.Sprintf("%s from %s to %s", a.Label(), a.Write(a.Values[0]), a.Write(a.Values[len(a.Values)-1]))
	}
	text := fmt.Sprintf("Map of the structure with the %s %s by %s (across) and %s (up), all other assumptions at %s values. Share of the map in which each is preferred: %s.",
		all.Extreme(), all.Named(), ends(all.X), ends(all.Y), ctx.CentralOrSet(), strings.Join(items, "; "))
	if all.holdsBase() {
		text += fmt.Sprintf(" %s values are %s and %s.", words.Sentence(ctx.CentralOrSet()), words.Full(all.base[0]), words.Full(all.base[1]))
	}
	return text
}
