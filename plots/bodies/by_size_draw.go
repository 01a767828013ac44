package bodies

import (
	"image/color"
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/series"
)

// sizeDrawing is the layout: what the target asks for above, where that differs between bodies, and a panel for each
// structure below, all along the same axis.
type sizeDrawing struct {
	all    bySize
	key    []chart.KeyItem
	asked  *chart.Panels // nil where the target asks the same of all
	gains  chart.Panels
	radius vg.Length
}

// The measures of the panels.
const (
	askedHeight = vg.Length(110)
	gainsHeight = vg.Length(200)
	sizeTagMost = vg.Length(170) // width of a name
)

// meanLine is how the mean of a group is drawn.
var meanLine = draw.LineStyle{Color: chart.Ink, Width: 2.2}

func (all bySize) drawing(ctx figure.Context) sizeDrawing {
	s := sizeDrawing{all: all, radius: all.dotRadius()}
	columns, height := series.GridOf(len(all.structures))
	if columns > 1 {
		height = min(height, gainsHeight)
	}
	s.gains = chart.Panels{
		Columns: columns, X: all.population.scale, XTicks: all.population.ticks, XTitle: all.population.title(),
		Y: valueScale(gainUnit, all.structures...), Above: chart.SmallFont.Height(1), PlotHeight: height,
	}
	for _, x := range all.structures {
		col := ctx.Look(x.Code).Color
		s.gains.Panels = append(s.gains.Panels, chart.Panel{Heading: ctx.Name(x.Code), Draw: func(c draw.Canvas, atX, atY func(float64) vg.Length) {
			chart.SmallFont.Draw(c, vg.Point{X: c.Min.X, Y: c.Max.Y + 7}, chart.Left, x.gainers())
			s.drawBodies(c, x, col, atX, atY)
		}})
	}
	if all.asked.uneven() {
		s.asked = &chart.Panels{
			Columns: 1, X: all.population.scale, XTicks: all.population.ticks, Y: valueScale(chart.Percent, all.asked), PlotHeight: askedHeight,
			Panels: []chart.Panel{{Heading: "What the target asks of each " + ctx.BodySingular + ", % of its cost at the start", Draw: func(c draw.Canvas, atX, atY func(float64) vg.Length) {
				s.drawBodies(c, all.asked, chart.DarkGrey, atX, atY)
			}}},
		}
	}
	s.key = s.keyOf(ctx)
	return s
}

// manyBodies is from how many bodies on a panel is crowded, and crowdOfBodies from how many it is a cloud, in which white
// rings around the dots would cover other dots.
const (
	manyBodies    = 70
	crowdOfBodies = 1000
)

// dotRadius is smaller where there are many bodies.
func (all bySize) dotRadius() vg.Length {
	switch n := len(all.asked.Bodies); {
	case n > crowdOfBodies:
		return 1.1
	case n > 2*manyBodies:
		return 2.3
	case n > manyBodies:
		return 2.9
	}
	return 3.6
}

// valueScale is the axis of values, with space for names above and below.
func valueScale(unit chart.Unit, structures ...sizedStructure) chart.Scale {
	lo, hi := 0.0, 0.0
	for _, s := range structures {
		least, most := s.extremes()
		lo, hi = min(lo, least.Value), max(hi, most.Value)
	}
	space := 0.1 * (hi - lo)
	scale := chart.NewScale(lo, hi, 1, 5, unit)
	scale.Min, scale.Max = min(scale.Min, lo-space), max(scale.Max, hi+space)
	return scale
}

func (s sizeDrawing) keyOf(ctx figure.Context) []chart.KeyItem {
	dot := func(hollow bool) func(draw.Canvas, vg.Rectangle) {
		return func(c draw.Canvas, r vg.Rectangle) {
			chart.Circle.Draw(c, chart.Middle(r), 3.6, chart.DarkGrey, hollow)
		}
	}
	key := []chart.KeyItem{{Text: "Each " + ctx.BodySingular, Swatch: dot(false), Width: 8}}
	if slices.ContainsFunc(s.all.asked.Bodies, func(b sizedBody) bool { return b.Alone }) {
		key = append(key, chart.KeyItem{Text: "Alone in its sector", Swatch: dot(true), Width: 8})
	}
	if len(s.all.asked.Bodies) > 2 {
		key = append(key, chart.KeyItem{Text: "Mean of each third by population", Swatch: chart.LineSwatch(meanLine)})
	}
	return key
}

func (s sizeDrawing) height() vg.Length {
	h := chart.KeyHeight(s.key) + s.gains.Height()
	if s.asked != nil {
		h += s.asked.Height()
	}
	return h
}

