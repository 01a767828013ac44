package plots

import (
	"math"

	"reconfig/plots/chart"
)

// percent writes a percentage as titles do: 13%, 2.6%, 0.04%.
func percent(v float64) string {
	if math.Abs(v) < 0.005 {
		return "0%"
	}
	return chart.Percent.Short(v)
}

// points writes percentage points.
func points(v float64) string {
	text := "0"
	if math.Abs(v) >= 0.005 {
		text = chart.Unit{}.Short(v)
	}
	if text == "1" {
		return "1 point"
	}
	return text + " points"
}

// apart writes two percentages with as many decimals as tell them apart, up to two.
func apart(a, b float64) (string, string) {
	first, second := percent(a), percent(b)
	for decimals := 1; first == second && a != b && decimals <= 2; decimals++ {
		first, second = chart.Percent.Format(a, decimals), chart.Percent.Format(b, decimals)
	}
	return first, second
}

func onePlace(v float64) string { return chart.Percent.Format(v, 1) }
