package draws_test

import (
	"context"
	"fmt"

	"reconfig/data"
	"reconfig/model/result"
	"reconfig/sim"
	"reconfig/sim/draws"
	"reconfig/sim/uncertain"
)

// In how many of 100 draws merging is worth more than it costs.
func Example() {
	c, err := data.OpenCase("london-2010")
	if err != nil {
		panic(err)
	}
	e, err := sim.Compile(c.Case, sim.Options{Structures: []string{"merger"}, Outcomes: []result.Outcome{result.StructureNPV}})
	if err != nil {
		panic(err)
	}
	g, err := uncertain.New(c.Case, uncertain.Options{Seed: 1})
	if err != nil {
		panic(err)
	}
	npv := make([]float64, 100)
	err = draws.New(g, draws.Options{}, e).Run(context.Background(), 0, len(npv), func(w *draws.Workspace, j int) {
		npv[j] = w.Results.Outcomes(0)[result.StructureNPV]
	})
	if err != nil {
		panic(err)
	}
	worth := 0
	for _, v := range npv {
		if v > 0 {
			worth++
		}
	}
	fmt.Println(worth)
	// Output:
	// 97
}
