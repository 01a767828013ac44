package chart

import (
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Ends are the labels of the lines of a plot: beside their ends, or in a list under a narrow plot.
type Ends struct {
	Labels []EndLabel
	Beside vg.Length // width of the column beside the plot; 0 where there is a list
	Below  vg.Length // height of the list under the plot; 0 where there is a column
}

// aboveEnds is the space above the list.
const aboveEnds = vg.Length(6)

// EndsOf measures the labels in a body of the width, with a column of at most so much.
func EndsOf(labels []EndLabel, most, body vg.Length) Ends {
	e := Ends{Labels: labels}
	if !Narrow(body) {
		e.Beside = EndLabelsWidth(labels, most)
		return e
	}
	e.Below = aboveEnds
	for _, l := range labels {
		e.Below += l.font().Height(len(l.below(body)))
	}
	return e
}

// Least is the least height of the plot with its labels.
func (e Ends) Least() vg.Length {
	if e.Below > 0 {
		return e.Below
	}
	return EndLabelsHeight(e.Labels, e.Beside)
}

// below are the lines of a label in the list.
func (l EndLabel) below(width vg.Length) []string {
	return l.font().Wrap(l.Text, width-sample-labelIn)
}

// Draw writes the labels: in a column that begins at x, between lo and hi, or at the foot of the canvas.
func (e Ends) Draw(c draw.Canvas, x, lo, hi vg.Length) {
	if e.Below == 0 {
		DrawEndLabels(c, e.Labels, x, e.Beside, lo, hi)
		return
	}
	y := c.Min.Y + e.Below - aboveEnds
	for _, l := range e.Labels {
		lines := l.below(c.Size().X)
		middle := y - l.font().Leading()/2
		c.StrokeLine2(l.Line, c.Min.X, middle, c.Min.X+sample, middle)
		l.font().DrawTop(c, vg.Point{X: c.Min.X + sample + labelIn, Y: y}, Left, lines...)
		y -= l.font().Height(len(lines))
	}
}
