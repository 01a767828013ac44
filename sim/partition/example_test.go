package partition_test

import (
	"context"
	"fmt"
	"slices"

	"reconfig/sim/partition"
)

// Six towns lie in two rows of three, and are to share offices in two groups of two to four. A group is worth what its
// people are together, less the square of how far they differ from three towns.
func Example() {
	ctx := context.Background()
	towns, err := partition.NewGraph(6, [][2]int{{0, 1}, {1, 2}, {3, 4}, {4, 5}, {0, 3}, {1, 4}, {2, 5}})
	if err != nil {
		fmt.Println(err)
		return
	}
	rules := partition.Rules{Least: 2, Most: 4, Together: [][]int{{0, 3}}}
	var groups []partition.Group
	err = partition.EachGroup(ctx, towns, rules, func(s partition.Set) error {
		away := float64(s.Len() - 3)
		groups = append(groups, partition.Group{Members: slices.Clone(s), Value: 10 - away*away})
		return nil
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	problem, err := partition.NewProblem(6, groups)
	if err != nil {
		fmt.Println(err)
		return
	}
	best, err := problem.Solve(ctx, 2, partition.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, j := range best.Best.Groups {
		fmt.Println(groups[j].Members.Members())
	}
	fmt.Println("value", best.Best.Value, "proved", best.Proved)
	plateau, err := best.Count(ctx, best.Best.Value-2, 1000, partition.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(plateau.Partitions, "partitions within 2; towns 0 and 1 are together in", plateau.Together[0][1])
	// Output:
	// [0 1 3]
	// [2 4 5]
	// value 20 proved true
	// 6 partitions within 2; towns 0 and 1 are together in 3
}
