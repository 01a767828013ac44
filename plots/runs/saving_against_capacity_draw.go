package runs

import (
	"image/color"
	"math"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/words"
)

const dotRadius = vg.Length(5)

func drawFrontier(ctx figure.Context, c draw.Canvas, options []option) {
	c = chart.DrawKey(c, frontierKey(options))
	area, atX, atY := frontierAxes(c, options)
	line := make([]vg.Point, 0, len(options))
	for _, o := range efficient(options) {
		line = append(line, vg.Point{X: atX(o.Saving), Y: atY(o.End)})
	}
	area.StrokeLines(frontierLine, line)
	points := dodged(options, atX, atY)
	segments := drawOptions(ctx, area, options, points, atX, atY)
	for i := 1; i < len(line); i++ {
		segments = append(segments, chart.Segment{From: line[i-1], To: line[i]})
	}
	tags, others := tagsOf(ctx, options, points)
	bounds := vg.Rectangle{Min: vg.Point{X: area.Min.X + 2, Y: area.Min.Y + 2}, Max: vg.Point{X: c.Max.X, Y: area.Max.Y}}
	chart.DrawTags(area, tags, chart.FitTags(bounds, tags, others, dotRadius, segments), dotRadius)
}

// drawWhisker goes from its foot, which has a bar, up to its point.
func drawWhisker(c draw.Canvas, foot, top vg.Point, col color.Color) {
	line := draw.LineStyle{Color: col, Width: 1.6}
	c.StrokeLine2(line, foot.X, foot.Y, top.X, top.Y)
	c.StrokeLine2(line, foot.X-3.5, foot.Y, foot.X+3.5, foot.Y)
}

func frontierKey(options []option) []chart.KeyItem {
	whisker := func(c draw.Canvas, r vg.Rectangle) {
		foot := vg.Point{X: (r.Min.X + r.Max.X) / 2, Y: r.Min.Y}
		top := vg.Point{X: foot.X, Y: r.Max.Y + 1}
		drawWhisker(c, foot, top, chart.MidGrey)
		chart.Circle.Draw(c, top, 3.5, chart.MidGrey, false)
	}
	items := []chart.KeyItem{{Text: "Lowest capacity on the way", Swatch: whisker, Width: 8}}
	if withIntervals(options) {
		items = []chart.KeyItem{{Text: words.Sentence(figure.Percentiles) + ofWhich(options), Swatch: crossSwatch, Width: 16}}
	}
	if len(efficient(options)) > 1 {
		items = append(items, chart.KeyItem{Text: "Efficient: no structure saves more and keeps more capacity", Swatch: chart.LineSwatch(frontierLine)})
	}
	return items
}

// ofWhich says whose intervals are drawn, if not those of all.
func ofWhich(options []option) string {
	if slices.ContainsFunc(options, func(o option) bool { return !o.Focus }) {
		return ", of structures in colour"
	}
	return ""
}

var frontierLine = draw.LineStyle{Color: chart.DarkGrey, Width: 1.2, Dashes: []vg.Length{2, 2.5}}

// frontierAxes draws the axes, each with its measure written level beside it, and leaves space for names above the
// points.
func frontierAxes(c draw.Canvas, options []option) (area draw.Canvas, atX, atY func(float64) vg.Length) {
	x, y := frontierScales(options)
	marks := y.Ticks(y.Min, y.Max)
	y.Max += 0.2 * (y.Max - y.Min)
	p := chart.Lines(x, x, y)
	p.Y.Tick.Marker = plot.ConstantTicks(marks)
	area, atX, atY = chart.Area(p, draw.Crop(c, 0, 0, chart.LabelFont.Leading(), -chart.LabelFont.Leading()))
	chart.LabelFont.Draw(c, vg.Point{X: area.Max.X, Y: c.Min.Y}, chart.Right, "Lasting saving")
	chart.LabelFont.DrawTop(c, vg.Point{X: c.Min.X, Y: c.Max.Y}, chart.Left, "Capacity at the end")
	return area, atX, atY
}

// frontierScales are the ranges of the axes.
func frontierScales(options []option) (x, y chart.Scale) {
	var xs, ys plotter.Values
	for _, o := range options {
		xs = append(xs, o.Saving)
		ys = append(ys, o.End)
		if o.Savings.Wide() {
			xs = append(xs, o.Savings.Lo, o.Savings.Hi)
		}
		if o.Ends.Wide() {
			ys = append(ys, o.Ends.Lo, o.Ends.Hi)
		}
		if !withIntervals(options) {
			ys = append(ys, o.Lowest)
		}
	}
	lo, hi := chart.FromZero(slices.Min(xs), slices.Max(xs))
	x = chart.NewScale(lo, hi, 1, 7, chart.Percent)
	side := 0.03 * (x.Max - x.Min) // for points at the ends
	x.Min, x.Max = x.Min-side, max(x.Max, hi+side)
	bottom, top := min(100, slices.Min(ys)), max(100, slices.Max(ys))
	y = chart.NewScale(bottom, top, 4, 8, chart.Percent)
	y.Min = min(y.Min, bottom-0.03*(y.Max-y.Min)) // no whisker lies on the axis
	return x, y
}

