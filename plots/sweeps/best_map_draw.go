package sweeps

import (
	"image/color"
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/plane"
)

// The measures of the bar that explains the colours.
const (
	barHeight   = vg.Length(13)
	barBox      = vg.Length(52)
	barWidth    = vg.Length(560) // the most
	belowBar    = vg.Length(8)
	hatchApart  = vg.Length(5)
	plateMargin = vg.Length(4)
)

var (
	zeroLine      = draw.LineStyle{Color: chart.Ink, Width: 2}
	plausibleLine = draw.LineStyle{Color: chart.Ink, Width: 1.4, Dashes: []vg.Length{6, 3}}
	hatchLine     = draw.LineStyle{Color: chart.Ink, Width: 0.5}
)

func (all bestOver) height() vg.Length {
	return all.barTotal() + all.keyHeight() + chart.LabelFont.Leading() + 6 + plane.Height + plane.Below
}

func (all bestOver) draw(ctx figure.Context, c draw.Canvas) {
	c = all.drawBar(ctx, c)
	if key := all.key(); len(key) > 0 {
		c = chart.DrawKey(c, key)
	}
	chart.LabelFont.DrawTop(c, vg.Point{X: c.Min.X, Y: c.Max.Y}, chart.Left, all.Y.Label())
	area := c
	area.Rectangle = chart.Rectangle(c.Min.X+all.labelsWidth(), c.Min.Y+plane.Below, c.Max.X, c.Max.Y-chart.LabelFont.Leading()-6)
	all.drawCells(ctx, area)
	all.drawBorder(area)
	all.drawAssumed(area)
	all.drawPlates(ctx, area)
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

// box is where a cell is.
func (all bestOver) box(area draw.Canvas, i, j int) vg.Rectangle {
	lo, hi := all.onPage(area, vg.Point{X: vg.Length(i), Y: vg.Length(j)}), all.onPage(area, vg.Point{X: vg.Length(i + 1), Y: vg.Length(j + 1)})
	return vg.Rectangle{Min: lo, Max: hi}
}

// onPage is where a point in cells from the lower left is.
func (all bestOver) onPage(area draw.Canvas, p vg.Point) vg.Point {
	size := area.Size()
	return vg.Point{X: area.Min.X + size.X*p.X/vg.Length(len(all.X.Values)), Y: area.Min.Y + size.Y*p.Y/vg.Length(len(all.Y.Values))}
}

// drawCells paints the cells, hatched where draws do not agree.
func (all bestOver) drawCells(ctx figure.Context, area draw.Canvas) {
	for j, row := range all.Cells {
		for i, c := range row {
			v := all.difference[j][i]
			switch {
			case all.isElse(c):
				chart.FillRectangle(area, all.box(area, i, j), chart.MidGrey)
			case !math.IsNaN(v):
				chart.FillRectangle(area, all.box(area, i, j), all.fill(ctx, all.stepOf(v)))
				if all.isUnsure(i, j) {
					chart.Hatch(area, all.box(area, i, j), hatchApart, hatchLine)
				}
			}
		}
	}
	chart.StrokeRectangle(area, area.Rectangle, draw.LineStyle{Color: chart.MidGrey, Width: 0.7})
}

// drawBorder draws the border. Its pieces reach over their ends by half their width, to close the corners.
func (all bestOver) drawBorder(area draw.Canvas) {
	over := zeroLine.Width / 2
	for _, s := range all.border() {
		from, to := all.onPage(area, s.From), all.onPage(area, s.To)
		if from.X == to.X {
			from.Y, to.Y = from.Y-over, to.Y+over
		} else {
			from.X, to.X = from.X-over, to.X+over
		}
		area.StrokeLine2(zeroLine, from.X, from.Y, to.X, to.Y)
	}
}

// drawAssumed draws the plausible range and the central value of both assumptions, as far as they lie in the map.
func (all bestOver) drawAssumed(area draw.Canvas) {
	if all.hasRange() {
		lo, hi := all.onPage(area, all.spot(all.rangeX.Lo, all.rangeY.Lo)), all.onPage(area, all.spot(all.rangeX.Hi, all.rangeY.Hi))
		area.StrokeLines(plausibleLine, []vg.Point{lo, {X: hi.X, Y: lo.Y}, hi, {X: lo.X, Y: hi.Y}, lo})
	}
	if all.hasCentre() {
		drawCentre(area, all.onPage(area, all.spot(all.centreX, all.centreY)))
	}
}

// drawPlates names on the map which structure is better on which side, for a grey print.
func (all bestOver) drawPlates(ctx figure.Context, area draw.Canvas) {
	first, second := all.colours(ctx)
	for _, side := range []struct {
		sign float64
		code string
		col  color.NRGBA
	}{{1, all.first, first}, {-1, all.second, second}} {
		text := ctx.Name(side.code) + " better"
		size := vg.Point{X: chart.BoldFont.Width(text) + 2*plateMargin, Y: chart.BoldFont.Leading() + plateMargin}
		if r, found := all.plate(area, side.sign, size); found {
			chart.FillRectangle(area, r, chart.White)
			chart.StrokeRectangle(area, r, draw.LineStyle{Color: side.col, Width: 1.5})
			chart.BoldFont.DrawMiddle(area, chart.Middle(r), chart.Centre, text)
		}
	}
}

// plate is the space of a size wholly on one side; false if there is none. It hides as few cells as can be that look other than
// the one in its middle, and is nearest to the middle of the cells of its side.
func (all bestOver) plate(area draw.Canvas, sign float64, size vg.Point) (best vg.Rectangle, found bool) {
	var middles []vg.Point
	var centre vg.Point
	for j := range all.Cells {
		for i, c := range all.Cells[j] {
			if v := all.difference[j][i]; v*sign > 0 && !all.isElse(c) {
				middles = append(middles, chart.Middle(all.box(area, i, j)))
			}
		}
	}
	for _, p := range middles {
		centre = centre.Add(p.Scale(1 / vg.Length(len(middles))))
	}
	hidden, least := 0, vg.Length(0)
	for _, p := range middles {
		p.X = max(area.Min.X+size.X/2+6, min(area.Max.X-size.X/2-6, p.X))
		r := vg.Rectangle{Min: p.Sub(size.Scale(0.5)), Max: p.Add(size.Scale(0.5))}
		if !all.onSide(area, r, sign) || all.covers(area, r) {
			continue
		}
		hides, away := all.hides(area, r), p.Sub(centre).Dot(p.Sub(centre))
		if !found || hides < hidden || hides == hidden && away < least {
			best, hidden, least, found = r, hides, away, true
		}
	}
	return best, found
}

// hides counts the cells that a rectangle touches and that look other than the one in its middle, by colour or by hatching.
func (all bestOver) hides(area draw.Canvas, r vg.Rectangle) (n int) {
	type look struct {
		step   int
		unsure bool
	}
	var middle look
	var touched []look
	for j := range all.Cells {
		for i := range all.Cells[j] {
			box := all.box(area, i, j)
			if !chart.Overlap(r, box) {
				continue
			}
			one := look{all.stepOf(all.difference[j][i]), all.isUnsure(i, j)}
			touched = append(touched, one)
			if at := chart.Middle(r); box.Min.X <= at.X && at.X <= box.Max.X && box.Min.Y <= at.Y && at.Y <= box.Max.Y {
				middle = one
			}
		}
	}
	for _, one := range touched {
		if one != middle {
			n++
		}
	}
	return n
}

// covers says whether a plate would lie on the border or on the central value.
func (all bestOver) covers(area draw.Canvas, r vg.Rectangle) bool {
	for _, s := range all.border() {
		if (chart.Segment{From: all.onPage(area, s.From), To: all.onPage(area, s.To)}).Meets(r) {
			return true
		}
	}
	if !all.hasCentre() {
		return false
	}
	at := all.onPage(area, all.spot(all.centreX, all.centreY))
	return chart.Overlap(r, chart.Rectangle(at.X-8, at.Y-8, at.X+8, at.Y+8))
}

// onSide says whether all cells that a rectangle touches are better for one structure.
func (all bestOver) onSide(area draw.Canvas, r vg.Rectangle, sign float64) bool {
	for j := range all.Cells {
		for i, c := range all.Cells[j] {
			if chart.Overlap(r, all.box(area, i, j)) && (!(all.difference[j][i]*sign > 0) || all.isElse(c)) {
				return false
			}
		}
	}
	return r.Min.Y >= area.Min.Y && r.Max.Y <= area.Max.Y
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
