package chart

import (
	"image/color"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Rectangle spans the two corners, whichever way round they come.
func Rectangle(x0, y0, x1, y1 vg.Length) vg.Rectangle {
	return vg.Rectangle{Min: vg.Point{X: min(x0, x1), Y: min(y0, y1)}, Max: vg.Point{X: max(x0, x1), Y: max(y0, y1)}}
}

// Middle is the middle of a rectangle.
func Middle(r vg.Rectangle) vg.Point {
	return vg.Point{X: (r.Min.X + r.Max.X) / 2, Y: (r.Min.Y + r.Max.Y) / 2}
}

// FillRectangle paints a rectangle.
func FillRectangle(c draw.Canvas, r vg.Rectangle, fill color.Color) {
	c.SetColor(fill)
	c.Fill(r.Path())
}

// StrokeRectangle outlines a rectangle, inside its edges.
func StrokeRectangle(c draw.Canvas, r vg.Rectangle, line draw.LineStyle) {
	inset := min(line.Width, r.Size().X, r.Size().Y) / 2
	r.Min, r.Max = r.Min.Add(vg.Point{X: inset, Y: inset}), r.Max.Add(vg.Point{X: -inset, Y: -inset})
	c.SetLineStyle(line)
	c.Stroke(r.Path())
}

// Hatch rules a rectangle with lines that rise at 45°, cut at its edges since no canvas of gonum/plot can clip.
func Hatch(c draw.Canvas, r vg.Rectangle, gap vg.Length, line draw.LineStyle) {
	size := r.Size()
	for start := -size.Y + gap/2; start < size.X; start += gap {
		from, to := max(0, start), min(size.X, start+size.Y)
		if to <= from {
			continue
		}
		c.StrokeLine2(line, r.Min.X+from, r.Min.Y+from-start, r.Min.X+to, r.Min.Y+to-start)
	}
}

// Fill is how an area is painted: a plain colour, or hatched within an outline, on white or over what is there.
type Fill struct {
	Color   color.Color
	Hatched bool
	Over    bool // hatched over what is there
}

// Paint paints a rectangle.
func (f Fill) Paint(c draw.Canvas, r vg.Rectangle) {
	if !f.Hatched {
		FillRectangle(c, r, f.Color)
		return
	}
	if !f.Over {
		FillRectangle(c, r, White)
	}
	Hatch(c, r, 4.5, draw.LineStyle{Color: f.Color, Width: 0.8})
	StrokeRectangle(c, r, draw.LineStyle{Color: f.Color, Width: 0.8})
}

// Marker is the shape of a point.
type Marker int

// The markers.
const (
	Circle Marker = iota
	Square
	Diamond
	Triangle
	TriangleDown
	Plus
	Saltire
	Bar
)

// corners are those of a marker of radius 1, with about the area of its circle; none for the circle.
var corners = map[Marker][]vg.Point{
	Square:       {{X: -.89, Y: -.89}, {X: .89, Y: -.89}, {X: .89, Y: .89}, {X: -.89, Y: .89}},
	Diamond:      {{X: 0, Y: -1.25}, {X: 1.25, Y: 0}, {X: 0, Y: 1.25}, {X: -1.25, Y: 0}},
	Triangle:     {{X: -1.2, Y: -.8}, {X: 1.2, Y: -.8}, {X: 0, Y: 1.3}},
	TriangleDown: {{X: -1.2, Y: .8}, {X: 1.2, Y: .8}, {X: 0, Y: -1.3}},
	Plus:         {{X: -.42, Y: -1.2}, {X: .42, Y: -1.2}, {X: .42, Y: -.42}, {X: 1.2, Y: -.42}, {X: 1.2, Y: .42}, {X: .42, Y: .42}, {X: .42, Y: 1.2}, {X: -.42, Y: 1.2}, {X: -.42, Y: .42}, {X: -1.2, Y: .42}, {X: -1.2, Y: -.42}, {X: -.42, Y: -.42}},
	Saltire:      {{X: -1.15, Y: -.55}, {X: -.55, Y: -1.15}, {X: 0, Y: -.6}, {X: .55, Y: -1.15}, {X: 1.15, Y: -.55}, {X: .6, Y: 0}, {X: 1.15, Y: .55}, {X: .55, Y: 1.15}, {X: 0, Y: .6}, {X: -.55, Y: 1.15}, {X: -1.15, Y: .55}, {X: -.6, Y: 0}},
	Bar:          {{X: -1.4, Y: -.55}, {X: 1.4, Y: -.55}, {X: 1.4, Y: .55}, {X: -1.4, Y: .55}},
}

func (m Marker) path(at vg.Point, radius vg.Length) vg.Path {
	var p vg.Path
	if m == Circle {
		p.Move(vg.Point{X: at.X + radius, Y: at.Y})
		p.Arc(at, radius, 0, fullTurn)
		p.Close()
		return p
	}
	for i, corner := range corners[m] {
		corner = at.Add(corner.Scale(radius))
		if i == 0 {
			p.Move(corner)
		} else {
			p.Line(corner)
		}
	}
	p.Close()
	return p
}

const fullTurn = 6.283185307179586 // 2π

// Draw paints the marker: filled, or hollow with a line of its colour. A thin white edge keeps it apart from others.
func (m Marker) Draw(c draw.Canvas, at vg.Point, radius vg.Length, col color.Color, hollow bool) {
	const line = vg.Length(1.3)
	c.SetLineStyle(draw.LineStyle{Color: White, Width: 1.2})
	c.Stroke(m.path(at, radius))
	if !hollow {
		c.SetColor(col)
		c.Fill(m.path(at, radius))
		return
	}
	c.SetColor(White)
	c.Fill(m.path(at, radius))
	c.SetLineStyle(draw.LineStyle{Color: col, Width: line})
	c.Stroke(m.path(at, radius-line/2))
}

// Ring outlines the marker, to single it out.
func (m Marker) Ring(c draw.Canvas, at vg.Point, radius vg.Length, line draw.LineStyle) {
	c.SetLineStyle(line)
	c.Stroke(m.path(at, radius))
}
