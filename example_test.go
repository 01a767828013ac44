package reconfig_test

import (
	"context"
	"fmt"

	"reconfig"
	"reconfig/model/result"
)

// A case that comes with the program: what two structures are worth, in the mean over some draws.
func Example() {
	c, err := reconfig.Open("london-2010")
	if err != nil {
		fmt.Println(err)
		return
	}
	t, err := reconfig.Run(context.Background(), c, reconfig.Options{Structures: []string{"merger", "de-facto-merger"}, Draws: 200})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, row := range t.Outcomes {
		if row.Statistic == result.Mean {
			fmt.Printf("%s: %.0f £m net benefit\n", row.Name, row.Values[result.NetBenefit]/1000)
		}
	}
	// Output:
	// Full merger: -26 £m net benefit
	// De facto merger: 14 £m net benefit
}
