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

// inPanels says whether there are bands to show.
func (d Data) inPanels(all []series) bool { return len(d.withBands(all)) > 0 }

// bandPanels are the panels of the structures in focus, each with the lines of all others in grey, and marks drawn
// over them.
func (d Data) bandPanels(all []series, marks func(c draw.Canvas, x, y func(float64) vg.Length)) []chart.Panel {
	var panels []chart.Panel
	for _, s := range d.withBands(all) {
		panels = append(panels, chart.Panel{Heading: d.name(s.Code), Draw: func(c draw.Canvas, x, y func(float64) vg.Length) {
			drawBand(c, s.Band, d.look(s.Code), x, y)
			for _, other := range all {
				if other.Code != s.Code {
					c.StrokeLines(d.look("").Line, other.onPage(x, y))
				}
			}
			marks(c, x, y)
			c.StrokeLines(d.look(s.Code).Line, s.onPage(x, y))
		}})
	}
	return panels
}

// onPage are the points of the line.
func (s series) onPage(x, y func(float64) vg.Length) []vg.Point {
	points := make([]vg.Point, len(s.Points))
	for i, p := range s.Points {
		points[i] = vg.Point{X: x(p.X), Y: y(p.Y)}
	}
	return points
}

func drawBand(c draw.Canvas, band []spread, l look, x, y func(float64) vg.Length) {
	lower, upper := make([]vg.Point, len(band)), make([]vg.Point, len(band))
	for i, s := range band {
		lower[i], upper[i] = vg.Point{X: x(s.X), Y: y(s.Lo)}, vg.Point{X: x(s.X), Y: y(s.Hi)}
	}
	chart.DrawBand(c, lower, upper, l.Color)
}

// drawHandover marks the handover in a panel; the word stands above it.
func (d Data) drawHandover(c draw.Canvas, end float64, x func(float64) vg.Length) {
	if !(d.HandoverYears > 0 && d.HandoverYears < end) {
		return
	}
	at := x(d.HandoverYears)
	c.StrokeLine2(draw.LineStyle{Color: chart.MidGrey, Width: 0.9}, at, c.Min.Y, at, c.Max.Y+2)
	chart.SmallFont.Draw(c, vg.Point{X: at, Y: c.Max.Y + 5}, chart.Centre, "Handover")
}

// bandKey explains the panels over time.
func (d Data) bandKey(all []series) []chart.KeyItem {
	centre := "Mean"
	for _, row := range d.trajectoriesShown() {
		centre = centreInWords(row.Statistic)
		break
	}
	line := draw.LineStyle{Color: chart.DarkGrey, Width: 2.2}
	items := []chart.KeyItem{{Text: centre + ", and " + percentiles, Swatch: chart.BandSwatch(line, chart.DarkGrey)}}
	if len(all) > 1 {
		items = append(items, chart.KeyItem{Text: "Other structures", Swatch: chart.LineSwatch(d.look("").Line)})
	}
	return items
}

func centreInWords(statistic string) string {
	switch statistic {
	case result.Mean:
		return "Mean"
	case result.P50:
		return "Median"
	case result.CentralDraw:
		return "Central draw"
	}
	return "Value"
}

// quarterByQuarter owns up to what bands over time are.
const quarterByQuarter = "Percentiles are of each quarter by itself"

// greyInPanels names the grey lines of the panels.
func (d Data) greyInPanels(all []series) string {
	shown := d.withBands(all)
	var names []string
	if len(shown) > 1 {
		names = append(names, "the structures of the other panels")
	}
	for _, s := range all {
		if !slices.ContainsFunc(shown, func(o series) bool { return o.Code == s.Code }) {
			names = append(names, d.name(s.Code))
		}
	}
	if len(names) == 0 {
		return ""
	}
	return "In grey: " + strings.Join(names, "; ")
}
