package bodies

import (
	"cmp"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
	"reconfig/plots/figure"
)

// swarm is the layout of the dots: a row for each sector, as high as its tallest stack in any panel. Where that would
// be too high for a page, bars count what the dots would show.
type swarm struct {
	ctx     figure.Context
	panels  []panel
	scale   chart.Scale
	sectors []string
	names   vg.Length // space for the sectors' names
	lanes   map[string]lanes
	tally   *tally // nil where each body has a dot
	key     []chart.KeyItem
}

// lanes is how far stacks of a sector reach down and up, in dots.
type lanes struct{ lo, hi int }

// The measures of the dots.
const (
	dotSize      = vg.Length(7) // from one dot to the next
	sectorGap    = vg.Length(7)
	sectorMost   = vg.Length(90)
	headingGap   = vg.Length(8)
	belowSwarm   = vg.Length(24)
	betweenSwarm = vg.Length(30)
)

func swarmOf(ctx figure.Context, panels []panel) swarm {
	lo, hi := chart.FromZero(gapRange(panels))
	s := swarm{ctx: ctx, panels: panels, lanes: map[string]lanes{}, key: targetKey()}
	pad := max(0.06*(hi-lo), 0.3)
	s.scale = chart.NewScale(lo-pad, hi+pad, 4, 4, gapUnit)
	s.setRows()
	if slices.ContainsFunc(panels, func(p panel) bool { return len(p.Bodies) > mostDots }) {
		return s.tallied()
	}
	s.setLanes()
	if s.rowsHeight() > rowsMost {
		return s.tallied()
	}
	return s
}

func (s *swarm) setRows() {
	s.sectors = nil
	for _, p := range s.panels {
		for _, b := range p.Bodies {
			s.sectors = append(s.sectors, b.Sector)
		}
	}
	slices.SortFunc(s.sectors, func(a, b string) int {
		if (a == aloneRow) != (b == aloneRow) { // which comes last
			return map[bool]int{true: 1, false: -1}[a == aloneRow]
		}
		return cmp.Compare(a, b)
	})
	s.sectors = slices.Compact(s.sectors)
	s.names = 0
	for _, sector := range s.sectors {
		s.names = max(s.names, chart.LabelFont.Widest(chart.LabelFont.Wrap(sector, sectorMost)...))
	}
	s.names += 10
}

func (s *swarm) setLanes() {
	for _, p := range s.panels {
		for _, sector := range s.sectors {
			l := s.lanes[sector]
			for _, lane := range s.stack(p.in(sector)) {
				l.lo, l.hi = min(l.lo, lane), max(l.hi, lane)
			}
			s.lanes[sector] = l
		}
	}
}

func (p panel) in(sector string) []body {
	var bodies []body
	for _, b := range p.Bodies {
		if b.Sector == sector {
			bodies = append(bodies, b)
		}
	}
	return bodies
}

// stack gives each body of a sector its lane, for a panel a little narrower than it comes out, so that dots never
// overlap.
func (s swarm) stack(bodies []body) []int {
	width := s.panelWidth() - 24
	x := make([]vg.Length, len(bodies))
	for i, b := range bodies {
		x[i] = width * vg.Length((b.Gap-s.scale.Min)/(s.scale.Max-s.scale.Min))
	}
	return chart.Swarm(x, dotSize)
}

func (s swarm) panelWidth() vg.Length {
	n := vg.Length(len(s.panels))
	return (chart.BodyWidth - s.names - betweenSwarm*(n-1)) / n
}

func (s swarm) rowHeight(sector string) vg.Length {
	l := s.lanes[sector]
	lines := len(chart.LabelFont.Wrap(sector, sectorMost))
	row := dotSize * vg.Length(l.hi-l.lo+1)
	if s.tally != nil {
		row = s.tally.rowHeight - sectorGap
	}
	return max(row, chart.LabelFont.Height(lines)-4) + sectorGap
}

func (s swarm) rowsHeight() vg.Length {
	var h vg.Length
	for _, sector := range s.sectors {
		h += s.rowHeight(sector)
	}
	return h
}

func (s swarm) heading(p panel) []string {
	return chart.PanelFont.Wrap(s.ctx.Name(p.Code), s.panelWidth())
}

