//go:build !minimal

package format

import (
	"image"
	"image/color"
	"math"

	"github.com/golang/freetype/raster"
	"golang.org/x/image/math/fixed"
	"gonum.org/v1/plot/vg"
)

// outline is a path in dots from the top left; false if it is not made of straight lines alone. Every part is closed.
func (c *dots) outline(p vg.Path) (raster.Path, bool) {
	var path raster.Path
	var start fixed.Point26_6
	for i, comp := range p {
		at := c.dot(comp.Pos)
		switch {
		case comp.Type == vg.MoveComp:
			if i > 0 {
				path.Add1(start)
			}
			path.Start(at)
			start = at
		case comp.Type == vg.LineComp && i > 0:
			path.Add1(at)
		case comp.Type == vg.CloseComp && i > 0:
			path.Add1(start)
		default:
			return nil, false
		}
	}
	if len(p) > 0 {
		path.Add1(start)
	}
	return path, true
}

// dot is a point in dots from the top left of the image, to a 64th of a dot.
func (c *dots) dot(p vg.Point) fixed.Point26_6 {
	return fixed.Point26_6{X: sixtyFourths(p.X.Dots(c.DPI())), Y: sixtyFourths(float64(c.image.Rect.Dy()) - p.Y.Dots(c.DPI()))}
}

func sixtyFourths(v float64) fixed.Int26_6 { return fixed.Int26_6(math.Round(v * 64)) }

// painter paints what is covered whole with an opaque colour at once, and mixes the rest dot by dot.
type painter struct {
	raster.RGBAPainter
	solid  []byte // the dots of a row, in an opaque colour
	opaque bool
}

func newPainter(img *image.RGBA, col color.Color) *painter {
	p := &painter{RGBAPainter: *raster.NewRGBAPainter(img)}
	p.SetColor(col)
	r, g, b, a := col.RGBA()
	if p.opaque = a == 0xffff; p.opaque {
		p.solid = []byte{byte(r >> 8), byte(g >> 8), byte(b >> 8), 0xff}
	}
	return p
}

// Paint implements raster.Painter.
func (p *painter) Paint(spans []raster.Span, done bool) {
	for i, s := range spans {
		s.X0, s.X1 = max(s.X0, 0), min(s.X1, p.Image.Rect.Dx())
		if !p.opaque || s.Alpha != 0xffff || s.Y < 0 || s.Y >= p.Image.Rect.Dy() || s.X0 >= s.X1 {
			p.RGBAPainter.Paint(spans[i:i+1], done)
			continue
		}
		for len(p.solid) < 4*(s.X1-s.X0) {
			p.solid = append(p.solid, p.solid...)
		}
		row := p.Image.Pix[s.Y*p.Image.Stride:]
		copy(row[4*s.X0:4*s.X1], p.solid)
	}
}
