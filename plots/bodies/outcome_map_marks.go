package bodies

import (
	"image/color"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/words"
)

// mark is the sign of an extreme on the map and beside its name.
type mark int

// The marks.
const (
	noMark mark = iota
	highest
	lowest
)

// markIndent is the space for a mark before the text beside it.
const markIndent = vg.Length(14)

// markOf is the mark of a value in its tile; none where all are alike.
func markOf(v float64, lo, hi extreme) mark {
	switch {
	case words.Alike(lo.Value, hi.Value):
		return noMark
	case words.Alike(v, hi.Value) && len(hi.Bodies) <= mostMarked:
		return highest
	case words.Alike(v, lo.Value) && len(lo.Bodies) <= mostMarked:
		return lowest
	}
	return noMark
}

// mostMarked is how many tiles with the same extreme have a mark each.
const mostMarked = 3

// draw draws a triangle of the size, upright for the highest.
func (m mark) draw(c draw.Canvas, middle vg.Point, size vg.Length, col color.Color) {
	if m == noMark {
		return
	}
	up := size * 0.43
	if m == lowest {
		up = -up
	}
	c.FillPolygon(col, []vg.Point{{X: middle.X - size/2, Y: middle.Y - up}, {X: middle.X + size/2, Y: middle.Y - up}, {X: middle.X, Y: middle.Y + up}})
}
