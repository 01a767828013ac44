package plots

import (
	"image/color"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
)

// The measures of the map.
const (
	mapHeight  = vg.Length(280)
	belowMap   = vg.Length(36) // values and name of the axis
	letterRoom = vg.Length(15)
)

// color is that of the first structure in focus; a structure out of focus has none in any figure, and so is grey here.
func (k kind) color(d Data) color.NRGBA {
	for _, code := range k.Codes {
		if l := d.look(code); l.Focus {
			return l.Color
		}
	}
	return chart.DarkGrey
}

// shade is the step's fill: the larger the margin, the fuller the colour.
func (all bestOver) shade(col color.NRGBA, step int) color.NRGBA {
	n := len(all.steps)
	if n == 1 {
		return chart.Tint(col, 0.75)
	}
	return chart.Tint(col, 0.22+0.78*float64(step)/float64(n-1))
}

// stepOf is the step that the cell's margin is in.
func (all bestOver) stepOf(c cell) int {
	step := 0
	for i, from := range all.steps {
		if c.Margin >= from {
			step = i
		}
	}
	return step
}

// structureKey names the kinds; a letter in the swatch.
func (all bestOver) structureKey(d Data) []chart.KeyItem {
	var items []chart.KeyItem
	for _, k := range all.kinds {
		fill := all.shade(k.color(d), len(all.steps)-1)
		items = append(items, chart.KeyItem{Text: k.name(d) + ", " + all.percent(k), Swatch: func(c draw.Canvas, r vg.Rectangle) {
			chart.FillRectangle(c, r, fill)
			chart.Font{Size: 10, Bold: true, Color: chart.TextOn(fill)}.DrawMiddle(c, vg.Point{X: (r.Min.X + r.Max.X) / 2, Y: (r.Min.Y + r.Max.Y) / 2}, chart.Centre, k.Letter)
		}})
	}
	return items
}

// marginKey explains the lightness.
func (all bestOver) marginKey() []chart.KeyItem {
	if len(all.steps) == 1 {
		return nil
	}
	m := all.margin()
	m.decimals = m.Unit.DecimalsAmong(all.steps)
	var items []chart.KeyItem
	for i, from := range all.steps {
		text := m.short(from) + " to " + m.short(all.steps[min(i+1, len(all.steps)-1)])
		switch i {
		case 0:
			text = "Best by less than " + m.write(all.steps[1])
		case len(all.steps) - 1:
			text = m.write(from) + " or more"
		}
		items = append(items, chart.KeyItem{Text: text, Swatch: chart.FillSwatch(chart.Fill{Color: all.shade(chart.DarkGrey, i)})})
	}
	return items
}

func (all bestOver) height(d Data) vg.Length {
	h := chart.KeyHeight(all.structureKey(d)) + chart.LabelFont.Leading() + 6 + mapHeight + belowMap
	if key := all.marginKey(); len(key) > 0 {
		h += chart.KeyHeight(key)
	}
	return h
}

func (all bestOver) draw(d Data, c draw.Canvas) {
	c = chart.DrawKey(c, all.structureKey(d))
	if key := all.marginKey(); len(key) > 0 {
		c = chart.DrawKey(c, key)
	}
	chart.LabelFont.DrawTop(c, vg.Point{X: c.Min.X, Y: c.Max.Y}, chart.Left, all.y.label())
	var labels vg.Length
	for _, v := range all.y.Values {
		labels = max(labels, chart.LabelFont.Width(all.y.write(v)))
	}
	area := c
	area.Rectangle = chart.Rectangle(c.Min.X+labels+8, c.Min.Y+belowMap, c.Max.X, c.Max.Y-chart.LabelFont.Leading()-6)
	all.drawCells(d, area)
	all.drawBorders(area)
	all.drawAxes(area)
	chart.LabelFont.Draw(c, vg.Point{X: c.Max.X, Y: c.Min.Y + 2}, chart.Right, all.x.label())
}

// box is where a cell is.
func (all bestOver) box(area draw.Canvas, i, j int) vg.Rectangle {
	w, h := area.Size().X/vg.Length(len(all.x.Values)), area.Size().Y/vg.Length(len(all.y.Values))
	return chart.Rectangle(area.Min.X+w*vg.Length(i), area.Min.Y+h*vg.Length(j), area.Min.X+w*vg.Length(i+1), area.Min.Y+h*vg.Length(j+1))
}

// drawCells paints the cells and writes their letters: in every cell, or in every few where cells are small.
func (all bestOver) drawCells(d Data, area draw.Canvas) {
	first := all.box(area, 0, 0).Size()
	every := func(size vg.Length) int { return max(1, int(letterRoom/size+0.999)) }
	for j, row := range all.cells {
		for i, c := range row {
			if c.empty() {
				continue
			}
			k, r := all.kindAt(c), all.box(area, i, j)
			fill := all.shade(k.color(d), all.stepOf(c))
			chart.FillRectangle(area, r, fill)
			chart.StrokeRectangle(area, r, draw.LineStyle{Color: chart.White, Width: 0.4})
			if i%every(first.X+1) != every(first.X+1)/2 || j%every(first.Y) != every(first.Y)/2 {
				continue
			}
			letter := k.Letter
			if c.unsure() {
				letter += "?"
			}
			chart.Font{Size: 10, Bold: true, Color: chart.TextOn(fill)}.DrawMiddle(area, vg.Point{X: (r.Min.X + r.Max.X) / 2, Y: (r.Min.Y + r.Max.Y) / 2}, chart.Centre, letter)
		}
	}
}

// drawBorders draws a line where the best structure changes, for a grey print.
func (all bestOver) drawBorders(area draw.Canvas) {
	border := func(a, b vg.Point) {
		area.StrokeLine2(draw.LineStyle{Color: chart.White, Width: 4}, a.X, a.Y, b.X, b.Y)
		area.StrokeLine2(draw.LineStyle{Color: chart.Ink, Width: 1.6}, a.X, a.Y, b.X, b.Y)
	}
	for j, row := range all.cells {
		for i, c := range row {
			r := all.box(area, i, j)
			if i > 0 && row[i-1].Best != c.Best {
				border(r.Min, vg.Point{X: r.Min.X, Y: r.Max.Y})
			}
			if j > 0 && all.cells[j-1][i].Best != c.Best {
				border(r.Min, vg.Point{X: r.Max.X, Y: r.Min.Y})
			}
		}
	}
}

// drawAxes writes the values under and beside the cells' middles, as many as fit.
func (all bestOver) drawAxes(area draw.Canvas) {
	size := all.box(area, 0, 0).Size()
	widest := vg.Length(0)
	for _, v := range all.x.Values {
		widest = max(widest, chart.LabelFont.Width(all.x.write(v)))
	}
	for i, v := range all.x.Values {
		if i%max(1, int((widest+8)/size.X+0.999)) == 0 {
			chart.LabelFont.DrawTop(area, vg.Point{X: all.box(area, i, 0).Min.X + size.X/2, Y: area.Min.Y - 4}, chart.Centre, all.x.write(v))
		}
	}
	for j, v := range all.y.Values {
		if j%max(1, int(chart.LabelFont.Leading()/size.Y+0.999)) == 0 {
			chart.LabelFont.DrawMiddle(area, vg.Point{X: area.Min.X - 6, Y: all.box(area, 0, j).Min.Y + size.Y/2}, chart.Right, all.y.write(v))
		}
	}
}
