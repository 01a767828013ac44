package series

import (
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/model/result"
	"reconfig/plots/chart"
	"reconfig/plots/figure"
)

// Bands of several structures in one plot would hide one another, so each structure has a panel, and the same axes in
// all of them.

// GridOf is the number of columns that so many panels stand in, and how high each plot is.
func GridOf(panels int) (columns int, height vg.Length) {
	switch panels {
	case 1, 2, 3:
		return panels, 230
	case 4:
		return 2, 160
	}
	return 3, 130
}

// Panels are the panels of the structures in focus, each with the lines of others in grey, and marks drawn over them.
func Panels(ctx figure.Context, all, others []Line, marks func(c draw.Canvas, x, y func(float64) vg.Length)) []chart.Panel {
	var panels []chart.Panel
	for _, s := range WithBands(ctx, all) {
		panels = append(panels, chart.Panel{Heading: ctx.Name(s.Code), Draw: func(c draw.Canvas, x, y func(float64) vg.Length) {
			DrawBand(c, s.Band, ctx.Look(s.Code), x, y)
			for _, other := range others {
				if other.Code != s.Code {
					c.StrokeLines(ctx.Look("").Line, other.OnPage(x, y))
				}
			}
			marks(c, x, y)
			c.StrokeLines(ctx.Look(s.Code).Line, s.OnPage(x, y))
		}})
	}
	return panels
}

// PanelKey explains the panels over time.
func PanelKey(ctx figure.Context, rows []result.TrajectoryRow, all []Line) []chart.KeyItem {
	centre := "Mean"
	for _, row := range figure.TrajectoriesShown(rows) {
		centre = figure.CentreInWords(row.Statistic)
		break
	}
	line := draw.LineStyle{Color: chart.DarkGrey, Width: 2.2}
	items := []chart.KeyItem{{Text: centre + ", and " + figure.Percentiles, Swatch: chart.BandSwatch(line, chart.DarkGrey)}}
	if len(all) > 1 {
		items = append(items, chart.KeyItem{Text: "Other structures", Swatch: chart.LineSwatch(ctx.Look("").Line)})
	}
	return items
}

// QuarterByQuarter owns up to what bands over time are.
const QuarterByQuarter = "Percentiles are of each quarter by itself"
