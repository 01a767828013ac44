package sweeps

import (
	"image/color"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/plane"
)

// The least cell that holds a letter and a question mark.
const (
	letterWidth  = vg.Length(17)
	letterHeight = vg.Length(12)
)

// shade is the step's fill: the larger the margin, the fuller the colour.
func (all bestOver) shade(col color.NRGBA, step int) color.NRGBA {
	n := len(all.steps)
	if n == 1 {
		return chart.Tint(col, 0.75)
	}
	return chart.Tint(col, 0.22+0.78*float64(step)/float64(n-1))
}

// stepOf is the step that the cell's margin is in.
func (all bestOver) stepOf(c plane.Cell) int {
	step := 0
	for i, from := range all.steps {
		if c.Margin >= from {
			step = i
		}
	}
	return step
}

// lettered says whether cells are large enough for letters.
func (all bestOver) lettered() bool {
	size := all.mapSize()
	return size.X/vg.Length(len(all.X.Values)) >= letterWidth && size.Y/vg.Length(len(all.Y.Values)) >= letterHeight
}

// structureKey names the kinds; a letter in the swatch where the map has letters.
func (all bestOver) structureKey(ctx figure.Context) []chart.KeyItem {
	var items []chart.KeyItem
	for _, k := range all.Kinds {
		fill := all.shade(k.Color(ctx), len(all.steps)-1)
		items = append(items, chart.KeyItem{Text: k.Name(ctx) + ", " + all.Percent(k), Swatch: func(c draw.Canvas, r vg.Rectangle) {
			chart.FillRectangle(c, r, fill)
			if all.lettered() || all.ColoursShared(ctx) {
				plane.DrawLetter(c, r, fill, k.Letter)
			}
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
	m.Decimals = m.Unit.DecimalsAmong(all.steps)
	var items []chart.KeyItem
	for i, from := range all.steps {
		text := m.Short(from) + " to " + m.Short(all.steps[min(i+1, len(all.steps)-1)])
		switch i {
		case 0:
			text = "Best by less than " + m.Write(all.steps[1])
		case len(all.steps) - 1:
			text = m.Write(from) + " or more"
		}
		items = append(items, chart.KeyItem{Text: text, Swatch: chart.FillSwatch(chart.Fill{Color: all.shade(chart.DarkGrey, i)})})
	}
	return items
}

func (all bestOver) height(ctx figure.Context) vg.Length {
	h := chart.KeyHeight(all.structureKey(ctx)) + chart.LabelFont.Leading() + 6 + plane.Height + plane.Below
	if key := all.marginKey(); len(key) > 0 {
		h += chart.KeyHeight(key)
	}
	return h
}

func (all bestOver) draw(ctx figure.Context, c draw.Canvas) {
	c = chart.DrawKey(c, all.structureKey(ctx))
	if key := all.marginKey(); len(key) > 0 {
		c = chart.DrawKey(c, key)
	}
	chart.LabelFont.DrawTop(c, vg.Point{X: c.Min.X, Y: c.Max.Y}, chart.Left, all.Y.Label())
	area := c
	area.Rectangle = chart.Rectangle(c.Min.X+all.labelsWidth(), c.Min.Y+plane.Below, c.Max.X, c.Max.Y-chart.LabelFont.Leading()-6)
	all.drawCells(ctx, area)
	all.drawBorders(area)
	if !all.lettered() && all.ColoursShared(ctx) {
		all.drawRegionLetters(area)
	}
	all.drawAxes(area)
	chart.LabelFont.Draw(c, vg.Point{X: c.Max.X, Y: c.Min.Y + 2}, chart.Right, all.X.Label())
}

// labelsWidth is how wide the values beside the map are.
func (all bestOver) labelsWidth() vg.Length {
	var w vg.Length
	for _, j := range all.Y.Labelled() {
		w = max(w, chart.LabelFont.Width(all.Y.Write(all.Y.Values[j])))
	}
	return w + 8
}

// mapSize is the size of the map without its axes.
func (all bestOver) mapSize() vg.Point {
	return vg.Point{X: chart.BodyWidth - all.labelsWidth(), Y: plane.Height}
}

// box is where a cell is.
func (all bestOver) box(area draw.Canvas, i, j int) vg.Rectangle {
	w, h := area.Size().X/vg.Length(len(all.X.Values)), area.Size().Y/vg.Length(len(all.Y.Values))
	return chart.Rectangle(area.Min.X+w*vg.Length(i), area.Min.Y+h*vg.Length(j), area.Min.X+w*vg.Length(i+1), area.Min.Y+h*vg.Length(j+1))
}

// drawCells paints the cells and writes their letters where cells are large enough.
func (all bestOver) drawCells(ctx figure.Context, area draw.Canvas) {
	edge := draw.LineStyle{Color: chart.White, Width: 0.4}
	for j, row := range all.Cells {
		for i, c := range row {
			if c.Empty() {
				continue
			}
			k, r := all.KindAt(c), all.box(area, i, j)
			fill := all.shade(k.Color(ctx), all.stepOf(c))
			chart.FillRectangle(area, r, fill)
			chart.StrokeRectangle(area, r, edge)
			if !all.lettered() {
				continue
			}
			letter := k.Letter
			if c.Unsure() {
				letter += "?"
			}
			plane.DrawLetter(area, r, fill, letter)
		}
	}
}

// drawBorders draws a line where the best structure changes, for a grey print.
func (all bestOver) drawBorders(area draw.Canvas) {
	border := func(a, b vg.Point) {
		area.StrokeLine2(draw.LineStyle{Color: chart.White, Width: 4}, a.X, a.Y, b.X, b.Y)
		area.StrokeLine2(draw.LineStyle{Color: chart.Ink, Width: 1.6}, a.X, a.Y, b.X, b.Y)
	}
	for j, row := range all.Cells {
		for i, c := range row {
			r := all.box(area, i, j)
			if i > 0 && row[i-1].Best != c.Best {
				border(r.Min, vg.Point{X: r.Min.X, Y: r.Max.Y})
			}
			if j > 0 && all.Cells[j-1][i].Best != c.Best {
				border(r.Min, vg.Point{X: r.Max.X, Y: r.Min.Y})
			}
		}
	}
}

// drawAxes writes the values under and beside the cells' middles: the first, the last and as many between as fit.
func (all bestOver) drawAxes(area draw.Canvas) {
	size := all.box(area, 0, 0).Size()
	across, up := all.X.Written(), all.Y.Written()
	font := chart.LabelFont
	centres := make([]vg.Length, len(across))
	for i, text := range across { // not beyond the page
		centres[i] = min(all.box(area, i, 0).Min.X+size.X/2, area.Max.X-font.Width(text)/2)
	}
	for _, i := range thinned(func(a, b int) bool {
		return centres[b]-centres[a] >= (font.Width(across[a])+font.Width(across[b]))/2+8
	}, all.X.Labelled()) {
		font.DrawTop(area, vg.Point{X: centres[i], Y: area.Min.Y - 4}, chart.Centre, across[i])
	}
	for _, j := range thinned(func(a, b int) bool { return size.Y*vg.Length(b-a) >= font.Leading() }, all.Y.Labelled()) {
		font.DrawMiddle(area, vg.Point{X: area.Min.X - 6, Y: all.box(area, 0, j).Min.Y + size.Y/2}, chart.Right, up[j])
	}
}

// thinned are those of the indices that are clear of each other.
func thinned(clear func(a, b int) bool, indices []int) []int {
	var kept []int
	for _, k := range chart.ThinToEnds(len(indices), func(a, b int) bool { return clear(indices[a], indices[b]) }) {
		kept = append(kept, indices[k])
	}
	return kept
}
