package barchart

import (
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
)

// Mark is a line across all bars.
type Mark struct {
	At    float64
	Label string // empty: no line
}

const markGap = vg.Length(10) // between the labels of two marks

// shows says whether the mark is there, and in the range of the axis.
func (b Bars) shows(m Mark) bool {
	return m.Label != "" && b.Scale.Min <= m.At && m.At <= b.Scale.Max
}

// drawMarks draws the lines across all bars, and their labels above them, apart from each other.
func (b Bars) drawMarks(area draw.Canvas, x func(float64) vg.Length) {
	base := draw.LineStyle{Color: chart.Ink, Width: 1}
	other := draw.LineStyle{Color: chart.Ink, Width: 1.3, Dashes: []vg.Length{5, 3}}
	var labels []string
	var want, size []vg.Length
	for _, line := range []struct {
		Mark
		style draw.LineStyle
	}{{b.Base, base}, {b.Mark, other}} {
		if !b.shows(line.Mark) {
			continue
		}
		area.StrokeLine2(line.style, x(line.At), area.Min.Y, x(line.At), area.Max.Y+5)
		labels, want, size = append(labels, line.Label), append(want, x(line.At)), append(size, chart.LabelFont.Width(line.Label)+markGap)
	}
	for i, at := range chart.Spread(want, size, area.Min.X-markGap/2, area.Max.X+columnGap+markGap/2) {
		chart.LabelFont.Draw(area, vg.Point{X: at, Y: area.Max.Y + 8}, chart.Centre, labels[i])
	}
}
