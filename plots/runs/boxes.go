package runs

import (
	"reconfig/plots/barchart"
	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/words"
)

// boxKey explains boxes.
func boxKey(mean bool) []chart.KeyItem {
	items := []chart.KeyItem{
		{Text: words.Sentence(figure.Percentiles), Swatch: barchart.WhiskerSwatch(chart.DarkGrey)},
		{Text: "25th to 75th percentile", Swatch: barchart.BoxSwatch(chart.DarkGrey)},
		{Text: "Median", Swatch: barchart.MedianSwatch, Width: 4},
	}
	if mean {
		items = append(items, chart.KeyItem{Text: "Mean", Swatch: barchart.MeanSwatch, Width: 10})
	}
	return items
}
