// Package tex has the boxes that a formula would be made of. There are no formulas: see package mtex.
package tex

// Node is a part of a formula, with its size in points.
type Node interface {
	Width() float64
	Height() float64
	Depth() float64
}

// Tree is a part with parts.
type Tree interface{ Node }

// Ship would place the parts.
type Ship struct{}

// Call places nothing.
func (*Ship) Call(_, _ float64, _ Tree) {}
