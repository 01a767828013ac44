package chart

import (
	"image/color"
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Grid is a table of shares: the greater a share, the darker its cell. What it comes to is written in the cell, so that
// nothing is told by shade alone.
type Grid struct {
	Columns []string // headings
	Rows    []GridRow
	Apart   int // how many of the last columns stand apart from the others
}

// GridRow is one row of a grid.
type GridRow struct {
	Name  string
	Bold  bool
	Cells []GridCell // one for each column
}

// GridCell is one cell: its text, and the share that shades it. NaN is a cell without box.
type GridCell struct {
	Text  string
	Share float64
}

// The measures of a grid.
const (
	gridCellMost   = vg.Length(100) // width
	gridCellHeight = vg.Length(26)
	gridGap        = vg.Length(2)
	gridApart      = vg.Length(12)
)

func (g Grid) namesWidth() vg.Length {
	var w vg.Length
	for _, row := range g.Rows {
		w = max(w, row.font().Widest(row.lines()...))
	}
	return w + 8
}

func (row GridRow) font() Font {
	if row.Bold {
		return BoldFont
	}
	return LabelFont
}

func (row GridRow) lines() []string { return row.font().Wrap(row.Name, namesMost) }

// apart is the width of the gap before the columns that stand apart.
func (g Grid) apart() vg.Length {
	if g.Apart > 0 && g.Apart < len(g.Columns) {
		return gridApart
	}
	return 0
}

func (g Grid) cellWidth() vg.Length {
	return min(gridCellMost, (BodyWidth-g.namesWidth()-g.apart())/vg.Length(len(g.Columns)))
}

func (g Grid) heading(i int) []string { return LabelFont.Wrap(g.Columns[i], g.cellWidth()-4) }

func (g Grid) headHeight() vg.Length {
	lines := 1
	for i := range g.Columns {
		lines = max(lines, len(g.heading(i)))
	}
	return LabelFont.Height(lines) + 4
}

func (g Grid) pitch() vg.Length {
	h := gridCellHeight
	for _, row := range g.Rows {
		h = max(h, LabelFont.Height(len(row.lines()))+4)
	}
	return h
}

// Height is the height of the whole grid.
func (g Grid) Height() vg.Length { return g.headHeight() + g.pitch()*vg.Length(len(g.Rows)) }

// Draw draws the grid from the top of the canvas down.
func (g Grid) Draw(c draw.Canvas) {
	top := c.Max.Y - g.headHeight()
	for i := range g.Columns {
		box := g.box(c, 0, i)
		lines := g.heading(i)
		at := vg.Point{X: (box.Min.X + box.Max.X) / 2, Y: top + LabelFont.Height(len(lines)) + 2}
		LabelFont.DrawTop(c, at, Centre, lines...)
	}
	for j, row := range g.Rows {
		middle := top - g.pitch()*(vg.Length(j)+0.5)
		row.font().DrawMiddle(c, vg.Point{X: c.Min.X + g.namesWidth() - 8, Y: middle}, Right, row.lines()...)
		for i, cell := range row.Cells {
			cell.draw(c, g.box(c, j, i))
		}
	}
}

// box is where a cell is.
func (g Grid) box(c draw.Canvas, row, column int) vg.Rectangle {
	x := c.Min.X + g.namesWidth() + g.cellWidth()*vg.Length(column)
	if column >= len(g.Columns)-g.Apart {
		x += g.apart()
	}
	y := c.Max.Y - g.headHeight() - g.pitch()*vg.Length(row)
	return Rectangle(x+gridGap/2, y-gridGap/2, x+g.cellWidth()-gridGap/2, y-g.pitch()+gridGap/2)
}

func (cell GridCell) draw(c draw.Canvas, r vg.Rectangle) {
	fill := White
	if isFinite(cell.Share) {
		fill = shade(cell.Share)
		FillRectangle(c, r, fill)
		StrokeRectangle(c, r, draw.LineStyle{Color: GridGrey, Width: 0.6})
	}
	font := LabelFont
	font.Color = TextOn(fill)
	font.DrawMiddle(c, vg.Point{X: (r.Min.X + r.Max.X) / 2, Y: (r.Min.Y + r.Max.Y) / 2}, Centre, cell.Text)
}

// shade goes from white to the darkest of the house's blues in steps on each of which text can be read.
func shade(share float64) color.NRGBA {
	const steps = 25
	return Tint(DarkBlue, math.Round(steps*max(0, min(share, 1)))/steps)
}
