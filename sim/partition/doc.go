// Package partition finds the best way to divide the vertices of a graph into connected groups, where the value of a
// partition is the sum of its groups' values; and counts and lists all partitions that are nearly as good.
//
// It goes in three steps, each of which is of use alone:
//
//   - EachGroup enumerates the connected sets of vertices that keep to Rules: limits on how many vertices a group has and
//     on the sum of their weights, vertices that must be together, and vertices that must be apart. Each set comes once.
//   - The caller values each group.
//   - Problem.Solve picks k of the groups that cover each vertex once and whose values have the greatest sum. In the field
//     this is set partitioning. The dual values of a linear programme give an upper bound; a local search improves
//     partitions that the caller knows, such as random ones; reduced-cost fixing leaves out every group that no better
//     partition can have; and an exhaustive search over the others ends in a proof. Where it is stopped first, the solution
//     states the gap. For a range of numbers of groups there is one search for each.
//
// Solution.Count and Solution.List then go through all partitions whose value is not below a given one: the plateau.
//
// Package recom, below this one, draws random partitions, and looks for good ones of graphs that are too large for a proof.
//
// Exactness: any dual values give a valid bound, so the proof does not depend on how well the linear programme was solved. It
// depends on rounding alone: partitions whose values differ by less than Tolerance allows count as equal. The same groups
// give the same bits on any number of cores and any 64-bit architecture, unless a search was stopped. The package knows
// nothing of what vertices and values mean.
//
// Sources: for enumeration Wernicke (2006), Efficient detection of network motifs, IEEE/ACM Transactions on Computational
// Biology and Bioinformatics 3, 347–359 (ESU); for set partitioning Garfinkel & Nemhauser (1969), The set-partitioning
// problem, Operations Research 17, 848–856; for political districts by it Garfinkel & Nemhauser (1970), Optimal political
// districting by implicit enumeration techniques, Management Science 16, B-495–B-508, and Mehrotra, Johnson & Nemhauser
// (1998), An optimization based heuristic for political districting, Management Science 44, 1100–1114.
package partition
