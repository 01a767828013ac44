package designs

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/model/result"
	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/words"
)

var nan = math.NaN()

var _ = figure.Register(figure.Figure{
	Order:   320,
	Name:    "functions-by-value",
	Summary: "which functions should leave the bodies, and where to, as capacity is worth more",
	Needs:   figure.RowsOf(result.FunctionValueRow{}),
	Page:    functionsPage,
})

func functionsPage(d figure.Data) chart.Page {
	all, found := courseOf(d)
	switch {
	case !found:
		return figure.Nothing("functions at some worth of capacity")
	case len(all.functions) == 0:
		return figure.Pointless("no function moves at any worth of capacity")
	}
	grid, key := all.grid(d.Context), all.key()
	measure := fmt.Sprintf("Tier and arrangement of each function in the best structure, by the worth of a year of the whole capacity, %s per %s of management cost at the start", d.Currency, d.Currency)
	return chart.Page{
		Title:       all.title(d.Context),
		Subtitle:    d.Subtitle(measure, figure.YearsOf(d.Trajectories).Period()),
		Measure:     measure,
		Footer:      d.Footer(all.notes(d.Context)...),
		Description: all.description(d.Context),
		BodyHeight:  chart.KeyHeight(key) + grid.Height(),
		Body:        func(c draw.Canvas) { grid.Draw(chart.DrawKey(c, key)) },
	}
}

// title says from which worth on functions go up.
func (c course) title(ctx figure.Context) string {
	first := len(c.worths)
	for _, f := range c.functions {
		first = min(first, c.firstMove(f))
	}
	settled := c.settled()
	top := c.movedAt(settled)
	switch {
	case settled > first:
		return c.changingTitle(ctx, first)
	case first == 0:
		return words.Sentence(named(top)) + words.OneOrMore(len(top), " goes up", " go up") + " whatever capacity is worth"
	}
	return fmt.Sprintf("From a worth of %s on, %s%s", worth(ctx, c.worths[first]), named(top), words.OneOrMore(len(top), " goes up", " go up"))
}

// changingTitle is the title where not the same functions go up at every worth from the first.
func (c course) changingTitle(ctx figure.Context, first int) string {
	early, top := c.movedAt(first), c.movedAt(c.settled())
	lowest := worth(ctx, c.worths[first])
	if c.worths[first] == 0 {
		lowest = "nothing"
	}
	steps := c.steps(ctx, first)
	if len(early)+len(without(top, early)) > mostNamed || c.grows() && len(steps) > mostSteps {
		return fmt.Sprintf("%s%s up where capacity is worth %s, %s at %s", words.Sentence(counted(len(early))), words.OneOrMore(len(early), " goes", " go"), lowest, words.Number(len(top)), worth(ctx, c.worths[c.settled()]))
	}
	then := "at " + worth(ctx, c.worths[c.settled()])
	switch {
	case c.grows():
		then = words.Listed(steps) + " too"
	case len(top) > 0:
		then += ", " + named(top)
	default:
		then += " nothing does"
	}
	return fmt.Sprintf("Where capacity is worth %s, %s%s up; %s", lowest, named(early), words.OneOrMore(len(early), " goes", " go"), then)
}

// settled is the index of the lowest worth from which on the same functions move as at the highest.
func (c course) settled() int {
	i := len(c.worths) - 1
	for i > 0 && slices.Equal(c.movedAt(i-1), c.movedAt(i)) {
		i--
	}
	return i
}

// grows says whether all that moves at one worth moves at every higher one too.
func (c course) grows() bool {
	for i := range len(c.worths) - 1 {
		if len(without(c.movedAt(i), c.movedAt(i+1))) > 0 {
			return false
		}
	}
	return true
}

// steps lists what moves at a worth and not at the one below, with the worth, above the first at which anything moves.
func (c course) steps(ctx figure.Context, first int) (steps []string) {
	for i := first + 1; i < len(c.worths); i++ {
		if more := without(c.movedAt(i), c.movedAt(i-1)); len(more) > 0 {
			steps = append(steps, "at "+worth(ctx, c.worths[i])+" "+named(more))
		}
	}
	return steps
}

// mostSteps is how many worths above the first a title names.
const mostSteps = 2

// mostNamed is how many functions a title of two worths names together.
const mostNamed = 6

// counted is a number of functions.
func counted(n int) string {
	return words.Number(n) + words.OneOrMore(n, " function", " functions")
}

// without lists what of the first is not in the second.
func without(all, other []string) []string {
	return slices.DeleteFunc(slices.Clone(all), func(f string) bool { return slices.Contains(other, f) })
}

// letter stands for an arrangement.
func (c course) letter(arrangement string) string {
	i := slices.Index(c.kinds, arrangement)
	return string(rune('A' + i%26))
}

// shades of the tiers: what goes farther is darker.
var shades = map[string]float64{local: 0, "sector": 0.24, "region": 0.8}

func (c course) grid(ctx figure.Context) chart.Grid {
	g := chart.Grid{}
	for _, v := range c.worths {
		heading := worth(ctx, v)
		if v == c.set {
			heading += " as set"
		}
		g.Columns = append(g.Columns, heading)
	}
	for _, f := range c.functions {
		row := chart.GridRow{Name: f}
		for _, p := range c.at[f] {
			cell := chart.GridCell{Text: "–", Share: shades[local]}
			if p.moves() {
				cell = chart.GridCell{Text: p.tier + "\u00A0" + c.letter(p.arrangement), Share: shades[p.tier]}
			}
			row.Cells = append(row.Cells, cell)
		}
		g.Rows = append(g.Rows, row)
	}
	return g
}

// key says what the letters stand for.
func (c course) key() (items []chart.KeyItem) {
	for _, kind := range c.kinds {
		letter := c.letter(kind)
		items = append(items, chart.KeyItem{Text: kind, Width: 10, Swatch: func(canvas draw.Canvas, r vg.Rectangle) {
			chart.BoldFont.DrawMiddle(canvas, chart.Middle(r), chart.Centre, letter)
		}})
	}
	return append(items, chart.KeyItem{Text: "stays local", Width: 10, Swatch: func(canvas draw.Canvas, r vg.Rectangle) {
		chart.BoldFont.DrawMiddle(canvas, chart.Middle(r), chart.Centre, "–")
	}})
}

func (c course) notes(ctx figure.Context) []string {
	notes := []string{"A function goes up only where that is better in place often enough"}
	if len(c.stay) > 0 {
		notes = append(notes, "Local at every worth: "+words.Listed(c.stay))
	}
	return notes
}

func (c course) description(ctx figure.Context) string {
	var items []string
	for i, v := range c.worths {
		var functions []string
		for _, f := range c.movedAt(i) {
			functions = append(functions, fmt.Sprintf("%s to the %s (%s)", f, c.at[f][i].tier, c.at[f][i].arrangement))
		}
		if len(functions) == 0 {
			functions = []string{"nothing"}
		}
		items = append(items, worth(ctx, v)+": "+words.Listed(functions))
	}
	return fmt.Sprintf("Table of the functions that leave the %s in the best structure at each worth of capacity. %s.", ctx.BodyPlural, strings.Join(items, "; "))
}
