package barchart

import (
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
)

// Band is a range behind a row, as high as the row, so that those of rows below one another join.
type Band struct {
	From, To float64
	Fill     chart.Fill
}

func (b *Band) draw(c draw.Canvas, x func(float64) vg.Length, foot, head vg.Length) {
	if b == nil || b.From == b.To {
		return
	}
	b.Fill.Paint(c, chart.Rectangle(x(b.From), foot, x(b.To), head))
}
