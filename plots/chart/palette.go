package chart

import "image/color"

// The categorical palette of the Government Analysis Function, in its order, and the greys around it.
var (
	DarkBlue  = hex(0x12436D)
	Turquoise = hex(0x28A197)
	DarkPink  = hex(0x801650)
	Orange    = hex(0xF46A25)

	Ink      = hex(0x0B0C0C) // text
	DarkGrey = hex(0x505A5F) // text of less weight: 7:1 on white
	MidGrey  = hex(0x949494) // lines and marks out of focus: 3:1 on white
	GridGrey = hex(0xDEE0E2)
	White    = hex(0xFFFFFF)
)

// Categories are the colours that tell things apart, at most four in a figure.
var Categories = []color.NRGBA{DarkBlue, Turquoise, DarkPink, Orange}

func hex(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 0xFF}
}

// Tint mixes a colour with white and stays opaque, so that what lies below does not show through: share 1 is the
// colour itself, 0 is white.
func Tint(c color.NRGBA, share float64) color.NRGBA {
	mix := func(v uint8) uint8 { return uint8(255 - share*float64(255-v) + 0.5) }
	return color.NRGBA{R: mix(c.R), G: mix(c.G), B: mix(c.B), A: 0xFF}
}
