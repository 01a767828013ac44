package plots

import (
	"image/color"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
)

// mostInFocus is how many colours a reader can tell apart.
const mostInFocus = 4

// focus is the codes that are drawn in colour. A code keeps its place in the list, and so its colour, even where the
// data lack others of the list; if the data have none of them, the first structures of the data are in focus instead.
func (d Data) focus() []string {
	codes := d.Structures()
	present := func(code string) bool { return slices.Contains(codes, code) }
	focus := unique(d.Focus)
	if !slices.ContainsFunc(focus, present) {
		focus = codes
	}
	return focus[:min(len(focus), mostInFocus)]
}

// look is how a structure is drawn, the same in every figure.
type look struct {
	Focus  bool
	Color  color.NRGBA
	Line   draw.LineStyle
	Marker chart.Marker
}

// dashes tell the colours apart in a grey print.
var dashes = [mostInFocus][]vg.Length{nil, {14, 3}, {9, 2.5, 2, 2.5}, {4.5, 2.5}}

// markers do so for points.
var markers = [mostInFocus]chart.Marker{chart.Circle, chart.Square, chart.Diamond, chart.Triangle}

func (ctx Context) look(code string) look {
	i := slices.Index(ctx.Focus, code)
	if i < 0 {
		return look{Color: chart.MidGrey, Line: draw.LineStyle{Color: chart.MidGrey, Width: 1}, Marker: chart.Circle}
	}
	col := chart.Categories[i]
	return look{Focus: true, Color: col, Line: draw.LineStyle{Color: col, Width: 2.2, Dashes: dashes[i]}, Marker: markers[i]}
}

// fillOf is the colour of what has an outline and so needs no light grey where it is out of focus.
func (ctx Context) fillOf(code string) color.NRGBA {
	if l := ctx.look(code); l.Focus {
		return l.Color
	}
	return chart.DarkGrey
}

// targetLine is how the target is drawn in every figure.
var targetLine = draw.LineStyle{Color: chart.Ink, Width: 1.4, Dashes: []vg.Length{5, 3.5}}

// inDrawingOrder puts the structures in focus last, so that they lie on top.
func (ctx Context) inDrawingOrder(codes []string) []string {
	ordered := slices.Clone(codes)
	slices.SortStableFunc(ordered, func(a, b string) int {
		return slices.Index(ctx.Focus, a) - slices.Index(ctx.Focus, b)
	})
	return ordered
}

// lightShare is how much colour a light fill keeps: light enough against the solid one, and against white.
const lightShare = 0.38

// missedFill is what is not reached.
var missedFill = chart.Fill{Color: chart.DarkGrey, Hatched: true}

// fills are the structure's solid fill, for what it does itself, and a light one for what cuts do.
func (l look) fills() (solid, light chart.Fill) {
	col := l.Color
	if !l.Focus {
		col = chart.DarkGrey
	}
	return chart.Fill{Color: col}, chart.Fill{Color: chart.Tint(col, lightShare)}
}
