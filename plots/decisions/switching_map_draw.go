package decisions

import (
	"image/color"
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/plane"
	"reconfig/plots/words"
)

// planeDrawing draws a switchPlane.
type planeDrawing struct {
	switchPlane
	ctx    figure.Context
	labels []regionLabel // for a map that lies at the origin
}

func (all switchPlane) drawing(ctx figure.Context) planeDrawing {
	p := planeDrawing{switchPlane: all, ctx: ctx}
	p.labels = p.regionLabels(p.box(vg.Point{}))
	return p
}

// regionLabel says what is best in a connected part of the map.
type regionLabel struct {
	kind  plane.Kind
	lines []string // none where there is no space
	named bool     // with the name; else a letter that the key explains
	at    vg.Point // its middle
}

// fill is light, so that words on it can be read.
func (p planeDrawing) fill(k plane.Kind) color.NRGBA {
	return chart.Tint(k.Color(p.ctx), figure.LightShare)
}

// labelsWidth is how wide the values beside the map are.
func (p planeDrawing) labelsWidth() vg.Length {
	var w vg.Length
	for _, v := range p.Y.TickValues() {
		w = max(w, chart.LabelFont.Width(p.Y.Write(v)))
	}
	return w + 10
}

// box is the map, when the left end of the values beside it and its own lower edge are at a point.
func (p planeDrawing) box(at vg.Point) vg.Rectangle {
	return chart.Rectangle(at.X+p.labelsWidth(), at.Y, at.X+chart.BodyWidth, at.Y+plane.Height)
}

func (p planeDrawing) height() vg.Length {
	h := chart.LabelFont.Leading() + 6 + plane.Height + plane.Below
	if key := p.key(); len(key) > 0 {
		h += chart.KeyHeight(key)
	}
	return h
}

// key names the kinds whose regions have no space for the name.
func (p planeDrawing) key() []chart.KeyItem {
	var items []chart.KeyItem
	for _, k := range p.Kinds {
		unnamed, lettered := false, false
		for _, label := range p.labels {
			if label.kind.Letter == k.Letter && !label.named {
				unnamed, lettered = true, lettered || len(label.lines) > 0
			}
		}
		if !unnamed {
			continue
		}
		items = append(items, chart.KeyItem{Text: k.Name(p.ctx) + ", " + p.Percent(k) + " of the map", Swatch: func(c draw.Canvas, r vg.Rectangle) {
			chart.FillRectangle(c, r, p.fill(k))
			chart.StrokeRectangle(c, r, draw.LineStyle{Color: chart.DarkGrey, Width: 0.6})
			if lettered {
				plane.DrawLetter(c, r, p.fill(k), k.Letter)
			}
		}})
	}
	return items
}

func (p planeDrawing) draw(c draw.Canvas) {
	if key := p.key(); len(key) > 0 {
		c = chart.DrawKey(c, key)
	}
	chart.LabelFont.DrawTop(c, topLeft(c), chart.Left, p.Y.Label())
	area := c
	area.Rectangle = p.box(vg.Point{X: c.Min.X, Y: c.Min.Y + plane.Below})
	p.drawRegions(area)
	chart.StrokeRectangle(area, area.Rectangle, draw.LineStyle{Color: chart.DarkGrey, Width: 0.75})
	for _, label := range p.labels {
		chart.BoldFont.DrawMiddle(area, label.at.Add(area.Min).Sub(p.box(vg.Point{}).Min), chart.Centre, label.lines...)
	}
	p.drawBasePoint(area)
	p.drawTicks(area)
	chart.LabelFont.Draw(c, vg.Point{X: c.Max.X, Y: c.Min.Y + 2}, chart.Right, p.X.Label())
}

// drawRegions paints the regions and the lines between them. Each piece is stroked in its own colour, or a hair of white
// would show between neighbours.
func (p planeDrawing) drawRegions(area draw.Canvas) {
	m := meshOf(p.Grid, area.Rectangle)
	for _, piece := range m.patches() {
		col := p.fill(p.KindAt(piece.of))
		area.FillPolygon(col, piece.outline)
		area.StrokeLines(draw.LineStyle{Color: col, Width: 0.6}, append(piece.outline, piece.outline[0]))
	}
	for _, s := range m.curves(false) {
		area.StrokeLine2(draw.LineStyle{Color: chart.Ink, Width: 1.6}, s.From.X, s.From.Y, s.To.X, s.To.Y)
	}
}

// basePoint is the mark of the base with its name, off the curves if it can be; false if it is not on the map.
func (p planeDrawing) basePoint(area vg.Rectangle) (tag chart.Tag, name vg.Rectangle, known bool) {
	if !p.holdsBase() {
		return chart.Tag{}, vg.Rectangle{}, false
	}
	tag = chart.Tag{
		At:   vg.Point{X: area.Min.X + area.Size().X*p.X.Share(p.base[0]), Y: area.Min.Y + area.Size().Y*p.Y.Share(p.base[1])},
		Text: []string{words.Sentence(p.ctx.CentralOrSet() + " values")}, Font: chart.LabelFont,
	}
	return tag, chart.FitTags(area, []chart.Tag{tag}, nil, baseRadius, meshOf(p.Grid, area).curves(true))[0], true
}

