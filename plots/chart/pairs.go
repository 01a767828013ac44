package chart

import (
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Pairs is a triangle of small plots, one for each two of at least two variables: a column for each but the last, a row
// for each but the first.
type Pairs struct {
	Variables []Variable
	Each      func(c draw.Canvas, across, up int, x, y func(float64) vg.Length) // draws one plot, of the variables with these numbers
	Corner    func(c draw.Canvas)                                               // draws what stands in the free corner at the upper right; nil for nothing
}

// Variable is what a row or a column of Pairs shows.
type Variable struct {
	Name  string
	Scale Scale
}

// The measures of a triangle.
const (
	betweenPairs = vg.Length(14)
	nameGap      = vg.Length(4)
	cornerIndent = vg.Length(14)
)

// columns are at least two, so that there is a corner.
func (p Pairs) columns() int { return max(2, len(p.Variables)-1) }

func (p Pairs) rows() int { return len(p.Variables) - 1 }

// plotHeight keeps the whole on a page.
func (p Pairs) plotHeight() vg.Length {
	switch p.rows() {
	case 1:
		return 250
	case 2:
		return 180
	}
	return 140
}

func (p Pairs) labelsWidth() vg.Length {
	var w vg.Length
	for _, v := range p.Variables[1:] {
		for _, tick := range v.Scale.Ticks(v.Scale.Min, v.Scale.Max) {
			w = max(w, LabelFont.Width(tick.Label))
		}
	}
	return w + 6
}

func (p Pairs) plotWidth() vg.Length {
	n := vg.Length(p.columns())
	return (BodyWidth - p.labelsWidth() - betweenPairs*(n-1)) / n
}

// namesHeight is the space for the names below the columns.
func (p Pairs) namesHeight() vg.Length {
	lines := 0
	for _, v := range p.Variables[:p.rows()] {
		lines = max(lines, len(p.columnName(v)))
	}
	return LabelFont.Height(lines)
}

func (p Pairs) columnName(v Variable) []string { return LabelFont.Wrap(v.Name, p.plotWidth()) }

func (p Pairs) pitch() vg.Length {
	return LabelFont.Leading() + nameGap + p.plotHeight() + tickLength + betweenPairs/2
}

// Height is the height of the whole triangle.
func (p Pairs) Height() vg.Length {
	return p.pitch()*vg.Length(p.rows()) + panelLabels + p.namesHeight()
}

// CornerSize is the space in the corner.
func (p Pairs) CornerSize() vg.Point {
	free := vg.Length(max(1, p.rows()-1))
	return vg.Point{X: free*p.plotWidth() + (free-1)*betweenPairs - cornerIndent, Y: p.plotHeight()}
}

// area is the plot of a row, counted from the top, and a column.
func (p Pairs) area(c draw.Canvas, row, column int) draw.Canvas {
	left := c.Min.X + p.labelsWidth() + vg.Length(column)*(p.plotWidth()+betweenPairs)
	top := c.Max.Y - vg.Length(row)*p.pitch() - LabelFont.Leading() - nameGap
	c.Rectangle = Rectangle(left, top-p.plotHeight(), left+p.plotWidth(), top)
	return c
}

// Draw draws the triangle from the top of the canvas down.
func (p Pairs) Draw(c draw.Canvas) {
	for row := range p.rows() {
		for column := range row + 1 {
			p.drawOne(p.area(c, row, column), column, row+1)
		}
	}
	if p.Corner != nil {
		corner := p.area(c, 0, 1)
		corner.Min.X += cornerIndent
		corner.Max.X = corner.Min.X + p.CornerSize().X
		p.Corner(corner)
	}
}

// drawOne draws one plot, its gridlines and its axes, with labels on the left and at the bottom of the triangle.
func (p Pairs) drawOne(area draw.Canvas, across, up int) {
	h, v := p.Variables[across].Scale, p.Variables[up].Scale
	x := func(at float64) vg.Length {
		return area.Min.X + area.Size().X*vg.Length((at-h.Min)/(h.Max-h.Min))
	}
	y := func(at float64) vg.Length {
		return area.Min.Y + area.Size().Y*vg.Length((at-v.Min)/(v.Max-v.Min))
	}
	for _, tick := range v.Ticks(v.Min, v.Max) {
		area.StrokeLine2(gridLine, area.Min.X, y(tick.Value), area.Max.X, y(tick.Value))
		if across == 0 {
			LabelFont.DrawMiddle(area, vg.Point{X: area.Min.X - 6, Y: y(tick.Value)}, Right, tick.Label)
		}
	}
	ticks := h.Ticks(h.Min, h.Max)
	for _, tick := range ticks {
		area.StrokeLine2(gridLine, x(tick.Value), area.Min.Y, x(tick.Value), area.Max.Y)
	}
	p.Each(area, across, up, x, y)
	axis := draw.LineStyle{Color: DarkGrey, Width: 0.75}
	area.StrokeLine2(axis, area.Min.X, area.Min.Y, area.Max.X, area.Min.Y)
	for _, tick := range ticks {
		area.StrokeLine2(axis, x(tick.Value), area.Min.Y, x(tick.Value), area.Min.Y-tickLength)
	}
	if across == 0 {
		LabelFont.DrawTop(area, vg.Point{X: area.Min.X, Y: area.Max.Y + nameGap + LabelFont.Leading()}, Left, p.Variables[up].Name)
	}
	if up == p.rows() {
		p.labelColumn(area, p.Variables[across], ticks, x)
	}
}

// labelColumn writes the ticks and the name of a column under its lowest plot.
func (p Pairs) labelColumn(area draw.Canvas, v Variable, ticks []plot.Tick, x func(float64) vg.Length) {
	for _, tick := range Thin(ticks, LabelFont, area.Size().X, v.Scale.Max-v.Scale.Min, labelGap) {
		half := LabelFont.Width(tick.Label) / 2
		at := within(x(tick.Value), area.Min.X-2+half, area.Max.X+2-half)
		LabelFont.DrawTop(area, vg.Point{X: at, Y: area.Min.Y - tickLength - 2}, Centre, tick.Label)
	}
	middle := (area.Min.X + area.Max.X) / 2
	LabelFont.DrawTop(area, vg.Point{X: middle, Y: area.Min.Y - panelLabels}, Centre, p.columnName(v)...)
}
