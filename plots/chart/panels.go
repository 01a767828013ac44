package chart

import (
	"cmp"
	"image/color"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Panels is a grid of small plots with the same axes, row by row, so that they compare at a glance.
type Panels struct {
	Columns     int
	X, Y        Scale
	XTicks      []plot.Tick // some lose their labels where these do not fit
	XEnds       bool        // the first and the last tick keep their labels
	XSpans      bool        // ticks are where spans begin, as years: a label stands in the middle of its span
	XTitle      string      // under the right end; empty for none
	Panels      []Panel
	RowHeadings []string  // above a row, one for each or none
	Above       vg.Length // space that each panel leaves between its heading and its plot
	PlotHeight  vg.Length // of each plot
	Width       vg.Length // of the body; 0 for the usual
}

// Panel is one plot of a grid.
type Panel struct {
	Heading string
	Draw    func(c draw.Canvas, x, y func(float64) vg.Length)
}

// The measures of a grid.
const (
	betweenPanels = vg.Length(16)
	belowPanel    = vg.Length(8)
	panelLabels   = vg.Length(20)
	rowHeadingGap = vg.Length(3)
	tickLength    = vg.Length(4)
)

func (p Panels) rows() int { return (len(p.Panels) + p.Columns - 1) / p.Columns }

// bottom says whether there is no panel below, so that it must carry the labels.
func (p Panels) bottom(i int) bool { return i+p.Columns >= len(p.Panels) }

// labelled says whether any panel of the row carries labels.
func (p Panels) labelled(row int) bool {
	for i := range p.Panels {
		if i/p.Columns == row && p.bottom(i) {
			return true
		}
	}
	return false
}

func (p Panels) labelsWidth() vg.Length {
	var w vg.Length
	for _, tick := range p.Y.Ticks(p.Y.Min, p.Y.Max) {
		w = max(w, LabelFont.Width(tick.Label))
	}
	return w + 6
}

// PanelWidth is how wide each plot comes out.
func (p Panels) PanelWidth() vg.Length {
	n := vg.Length(p.Columns)
	return (cmp.Or(p.Width, BodyWidth) - p.labelsWidth() - betweenPanels*(n-1)) / n
}

func (p Panels) heading(panel Panel) []string { return BoldFont.Wrap(panel.Heading, p.PanelWidth()) }

func (p Panels) headingLines(row int) int {
	lines := 0
	for i, panel := range p.Panels {
		if i/p.Columns == row {
			lines = max(lines, len(p.heading(panel)))
		}
	}
	return lines
}

func (p Panels) rowHeading(row int) string {
	if row < len(p.RowHeadings) {
		return p.RowHeadings[row]
	}
	return ""
}

// above is the height from the top of a row to its plots.
func (p Panels) above(row int) vg.Length {
	h := BoldFont.Height(p.headingLines(row)) + 5 + p.Above
	if p.rowHeading(row) != "" {
		h += PanelFont.Height(1) + rowHeadingGap
	}
	return h
}

func (p Panels) below(row int) vg.Length {
	if p.labelled(row) {
		return panelLabels + belowPanel
	}
	return tickLength + belowPanel
}

// Height is the height of the whole grid.
func (p Panels) Height() vg.Length {
	var h vg.Length
	for row := range p.rows() {
		h += p.above(row) + p.PlotHeight + p.below(row)
	}
	if p.XTitle != "" {
		h += LabelFont.Leading()
	}
	return h
}

// Draw draws the grid from the top of the canvas down.
func (p Panels) Draw(c draw.Canvas) {
	top := c.Max.Y
	for row := range p.rows() {
		at := vg.Point{X: c.Min.X, Y: top}
		if heading := p.rowHeading(row); heading != "" {
			PanelFont.DrawTop(c, at, Left, heading)
			at.Y -= PanelFont.Height(1) + rowHeadingGap
		}
		high := top - p.above(row)
		for i, panel := range p.Panels {
			if i/p.Columns != row {
				continue
			}
			left := c.Min.X + p.labelsWidth() + vg.Length(i%p.Columns)*(p.PanelWidth()+betweenPanels)
			BoldFont.DrawTop(c, vg.Point{X: left, Y: at.Y}, Left, p.heading(panel)...)
			area := c
			area.Rectangle = Rectangle(left, high-p.PlotHeight, left+p.PanelWidth(), high)
			p.drawPanel(area, i)
		}
		top = high - p.PlotHeight - p.below(row)
	}
	if p.XTitle != "" {
		LabelFont.DrawTop(c, vg.Point{X: c.Max.X, Y: top + belowPanel}, Right, p.XTitle)
	}
}

// drawPanel draws one plot, its gridlines and its axes.
func (p Panels) drawPanel(area draw.Canvas, i int) {
	x := func(v float64) vg.Length {
		return area.Min.X + area.Size().X*vg.Length((v-p.X.Min)/(p.X.Max-p.X.Min))
	}
	y := func(v float64) vg.Length {
		return area.Min.Y + area.Size().Y*vg.Length((v-p.Y.Min)/(p.Y.Max-p.Y.Min))
	}
	for _, tick := range p.Y.Ticks(p.Y.Min, p.Y.Max) {
		area.StrokeLine2(gridLine, area.Min.X, y(tick.Value), area.Max.X, y(tick.Value))
		if i%p.Columns == 0 {
			LabelFont.DrawMiddle(area, vg.Point{X: area.Min.X - 6, Y: y(tick.Value)}, Right, tick.Label)
		}
	}
	p.Panels[i].Draw(area, x, y)
	axis := draw.LineStyle{Color: DarkGrey, Width: 0.75}
	area.StrokeLine2(axis, area.Min.X, area.Min.Y, area.Max.X, area.Min.Y)
	p.drawTicks(area, x, p.bottom(i))
}

func (p Panels) drawTicks(area draw.Canvas, x func(float64) vg.Length, labelled bool) {
	axis := draw.LineStyle{Color: DarkGrey, Width: 0.75}
	marks := make([]vg.Length, len(p.XTicks))
	for i, tick := range p.XTicks {
		marks[i] = x(tick.Value)
		area.StrokeLine2(axis, marks[i], area.Min.Y, marks[i], area.Min.Y-tickLength)
	}
	if !labelled {
		return
	}
	if p.XSpans {
		marks = middles(marks, area.Max.X)
	}
	centres, shown := p.spreadLabels(marks, area.Min.X, area.Max.X)
	for _, i := range shown {
		LabelFont.DrawTop(area, vg.Point{X: centres[i], Y: area.Min.Y - tickLength - 2}, Centre, p.XTicks[i].Label)
	}
}

// middles are those of the spans that begin at the marks, the last of which ends at the end.
func middles(marks []vg.Length, end vg.Length) []vg.Length {
	ends := append(slices.Clone(marks), end)
	all := make([]vg.Length, len(marks))
	for i := range marks {
		all[i] = (ends[i] + ends[i+1]) / 2
	}
	return all
}

// labelGap is the least space between two labels of an axis.
const labelGap = vg.Length(8)

// spreadLabels keeps the labels between the sides, and says which of them can be written without touching.
func (p Panels) spreadLabels(marks []vg.Length, lo, hi vg.Length) (centres []vg.Length, shown []int) {
	centres = make([]vg.Length, len(marks))
	half := make([]vg.Length, len(marks))
	for i, at := range marks {
		half[i] = LabelFont.Width(p.XTicks[i].Label) / 2
		centres[i] = within(at, lo-2+half[i], hi+2-half[i])
	}
	clear := func(a, b int) bool { return centres[a]+half[a]+labelGap <= centres[b]-half[b] }
	if p.XEnds {
		return centres, ThinToEnds(len(marks), clear)
	}
	for every := 1; every < len(marks); every = rounder(every) {
		if shown = eachNth(len(marks), every); allClear(shown, clear) {
			return centres, shown
		}
	}
	return centres, eachNth(len(marks), max(1, len(marks)))
}

// ThinToEnds says which of so many labels in a row to write: every n-th, if the last is among these, with at least three
// gaps; else the first, the last and those between that are clear of both neighbours written. If not even the ends are
// clear of each other only the first is.
func ThinToEnds(length int, clear func(a, b int) bool) []int {
	for every := 1; every == 1 || length-1 >= 3*every; every++ {
		if shown := eachNth(length, every); (length-1)%every == 0 && allClear(shown, clear) {
			return shown
		}
	}
	return clearBetween(length, clear)
}

// eachNth is 0, n, 2n and so on, below the length.
func eachNth(length, n int) []int {
	var kept []int
	for i := 0; i < length; i += n {
		kept = append(kept, i)
	}
	return kept
}

// allClear says whether no two neighbours touch.
func allClear(shown []int, clear func(a, b int) bool) bool {
	for k := 1; k < len(shown); k++ {
		if !clear(shown[k-1], shown[k]) {
			return false
		}
	}
	return true
}

// clearBetween keeps the first, the last and those between that touch none before them nor the last.
func clearBetween(length int, clear func(a, b int) bool) []int {
	if length == 0 {
		return nil
	}
	kept, last := []int{0}, length-1
	for i := 1; i < last; i++ {
		if clear(kept[len(kept)-1], i) && clear(i, last) {
			kept = append(kept, i)
		}
	}
	if last > 0 && clear(kept[len(kept)-1], last) {
		kept = append(kept, last)
	}
	return kept
}

// bandAlpha is how much of the colour a band has, of 255: what lies below shows through.
const bandAlpha = 0x40

// DrawBand paints the area between two lines of as many points each: a light fill, and thin edges that a grey print
// keeps.
func DrawBand(c draw.Canvas, lower, upper []vg.Point, col color.NRGBA) {
	outline := make([]vg.Point, 0, len(lower)+len(upper))
	outline = append(outline, lower...)
	for i := len(upper) - 1; i >= 0; i-- {
		outline = append(outline, upper[i])
	}
	light := col
	light.A = bandAlpha
	c.FillPolygon(light, outline)
	edge := draw.LineStyle{Color: col, Width: 0.6}
	c.StrokeLines(edge, lower)
	c.StrokeLines(edge, upper)
}

// BandSwatch shows a band with a line through it.
func BandSwatch(line draw.LineStyle, col color.NRGBA) func(draw.Canvas, vg.Rectangle) {
	return func(c draw.Canvas, r vg.Rectangle) {
		DrawBand(c, []vg.Point{r.Min, {X: r.Max.X, Y: r.Min.Y}}, []vg.Point{{X: r.Min.X, Y: r.Max.Y}, r.Max}, col)
		LineSwatch(line)(c, r)
	}
}