func (p planeDrawing) drawBasePoint(area draw.Canvas) {
	if tag, name, known := p.basePoint(area.Rectangle); known {
		chart.DrawTags(area, []chart.Tag{tag}, []vg.Rectangle{name}, baseRadius)
		drawBase(area, tag.At)
	}
}

// regionLabels finds where the name of each region can stand, or its letter.
func (p planeDrawing) regionLabels(area vg.Rectangle) []regionLabel {
	var taken []vg.Rectangle
	if tag, name, known := p.basePoint(area); known {
		taken = []vg.Rectangle{name, chart.Rectangle(tag.At.X-baseRadius, tag.At.Y-baseRadius, tag.At.X+baseRadius, tag.At.Y+baseRadius)}
	}
	m := meshOf(p.Grid, area)
	borders := m.curves(true)
	var labels []regionLabel
	for _, region := range p.Regions() {
		label := regionLabel{kind: p.KindAt(m.cellAt(region[0]))}
		name := label.kind.Name(p.ctx)
		for _, lines := range [][]string{{name}, chart.BoldFont.Wrap(name, 130), chart.BoldFont.Wrap(name, 85), {label.kind.Letter}} {
			if at, found := m.spaceFor(region, lines, borders, taken); found {
				label.lines, label.at, label.named = lines, at, len(lines) > 1 || lines[0] == name
				break
			}
		}
		labels = append(labels, label)
	}
	return labels
}

// spaceFor is the point nearest to the middle of the region at which the lines are wholly in it and off what is taken; false
// if there is none.
func (m mesh) spaceFor(region []plane.Spot, lines []string, borders []chart.Segment, taken []vg.Rectangle) (vg.Point, bool) {
	half := vg.Point{X: chart.BoldFont.Widest(lines...)/2 + 4, Y: chart.BoldFont.Height(len(lines))/2 + 3}
	var centre vg.Point
	for _, s := range region {
		centre = centre.Add(m.point(s).Scale(1 / vg.Length(len(region))))
	}
	best, least := vg.Point{}, math.Inf(1)
	for _, s := range region {
		at := m.point(s)
		box := vg.Rectangle{Min: at.Sub(half), Max: at.Add(half)}
		if away := math.Hypot(float64(at.X-centre.X), float64(at.Y-centre.Y)); away < least && m.holds(box) && clearOf(box, borders, taken) {
			best, least = at, away
		}
	}
	return best, !math.IsInf(least, 1)
}

// holds says whether a box is wholly on the map.
func (m mesh) holds(box vg.Rectangle) bool {
	return box.Min.X >= m.px[0] && box.Min.Y >= m.py[0] && box.Max.X <= m.px[len(m.px)-1] && box.Max.Y <= m.py[len(m.py)-1]
}

func clearOf(box vg.Rectangle, lines []chart.Segment, taken []vg.Rectangle) bool {
	for _, s := range lines {
		if s.Meets(box) {
			return false
		}
	}
	for _, r := range taken {
		if box.Min.X < r.Max.X && r.Min.X < box.Max.X && box.Min.Y < r.Max.Y && r.Min.Y < box.Max.Y {
			return false
		}
	}
	return true
}

// drawTicks writes values under and beside the map, as many as fit.
func (p planeDrawing) drawTicks(area draw.Canvas) {
	line, font := draw.LineStyle{Color: chart.DarkGrey, Width: 0.75}, chart.LabelFont
	across, up := p.X.TickValues(), p.Y.TickValues()
	x, y := make([]vg.Length, len(across)), make([]vg.Length, len(up))
	for i, v := range across {
		at := area.Min.X + area.Size().X*p.X.Share(v)
		area.StrokeLine2(line, at, area.Min.Y, at, area.Min.Y-4)
		x[i] = min(at, area.Max.X-font.Width(p.X.Write(v))/2) // not beyond the page
	}
	for _, i := range chart.ThinToEnds(len(across), func(a, b int) bool {
		return x[b]-x[a] >= (font.Width(p.X.Write(across[a]))+font.Width(p.X.Write(across[b])))/2+8
	}) {
		font.DrawTop(area, vg.Point{X: x[i], Y: area.Min.Y - 6}, chart.Centre, p.X.Write(across[i]))
	}
	for i, v := range up {
		y[i] = area.Min.Y + area.Size().Y*p.Y.Share(v)
		area.StrokeLine2(line, area.Min.X-4, y[i], area.Min.X, y[i])
	}
	for _, i := range chart.ThinToEnds(len(up), func(a, b int) bool { return y[b]-y[a] >= font.Leading() }) {
		font.DrawMiddle(area, vg.Point{X: area.Min.X - 7, Y: y[i]}, chart.Right, p.Y.Write(up[i]))
	}
}
