//go:build !minimal

package format

import (
	"image"
	"image/color"

	"golang.org/x/image/font"
	"golang.org/x/image/math/fixed"
	"gonum.org/v1/plot/vg"
)

// drawText writes letters one after the other with their baseline at a point, closer to one another or farther as the font
// says. What the font lacks is left out.
func (c *dots) drawText(face font.Face, at vg.Point, s string) {
	top := c.h.Dots(c.DPI())
	dot := fixed.Point26_6{X: sixtyFourths(at.X.Dots(c.DPI())), Y: sixtyFourths(top - at.Y.Dots(c.DPI()))}
	before := rune(-1)
	for _, letter := range s {
		if before >= 0 {
			dot.X += face.Kern(before, letter)
		}
		where, mask, from, advance, ok := face.Glyph(dot, letter)
		if !ok {
			continue
		}
		mix(c.image, where, mask.(*image.Alpha), from, c.top().color)
		dot.X += advance
		before = letter
	}
}

// mix lays a colour over the image, as far as each dot of the mask says. It counts with 16 bits, as golang.org/x/image/draw
// does.
func mix(img *image.RGBA, where image.Rectangle, mask *image.Alpha, from image.Point, col color.Color) {
	r, g, b, a := col.RGBA()
	visible := where.Intersect(img.Rect)
	from = from.Add(visible.Min.Sub(where.Min))
	for y := range visible.Dy() {
		dots := img.Pix[img.PixOffset(visible.Min.X, visible.Min.Y+y):]
		for x, share := range mask.Pix[mask.PixOffset(from.X, from.Y+y):][:visible.Dx()] {
			if share == 0 {
				continue
			}
			of := uint32(share) * 0x101
			under := 0xffff - a*of/0xffff
			dot := dots[4*x : 4*x+4 : 4*x+4]
			dot[0] = over(dot[0], r*of, under)
			dot[1] = over(dot[1], g*of, under)
			dot[2] = over(dot[2], b*of, under)
			dot[3] = over(dot[3], a*of, under)
		}
	}
}

// over is what a number of a dot becomes under what is laid over it: shares are of 0xffff.
func over(dot byte, above, under uint32) byte {
	return byte((uint32(dot)*0x101*under/0xffff + above/0xffff) >> 8)
}
