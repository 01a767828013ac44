// Package liberationmonoregular stands for a face that no figure is set in, by Liberation Sans, regular.
package liberationmonoregular

import "github.com/go-fonts/liberation/liberationsansregular"

// TTF is the file of the font.
var TTF = liberationsansregular.TTF
