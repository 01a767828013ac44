package chart

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/recorder"
)

// Box stands in the place of a letter that the font lacks.
const Box = '□'

// Drawable is the text with boxes in the place of letters that the font lacks.
func Drawable(s string) string {
	if isPrinted(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case lacks(r):
			return Box
		case unicode.Is(unicode.Cf, r): // marks that have no shape
			return -1
		}
		return r
	}, Clean(s))
}

// isPrinted says whether a text has only printed letters of ASCII, as most have.
func isPrinted(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r > '~' })
}

// Readable says whether the font has any letter of the text.
func Readable(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return (unicode.IsLetter(r) || unicode.IsNumber(r)) && !lacks(r) })
}

// lacks says whether the font has no letter for the rune. Regular and bold have the same letters.
func lacks(r rune) bool {
	if r <= unicode.MaxLatin1 || r == Box || unicode.Is(unicode.Cf, r) {
		return false
	}
	if known, found := lacking.Load(r); found {
		return known.(bool)
	}
	index, err := faces().Lookup(LabelFont.style(), LabelFont.Size).Face.GlyphIndex(nil, r)
	missing := err != nil || index == 0
	lacking.Store(r, missing)
	return missing
}

// lacking remembers what was looked up, for drawing asks for each letter again and again.
var lacking sync.Map

// Boxed is a canvas that draws letters that the font lacks as boxes.
func Boxed(c vg.CanvasSizer) vg.CanvasSizer { return boxed{c} }

type boxed struct{ vg.CanvasSizer }

// FillString implements vg.Canvas.
func (c boxed) FillString(f font.Face, at vg.Point, s string) {
	c.CanvasSizer.FillString(f, at, Drawable(s))
}

// Lacking lists the letters on the page that the font lacks, each once, sorted.
func (p Page) Lacking() []rune {
	var c recorder.Canvas
	w, h := p.Size()
	p.Draw(draw.NewCanvas(&c, w, h))
	var all []rune
	for _, action := range c.Actions {
		text, is := action.(*recorder.FillString)
		if !is {
			continue
		}
		for _, r := range Clean(text.String) {
			if lacks(r) {
				all = append(all, r)
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}
