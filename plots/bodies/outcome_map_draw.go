package bodies

import (
	"fmt"
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/tiling"
	"reconfig/plots/words"
)

// The measures of the map of an outcome.
const (
	outcomeMapHeight = vg.Length(370) // the most of a panel among several
	outcomeTileMost  = vg.Length(42)
	betweenMaps      = vg.Length(22)
	belowMaps        = vg.Length(16)
)

// outcomeLayout is the panels, measured.
type outcomeLayout struct {
	outcomesOnMap
	ctx      figure.Context
	mosaic   tiling.Mosaic
	scale    outcomeSteps
	font     chart.Font
	labelled bool // tiles have values
	coded    bool // and codes
}

func (all outcomesOnMap) layout(ctx figure.Context) outcomeLayout {
	l := outcomeLayout{outcomesOnMap: all, ctx: ctx, scale: all.steps()}
	space, most := vg.Point{X: l.panelWidth(), Y: outcomeMapHeight}, outcomeTileMost
	if len(all.Panels) == 1 {
		space.Y, most = sectorMapHeight, tileMost
	}
	l.mosaic = all.mosaic().Fitted(space, most)
	for _, l.coded = range []bool{true, false} {
		var texts [][]string
		for _, p := range all.Panels {
			texts = append(texts, l.labels(p)...)
		}
		if l.font, l.labelled = tiling.FontFor(l.mosaic.Pitch, codeLargest, codeSmallest, texts); l.labelled {
			break
		}
	}
	return l
}

func (l outcomeLayout) columns() int { return min(2, len(l.Panels)) }

func (l outcomeLayout) panelWidth() vg.Length {
	n := vg.Length(l.columns())
	return (chart.BodyWidth - betweenMaps*(n-1)) / n
}

// labels are the lines in each tile of a panel.
func (l outcomeLayout) labels(p outcomePanel) [][]string {
	bare := l.Measure
	bare.Unit.Prefix, bare.Unit.Suffix = "", ""
	labels := make([][]string, len(p.Values))
	for i, v := range p.Values {
		text := "–"
		switch {
		case math.IsNaN(v):
		case !notZero(v):
			text = "0"
		default:
			text = bare.Short(v)
		}
		if l.coded {
			labels[i] = append(labels[i], l.Bodies[i].Code)
		}
		labels[i] = append(labels[i], text)
	}
	return labels
}

func (l outcomeLayout) key() []chart.KeyItem {
	m := l.Measure
	var edges []float64
	for step := l.scale.First; step <= l.scale.Last; step++ {
		from, to := l.scale.bounds(step)
		edges = append(edges, from, to)
	}
	m.Decimals = m.Unit.DecimalsAmong(edges)
	var items []chart.KeyItem
	for step := l.scale.First; step <= l.scale.Last; step++ {
		from, to := l.scale.bounds(step)
		text := m.Short(from) + " to " + m.Short(to)
		if step == 0 {
			text = "0"
			if l.shown.difference {
				text = "No difference"
			}
			if !l.has(0) {
				continue
			}
		}
		items = append(items, chart.KeyItem{Text: text, Width: 12, Swatch: func(c draw.Canvas, r vg.Rectangle) {
			tiling.Swatch(l.scale.fill(step), chart.MidGrey)(c, r)
			l.markBelowZero(c, chart.Middle(r), step)
		}})
	}
	if l.has(unknownStep) {
		items = append(items, chart.KeyItem{Text: "Not known", Width: 12, Swatch: func(c draw.Canvas, r vg.Rectangle) {
			tiling.Swatch(chart.GridGrey, chart.MidGrey)(c, r)
		}})
	}
	return items
}

// unknownStep is that of commissioners of which no value is known.
const unknownStep = math.MinInt

// step is the step of a value, or unknownStep.
func (l outcomeLayout) step(v float64) int {
	if math.IsNaN(v) {
		return unknownStep
	}
	return l.scale.of(v)
}

// has says whether any value is in the step.
func (l outcomeLayout) has(step int) bool {
	for _, p := range l.Panels {
		for _, v := range p.Values {
			if l.step(v) == step {
				return true
			}
		}
	}
	return false
}

