package decisions

import (
	"cmp"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
	"reconfig/plots/figure"
)

// frontierBand stands above a plot over the worth of capacity: which structure has the highest expected net benefit, by
// name, and under them the worths at which that changes and the one that is central.
type frontierBand struct {
	worths
	ctx   figure.Context
	width vg.Length // at least so much space for the names
}

// The measures of the band.
const (
	frontierBar     = vg.Length(10)
	mostNamed       = 5 // stretches that have space for a name
	betweenNames    = vg.Length(10)
	aboveFrontier   = vg.Length(4)
	leastDrawnWidth = vg.Length(2)
)

// heading says what the band is, and whether it names only some.
func (b frontierBand) heading() string {
	text := "Highest expected net benefit, what to choose if no more is learnt:"
	if len(b.frontier) > mostNamed {
		text = "Highest expected net benefit, what to choose if no more is learnt (the longest named):"
	}
	return text
}

// named are the indices of the stretches that have a name: the longest.
func (b frontierBand) named() []int {
	longest := make([]int, len(b.frontier))
	for i := range longest {
		longest[i] = i
	}
	length := func(i int) float64 { return b.frontier[i].To - b.frontier[i].From }
	slices.SortStableFunc(longest, func(i, j int) int { return cmp.Compare(length(j), length(i)) })
	longest = longest[:min(len(longest), mostNamed)]
	slices.Sort(longest)
	return longest
}

func (b frontierBand) font(i int) chart.Font {
	if b.ctx.Look(b.frontier[i].Code).Focus {
		return chart.BoldFont
	}
	return chart.LabelFont
}

// lines is the name of a stretch, broken to its share of the width.
func (b frontierBand) lines(i int) []string {
	share := b.width/vg.Length(len(b.named())) - betweenNames
	return b.font(i).Wrap(b.ctx.Name(b.frontier[i].Code), share)
}

func (b frontierBand) namesHeight() vg.Length {
	most := 0
	for _, i := range b.named() {
		most = max(most, len(b.lines(i)))
	}
	return chart.LabelFont.Height(most)
}

// height is the space above the plot; none without a frontier.
func (b frontierBand) height() vg.Length {
	if len(b.frontier) == 0 {
		return 0
	}
	return chart.LabelFont.Leading() + 2 + b.namesHeight() + aboveFrontier + frontierBar + chart.LabelFont.Leading() + 6
}

// draw draws the band at the top of the canvas, over the plot's width.
func (b frontierBand) draw(c, area draw.Canvas, x func(float64) vg.Length) {
	if len(b.frontier) == 0 {
		return
	}
	chart.LabelFont.DrawTop(c, vg.Point{X: area.Min.X, Y: c.Max.Y}, chart.Left, b.heading())
	names := c.Max.Y - chart.LabelFont.Leading() - 2
	top := names - b.namesHeight() - aboveFrontier
	for i, s := range b.frontier {
		r := chart.Rectangle(x(s.From), top-frontierBar, x(s.To), top)
		if i > 0 && r.Size().X > leastDrawnWidth { // neighbours stay apart without colour
			r.Min.X += 1
		}
		chart.FillRectangle(c, r, b.ctx.FillOf(s.Code))
	}
	b.drawNames(c, area, x, top)
	b.drawMarks(c, area, x, top-frontierBar)
}

func (b frontierBand) drawNames(c, area draw.Canvas, x func(float64) vg.Length, top vg.Length) {
	named := b.named()
	want, size := make([]vg.Length, len(named)), make([]vg.Length, len(named))
	for k, i := range named {
		want[k] = (x(b.frontier[i].From) + x(b.frontier[i].To)) / 2
		size[k] = b.font(i).Widest(b.lines(i)...) + betweenNames
	}
	for k, at := range chart.Spread(want, size, area.Min.X-betweenNames/2, area.Max.X+betweenNames/2) {
		lines := b.lines(named[k])
		foot := top + aboveFrontier
		b.font(named[k]).DrawTop(c, vg.Point{X: at, Y: foot + chart.LabelFont.Height(len(lines))}, chart.Centre, lines...)
		c.StrokeLine2(draw.LineStyle{Color: chart.DarkGrey, Width: 0.6}, at, foot-1, want[k], top)
	}
}

// mark is a worth that is written under the band, and its line in the plot.
type mark struct {
	at   float64
	text string
	line draw.LineStyle
}

var (
	changeLine  = draw.LineStyle{Color: chart.MidGrey, Width: 0.9}
	centralLine = draw.LineStyle{Color: chart.DarkGrey, Width: 1, Dashes: []vg.Length{3, 2.5}}
)

// marks are the worths at which the best changes, and the one that draws have, in their order.
func (w worths) marks(ctx figure.Context) []mark {
	var all []mark
	for _, v := range w.changes() {
		all = append(all, mark{v, w.write(ctx, v), changeLine})
	}
	if v, known := ctx.Central[worthOfCapacity]; known && w.From <= v && v <= w.To {
		all = append(all, mark{v, w.short(ctx, v) + " (" + ctx.CentralOrSet() + ")", centralLine})
	}
	slices.SortStableFunc(all, func(a, b mark) int { return cmp.Compare(a.at, b.at) })
	return all
}

// worthOfCapacity is the name of the assumption that the figures go by.
const worthOfCapacity = "capacity.value"

// drawMarks writes the marks under the ends of the stretches.
func (b frontierBand) drawMarks(c, area draw.Canvas, x func(float64) vg.Length, foot vg.Length) {
	marks := b.marks(b.ctx)
	want, size := make([]vg.Length, len(marks)), make([]vg.Length, len(marks))
	for i, m := range marks {
		want[i], size[i] = x(m.at), chart.LabelFont.Width(m.text)+10
	}
	for i, at := range chart.Spread(want, size, area.Min.X, area.Max.X) {
		chart.LabelFont.DrawTop(c, vg.Point{X: at, Y: foot - 1}, chart.Centre, marks[i].text)
		c.StrokeLine2(changeLine, at, foot-chart.LabelFont.Leading(), want[i], area.Max.Y)
	}
}
