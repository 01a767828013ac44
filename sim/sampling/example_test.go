package sampling_test

import (
	"fmt"

	"reconfig/sim/sampling"
)

// Points of a Latin hypercube: each tenth of every dimension has one of ten points.
func ExampleNew() {
	s, err := sampling.New(sampling.Latin, 1, 2, 10)
	if err != nil {
		panic(err)
	}
	u, scratch := make([]float64, 2), sampling.NewScratch(2)
	tenths := [2][10]int{}
	for j := range 10 {
		s.Point(j, u, scratch)
		for d, v := range u {
			tenths[d][int(10*v)]++
		}
	}
	fmt.Println(tenths)
	// Output: [[1 1 1 1 1 1 1 1 1 1] [1 1 1 1 1 1 1 1 1 1]]
}
