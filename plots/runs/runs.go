// Package runs draws the figures of a run: what each structure needs, saves and costs, what it does to capacity, and how all
// that spreads over the draws.
package runs

// tie is the difference in per cent below which two structures count as equal.
const tie = 0.05
