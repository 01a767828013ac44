package chart

import (
	"image/color"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// DrawDots draws many small points that look the same, filled or hollow, as one path: a file of thousands of points
// stays small.
func DrawDots(c draw.Canvas, at []vg.Point, radius vg.Length, col color.Color, hollow bool) {
	const line = vg.Length(0.7)
	if len(at) == 0 {
		return
	}
	if hollow {
		radius -= line / 2
	}
	var path vg.Path
	for _, p := range at {
		path = append(path, Circle.path(p, radius)...)
	}
	if hollow {
		c.SetLineStyle(draw.LineStyle{Color: col, Width: line})
		c.Stroke(path)
		return
	}
	c.SetColor(col)
	c.Fill(path)
}

// DotSwatch shows a point.
func DotSwatch(radius vg.Length, col color.Color, hollow bool) func(draw.Canvas, vg.Rectangle) {
	return func(c draw.Canvas, r vg.Rectangle) {
		DrawDots(c, []vg.Point{{X: (r.Min.X + r.Max.X) / 2, Y: (r.Min.Y + r.Max.Y) / 2}}, radius, col, hollow)
	}
}

// RectangleSwatch shows the outline of a rectangle.
func RectangleSwatch(line draw.LineStyle) func(draw.Canvas, vg.Rectangle) {
	return func(c draw.Canvas, r vg.Rectangle) { StrokeRectangle(c, r, line) }
}