func (s sizeDrawing) draw(c draw.Canvas) {
	c = chart.DrawKey(c, s.key)
	if s.asked != nil {
		s.asked.Draw(c)
		c.Max.Y -= s.asked.Height()
	}
	s.gains.Draw(c)
}

// drawBodies draws the means of a panel's groups, over them the bodies, and the names of the extremes.
func (s sizeDrawing) drawBodies(c draw.Canvas, x sizedStructure, col color.Color, atX, atY func(float64) vg.Length) {
	zero := draw.LineStyle{Color: chart.DarkGrey, Width: 1}
	c.StrokeLine2(zero, c.Min.X, atY(0), c.Max.X, atY(0))
	around := append(s.means(x, atX, atY), chart.Segment{From: vg.Point{X: c.Min.X, Y: atY(0)}, To: vg.Point{X: c.Max.X, Y: atY(0)}})
	many := len(x.Bodies) > manyBodies // who would hide the means
	if !many {
		s.drawMeans(c, x, atX, atY)
	}
	crowd, cloud := len(x.Bodies) > crowdOfBodies, map[bool][]vg.Point{} // by whether they are alone
	for _, b := range x.Bodies {
		at, across := vg.Point{X: atX(s.all.population.at(b.Population)), Y: atY(b.Value)}, vg.Point{X: s.radius + 1, Y: s.radius + 1}
		if !crowd {
			chart.Circle.Draw(c, at, s.radius, col, b.Alone)
		}
		cloud[b.Alone] = append(cloud[b.Alone], at)
		around = append(around, chart.Segment{From: at.Sub(across), To: at.Add(across)})
	}
	if crowd {
		chart.DrawDots(c, cloud[false], s.radius, col, false)
		chart.DrawDots(c, cloud[true], s.radius, col, true)
	}
	if many {
		s.drawMeans(c, x, atX, atY)
	}
	s.nameExtremes(c, x, around, atX, atY)
}

// means are the lines across each group at its mean; none of two bodies, which are their own means.
func (s sizeDrawing) means(x sizedStructure, atX, atY func(float64) vg.Length) []chart.Segment {
	if len(x.Bodies) < 3 {
		return nil
	}
	var means []chart.Segment
	for _, g := range x.Groups {
		from, to := atX(s.all.population.at(g.From))-s.radius, atX(s.all.population.at(g.To))+s.radius
		means = append(means, chart.Segment{From: vg.Point{X: from, Y: atY(g.Value)}, To: vg.Point{X: to, Y: atY(g.Value)}})
	}
	return means
}

func (s sizeDrawing) drawMeans(c draw.Canvas, x sizedStructure, atX, atY func(float64) vg.Length) {
	halo := draw.LineStyle{Color: chart.White, Width: meanLine.Width + 1.6}
	for _, line := range []draw.LineStyle{halo, meanLine} {
		for _, m := range s.means(x, atX, atY) {
			c.StrokeLine2(line, m.From.X, m.From.Y, m.To.X, m.To.Y)
		}
	}
}

// nameExtremes writes the names of the bodies that stand out alone at the top and at the bottom.
func (s sizeDrawing) nameExtremes(c draw.Canvas, x sizedStructure, around []chart.Segment, atX, atY func(float64) vg.Length) {
	least, most := x.extremes()
	var tags []chart.Tag
	for _, b := range []sizedBody{least, most} {
		if math.Abs(b.Value) < leastGain || x.sharedBy(b.Value) > 1 {
			continue
		}
		at := vg.Point{X: atX(s.all.population.at(b.Population)), Y: atY(b.Value)}
		chart.Circle.Ring(c, at, s.radius+0.6, draw.LineStyle{Color: chart.Ink, Width: 1.2})
		tags = append(tags, chart.Tag{At: at, Text: chart.SmallFont.Wrap(b.Name, min(sizeTagMost, 0.7*c.Size().X)), Font: chart.SmallFont})
	}
	bounds := vg.Rectangle{Min: vg.Point{X: c.Min.X + 2, Y: c.Min.Y + 2}, Max: c.Max}
	chart.DrawTags(c, tags, chart.FitTags(bounds, tags, nil, s.radius, around), s.radius)
}

// sharedBy counts the bodies whose value reads the same.
func (s sizedStructure) sharedBy(value float64) int {
	n := 0
	for _, b := range s.Bodies {
		if math.Abs(b.Value-value) < leastGain {
			n++
		}
	}
	return n
}
