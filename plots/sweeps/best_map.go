package sweeps

import (
	"fmt"
	"math"
	"slices"
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
	first, second    string          // codes of the structures that are compared
	difference       [][]float64     // by how much the first is better, by y, then x; NaN where it is not known
	agreeing         [][]float64     // share of draws in which the better of the two is better, likewise
	width            float64         // of a step of colour
	above, below     int             // steps above and below zero
	rangeX, rangeY   figure.Interval // that are plausible
	centreX, centreY float64
}

func bestMapPage(d figure.Data) chart.Page {
	all, found := bestOverOf(d.Context, d.Sweep)
	if !found {
		return figure.Nothing("two varied assumptions and at least two structures, with statistics over a grid of points")
	}
	if why := all.implausible(all.X, all.Y); why != "" {
		return figure.Pointless(why)
	}
	if why := all.alike(d.Context); why != "" {
		return figure.Pointless(why)
	}
	d.Map = all.maps[0] // whatever the context says
	return chart.Page{
		Title:       all.title(d.Context),
		Subtitle:    d.Subtitle(words.Joined(all.compared(d.Context), all.byStatistic(d.Context)), ""),
		Measure:     all.compared(d.Context),
		Footer:      d.Footer(append(all.notes(d.Context), aboutAxes(all.X, all.Y), unlike(all.X, all.Y), all.shows(all.X, all.Y))...),
		Description: all.description(d.Context),
		BodyHeight:  all.height(),
		Body:        func(c draw.Canvas) { all.draw(d.Context, c) },
	}
}

// bestOverOf reads the grid; false if there is none: the sweep varies too little, has one structure, or has points here
// and there.
func bestOverOf(ctx figure.Context, sweep *result.Sweep) (bestOver, bool) {
	w, found := sweptOf(ctx, sweep, func(o result.Outcome) bool { return o.Better() != result.Neither })
	if !found || len(w.axes) < 2 || len(w.codes) < 2 || w.scattered() {
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
	all.compare(ctx)
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

// title says where the boundary runs, if it runs along the axes, and else who leads in how much of the grid. Nobody is called
// best where hardly a cell of theirs is sure.
func (all bestOver) title(ctx figure.Context) string {
	first := all.Kinds[0]
	if len(all.Kinds) == 1 {
		lead, doubt := all.leads(ctx, first, first)
		return lead + " in the whole grid" + doubt
	}
	second := all.Kinds[1]
	if len(all.Kinds) == 2 {
		lead, doubt := all.leads(ctx, second, second)
		share, rest := fmt.Sprintf("in %s of the grid", all.Percent(second)), doubt+"; elsewhere "+all.Said(ctx, first)
		where := share
		if bounds, filled := all.bounds(second); bounds != "" && filled {
			where = "where " + bounds
		} else if bounds != "" {
			where = "only where " + bounds + ", " + share
		}
		if title := lead + " " + where + rest; len(strings.Fields(title)) <= mostWords {
			return title
		}
		return lead + " " + share + rest
	}
	lead, doubt := all.leads(ctx, first, first, second)
	return fmt.Sprintf("%s in %s of the grid, %s in %s%s", lead, all.Percent(first), all.Said(ctx, second), all.Percent(second), doubt)
}

// mostWords is how many words a title may have before it leaves out where the boundary runs, which the map shows.
const mostWords = 30

// leads says of what the kind is the best, and in how many cells of some kinds that is clear, unless it is in all.
func (all bestOver) leads(ctx figure.Context, k plane.Kind, of ...plane.Kind) (lead, doubt string) {
	verb := " is best on "
	compared, sure := all.sure(of...)
	switch few := float64(sure) <= leastSure*float64(compared); {
	case sure == compared:
	case sure == 0:
		verb, doubt = " leads on ", ", but nowhere clearly"
	case few:
		verb, doubt = " leads on ", fmt.Sprintf(", but clearly only in %s of these %s cells", words.Number(sure), words.Number(compared))
	default:
		doubt = fmt.Sprintf(", clearly in %s of these %s cells", words.Number(sure), words.Number(compared))
	}
	return all.Said(ctx, k) + verb + all.Named(), doubt
}

// leastSure is the share of the cells from which on the title may say that a structure is best.
const leastSure = 0.1

// sure counts the cells of these kinds that are compared, and those of them in which nearly all draws agree.
func (all bestOver) sure(of ...plane.Kind) (compared, sure int) {
	for j, row := range all.Cells {
		for i, c := range row {
			if slices.ContainsFunc(of, func(k plane.Kind) bool { return c.Best == strings.Join(k.Codes, "\n") }) && !all.isElse(c) {
				compared++
				if !all.isUnsure(i, j) {
					sure++
				}
			}
		}
	}
	return compared, sure
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
	lo, hi := all.extremes()
	if m := all.Difference(); lo <= hi {
		m.Decimals = m.Unit.DecimalsAmong([]float64{lo, hi})
		text += fmt.Sprintf(" “%s” is better than “%s” by %s to %s; below 0 it is worse.", ctx.Name(all.first), ctx.Name(all.second), m.Short(lo), m.Write(hi))
	}
	return text
}

// compared says what is shown.
func (all bestOver) compared(ctx figure.Context) string {
	return fmt.Sprintf("%s, “%s” against “%s”", words.Sentence(all.Difference().About()), ctx.Name(all.first), ctx.Name(all.second))
}

// notes own up to what the map leaves out or cannot be sure of.
func (all bestOver) notes(ctx figure.Context) []string {
	notes := []string{all.whateverInFocus(ctx)}
	if n := all.unsure(); n > 0 {
		notes = append(notes, fmt.Sprintf("Hatched, not clear: %s, in %s of %s cells", all.hatched(ctx), chart.Full(float64(n)), chart.Full(float64(all.Count))))
	}
	if all.elsewhere() > 0 {
		notes = append(notes, "In grey another structure is best: "+strings.Join(all.others(ctx), ", "))
	}
	if all.cells(plane.Cell.Empty) > 0 {
		notes = append(notes, "White: no value, or all equally good")
	}
	return notes
}

// whateverInFocus says that the map does not choose by what is in focus, where a reader might think so.
func (all bestOver) whateverInFocus(ctx figure.Context) string {
	if ctx.FocusOf == "" || slices.Contains(ctx.Focus, all.first) && slices.Contains(ctx.Focus, all.second) {
		return ""
	}
	return "The two that lead are compared, whatever is in focus"
}

// hatched says where draws do not agree. Without the differences of the two it goes by the best of all.
func (all bestOver) hatched(ctx figure.Context) string {
	few := fmt.Sprintf("fewer than %.0f of 100 draws", 100*words.SureShare)
	if len(all.codes) == 2 || len(all.pairs) > 0 {
		return few + " agree which of the two is better"
	}
	text := fmt.Sprintf("the better one is best of all %s structures in %s", words.Number(len(all.codes)), few)
	if all.lacksPairs(ctx) {
		text += " (" + noPairs + ")"
	}
	return text
}

// others are the structures that are best where neither of the two is.
func (all bestOver) others(ctx figure.Context) []string {
	var names []string
	for _, k := range all.Kinds {
		if !slices.Contains(k.Codes, all.first) && !slices.Contains(k.Codes, all.second) {
			names = append(names, k.Name(ctx)+", "+all.Percent(k))
		}
	}
	return names
}

// codesOf are the structures that are best in a cell.
func codesOf(c plane.Cell) []string { return strings.Split(c.Best, "\n") }
