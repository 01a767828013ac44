package figure

import (
	"image/color"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
	"reconfig/plots/words"
)

// MostInFocus is how many colours a reader can tell apart.
const MostInFocus = 4

// focus is the codes that are drawn in colour. A code stays where it is in the list, and so its colour, even where the
// data lack others of the list; if the data have none of them, the first of the case's structures in the data are in focus instead.
func (d Data) focus() []string {
	codes := d.Structures()
	slices.SortStableFunc(codes, func(a, b string) int { return d.placeOfColour(a) - d.placeOfColour(b) })
	present := func(code string) bool { return slices.Contains(codes, code) }
	focus := words.Unique(d.Focus)
	if !slices.ContainsFunc(focus, present) {
		focus = codes
	}
	focus = focus[:min(len(focus), MostInFocus)]
	if d.Best != "" && present(d.Best) {
		focus = words.Unique(append(slices.Clone(focus), d.Best))
	}
	return focus
}

// placeOfColour is the place of a structure in the case's order of colours, after all of it where it is not there.
func (ctx Context) placeOfColour(code string) int {
	if i := slices.Index(ctx.Colours, code); i >= 0 {
		return i
	}
	return len(ctx.Colours)
}

// Look is how a structure is drawn, the same in every figure.
type Look struct {
	Focus  bool
	Color  color.NRGBA
	Line   draw.LineStyle
	Marker chart.Marker
}

// dashes tell the colours of the palette apart in a grey print: each colour has its own.
var dashes = [][]vg.Length{nil, {14, 3}, {9, 2.5, 2, 2.5}, {4.5, 2.5}, {1.8, 1.8}, {14, 2.5, 2, 2.5, 2, 2.5}, {7, 6}, {4.5, 2, 1.8, 2}}

// markers do so for points.
var markers = []chart.Marker{chart.Circle, chart.Square, chart.Diamond, chart.Triangle, chart.TriangleDown, chart.Plus, chart.Saltire, chart.Bar}

// Look is that of a structure.
func (ctx Context) Look(code string) Look {
	if !slices.Contains(ctx.Focus, code) {
		return Look{Color: chart.MidGrey, Line: draw.LineStyle{Color: chart.MidGrey, Width: 1}, Marker: chart.Circle}
	}
	i := ctx.colours()[code]
	col := chart.Categories[i]
	return Look{Focus: true, Color: col, Line: draw.LineStyle{Color: col, Width: 2.2, Dashes: dashes[i]}, Marker: markers[i]}
}

// Showing is the context of a figure that is about these structures: they are in focus there, whatever else is, and so have
// their colours.
func (ctx Context) Showing(codes ...string) Context {
	ctx.Focus = words.Unique(slices.Concat(ctx.Focus, codes))
	return ctx
}

// StatusQuo is the code of the structure that changes nothing, in the cases that come with the program.
const StatusQuo = "status-quo"

// KnowsStatusQuo is StatusQuo where the case has such a structure, else empty.
func (ctx Context) KnowsStatusQuo() string {
	if _, named := ctx.Names[StatusQuo]; named || slices.Contains(ctx.Colours, StatusQuo) {
		return StatusQuo
	}
	return ""
}

// Variant is the look of one of several lines of the same structure: in its colour, told apart by dashes.
func (ctx Context) Variant(code string, i int) Look {
	if i >= MostInFocus {
		return ctx.Look("")
	}
	l := ctx.Showing(code).Look(code)
	l.Line.Dashes, l.Marker = dashes[i], markers[i]
	return l
}

// LevelLine is that of a structure which others are shown against, drawn as a level at zero: its colour, and never dashed.
func (ctx Context) LevelLine(code string) draw.LineStyle {
	if code == "" {
		return draw.LineStyle{Color: chart.Ink, Width: 1.4}
	}
	return draw.LineStyle{Color: ctx.Showing(code).Look(code).Color, Width: 1.8}
}

// FillOf is the colour of what has an outline and so needs no light grey where it is out of focus.
func (ctx Context) FillOf(code string) color.NRGBA {
	if l := ctx.Look(code); l.Focus {
		return l.Color
	}
	return chart.DarkGrey
}

// TargetLine is how the target is drawn in every figure.
var TargetLine = draw.LineStyle{Color: chart.Ink, Width: 1.4, Dashes: []vg.Length{5, 3.5}}

// InDrawingOrder puts the structures in focus last, so that they lie on top.
func (ctx Context) InDrawingOrder(codes []string) []string {
	ordered := slices.Clone(codes)
	slices.SortStableFunc(ordered, func(a, b string) int {
		return slices.Index(ctx.Focus, a) - slices.Index(ctx.Focus, b)
	})
	return ordered
}

// LightShare is how much colour a light fill keeps: light enough against the solid one, and against white.
const LightShare = 0.38

// MissedFill is what is not reached. It may lie over what is reached besides.
var MissedFill = chart.Fill{Color: chart.DarkGrey, Hatched: true, Over: true}

// Fills are the structure's solid fill, for what it does itself, and a light one for what cuts do.
func (l Look) Fills() (solid, light chart.Fill) {
	col := l.Color
	if !l.Focus {
		col = chart.DarkGrey
	}
	return chart.Fill{Color: col}, chart.Fill{Color: chart.Tint(col, LightShare)}
}