// together says whether two options are so near that their points would cover each other.
func together(a, b option, x, y chart.Scale) bool {
	return math.Abs(a.Saving-b.Saving) < 0.007*(x.Max-x.Min) && math.Abs(a.End-b.End) < 0.015*(y.Max-y.Min)
}

// standTogether says whether any two options do.
func standTogether(options []option, x, y chart.Scale) bool {
	for i, o := range options {
		if slices.ContainsFunc(options[:i], func(other option) bool { return together(o, other, x, y) }) {
			return true
		}
	}
	return false
}

// dodged are where the points stand: side by side where they would cover each other, unless they are so many that this would
// lead them astray.
func dodged(options []option, atX, atY func(float64) vg.Length) []vg.Point {
	x, y := frontierScales(options)
	points := make([]vg.Point, len(options))
	for i, o := range options {
		before, all := 0, 0
		for j, other := range options {
			if together(o, other, x, y) {
				all++
				if j < i {
					before++
				}
			}
		}
		if crowded(options) {
			before, all = 0, 1
		}
		shift := (vg.Length(before) - vg.Length(all-1)/2) * (2*dotRadius + 1)
		points[i] = vg.Point{X: atX(o.Saving) + shift, Y: atY(o.End)}
	}
	return points
}

// drawOptions draws points and whiskers, and returns the whiskers.
func drawOptions(ctx figure.Context, c draw.Canvas, options []option, points []vg.Point, atX, atY func(float64) vg.Length) []chart.Segment {
	var whiskers []chart.Segment
	for i, o := range options {
		l := ctx.Look(o.Code)
		if withIntervals(options) {
			whiskers = append(whiskers, drawCross(c, o, points[i], atX, atY, l.Color)...)
			continue
		}
		foot := vg.Point{X: points[i].X, Y: atY(o.Lowest)}
		if points[i].Y-foot.Y < dotRadius+1 { // hidden by its point
			continue
		}
		drawWhisker(c, foot, points[i], l.Color)
		whiskers = append(whiskers, chart.Segment{From: foot, To: points[i]})
	}
	for _, i := range inFocusLast(options) {
		l := ctx.Look(options[i].Code)
		l.Marker.Draw(c, points[i], dotRadius-0.5, l.Color, false)
	}
	return whiskers
}

// inFocusLast are the indices of options in drawing order: as they come, but where they are crowded those in focus on top.
func inFocusLast(options []option) []int {
	var below, above []int
	for i, o := range options {
		if crowded(options) && o.Focus {
			above = append(above, i)
		} else {
			below = append(below, i)
		}
	}
	return append(below, above...)
}

// drawCross draws the intervals of an option through its point, and returns them.
func drawCross(c draw.Canvas, o option, at vg.Point, atX, atY func(float64) vg.Length, col color.Color) []chart.Segment {
	var cross []chart.Segment
	if o.Savings.Wide() {
		s := chart.Segment{From: vg.Point{X: atX(o.Savings.Lo), Y: at.Y}, To: vg.Point{X: atX(o.Savings.Hi), Y: at.Y}}
		figure.DrawInterval(c, s, false, col)
		cross = append(cross, s)
	}
	if o.Ends.Wide() {
		s := chart.Segment{From: vg.Point{X: at.X, Y: atY(o.Ends.Lo)}, To: vg.Point{X: at.X, Y: atY(o.Ends.Hi)}}
		figure.DrawInterval(c, s, true, col)
		cross = append(cross, s)
	}
	return cross
}

func crossSwatch(c draw.Canvas, r vg.Rectangle) {
	middle := vg.Point{X: (r.Min.X + r.Max.X) / 2, Y: (r.Min.Y + r.Max.Y) / 2}
	figure.DrawInterval(c, chart.Segment{From: vg.Point{X: r.Min.X, Y: middle.Y}, To: vg.Point{X: r.Max.X, Y: middle.Y}}, false, chart.MidGrey)
	figure.DrawInterval(c, chart.Segment{From: vg.Point{X: middle.X, Y: r.Min.Y - 2}, To: vg.Point{X: middle.X, Y: r.Max.Y + 2}}, true, chart.MidGrey)
	chart.Circle.Draw(c, middle, 3.5, chart.MidGrey, false)
}

// tagsOf are the names of points, and the points that have none.
func tagsOf(ctx figure.Context, options []option, points []vg.Point) (tags []chart.Tag, others []vg.Point) {
	with := named(options)
	for i, o := range options {
		if !slices.Contains(with, i) {
			others = append(others, points[i])
			continue
		}
		font := chart.SmallFont
		if ctx.Look(o.Code).Focus {
			font = chart.BoldFont
		}
		tags = append(tags, chart.Tag{At: points[i], Text: font.Wrap(ctx.Name(o.Code), 150), Font: font})
	}
	return tags, others
}
