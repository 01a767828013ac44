// Package vector has the sums over slices whose last bits hang on how they are done: everywhere the same order, and no
// product that is fused with a sum.
package vector
