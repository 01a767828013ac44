// Package uncertain makes the draws of an ensemble: one value for every assumption of a case, by seed and index.
//
// A draw is made in three steps. A sampler (package sampling) gives draw j a number between 0 and 1 for every assumption
// of kind uncertainty. A Gaussian copula turns the numbers of correlated assumptions into normal
// scores that move together (copula.go). Each assumption's distribution turns its number or score into a value by its
// quantile function (distribution.go and one file for each distribution).
//
// Draw j depends on the case, the options and j alone: not on which goroutine asks for it, nor on what was asked before.
// What one assumption is drawn from depends on its index among all assumptions of kind uncertainty, so that setting one
// leaves the draws of every other as they were (common random numbers). The same draw has the same bits on
// every 64-bit architecture.
//
// The package knows nothing of what is simulated.
package uncertain