func (s swarm) headingHeight() vg.Length {
	lines := 0
	for _, p := range s.panels {
		lines = max(lines, len(s.heading(p)))
	}
	return chart.PanelFont.Height(lines) + chart.SmallFont.Height(1) + headingGap
}

func (s swarm) height() vg.Length {
	return chart.KeyHeight(s.key) + s.headingHeight() + s.rowsHeight() + belowSwarm
}

func targetKey() []chart.KeyItem {
	dot := func(hollow bool) func(draw.Canvas, vg.Rectangle) {
		return func(c draw.Canvas, r vg.Rectangle) {
			chart.Circle.Draw(c, vg.Point{X: r.Max.X - dotSize/2, Y: (r.Min.Y + r.Max.Y) / 2}, dotSize/2-0.2, chart.DarkGrey, hollow)
		}
	}
	return []chart.KeyItem{
		{Text: "On target", Swatch: dot(false), Width: dotSize},
		{Text: "Off target", Swatch: dot(true), Width: dotSize},
		{Text: "Target", Swatch: chart.LineSwatch(figure.TargetLine)},
	}
}

func (s swarm) draw(c draw.Canvas) {
	c = chart.DrawKey(c, s.key)
	left := c.Min.X + s.names
	for i, p := range s.panels {
		x0 := left + vg.Length(i)*(s.panelWidth()+betweenSwarm)
		area := c
		area.Min.X, area.Max.X = x0, x0+s.panelWidth()
		y := s.drawPanel(area, p)
		if i == 0 {
			s.drawSectors(c, y)
		}
	}
}

// drawPanel returns where a height above the lowest row's foot is on the page.
func (s swarm) drawPanel(c draw.Canvas, p panel) func(float64) vg.Length {
	top := vg.Point{X: c.Min.X, Y: c.Max.Y}
	chart.PanelFont.DrawTop(c, top, chart.Left, s.heading(p)...)
	top.Y -= chart.PanelFont.Height(len(s.heading(p)))
	chart.SmallFont.DrawTop(c, top, chart.Left, p.share()+" on target")
	plot := chart.Rows(s.scale, s.scale, s.rowsHeight().Points())
	plot.Add(chart.Plotted(func(c draw.Canvas, x, y func(float64) vg.Length) {
		s.drawDots(c, p, x, y)
	}))
	_, _, y := chart.Area(plot, draw.Crop(c, 0, 0, 0, -s.headingHeight()))
	return y
}

// eachRow visits the sectors from the top, with the heights of a row's foot and head.
func (s swarm) eachRow(visit func(sector string, foot, head float64)) {
	head := s.rowsHeight().Points()
	for _, sector := range s.sectors {
		foot := head - s.rowHeight(sector).Points()
		visit(sector, foot, head)
		head = foot
	}
}

func (s swarm) drawDots(c draw.Canvas, p panel, x, y func(float64) vg.Length) {
	thin := draw.LineStyle{Color: chart.GridGrey, Width: 0.6}
	s.eachRow(func(_ string, _, head float64) { c.StrokeLine2(thin, c.Min.X, y(head), c.Max.X, y(head)) })
	c.StrokeLine2(figure.TargetLine, x(0), c.Min.Y, x(0), c.Max.Y)
	if s.tally != nil {
		s.tally.draw(c, s, p, x, y)
		return
	}
	col := s.ctx.Look(p.Code).Color
	s.eachRow(func(sector string, foot, head float64) {
		bodies, l := p.in(sector), s.lanes[sector]
		middle := y((foot+head)/2) - dotSize*vg.Length(l.hi+l.lo)/2
		for i, lane := range s.stack(bodies) {
			at := vg.Point{X: x(bodies[i].Gap), Y: middle + dotSize*vg.Length(lane)}
			chart.Circle.Draw(c, at, dotSize/2-0.2, col, !bodies[i].OnTarget)
		}
	})
}

func (s swarm) drawSectors(c draw.Canvas, y func(float64) vg.Length) {
	s.eachRow(func(sector string, foot, head float64) {
		at := vg.Point{X: c.Min.X + s.names - 10, Y: y((foot + head) / 2)}
		chart.LabelFont.DrawMiddle(c, at, chart.Right, chart.LabelFont.Wrap(sector, sectorMost)...)
	})
}
