package information_test

import (
	"fmt"
	"math/rand/v2"

	"reconfig/sim/decision/information"
)

// Whether to reorganise, which gains or costs as the saving turns out: what it would be worth to know the saving first.
func ExampleOfInput() {
	random := rand.New(rand.NewPCG(1, 0))
	values, saving := [][]float64{make([]float64, 1000), make([]float64, 1000)}, make([]float64, 1000)
	for k := range saving {
		saving[k] = 10 + 5*random.NormFloat64()                // in £m
		values[1][k] = saving[k] - 12 + 2*random.NormFloat64() // option 0 is to leave things as they are
	}
	worth, err := information.OfInput(values, saving)
	if err != nil {
		panic(err)
	}
	fmt.Printf("£%.1fm; reorganise if it saves more than £%.0fm\n", worth.Value, worth.ChangesAt)
	// Output:
	// £1.1m; reorganise if it saves more than £12m
}
