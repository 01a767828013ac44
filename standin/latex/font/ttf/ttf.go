// Package ttf has the fonts that a formula would be set in. There are no formulas: see package mtex.
package ttf

import (
	"codeberg.org/go-latex/latex/drawtex"
	"golang.org/x/image/font/sfnt"
)

// Fonts are upright, italic, bold and bold italic.
type Fonts struct{ Default, Rm, It, Bf, BfIt *sfnt.Font }

// Backend is what a formula would be set by.
type Backend struct{}

// NewFrom returns a backend.
func NewFrom(*drawtex.Canvas, *Fonts) *Backend { return &Backend{} }
