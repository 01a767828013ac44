// Package linear solves equations with the matrices of gonum, and has the same bits on every 64-bit architecture. Gonum's
// own methods add up in an order that hangs on the architecture. Matrices are small: some hundred rows.
package linear
