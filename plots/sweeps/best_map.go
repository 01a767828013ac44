package sweeps

import (
	"fmt"
	"math"
	"strings"

	"gonum.org/v1/plot/vg/draw"

	"reconfig/model/result"
	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/plane"
	"reconfig/plots/words"
)

var _ = figure.Register(figure.Figure{
	Order:   140,
	Name:    "best-map",
	Summary: "which structure is best on an outcome over the first two assumptions that a sweep varies, and by how much",
	Needs:   figure.Needs{{Table: result.SweepName}},
	Page:    bestMapPage,
})

// bestOver is what the figure is drawn from.
type bestOver struct {
	swept
	plane.Grid
	steps []float64
}

func bestMapPage(d figure.Data) chart.Page {
	all, found := bestOverOf(d.Context, d.Sweep)
	if !found {
		return figure.Nothing("two varied assumptions and at least two structures, with statistics over a grid of points")
	}
	d.Map = all.maps[0] // whatever the context says
	return chart.Page{
		Title:       all.title(d.Context),
		Subtitle:    d.Subtitle(words.Joined("Structure with the "+all.Extreme()+" "+all.Named(), all.byStatistic(d.Context)), ""),
		Footer:      d.Footer(append(all.notes(), aboutAxes(all.X, all.Y), unlike(all.X, all.Y), all.shows(all.X, all.Y))...),
		Description: all.description(d.Context),
		BodyHeight:  all.height(d.Context),
		Body:        func(c draw.Canvas) { all.draw(d.Context, c) },
	}
}

// bestOverOf reads the grid; false if there is none: the sweep varies too little, has one structure, or has points here
// and there.
func bestOverOf(ctx figure.Context, sweep *result.Sweep) (bestOver, bool) {
	w, found := sweptOf(ctx, sweep, func(o result.Outcome) bool { return o.Better() != result.Neither })
	if !found || len(w.axes) < 2 || len(w.codes) < 2 {
		return bestOver{}, false
	}
	all := bestOver{swept: w, Grid: plane.Grid{X: w.axes[0], Y: w.axes[1]}}
	for _, y := range all.Y.Values {
		row := make([]plane.Cell, len(all.X.Values))
		for i, x := range all.X.Values {
			if p := w.point([]plane.Axis{all.X, all.Y}, []float64{x, y}); p > 0 {
				row[i] = w.cell(p)
			}
		}
		all.Cells = append(all.Cells, row)
	}
	all.SumUp()
	if most := len(all.X.Values) * len(all.Y.Values); all.Count == 0 || 2*all.Count < most {
		return bestOver{}, false
	}
	all.steps = all.marginSteps()
	return all, true
}

// cell finds the best structures at a point.
func (w swept) cell(point int) plane.Cell {
	var codes []string
	best, next := math.NaN(), math.NaN()
	for _, code := range w.codes {
		v := w.value(point, code, w.statistic)
		switch {
		case math.IsNaN(v):
		case len(codes) > 0 && words.Alike(v, best):
			codes = append(codes, code)
		case len(codes) == 0 || w.Before(v, best) < 0:
			codes, best, next = []string{code}, v, best
		case math.IsNaN(next) || w.Before(v, next) < 0:
			next = v
		}
	}
	if len(codes) == 0 || math.IsInf(best, 0) || len(codes) == len(w.codes) {
		return plane.Cell{}
	}
	c := plane.Cell{Best: strings.Join(codes, "\n"), Margin: math.Inf(1)}
	if !math.IsNaN(next) {
		c.Margin = math.Abs(best - next)
	}
	for _, code := range codes {
		c.Chance += w.value(point, code, result.ProbabilityBest)
	}
	return c
}

// title says where the boundary runs, if it runs along the axes, and else who is best in how much of the grid.
func (all bestOver) title(ctx figure.Context) string {
	first := all.Kinds[0]
	if len(all.Kinds) == 1 {
		return fmt.Sprintf("%s has the %s %s in the whole grid", first.Name(ctx), all.Extreme(), all.Named())
	}
	second := all.Kinds[1]
	if len(all.Kinds) == 2 {
		if bounds, filled := all.bounds(second); bounds != "" && filled {
			return fmt.Sprintf("%s is best where %s; elsewhere %s", second.Name(ctx), bounds, first.Name(ctx))
		} else if bounds != "" {
			return fmt.Sprintf("%s is best only where %s, in %s of the grid; else %s", second.Name(ctx), bounds, all.Percent(second), first.Name(ctx))
		}
	}
	return fmt.Sprintf("%s is best in %s of the grid, %s in %s", first.Name(ctx), all.Percent(first), second.Name(ctx), all.Percent(second))
}

