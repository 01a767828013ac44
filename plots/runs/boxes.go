package runs

import (
	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/words"
)

// boxKey explains boxes.
func boxKey(mean bool) []chart.KeyItem {
	items := []chart.KeyItem{
		{Text: words.Sentence(figure.Percentiles), Swatch: chart.WhiskerSwatch(chart.DarkGrey)},
		{Text: "25th to 75th", Swatch: chart.BoxSwatch(chart.DarkGrey)},
		{Text: "Median", Swatch: chart.MedianSwatch, Width: 4},
	}
	if mean {
		items = append(items, chart.KeyItem{Text: "Mean", Swatch: chart.MeanSwatch, Width: 10})
	}
	return items
}
