package plots_test

import (
	"fmt"
	"slices"

	"reconfig/model/result"
	"reconfig/plots"
)

// A figure of a small table made by hand.
func Example() {
	var merger, hub result.Values
	merger[result.SetupCost], merger[result.ExitCost], merger[result.StructureOneOffCost] = 900, 1500, 2400
	hub[result.SetupCost], hub[result.ExitCost], hub[result.StructureOneOffCost] = 100, 400, 500
	var data plots.Data
	data.Case = "Four bodies"
	data.Outcomes = []result.OutcomeRow{
		{Structure: "merger", Name: "Full merger", Statistic: result.CentralDraw, Values: merger},
		{Structure: "hub", Name: "Shared hub", Statistic: result.CentralDraw, Values: hub},
	}

	all := plots.Figures()
	figure := all[slices.IndexFunc(all, func(f plots.Figure) bool { return f.Name == "one-off-cost" })]
	file, err := figure.Render(data, "svg")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(figure.Title(data))
	fmt.Printf("%s, %s\n", plots.MediaType("svg"), file[:5])
	// Output:
	// One-off cost runs from £0.5m (“Shared hub”) to £2.4m (“Full merger”)
	// image/svg+xml, <?xml
}
