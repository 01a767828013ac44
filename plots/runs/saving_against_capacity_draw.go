package runs

import (
	"math"
	"slices"

	"reconfig/plots/barchart"
	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/words"
)

// lowestDot is the lowest capacity on the way, which a figure without draws shows.
var lowestDot = barchart.Dot{Marker: chart.Triangle, Color: chart.DarkGrey, Hollow: true, Lo: math.NaN(), Hi: math.NaN()}

// frontierCharts are the savings and the capacities, a row for each structure.
func frontierCharts(ctx figure.Context, options []option) barchart.Abreast {
	saving := barchart.Bars{Columns: []barchart.Column{{Heading: "Lasting saving"}}}
	end := barchart.Bars{Columns: []barchart.Column{{Heading: "Capacity at the end"}}, Origin: 100}
	if len(options) > 1 {
		end.Columns = append(end.Columns, barchart.Column{Heading: "Efficient"})
	}
	saving.Scale, end.Scale = frontierScales(options)
	best := efficient(options)
	for _, o := range options {
		dot := optionDot(ctx, o.Code)
		ends := []barchart.Dot{dot.At(o.End, o.Ends.Lo, o.Ends.Hi)}
		if showsLowest(options) {
			ends = append(ends, lowestDot.At(o.Lowest, math.NaN(), math.NaN()))
		}
		cells := []string{words.OnePlace(o.End)}
		if len(options) > 1 {
			cells = append(cells, "")
			if slices.ContainsFunc(best, func(b option) bool { return b.Code == o.Code }) {
				cells[1] = "yes"
			}
		}
		bold := ctx.Look(o.Code).Focus
		saving.Rows = append(saving.Rows, barchart.Bar{
			Name: ctx.Name(o.Code), Bold: bold, Dots: []barchart.Dot{dot.At(o.Saving, o.Savings.Lo, o.Savings.Hi)}, Cells: []string{words.Percent(o.Saving)},
		})
		end.Rows = append(end.Rows, barchart.Bar{Bold: bold, Dots: ends, Cells: cells})
	}
	return barchart.Abreast{Left: saving, Right: end}
}

// optionDot is how a structure is marked: out of focus in a grey that is seen on white.
func optionDot(ctx figure.Context, code string) barchart.Dot {
	return barchart.Dot{Marker: ctx.Look(code).Marker, Color: ctx.FillOf(code)}
}

// showsLowest says whether the lowest capacity is shown: where there are no intervals, which would hide it.
func showsLowest(options []option) bool { return !withIntervals(options) }

// frontierScales are the ranges of saving and of capacity.
func frontierScales(options []option) (saving, end chart.Scale) {
	left, right, bottom, top := 0.0, 0.0, 100.0, 100.0
	for _, o := range options {
		left, right = min(left, o.Saving), max(right, o.Saving)
		bottom, top = min(bottom, o.End), max(top, o.End)
		if o.Savings.Wide() {
			left, right = min(left, o.Savings.Lo), max(right, o.Savings.Hi)
		}
		if o.Ends.Wide() {
			bottom, top = min(bottom, o.Ends.Lo), max(top, o.Ends.Hi)
		}
		if showsLowest(options) {
			bottom = min(bottom, o.Lowest)
		}
	}
	return chart.NewScale(left, right, 1, 4, chart.Percent), chart.NewScale(bottom, top, 1, 4, chart.Percent)
}

// frontierKey explains the dots and their ranges.
func frontierKey(d figure.Data, options []option) []chart.KeyItem {
	centre := figure.CentreInWords(figure.OneEach(d.Outcomes)[0].Statistic)
	dot := barchart.Dot{Marker: chart.Circle, Color: chart.DarkGrey}
	items := []chart.KeyItem{{Text: centre, Swatch: dot.Swatch, Width: barchart.DotWidth}}
	if withIntervals(options) {
		return append(items, chart.KeyItem{Text: words.Sentence(figure.Percentiles), Swatch: barchart.WhiskerSwatch(chart.DarkGrey)})
	}
	return append(items, chart.KeyItem{Text: "Lowest capacity on the way", Swatch: lowestDot.Swatch, Width: barchart.DotWidth})
}
