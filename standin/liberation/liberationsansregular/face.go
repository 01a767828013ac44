// Package liberationsansregular is Liberation Sans, regular.
package liberationsansregular

import "github.com/go-fonts/liberation/liberationsansregular"

// TTF is the file of the font.
var TTF = liberationsansregular.TTF
