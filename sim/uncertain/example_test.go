package uncertain_test

import (
	"fmt"

	"reconfig/data"
	"reconfig/sim/uncertain"
)

// The first three draws of one assumption. Each can be had by its index alone.
func Example() {
	c, err := data.OpenCase("london-2010")
	if err != nil {
		panic(err)
	}
	g, err := uncertain.New(c.Case, uncertain.Options{Seed: 1})
	if err != nil {
		panic(err)
	}
	i, _ := c.AssumptionIndex("staff.exit_cost")
	draw, scratch := c.CentralDraw(), g.NewScratch()
	for j := range 3 {
		g.Draw(j, draw, scratch)
		fmt.Printf("draw %d: £%.1fk\n", j, draw[i])
	}
	// Output:
	// draw 0: £33.0k
	// draw 1: £39.4k
	// draw 2: £51.6k
}
