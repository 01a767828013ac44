package chart

import (
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// KeyItem is one entry of a key: a swatch and what it means.
type KeyItem struct {
	Text   string
	Swatch func(c draw.Canvas, r vg.Rectangle)
	Width  vg.Length // of the swatch; 0 is as wide as the others
}

// LineSwatch shows a line.
func LineSwatch(line draw.LineStyle) func(draw.Canvas, vg.Rectangle) {
	return func(c draw.Canvas, r vg.Rectangle) {
		y := (r.Min.Y + r.Max.Y) / 2
		c.StrokeLine2(line, r.Min.X, y, r.Max.X, y)
	}
}

// FillSwatch shows a fill.
func FillSwatch(fill Fill) func(draw.Canvas, vg.Rectangle) {
	return func(c draw.Canvas, r vg.Rectangle) { fill.Paint(c, r) }
}

// The pieces of a key.
const (
	SwatchWidth  = vg.Length(22)
	SwatchHeight = vg.Length(11)
	keyGap       = vg.Length(20)
)

func (item KeyItem) width() vg.Length {
	if item.Width == 0 {
		return SwatchWidth
	}
	return item.Width
}

// KeyHeight is the space that DrawKey takes from the top of a canvas as wide as the usual body.
func KeyHeight(items []KeyItem) vg.Length { return KeyHeightIn(items, BodyWidth) }

// KeyHeightIn is the same of a canvas of the width; none without entries.
func KeyHeightIn(items []KeyItem, width vg.Length) vg.Length {
	return LabelFont.Height(keyLines(items, width))*keyLeading + 6
}

const keyLeading = 1.2

func keyLines(items []KeyItem, width vg.Length) int {
	lines := 1
	placeKey(items, width, func(_ KeyItem, text []string, _ vg.Length, line int) { lines = max(lines, line+len(text)) })
	return lines
}

// placeKey walks over the entries in a line, and on to the next line where the width is used up. An entry that is wider than
// all of it breaks.
func placeKey(items []KeyItem, width vg.Length, visit func(item KeyItem, text []string, x vg.Length, line int)) {
	var x vg.Length
	line, next := 0, 1
	for _, item := range items {
		text := LabelFont.Wrap(item.Text, width-item.width()-6+0.01)
		w := item.width() + 6 + LabelFont.Widest(text...)
		if x > 0 && (x+w > width+0.01 || len(text) > 1) {
			x, line = 0, next
		}
		visit(item, text, x, line)
		x, next = x+w+keyGap, max(next, line+max(1, len(text)))
	}
}

// DrawKey writes the key above the plot and returns the canvas that is left.
func DrawKey(c draw.Canvas, items []KeyItem) draw.Canvas {
	width := c.Size().X
	placeKey(items, width, func(item KeyItem, text []string, x vg.Length, line int) {
		x += c.Min.X
		y := c.Max.Y - LabelFont.Height(line)*keyLeading - LabelFont.Leading()/2
		item.Swatch(c, Rectangle(x, y-SwatchHeight/2, x+item.width(), y+SwatchHeight/2))
		for i, s := range text {
			LabelFont.DrawMiddle(c, vg.Point{X: x + item.width() + 6, Y: y - LabelFont.Height(i)*keyLeading}, Left, s)
		}
	})
	return draw.Crop(c, 0, 0, 0, -KeyHeightIn(items, width))
}
