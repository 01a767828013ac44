// Package recom draws random partitions of a graph into connected groups, and looks for good ones where a graph is too large
// for the exact search of package partition.
//
// Chain is a Markov chain of partitions. A step is a recombination (ReCom): it merges two groups that an edge joins, draws a
// spanning tree of the two and cuts an edge of it, so that two new groups come of it. The number of groups stays the same; for
// a range of numbers there is one chain for each. Trees are uniform among all spanning trees, by Wilson's algorithm, rather
// than of least weight with random weights as in GerryChain by default: only then the chances of a step, and what the chain
// converges to, can be written down. On groups of this size it costs nothing.
//
// Sample runs several chains from different starts and says how far their values agree: rank-normalised split R-hat and
// effective sample size. Search is for large graphs: recombination, and moves and swaps of single vertices at the border of
// groups, with simulated annealing. It claims no proof.
//
// The same seed gives the same bits on any number of cores and any 64-bit architecture, unless it was stopped.
//
// Sources: DeFord, Duchin & Solomon (2021), Recombination: a family of Markov chains for redistricting, Harvard Data Science
// Review 3(1); for chains with a known distribution Cannon, Duchin, Randall & Rule (2022), Spanning tree methods for
// sampling graph partitions, arXiv:2210.01401, and Autry, Carter, Herschlag, Hunter & Mattingly (2021), Metropolized forest
// recombination for Monte Carlo sampling of graph partitions, arXiv:1911.01503; Wilson (1996), Generating random spanning
// trees more quickly than the cover time, STOC, 296–303; Vehtari, Gelman, Simpson, Carpenter & Bürkner (2021),
// Rank-normalization, folding, and localization: an improved R-hat, Bayesian Analysis 16(2), 667–718; Kirkpatrick, Gelatt &
// Vecchi (1983), Optimization by simulated annealing, Science 220, 671–680.
package recom
