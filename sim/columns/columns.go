// Package columns goes through columns of numbers: what a column adds up to, alone or with seven others that lie beside it, and
// what two columns differ in. Numbers are added in the order of their rows, so that sums have the same bits on all processors.
package columns

// Width is how many columns lie side by side: as many numbers as a line of the processor's cache holds.
const Width = 8

// Sums is what a column comes to: the number of its values, the first of them, and the sum and the sum of squares of what each
// differs from the first. Every other value goes into sums of its own, as an addition waits for the one before.
type Sums struct {
	N               int
	First           float64
	Sum, Squares    float64
	Least, Greatest float64 // of the values that are not NaN, if the first is none; a zero has no sign
}
