// Package liberationsansbold is Liberation Sans, bold.
package liberationsansbold

import "github.com/go-fonts/liberation/liberationsansbold"

// TTF is the file of the font.
var TTF = liberationsansbold.TTF
