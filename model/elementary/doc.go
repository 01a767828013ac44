// Package elementary has exponentials, logarithms, powers and sines that have the same bits on every 64-bit architecture.
//
// Those of Go's math do not: some architectures have assembly of their own, which differs even between processors of one
// architecture. Compilers may also fuse x*y + z into one operation that rounds once. So each product that is added is
// converted to float64 here, which the language says forbids it. Arguments and results are float64; results are at most
// one unit in the last place from the true value.
package elementary
