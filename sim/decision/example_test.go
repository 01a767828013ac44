package decision_test

import (
	"fmt"

	"reconfig/sim/decision"
)

// Two ways to reorganise, and leaving things as they are, over four states of the world: what each is worth in the mean,
// and what choosing it can cost where another would have been better.
func ExampleRegrets() {
	options := []string{"as it is", "careful", "bold"}
	values := [][]float64{{0, 0, 0, 0}, {2, 1, 3, 2}, {9, -6, 10, -3}} // by option and state, in £m
	regrets, err := decision.Regrets(values)
	if err != nil {
		panic(err)
	}
	for i, r := range regrets {
		fmt.Printf("%s: worth £%.1fm, best in %.0f %% of states, at worst £%.0fm short of the best\n", options[i], r.Mean, 100*r.ProbabilityBest, r.Worst)
	}
	// Output:
	// as it is: worth £0.0m, best in 0 % of states, at worst £10m short of the best
	// careful: worth £2.0m, best in 50 % of states, at worst £7m short of the best
	// bold: worth £2.5m, best in 50 % of states, at worst £7m short of the best
}
