package chart

import (
	"sync"

	"gonum.org/v1/plot/vg"
)

// Width is how wide the text comes out.
func (f Font) Width(s string) vg.Length {
	units := unitsAcross(f.Bold, Drawable(s))
	return units * (f.Size / unitsPerEm())
}

// unitsPerEm is how many units of the font are its size. Regular and bold have the same.
var unitsPerEm = sync.OnceValue(func() vg.Length {
	return vg.Length(faces().Lookup(LabelFont.style(), LabelFont.Size).Face.UnitsPerEm())
})

// neighbours are a letter and the one before it in a line, 0 for the first.
type neighbours struct {
	bold           bool
	before, letter rune
}

// advances remembers how far each letter moves a line on, in units of the font. Layout asks for the same words again and
// again, and the font looks each pair of letters up in lists.
var advances = struct {
	sync.Mutex
	of map[neighbours]vg.Length
}{of: map[neighbours]vg.Length{}}

// mostAdvances bounds what is remembered: a text may have any letters.
const mostAdvances = 1 << 16

// unitsAcross is the width of a text in units of the font. They are whole, so that their sum is exact.
func unitsAcross(bold bool, s string) vg.Length {
	advances.Lock()
	defer advances.Unlock()
	var width vg.Length
	n := neighbours{bold: bold}
	for _, n.letter = range s {
		units, known := advances.of[n]
		if !known {
			units = n.advance()
			if len(advances.of) >= mostAdvances {
				clear(advances.of)
			}
			advances.of[n] = units
		}
		width += units
		n.before = n.letter
	}
	return width
}

// advance is how far the letter moves the line on, closer to or farther from the one before it as the font says.
func (n neighbours) advance() vg.Length {
	face := faces().Lookup(Font{Bold: n.bold}.style(), unitsPerEm())
	if n.before == 0 {
		return face.Width(string(n.letter))
	}
	return face.Width(string([]rune{n.before, n.letter})) - face.Width(string(n.before))
}