// markBelowZero puts a dot on tiles below zero where no value says so and others are above, for a grey print.
func (l outcomeLayout) markBelowZero(c draw.Canvas, middle vg.Point, step int) {
	if !l.labelled && step < 0 && l.scale.Last > 0 {
		chart.DrawDots(c, []vg.Point{middle}, max(0.6, min(2, l.mosaic.Pitch/8)), chart.Ink, false)
	}
}

func (l outcomeLayout) heading(p outcomePanel) []string {
	return chart.PanelFont.Wrap(l.outcomesOnMap.heading(l.ctx, p), l.panelWidth())
}

// summary is the line under a heading.
func (l outcomeLayout) summary(p outcomePanel) string {
	lo, hi := l.extremesOf(p)
	if words.Alike(lo.Value, hi.Value) {
		return l.Short(lo.Value) + " everywhere"
	}
	return fmt.Sprintf("%s to %s, median %s", l.Short(lo.Value), l.Short(hi.Value), l.Short(p.median()))
}

func (l outcomeLayout) headingHeight() vg.Length {
	lines := 0
	for _, p := range l.Panels {
		lines = max(lines, len(l.heading(p)))
	}
	return chart.PanelFont.Height(lines) + chart.SmallFont.Height(1) + 6
}

func (l outcomeLayout) rowHeight() vg.Length { return l.headingHeight() + l.mosaic.Size().Y }

func (l outcomeLayout) height() vg.Length {
	rows := vg.Length((len(l.Panels) + l.columns() - 1) / l.columns())
	return chart.KeyHeight(l.key()) + 4 + rows*l.rowHeight() + (rows-1)*belowMaps
}

func (l outcomeLayout) draw(c draw.Canvas) {
	c = chart.DrawKey(c, l.key())
	for i, p := range l.Panels {
		area := c
		area.Min.X += vg.Length(i%l.columns()) * (l.panelWidth() + betweenMaps)
		area.Max.X = area.Min.X + l.panelWidth()
		area.Max.Y -= 4 + vg.Length(i/l.columns())*(l.rowHeight()+belowMaps)
		area.Min.Y = area.Max.Y - l.rowHeight()
		l.drawPanel(area, p)
	}
}

func (l outcomeLayout) drawPanel(c draw.Canvas, p outcomePanel) {
	at := vg.Point{X: c.Min.X, Y: c.Max.Y}
	chart.PanelFont.DrawTop(c, at, chart.Left, l.heading(p)...)
	at.Y -= chart.PanelFont.Height(len(l.heading(p)))
	chart.SmallFont.DrawTop(c, at, chart.Left, l.summary(p))
	centres := l.mosaic.Centres(draw.Crop(c, 0, 0, 0, -l.headingHeight()))
	for i, v := range p.Values {
		fill := chart.GridGrey
		if step := l.step(v); step != unknownStep {
			fill = l.scale.fill(step)
		}
		tiling.Draw(c, centres[i], l.mosaic.Pitch, fill, chart.MidGrey)
		l.markBelowZero(c, centres[i], l.step(v))
		if l.labelled {
			font := l.font
			font.Color = chart.TextOn(fill)
			tiling.Write(font, c, centres[i], l.labels(p)[i])
		}
	}
	l.drawBorders(c, centres, l.mosaic.Pitch, max(0.4, min(1.4, l.mosaic.Pitch/22)))
}

// notes say what the marks mean and what there was no space for.
func (l outcomeLayout) notes() []string {
	notes := []string{"Dark lines are the borders of sectors of several " + l.ctx.BodyPlural}
	switch {
	case !l.labelled:
		notes = append(notes, fmt.Sprintf("There is no room for codes and values of %s; commissioners.csv has them", l.ctx.BodyPlural))
		if l.scale.First < 0 && l.scale.Last > 0 {
			notes = append(notes, "A dot: below 0")
		}
	case !l.coded:
		notes = append(notes, fmt.Sprintf("There is no room for the codes of %s, which lie as in sector-map", l.ctx.BodyPlural))
	}
	if len(l.Left) > 0 {
		notes = append(notes, "No map of "+words.Listed(figure.NamesOf(l.ctx, l.Left))+", which the others are shown against")
	}
	return notes
}
