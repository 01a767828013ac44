package chart

import (
	"image/color"
	"math"
)

// The categorical palette of the Government Analysis Function, in its order, and the greys around it.
var (
	DarkBlue  = hex(0x12436D)
	Turquoise = hex(0x28A197)
	DarkPink  = hex(0x801650)
	Orange    = hex(0xF46A25)

	Ink      = hex(0x0B0C0C) // text
	Charcoal = hex(0x3D3D3D) // what belongs to no structure
	Gold     = hex(0xC99700) // the other side of zero from Charcoal, with tints of both
	DarkGrey = hex(0x505A5F) // text of less weight: 7:1 on white
	MidGrey  = hex(0x949494) // lines and marks out of focus: 3:1 on white
	GridGrey = hex(0xDEE0E2)
	White    = hex(0xFFFFFF)
)

// Categories are the colours that tell things apart, at most four in a figure. The first four are those of the Analysis
// Function; the others are for structures that seldom meet in one figure. Each has at least 3:1 against white.
var Categories = []color.NRGBA{DarkBlue, Turquoise, DarkPink, Orange, hex(0xA285D1), hex(0x7A5200), hex(0x2073BC), hex(0x5F6B00)}

func hex(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 0xFF}
}

// Tint mixes a colour with white and stays opaque, so that what lies below does not show through: share 1 is the
// colour itself, 0 is white.
func Tint(c color.NRGBA, share float64) color.NRGBA {
	mix := func(v uint8) uint8 { return uint8(255 - share*float64(255-v) + 0.5) }
	return color.NRGBA{R: mix(c.R), G: mix(c.G), B: mix(c.B), A: 0xFF}
}

// TextOn is the colour of text on a fill: black or white, whichever reads better.
func TextOn(fill color.NRGBA) color.NRGBA {
	if contrast(Ink, fill) >= contrast(White, fill) {
		return Ink
	}
	return White
}

// contrast is the ratio of WCAG 2.2, "contrast ratio" and "relative luminance".
func contrast(a, b color.NRGBA) float64 {
	l, m := luminance(a), luminance(b)
	return (max(l, m) + 0.05) / (min(l, m) + 0.05)
}

func luminance(c color.NRGBA) float64 {
	linear := func(v uint8) float64 {
		x := float64(v) / 255
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}
