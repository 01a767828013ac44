// Package charttest looks at what is drawn.
package charttest

import (
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"
)

// Ink counts the dots of a drawing, 24 cm wide and 100 points high, that are not white.
func Ink(drawing func(draw.Canvas)) int {
	c := vgimg.NewWith(vgimg.UseWH(24*vg.Centimeter, 100), vgimg.UseDPI(192))
	drawing(draw.New(c))
	img, n := c.Image(), 0
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			if r, _, _, _ := img.At(x, y).RGBA(); r < 0xC000 {
				n++
			}
		}
	}
	return n
}
