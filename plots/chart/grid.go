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
	gridNamesMost  = vg.Length(175)
	gridCellMost   = vg.Length(100) // width
	gridCellHeight = vg.Length(26)
	gridGap        = vg.Length(2)
	gridApart      = vg.Length(12)
)

// gridLayout is the sizes of a grid that has been measured.
type gridLayout struct {
	Grid
	names, cell, pitch, head vg.Length // widths of the names and of a cell, heights of a row and of the headings
}

func (g Grid) layout() gridLayout {
	l := gridLayout{Grid: g, pitch: gridCellHeight}
	for _, row := range g.Rows {
		l.names = max(l.names, row.font().Widest(row.lines()...)+8)
		l.pitch = max(l.pitch, LabelFont.Height(len(row.lines()))+4)
	}
	l.cell = min(gridCellMost, (BodyWidth-l.names-g.apart())/vg.Length(len(g.Columns)))
	for i := range g.Columns {
		l.head = max(l.head, LabelFont.Height(len(l.heading(i)))+4)
	}
	return l
}

func (row GridRow) font() Font {
	if row.Bold {
		return BoldFont
	}
	return LabelFont
}

func (row GridRow) lines() []string { return row.font().Wrap(row.Name, gridNamesMost) }

// apart is the width of the gap before the columns that stand apart.
func (g Grid) apart() vg.Length {
	if g.Apart > 0 && g.Apart < len(g.Columns) {
		return gridApart
	}
	return 0
}

func (l gridLayout) heading(i int) []string { return LabelFont.Wrap(l.Columns[i], l.cell-4) }

// Height is the height of the whole grid.
func (g Grid) Height() vg.Length {
	l := g.layout()
	return l.head + l.pitch*vg.Length(len(g.Rows))
}

// Draw draws the grid from the top of the canvas down.
func (g Grid) Draw(c draw.Canvas) {
	l := g.layout()
	for i := range g.Columns {
		lines := l.heading(i)
		at := vg.Point{X: Middle(l.box(c, 0, i)).X, Y: c.Max.Y - l.head + LabelFont.Height(len(lines)) + 2}
		LabelFont.DrawTop(c, at, Centre, lines...)
	}
	for j, row := range g.Rows {
		at := vg.Point{X: c.Min.X + l.names - 8, Y: c.Max.Y - l.head - l.pitch*(vg.Length(j)+0.5)}
		row.font().DrawMiddle(c, at, Right, row.lines()...)
		for i, cell := range row.Cells {
			cell.draw(c, l.box(c, j, i))
		}
	}
}

// box is where a cell is.
func (l gridLayout) box(c draw.Canvas, row, column int) vg.Rectangle {
	x := c.Min.X + l.names + l.cell*vg.Length(column)
	if column >= len(l.Columns)-l.Apart {
		x += l.apart()
	}
	y := c.Max.Y - l.head - l.pitch*vg.Length(row)
	return Rectangle(x+gridGap/2, y-gridGap/2, x+l.cell-gridGap/2, y-l.pitch+gridGap/2)
}

func (cell GridCell) draw(c draw.Canvas, r vg.Rectangle) {
	fill := White
	if Finite(cell.Share) {
		fill = shade(cell.Share)
		FillRectangle(c, r, fill)
		StrokeRectangle(c, r, draw.LineStyle{Color: GridGrey, Width: 0.6})
	}
	font := LabelFont
	font.Color = TextOn(fill)
	font.DrawMiddle(c, Middle(r), Centre, cell.Text)
}

// shade goes from white to charcoal in steps on each of which text can be read.
func shade(share float64) color.NRGBA {
	const steps = 25
	return Tint(Charcoal, math.Round(steps*max(0, min(share, 1)))/steps)
}
