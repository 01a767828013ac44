// Package liberationserifbolditalic stands for a face that no figure is set in, by Liberation Sans, bold.
package liberationserifbolditalic

import "github.com/go-fonts/liberation/liberationsansbold"

// TTF is the file of the font.
var TTF = liberationsansbold.TTF
