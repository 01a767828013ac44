// Package mtex stands for the parser of formulas in LaTeX that gonum/plot links. No label of ours is a formula.
package mtex

import (
	"errors"

	"codeberg.org/go-latex/latex/drawtex"
	"codeberg.org/go-latex/latex/font/ttf"
	"codeberg.org/go-latex/latex/tex"
)

// Renderer draws a formula.
type Renderer interface {
	Render(width, height, dpi float64, canvas *drawtex.Canvas) error
}

// Parse always returns an error.
func Parse(string, float64, float64, *ttf.Backend) (tex.Node, error) {
	return nil, errors.New("this program is built without formulas in LaTeX")
}
