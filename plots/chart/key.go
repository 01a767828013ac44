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

// KeyHeight is the space that DrawKey takes from the top of a canvas as wide as the body.
func KeyHeight(items []KeyItem) vg.Length { return keyHeight(items, BodyWidth) }

func keyHeight(items []KeyItem, width vg.Length) vg.Length {
	return LabelFont.Height(keyLines(items, width))*1.2 + 6
}

func keyLines(items []KeyItem, width vg.Length) int {
	lines := 1
	placeKey(items, width, func(_ KeyItem, _ vg.Length, line int) { lines = line + 1 })
	return lines
}

// placeKey walks over the entries in a line, and on to the next line where the width is used up.
func placeKey(items []KeyItem, width vg.Length, visit func(item KeyItem, x vg.Length, line int)) {
	var x vg.Length
	line := 0
	for _, item := range items {
		w := item.width() + 6 + LabelFont.Width(item.Text)
		if x > 0 && x+w > width+0.01 {
			x, line = 0, line+1
		}
		visit(item, x, line)
		x += w + keyGap
	}
}

// DrawKey writes the key above the plot and returns the canvas that is left.
func DrawKey(c draw.Canvas, items []KeyItem) draw.Canvas {
	width := c.Size().X
	placeKey(items, width, func(item KeyItem, x vg.Length, line int) {
		x += c.Min.X
		y := c.Max.Y - LabelFont.Height(line)*1.2 - LabelFont.Leading()/2
		item.Swatch(c, Rectangle(x, y-SwatchHeight/2, x+item.width(), y+SwatchHeight/2))
		LabelFont.DrawMiddle(c, vg.Point{X: x + item.width() + 6, Y: y}, Left, item.Text)
	})
	return draw.Crop(c, 0, 0, 0, -keyHeight(items, width))
}
