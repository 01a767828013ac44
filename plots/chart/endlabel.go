package chart

import (
	"image/color"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// EndLabel names a line at its end, and shows a piece of it, so that a grey print tells which.
type EndLabel struct {
	Text string
	At   vg.Point // the line's end
	Line draw.LineStyle
	Bold bool

	Beyond  bool // the line ends above the plot: an arrow up before the name instead of a leader
	Several bool // it names several lines: no leader, which would be to one of them
}

// The pieces of an end label, from left to right.
const (
	leader  = vg.Length(14) // from the line's end to its label
	sample  = vg.Length(18) // the piece of line shown
	labelIn = vg.Length(4)  // before the words
	indent  = leader + sample + labelIn
	arrowUp = vg.Length(11) // the arrow, with the space after it
)

func (l EndLabel) font() Font {
	if l.Bold {
		return BoldFont
	}
	return SmallFont
}

// indent is how far in the words begin.
func (l EndLabel) indent() vg.Length {
	if l.Beyond {
		return indent + arrowUp
	}
	return indent
}

// lines breaks the label to a column of the given width.
func (l EndLabel) lines(width vg.Length) []string { return l.font().Wrap(l.Text, width-l.indent()) }

// EndLabelsWidth is the width of the column that the labels need, at most the given one.
func EndLabelsWidth(labels []EndLabel, most vg.Length) vg.Length {
	var w vg.Length
	for _, l := range labels {
		w = max(w, l.indent()+l.font().Widest(l.lines(most)...))
	}
	return min(w+1, most)
}

// EndLabelsHeight is the height of the column, without gaps.
func EndLabelsHeight(labels []EndLabel, width vg.Length) vg.Length {
	var h vg.Length
	for _, l := range labels {
		h += l.height(width)
	}
	return h
}

func (l EndLabel) height(width vg.Length) vg.Length { return l.font().Height(len(l.lines(width))) + 1 }

// DrawEndLabels writes the labels in a column that begins at x, pushed apart between lo and hi, each with a leader
// from its line.
func DrawEndLabels(c draw.Canvas, labels []EndLabel, x, width, lo, hi vg.Length) {
	want, size := make([]vg.Length, len(labels)), make([]vg.Length, len(labels))
	for i, l := range labels {
		want[i], size[i] = l.At.Y, l.height(width)
	}
	for i, y := range Spread(want, size, lo, hi) {
		labels[i].draw(c, x, y, width)
	}
}

func (l EndLabel) draw(c draw.Canvas, x, y, width vg.Length) {
	thin := draw.LineStyle{Color: l.Line.Color, Width: 0.7}
	switch {
	case l.Beyond:
		drawArrowUp(c, vg.Point{X: x + indent + 3, Y: y}, l.Line.Color)
	case !l.Several:
		c.StrokeLines(thin, []vg.Point{{X: l.At.X + 2, Y: l.At.Y}, {X: max(x, l.At.X) + 2, Y: l.At.Y}, {X: x + leader - 2, Y: y}, {X: x + leader, Y: y}})
	}
	c.StrokeLine2(l.Line, x+leader, y, x+leader+sample, y)
	l.font().DrawMiddle(c, vg.Point{X: x + l.indent(), Y: y}, Left, l.lines(width)...)
}

// drawArrowUp draws an arrow about as high as a capital.
func drawArrowUp(c draw.Canvas, middle vg.Point, col color.Color) {
	const half, head = vg.Length(4.5), vg.Length(3)
	style := draw.LineStyle{Color: col, Width: 1.2}
	top := vg.Point{X: middle.X, Y: middle.Y + half}
	c.StrokeLine2(style, middle.X, middle.Y-half, top.X, top.Y)
	c.StrokeLines(style, []vg.Point{{X: top.X - head, Y: top.Y - head}, top, {X: top.X + head, Y: top.Y - head}})
}
