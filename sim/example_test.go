package sim_test

import (
	"fmt"

	"reconfig/data"
	"reconfig/model/result"
	"reconfig/sim"
)

// What two structures save, and what capacity is left when it is lowest, in the central draw.
func Example() {
	c, err := data.OpenCase("london-2010")
	if err != nil {
		panic(err)
	}
	e, err := sim.Compile(c.Case, sim.Options{Structures: []string{"merger", "hub-and-sectors"}})
	if err != nil {
		panic(err)
	}
	w := e.NewWorkspace()
	e.Run(c.CentralDraw(), nil, w)
	for i, structure := range e.Structures() {
		v := w.Outcomes(i)
		fmt.Printf("%s: £%.1fm a year, capacity %.2f\n", structure, v[result.SteadySaving]/1000, v[result.CapacityLowest])
	}
	// Output:
	// merger: £28.6m a year, capacity 0.65
	// hub-and-sectors: £3.3m a year, capacity 0.62
}