// bounds says between which values of the axes all cells of the kind lie, and whether they fill that part of the grid.
func (all bestOver) bounds(k plane.Kind) (text string, filled bool) {
	x0, x1, y0, y1 := len(all.X.Values), -1, len(all.Y.Values), -1
	for j, row := range all.Cells {
		for i, c := range row {
			if c.Best == strings.Join(k.Codes, "\n") {
				x0, x1, y0, y1 = min(x0, i), max(x1, i), min(y0, j), max(y1, j)
			}
		}
	}
	var texts []string
	for _, s := range []string{all.X.Span(x0, x1), all.Y.Span(y0, y1)} {
		if s != "" {
			texts = append(texts, s)
		}
	}
	return strings.Join(texts, " and "), (x1-x0+1)*(y1-y0+1) == k.Cells
}

func (all bestOver) description(ctx figure.Context) string {
	items := make([]string, len(all.Kinds))
	for i, k := range all.Kinds {
		items[i] = k.Name(ctx) + " in " + all.Percent(k)
		if bounds, _ := all.bounds(k); bounds != "" && len(all.Kinds) > 1 {
			items[i] += ", only where " + bounds
		}
	}
	ends := func(a plane.Axis) string {
		return fmt.Sprintf("%s from %s to %s", a.Name(), a.Write(a.Values[0]), a.Write(a.Values[len(a.Values)-1]))
	}
	text := fmt.Sprintf("Map of the structure with the %s %s over %s (across) and %s (up). Share of the grid in which each is best: %s.",
		all.Extreme(), all.Named(), ends(all.X), ends(all.Y), strings.Join(items, "; "))
	if lo, hi, any := all.margins(); any {
		text += fmt.Sprintf(" The margin over the next best runs from %s to %s.", all.margin().Write(lo), all.margin().Write(hi))
	}
	return text
}

// margin is how margins are written: in points where the outcome is in per cent.
func (all bestOver) margin() figure.Measure {
	m := all.Difference()
	m.Unit.Signed = false
	lo, hi, any := all.margins()
	if any {
		m.Decimals = m.Unit.DecimalsAmong([]float64{lo, hi})
	}
	return m
}

// margins are the least and the largest of those that are finite.
func (all bestOver) margins() (lo, hi float64, any bool) {
	lo, hi = math.Inf(1), 0
	for _, row := range all.Cells {
		for _, c := range row {
			if !c.Empty() && words.Finite(c.Margin) {
				lo, hi, any = min(lo, c.Margin), max(hi, c.Margin), true
			}
		}
	}
	return lo, hi, any
}

// marginSteps are the lower ends of the steps of lightness.
func (all bestOver) marginSteps() []float64 {
	lo, hi, any := all.margins()
	if !any || words.Alike(lo, hi) {
		return []float64{0}
	}
	step := chart.NewScale(0, hi, 0, mostSteps+1, all.Unit).Step
	steps := []float64{0}
	for i := 1; i < mostSteps && float64(i)*step < hi; i++ {
		steps = append(steps, float64(i)*step)
	}
	return steps
}

// mostSteps is how many shades of one colour a reader tells apart.
const mostSteps = 4

// notes own up to what the map leaves out or cannot be sure of.
func (all bestOver) notes() []string {
	unsure, empty, alike := 0, 0, false
	for _, row := range all.Cells {
		for _, c := range row {
			switch {
			case c.Empty():
				empty++
			case c.Unsure():
				unsure++
			}
		}
	}
	for _, k := range all.Kinds {
		alike = alike || len(k.Codes) > 1
	}
	var notes []string
	if unsure > 0 {
		mark := "A question mark: best"
		if !all.lettered() {
			mark = "Best"
		}
		notes = append(notes, fmt.Sprintf("%s in fewer than %.0f%% of draws, in %s of %s cells", mark, 100*words.SureShare, chart.Full(float64(unsure)), chart.Full(float64(all.Count))))
	}
	if alike {
		notes = append(notes, "Or: equally good")
	}
	if empty > 0 {
		notes = append(notes, "White: no value, or all equally good")
	}
	return notes
}
