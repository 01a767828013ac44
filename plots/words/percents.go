package words

import (
	"math"

	"reconfig/plots/chart"
)

// Percent writes a percentage as titles do: 13%, 2.6%, 0.04%.
func Percent(v float64) string {
	if math.Abs(v) < 0.005 {
		return "0%"
	}
	return chart.Percent.Short(v)
}

// Points writes percentage points.
func Points(v float64) string {
	text := "0"
	if math.Abs(v) >= 0.005 {
		text = chart.Unit{}.Short(v)
	}
	if text == "1" {
		return "1 point"
	}
	return text + " points"
}

// Apart writes two percentages with as many decimals as tell them apart, up to two.
func Apart(a, b float64) (string, string) {
	first, second := Percent(a), Percent(b)
	for decimals := 1; first == second && a != b && decimals <= 2; decimals++ {
		first, second = chart.Percent.Format(a, decimals), chart.Percent.Format(b, decimals)
	}
	return first, second
}

// OnePlace writes a percentage with one decimal.
func OnePlace(v float64) string { return chart.Percent.Format(v, 1) }
