//go:build !minimal

package format

import (
	"fmt"
	"math"

	"gonum.org/v1/plot/vg"
)

func (c *pdfCanvas) path(p vg.Path) {
	for i, part := range p {
		x, y := c.onPage(part.Pos)
		switch part.Type {
		case vg.MoveComp:
			c.doc.MoveTo(x, y)
		case vg.LineComp:
			c.doc.LineTo(x, y)
		case vg.ArcComp:
			c.arc(part, i == 0)
		case vg.CurveComp:
			c.curve(part.Control, x, y)
		case vg.CloseComp:
			c.doc.ClosePath()
		default:
			panic(fmt.Sprintf("unknown part %d of a path", part.Type))
		}
	}
}

// arc draws an arc in cubic curves of at most a quarter turn. One of angle t has its control points on the tangents,
// at a distance of 4/3 tan(t/4) radii, and strays from the circle by less than 0.03%.
func (c *pdfCanvas) arc(part vg.PathComp, first bool) {
	n := max(1, int(math.Ceil(math.Abs(part.Angle)/(math.Pi/2)-1e-9)))
	step := part.Angle / float64(n)
	reach := vg.Length(4.0 / 3 * math.Tan(step/4))
	on := func(angle float64) (point, tangent vg.Point) {
		sin, cos := math.Sincos(angle)
		r := part.Radius
		return vg.Point{X: part.Pos.X + r*vg.Length(cos), Y: part.Pos.Y + r*vg.Length(sin)}, vg.Point{X: -r * vg.Length(sin), Y: r * vg.Length(cos)}
	}
	from, tangent := on(part.Start)
	if x, y := c.onPage(from); first {
		c.doc.MoveTo(x, y)
	} else {
		c.doc.LineTo(x, y)
	}
	for i := range n {
		to, next := on(part.Start + step*float64(i+1))
		x, y := c.onPage(to)
		c.curve([]vg.Point{from.Add(tangent.Scale(reach)), to.Sub(next.Scale(reach))}, x, y)
		from, tangent = to, next
	}
}

func (c *pdfCanvas) curve(control []vg.Point, x, y float64) {
	x0, y0 := c.onPage(control[0])
	if len(control) == 1 {
		c.doc.CurveTo(x0, y0, x, y)
		return
	}
	x1, y1 := c.onPage(control[1])
	c.doc.CurveBezierCubicTo(x0, y0, x1, y1, x, y)
}
