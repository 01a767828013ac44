package plots

import (
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/model/result"
	"reconfig/plots/chart"
)

// Bands of several structures in one plot would hide one another, so each structure has a panel, and the same axes in
// all of them.

// gridOf is the number of columns that so many panels stand in, and how high each plot is.
func gridOf(panels int) (columns int, height vg.Length) {
	switch panels {
	case 1, 2, 3:
		return panels, 230
	case 4:
		return 2, 160
	}
	return 3, 130
}

// bandPanels are the panels of the structures in focus, each with the lines of all others in grey, and marks drawn
// over them.
func bandPanels(ctx Context, all []series, marks func(c draw.Canvas, x, y func(float64) vg.Length)) []chart.Panel {
	var panels []chart.Panel
	for _, s := range withBands(ctx, all) {
		panels = append(panels, chart.Panel{Heading: ctx.name(s.Code), Draw: func(c draw.Canvas, x, y func(float64) vg.Length) {
			drawBand(c, s.Band, ctx.look(s.Code), x, y)
			for _, other := range all {
				if other.Code != s.Code {
					c.StrokeLines(ctx.look("").Line, other.onPage(x, y))
				}
			}
			marks(c, x, y)
			c.StrokeLines(ctx.look(s.Code).Line, s.onPage(x, y))
		}})
	}
	return panels
}

// bandKey explains the panels over time.
func bandKey(ctx Context, rows []result.TrajectoryRow, all []series) []chart.KeyItem {
	centre := "Mean"
	for _, row := range trajectoriesShown(rows) {
		centre = centreInWords(row.Statistic)
		break
	}
	line := draw.LineStyle{Color: chart.DarkGrey, Width: 2.2}
	items := []chart.KeyItem{{Text: centre + ", and " + percentiles, Swatch: chart.BandSwatch(line, chart.DarkGrey)}}
	if len(all) > 1 {
		items = append(items, chart.KeyItem{Text: "Other structures", Swatch: chart.LineSwatch(ctx.look("").Line)})
	}
	return items
}

// quarterByQuarter owns up to what bands over time are.
const quarterByQuarter = "Percentiles are of each quarter by itself"

// greyInPanels names the grey lines of the panels.
func greyInPanels(ctx Context, all []series) string {
	shown := withBands(ctx, all)
	var names []string
	if len(shown) > 1 {
		names = append(names, "the structures of the other panels")
	}
	for _, s := range all {
		if !slices.ContainsFunc(shown, func(o series) bool { return o.Code == s.Code }) {
			names = append(names, ctx.name(s.Code))
		}
	}
	if len(names) == 0 {
		return ""
	}
	return "In grey: " + strings.Join(names, "; ")
}
