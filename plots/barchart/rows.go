package barchart

import (
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
)

func (row Bar) font() chart.Font {
	if row.Bold {
		return chart.BoldFont
	}
	return chart.LabelFont
}

func (row Bar) lines() []string { return row.font().Wrap(row.Name, row.nameMost()) }

func (row Bar) detail() []string { return chart.SmallFont.Wrap(row.Detail, row.nameMost()) }

// nameMost is how wide the name may be.
func (row Bar) nameMost() vg.Length {
	switch {
	case row.Most > 0:
		return row.Most
	case row.Detail != "":
		return labelsMost
	}
	return namesMost
}

// labelHeight is the height of the name and what is under it.
func (row Bar) labelHeight() vg.Length {
	return chart.LabelFont.Height(len(row.lines())) + chart.SmallFont.Height(len(row.detail()))
}

// evenMost is up to which height of the highest row all rows are as high, for an even rhythm. One long name must not make them
// all that high.
const evenMost = vg.Length(52)

// heights are those of the rows: enough for the name of each.
func (b Bars) heights() []vg.Length {
	all := make([]vg.Length, len(b.Rows))
	most := vg.Length(0)
	for i, row := range b.Rows {
		switch {
		case b.Dense:
			all[i] = DensePitch(len(row.Dots), len(row.lines()))
		case chart.Narrow(b.Width):
			all[i] = chart.LabelFont.Height(len(row.lines())) + max(barThickness, dotSpacing*vg.Length(len(row.Dots))) + rowPadding
		default:
			all[i] = max(barThickness+rowPadding, row.labelHeight()+5)
		}
		if i < len(b.leastRows) {
			all[i] = max(all[i], b.leastRows[i])
		}
		most = max(most, all[i])
	}
	if b.Dense || most <= evenMost {
		for i := range all {
			all[i] = most
		}
	}
	return all
}

// rowsHeight is the height of all rows.
func (b Bars) rowsHeight() vg.Length {
	var sum vg.Length
	for _, h := range b.heights() {
		sum += h
	}
	return sum
}

// place is where a row lies on the axis of rows, which goes up in points from the foot of the last.
func (b Bars) place(heights []vg.Length, i int) (foot, middle, head float64) {
	for _, h := range heights[i+1:] {
		foot += h.Points()
	}
	head = foot + heights[i].Points()
	middle = (foot + head) / 2
	if chart.Narrow(b.Width) { // the name stands above
		middle = (foot + head - chart.LabelFont.Height(len(b.Rows[i].lines())).Points()) / 2
	}
	return foot, middle, head
}

// drawLabel writes the name, and what is under it, up to the point and about its height.
func (row Bar) drawLabel(c draw.Canvas, at vg.Point) {
	if row.Detail == "" {
		row.font().DrawMiddle(c, at, chart.Right, row.lines()...)
		return
	}
	at.Y += row.labelHeight() / 2
	row.font().DrawTop(c, at, chart.Right, row.lines()...)
	at.Y -= chart.LabelFont.Height(len(row.lines()))
	chart.SmallFont.DrawTop(c, at, chart.Right, row.detail()...)
}

func (row Bar) draw(c draw.Canvas, x func(float64) vg.Length, y vg.Length) {
	left, right, net := 0.0, 0.0, 0.0
	for _, piece := range row.Pieces {
		from := &right
		if piece.Value < 0 {
			from = &left
		}
		piece.draw(c, x(*from), x(*from+piece.Value), y)
		*from += piece.Value
		if piece.Counts {
			net += piece.Value
		}
	}
	drawSpans(c, row.Spans, x, y)
	if row.Net {
		chart.Diamond.Draw(c, vg.Point{X: x(net), Y: y}, 5.5, chart.White, false)
		chart.Diamond.Draw(c, vg.Point{X: x(net), Y: y}, 4, chart.Ink, false)
	}
	for _, w := range row.Whiskers {
		w.draw(c, x, y)
	}
	if row.Box != nil {
		row.Box.draw(c, x, y)
	}
}

// draw leaves a thin white line at the right end, so that neighbours are told apart without colour.
func (piece Piece) draw(c draw.Canvas, x0, x1, y vg.Length) {
	r := chart.Rectangle(x0, y-barThickness/2, x1, y+barThickness/2)
	if r.Size().X < 0.05 {
		return
	}
	if r.Size().X > 2.5 {
		r.Max.X -= 0.8
	}
	piece.Fill.Paint(c, r)
}
