package sweeps

import (
	"image/color"
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
	"reconfig/plots/figure"
)

// colours are those of the two structures, whatever is in focus.
func (all bestOver) colours(ctx figure.Context) (first, second color.NRGBA) {
	ctx = ctx.Showing(all.first, all.second)
	return ctx.Look(all.first).Color, ctx.Look(all.second).Color
}

// fill is the fuller the further from zero; step 0 goes from zero up, step −1 from zero down.
func (all bestOver) fill(ctx figure.Context, step int) color.NRGBA {
	first, second := all.colours(ctx)
	col, size := first, step
	if step < 0 {
		col, size = second, -step-1
	}
	return chart.Tint(col, 0.16+0.8*float64(size)/float64(max(1, all.sideSteps()-1)))
}

// stepOf is the step that a difference is in, where positive is better for the first.
func (all bestOver) stepOf(v float64) int {
	n := int(math.Floor(v/all.width + 1e-9))
	return max(-all.below, min(all.above-1, n))
}

// sideSteps are the steps on the side that has most.
func (all bestOver) sideSteps() int { return max(all.above, all.below) }

func (all bestOver) barSize() vg.Length {
	n := vg.Length(all.above + all.below)
	return n * min(barBox, barWidth/n)
}

// barTotal is the height of the words, the boxes and the values below.
func (all bestOver) barTotal() vg.Length {
	return chart.LabelFont.Leading() + 3 + barHeight + 3 + chart.LabelFont.Leading() + belowBar
}

// drawBar explains the colours.
func (all bestOver) drawBar(ctx figure.Context, c draw.Canvas) draw.Canvas {
	n := all.above + all.below
	w := all.barSize() / vg.Length(n)
	top := c.Max.Y - chart.LabelFont.Leading() - 3
	m := all.Difference()
	m.Unit.Signed = false
	edges := make([]float64, n+1)
	for i := range edges {
		edges[i] = math.Abs(float64(i-all.below) * all.width)
	}
	m.Decimals = m.Unit.DecimalsAmong(edges)
	x0 := c.Min.X + chart.LabelFont.Width(m.Short(edges[0]))/2
	for i := range n {
		r := chart.Rectangle(x0+w*vg.Length(i), top-barHeight, x0+w*vg.Length(i+1), top)
		chart.FillRectangle(c, r, all.fill(ctx, i-all.below))
		chart.StrokeRectangle(c, r, draw.LineStyle{Color: chart.MidGrey, Width: 0.4})
	}
	for i, edge := range edges {
		text := m.Short(edge)
		chart.LabelFont.DrawTop(c, vg.Point{X: x0 + w*vg.Length(i), Y: top - barHeight - 2}, chart.Centre, text)
	}
	zero := x0 + w*vg.Length(all.below)
	c.StrokeLine2(zeroLine, zero, top-barHeight-2, zero, top+2)
	first, second := ctx.Name(all.first)+" better by", ctx.Name(all.second)+" better by"
	at := vg.Point{X: c.Min.X, Y: top + 4}
	switch {
	case all.below > 0 && all.above > 0:
		at.X = max(zero, c.Min.X+chart.LabelFont.Width(second)+8)
		chart.LabelFont.Draw(c, vg.Point{X: at.X - 8, Y: at.Y}, chart.Right, second)
		chart.LabelFont.Draw(c, vg.Point{X: at.X + 8, Y: at.Y}, chart.Left, first)
	case all.above > 0:
		chart.LabelFont.Draw(c, at, chart.Left, first)
	default:
		chart.LabelFont.Draw(c, at, chart.Left, second)
	}
	c.Max.Y -= all.barTotal()
	return c
}

// key explains the marks.
func (all bestOver) key() []chart.KeyItem {
	var items []chart.KeyItem
	if len(all.border()) > 0 {
		items = append(items, chart.KeyItem{Text: "The better one changes", Swatch: chart.LineSwatch(zeroLine)})
	}
	if all.unsure() > 0 {
		items = append(items, chart.KeyItem{Text: "Fewer than 90 of 100 draws agree", Swatch: func(c draw.Canvas, r vg.Rectangle) {
			chart.StrokeRectangle(c, r, draw.LineStyle{Color: chart.MidGrey, Width: 0.5})
			chart.Hatch(c, r, hatchApart, hatchLine)
		}})
	}
	if all.hasRange() {
		items = append(items, chart.KeyItem{Text: "Plausible range", Swatch: chart.RectangleSwatch(plausibleLine)})
	}
	if all.hasCentre() {
		items = append(items, chart.KeyItem{Text: "Central value", Width: 10, Swatch: func(c draw.Canvas, r vg.Rectangle) { drawCentre(c, chart.Middle(r)) }})
	}
	if all.elsewhere() > 0 {
		items = append(items, chart.KeyItem{Text: "Another structure is best", Swatch: chart.FillSwatch(chart.Fill{Color: chart.MidGrey})})
	}
	return items
}

func drawCentre(c draw.Canvas, at vg.Point) { chart.Circle.Draw(c, at, 4.5, chart.Ink, false) }

func (all bestOver) keyHeight() vg.Length {
	if key := all.key(); len(key) > 0 {
		return chart.KeyHeight(key)
	}
	return 0
}
