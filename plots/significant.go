package plots

import (
	"math"
	"strconv"

	"reconfig/plots/chart"
)

// full writes a value as it stands in a table, but for what is left of sums and products of round numbers.
func full(v float64) string { return chart.Full(cleaned(v)) }

// rounded writes a value with at most so many significant figures, whole numbers in full.
func rounded(v float64, figures int) string { return chart.Full(significant(v, figures)) }

// significant rounds to so many significant figures; whole numbers keep all of theirs.
func significant(v float64, figures int) float64 {
	if math.Abs(v) >= math.Pow10(figures) {
		return math.Round(v)
	}
	short, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'g', figures, 64), 64)
	return short
}
