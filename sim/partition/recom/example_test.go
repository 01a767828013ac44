package recom_test

import (
	"context"
	"fmt"

	"reconfig/sim/partition"
	"reconfig/sim/partition/partitiontest"
	"reconfig/sim/partition/recom"
)

// A grid of 36 vertices is divided at random into six groups of four to eight. A group is worth how many edges it has.
func ExampleSample() {
	grid := partitiontest.Grid(6, 6)
	rules := partition.Rules{Least: 4, Most: 8}
	sample, err := recom.Sample(context.Background(), grid, rules, 6, func() recom.Value { return edgesWithin(grid) }, recom.SampleOptions{Partitions: 250, Seed: 1})
	if err != nil {
		fmt.Println(err)
		return
	}
	rectangles, below, all := 42.0, 0, 0 // six of two by three, of seven edges each
	for _, chain := range sample.Values {
		for _, value := range chain {
			all++
			if value < rectangles {
				below++
			}
		}
	}
	fmt.Printf("rectangles are better than %d of %d random partitions; the chains agree: %v\n", below, all, sample.RHat < 1.05)
	// Output: rectangles are better than 996 of 1000 random partitions; the chains agree: true
}
