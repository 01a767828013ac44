// Package drawtex has what a formula would be drawn of. There are no formulas: see package mtex.
package drawtex

import "golang.org/x/image/font/sfnt"

// Canvas is what a formula would be drawn on.
type Canvas struct{}

// New returns an empty canvas.
func New() *Canvas { return &Canvas{} }

// Ops are what was drawn: nothing.
func (c *Canvas) Ops() []any { return nil }

// GlyphOp draws a letter.
type GlyphOp struct {
	X, Y  float64
	Glyph Glyph
}

// RectOp fills a rectangle.
type RectOp struct{ X1, Y1, X2, Y2 float64 }

// Glyph is a letter of a font.
type Glyph struct {
	Font   *sfnt.Font
	Size   float64
	Symbol string
}
