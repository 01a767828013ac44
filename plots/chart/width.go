package chart

import (
	"sync"

	"gonum.org/v1/plot/vg"
)

// Width is how wide the text comes out.
func (f Font) Width(s string) vg.Length { return f.length(f.after(stretch{}, s)) }

// stretch is how far a beginning of a line goes, in units of the font, and the letter that it ends with, 0 for none.
type stretch struct {
	units vg.Length
	last  rune
}

func (f Font) length(x stretch) vg.Length { return x.units * (f.Size / unitsPerEm()) }

// unitsPerEm is how many units of the font are its size. Regular and bold have the same.
var unitsPerEm = sync.OnceValue(func() vg.Length {
	return vg.Length(faces().Lookup(LabelFont.style(), LabelFont.Size).Face.UnitsPerEm())
})

// neighbours are a letter and the one before it in a line, 0 for the first: the letter in the low 32 bits, then the other,
// and the sign for bold. Maps find a whole number sooner than a struct.
type neighbours int64

func neighboursOf(bold bool, before, letter rune) neighbours {
	n := neighbours(before)<<32 | neighbours(letter)
	if bold {
		n = -n
	}
	return n
}

// advances remembers how far each letter moves a line on, in units of the font. Layout asks for the same words again and
// again, and the font looks each pair of letters up in lists.
var advances = struct {
	sync.Mutex
	of map[neighbours]vg.Length
}{of: map[neighbours]vg.Length{}}

// mostAdvances bounds what is remembered: a text may have any letters.
const mostAdvances = 1 << 16

// after is the stretch with a text after it. Units are whole, so that their sum is exact.
func (f Font) after(x stretch, s string) stretch {
	advances.Lock()
	defer advances.Unlock()
	for _, letter := range Drawable(s) {
		n := neighboursOf(f.Bold, x.last, letter)
		units, known := advances.of[n]
		if !known {
			units = advance(f.Bold, x.last, letter)
			if len(advances.of) >= mostAdvances {
				clear(advances.of)
			}
			advances.of[n] = units
		}
		x.units += units
		x.last = letter
	}
	return x
}

// advance is how far the letter moves the line on, closer to or farther from the one before it as the font says.
func advance(bold bool, before, letter rune) vg.Length {
	face := faces().Lookup(Font{Bold: bold}.style(), unitsPerEm())
	if before == 0 {
		return face.Width(string(letter))
	}
	return face.Width(string([]rune{before, letter})) - face.Width(string(before))
}
