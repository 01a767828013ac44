package chart

import (
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// belowAxisTitle is the space between the words above a vertical axis and the plot.
const belowAxisTitle = vg.Length(4)

// AxisTitleHeight is the space that DrawAxisTitle takes from the top of a canvas of the width.
func AxisTitleHeight(title string, width vg.Length) vg.Length {
	return LabelFont.Height(len(LabelFont.Wrap(title, width))) + belowAxisTitle
}

// BelowAxis is the space that DrawBelowAxis takes from the foot of a canvas of the width.
func BelowAxis(label string, width vg.Length) vg.Length {
	return LabelFont.Height(len(LabelFont.Wrap(label, width)))
}

// DrawBelowAxis writes under the right end of the horizontal axis what its values are, in a strip whose foot is given.
func DrawBelowAxis(c draw.Canvas, label string, right, foot vg.Length) {
	lines := LabelFont.Wrap(label, c.Size().X)
	for i, line := range lines {
		at := vg.Point{X: max(right, c.Min.X+LabelFont.Width(line)), Y: foot + LabelFont.Leading()*vg.Length(len(lines)-1-i)}
		LabelFont.Draw(c, at, Right, line)
	}
}

// DrawAxisTitle writes above the vertical axis what its values are, and returns the canvas that is left. A page without
// title and subtitle says it nowhere else.
func DrawAxisTitle(c draw.Canvas, title string) draw.Canvas {
	width := c.Size().X
	LabelFont.DrawTop(c, vg.Point{X: c.Min.X, Y: c.Max.Y}, Left, LabelFont.Wrap(title, width)...)
	return draw.Crop(c, 0, 0, 0, -AxisTitleHeight(title, width))
}
