// Package tiling draws maps of hexagonal tiles, and gives each of many locations a tile of its own, near where it is.
package tiling

import (
	"image/color"
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
)

// Tile is a cell of a grid of hexagons that stand on a corner. Rows count upwards; those of odd number stand half a tile
// further to the right.
type Tile struct{ Column, Row int }

// rowRise is how much higher the next row is, in widths of a tile.
const rowRise = 0.8660254037844386 // √3/2

// Centre is where the tile's middle is, in widths of a tile.
func (t Tile) Centre() (x, y float64) {
	return float64(t.Column) + 0.5*float64(t.Row&1), rowRise * float64(t.Row)
}

// Neighbours are the six tiles around, from the right counter-clockwise: number i shares the edge from corner i to the
// next.
func (t Tile) Neighbours() [6]Tile {
	left, right := t.Column-1+t.Row&1, t.Column+t.Row&1
	return [6]Tile{
		{t.Column + 1, t.Row}, {right, t.Row + 1}, {left, t.Row + 1}, {t.Column - 1, t.Row}, {left, t.Row - 1}, {right, t.Row - 1},
	}
}

// The shape of a tile as it is drawn, in its widths. It is flatter than the regular hexagon that locations are fitted to, so that
// a tall map fits a page and names have space.
const (
	upright   = 0.5773502691896258 // length of its two upright edges, 1/√3 as of a regular one
	cap       = 0.18               // height of what is above and below these; 0.289 of a regular one
	drawnRise = upright + cap      // how much higher the next row is
)

// Mosaic is tiles as they are drawn: each as wide as Pitch, with the lower left of all tiles at the origin.
type Mosaic struct {
	Tiles []Tile
	Pitch vg.Length
}

// bounds are the sides of all tiles, in widths of a tile.
func (m Mosaic) bounds() (left, foot, right, head float64) {
	left, foot, right, head = math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, t := range m.Tiles {
		x, y := t.Centre()
		y *= drawnRise / rowRise
		left, foot, right, head = min(left, x), min(foot, y), max(right, x), max(head, y)
	}
	const corner = upright/2 + cap
	return left - 0.5, foot - corner, right + 0.5, head + corner
}

// Size is how wide and high all tiles are.
func (m Mosaic) Size() vg.Point {
	left, foot, right, head := m.bounds()
	return vg.Point{X: m.Pitch * vg.Length(right-left), Y: m.Pitch * vg.Length(head-foot)}
}

// Fitted makes the tiles as wide as fits into the size, and no wider than most.
func (m Mosaic) Fitted(size vg.Point, most vg.Length) Mosaic {
	m.Pitch = 1
	one := m.Size()
	m.Pitch = min(most, size.X/one.X, size.Y/one.Y)
	return m
}

// Centres are the middles of the tiles in the middle of the canvas.
func (m Mosaic) Centres(c draw.Canvas) []vg.Point {
	left, foot, _, _ := m.bounds()
	corner := chart.Middle(c.Rectangle).Sub(m.Size().Scale(0.5))
	centres := make([]vg.Point, len(m.Tiles))
	for i, t := range m.Tiles {
		x, y := t.Centre()
		centres[i] = corner.Add(vg.Point{X: m.Pitch * vg.Length(x-left), Y: m.Pitch * vg.Length(y*drawnRise/rowRise-foot)})
	}
	return centres
}

// hexagon is the corners of a tile, the lower right first, then counter-clockwise.
func hexagon(middle vg.Point, pitch vg.Length) [6]vg.Point {
	const side, low, high = 0.5, upright / 2, upright/2 + cap
	corners := [6]vg.Point{{X: side, Y: -low}, {X: side, Y: low}, {Y: high}, {X: -side, Y: low}, {X: -side, Y: -low}, {Y: -high}}
	for i, corner := range corners {
		corners[i] = middle.Add(corner.Scale(pitch))
	}
	return corners
}

// Draw paints a tile, with a thin line around it.
func Draw(c draw.Canvas, middle vg.Point, pitch vg.Length, fill, line color.Color) {
	corners := hexagon(middle, pitch)
	outline := append(slices.Clone(corners[:]), corners[0])
	c.FillPolygon(fill, outline)
	c.StrokeLines(draw.LineStyle{Color: line, Width: min(0.8, pitch/25)}, outline)
}

// DrawEdge draws the edge between a tile and its neighbour of the number.
func DrawEdge(c draw.Canvas, middle vg.Point, pitch vg.Length, neighbour int, line draw.LineStyle) {
	corners := hexagon(middle, pitch)
	from, to := corners[neighbour], corners[(neighbour+1)%6]
	c.StrokeLine2(line, from.X, from.Y, to.X, to.Y)
}

// Swatch shows a tile.
func Swatch(fill, line color.Color) func(draw.Canvas, vg.Rectangle) {
	return func(c draw.Canvas, r vg.Rectangle) { Draw(c, chart.Middle(r), r.Size().Y*1.1, fill, line) }
}

// tileWidth is how wide a tile is at a height above its middle: less above the upright edges.
func tileWidth(pitch, height vg.Length) vg.Length {
	const low = vg.Length(upright) / 2
	if height <= pitch*low {
		return pitch
	}
	return max(0, pitch-(height-pitch*low)/cap)
}
