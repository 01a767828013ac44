package bodies

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/tiling"
	"reconfig/plots/words"
)

// The measures of the map of an outcome.
const (
	outcomeMapHeight = vg.Length(480) // the most of a panel among several
	betweenMaps      = vg.Length(20)
)

// outcomeLayout is the panels in a row, measured.
type outcomeLayout struct {
	outcomesOnMap
	ctx    figure.Context
	mosaic tiling.Mosaic
	scale  outcomeSteps
	short  []string     // names of commissioners
	texts  [][][]string // lines in the tiles, by panel; none at all where there is no space
}

func (all outcomesOnMap) layout(ctx figure.Context) outcomeLayout {
	l := outcomeLayout{outcomesOnMap: all, ctx: ctx, scale: all.steps(), short: all.shortBodies()}
	space := vg.Point{X: l.panelWidth(), Y: outcomeMapHeight}
	if len(all.Panels) == 1 {
		space.Y = sectorMapHeight - 60
	}
	l.mosaic = all.mosaic().Fitted(space, tileMost)
	for _, named := range []bool{true, false} {
		if texts, fits := l.tileTexts(named); fits {
			l.texts = texts
			break
		}
	}
	return l
}

// shortBodies are the short names of the commissioners on the map.
func (m bodyMap) shortBodies() []string {
	names := make([]string, len(m.Bodies))
	for i, b := range m.Bodies {
		names[i] = b.Name
	}
	return shortNames(names)
}

func (l outcomeLayout) panelWidth() vg.Length {
	n := vg.Length(len(l.Panels))
	return (chart.BodyWidth - betweenMaps*(n-1)) / n
}

// tileTexts are the values in the tiles, below the names or alone; false if they do not all fit.
func (l outcomeLayout) tileTexts(named bool) ([][][]string, bool) {
	bare := l.Measure
	bare.Unit.Prefix, bare.Unit.Suffix = "", ""
	texts := make([][][]string, len(l.Panels))
	for j, p := range l.Panels {
		texts[j] = make([][]string, len(p.Values))
		for i, v := range p.Values {
			text := "–"
			switch {
			case math.IsNaN(v):
			case !notZero(v):
				text = "0"
			default:
				text = bare.Short(v)
			}
			if named {
				text = abbreviated(l.short[i]) + " " + strings.ReplaceAll(text, " ", "\u00A0")
			}
			lines, fits := tiling.Lines(tileFont, l.mosaic.Pitch, text)
			if !fits {
				return nil, false
			}
			texts[j][i] = lines
		}
	}
	return texts, true
}

func (l outcomeLayout) key() []chart.KeyItem {
	var items []chart.KeyItem
	for step := l.scale.First; step <= l.scale.Last; step++ {
		from, to, any := l.scale.bounds(step)
		if !any || step == 0 && !l.has(0) {
			continue
		}
		text := l.Between(from, to)
		if step == 0 && !l.hasRoundedToZero() {
			text = "0"
			if l.shown.difference {
				text = "No difference"
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

// hasRoundedToZero says whether some value is only written as zero.
func (l outcomeLayout) hasRoundedToZero() bool {
	return slices.ContainsFunc(l.Panels, func(p outcomePanel) bool {
		return slices.ContainsFunc(p.Values, func(v float64) bool { return l.step(v) == 0 && notZero(v) })
	})
}

// markBelowZero puts a dot on tiles below zero where no value says so and others are above, for a grey print.
func (l outcomeLayout) markBelowZero(c draw.Canvas, middle vg.Point, step int) {
	if l.texts == nil && step < 0 && l.scale.Last > 0 {
		chart.DrawDots(c, []vg.Point{middle}, max(0.6, min(2, l.mosaic.Pitch/8)), chart.Ink, false)
	}
}

func (l outcomeLayout) heading(p outcomePanel) []string {
	return chart.PanelFont.Wrap(l.outcomesOnMap.heading(l.ctx, p), l.panelWidth())
}

// summaryLine is a line under a heading.
type summaryLine struct {
	mark mark
	text string
}

// summary names the extremes, which are marked on the map, and gives the median.
func (l outcomeLayout) summary(p outcomePanel) []summaryLine {
	lo, hi := l.extremesOf(p)
	if words.Alike(lo.Value, hi.Value) {
		return []summaryLine{{noMark, l.Short(lo.Value) + " everywhere"}}
	}
	var lines []summaryLine
	add := func(m mark, text string) {
		for i, line := range chart.LabelFont.Wrap(text, l.panelWidth()-markIndent) {
			if i > 0 {
				m = noMark
			}
			lines = append(lines, summaryLine{m, line})
		}
	}
	add(highest, words.Sentence(hi.where(l.ctx))+": "+l.Short(hi.Value))
	add(lowest, words.Sentence(lo.where(l.ctx))+": "+l.Short(lo.Value))
	add(noMark, "Median: "+l.Short(p.median()))
	return lines
}

func (l outcomeLayout) headingLines() int {
	lines := 0
	for _, p := range l.Panels {
		lines = max(lines, len(l.heading(p)))
	}
	return lines
}

func (l outcomeLayout) headingHeight() vg.Length {
	lines := 0
	for _, p := range l.Panels {
		lines = max(lines, len(l.summary(p)))
	}
	return chart.PanelFont.Height(l.headingLines()) + chart.LabelFont.Height(lines) + 8
}

func (l outcomeLayout) height() vg.Length {
	return chart.KeyHeight(l.key()) + 4 + l.headingHeight() + l.mosaic.Size().Y
}

func (l outcomeLayout) draw(c draw.Canvas) {
	c = chart.DrawKey(c, l.key())
	c.Max.Y -= 4
	for i := range l.Panels {
		area := c
		area.Min.X += vg.Length(i) * (l.panelWidth() + betweenMaps)
		area.Max.X = area.Min.X + l.panelWidth()
		l.drawPanel(area, i)
	}
}

func (l outcomeLayout) drawPanel(c draw.Canvas, panel int) {
	p := l.Panels[panel]
	at := vg.Point{X: c.Min.X, Y: c.Max.Y}
	chart.PanelFont.DrawTop(c, at, chart.Left, l.heading(p)...)
	at.Y -= chart.PanelFont.Height(l.headingLines())
	for _, line := range l.summary(p) {
		chart.LabelFont.DrawTop(c, vg.Point{X: at.X + markIndent, Y: at.Y}, chart.Left, line.text)
		line.mark.draw(c, vg.Point{X: at.X + markIndent/2 - 1, Y: at.Y - chart.LabelFont.Leading()/2 - 1}, 9, chart.Ink)
		at.Y -= chart.LabelFont.Leading()
	}
	area := draw.Crop(c, 0, 0, 0, -l.headingHeight())
	area.Min.Y = area.Max.Y - l.mosaic.Size().Y
	centres := l.mosaic.Centres(area)
	lo, hi := l.extremesOf(p)
	for i, v := range p.Values {
		fill := chart.GridGrey
		if step := l.step(v); step != unknownStep {
			fill = l.scale.fill(step)
		}
		tiling.Draw(c, centres[i], l.mosaic.Pitch, fill, chart.MidGrey)
		if l.texts != nil {
			font := tileFont
			font.Color = chart.TextOn(fill)
			tiling.WriteLines(font, c, centres[i], l.texts[panel][i])
		} else if m := markOf(v, lo, hi); m != noMark {
			m.draw(c, centres[i], l.mosaic.Pitch*0.42, chart.TextOn(fill))
		} else {
			l.markBelowZero(c, centres[i], l.step(v))
		}
	}
	l.drawBorders(c, centres, l.mosaic.Pitch, border(max(0.6, min(2.4, l.mosaic.Pitch/18))))
}

// notes say what the marks mean and what there was no space for.
func (l outcomeLayout) notes() []string {
	var notes []string
	if l.shared() > 0 {
		notes = append(notes, "Dark lines are the borders of sectors of several "+l.ctx.BodyPlural)
	}
	if l.texts == nil {
		notes = append(notes, fmt.Sprintf("Triangles mark the highest and the lowest; sector-map names the %s, commissioners.csv has the values", l.ctx.BodyPlural))
		if l.scale.First < 0 && l.scale.Last > 0 {
			notes = append(notes, "A dot: below 0")
		}
	}
	if len(l.Left) > 0 {
		notes = append(notes, "No map of "+words.Listed(figure.SaidOf(l.ctx, l.Left))+", which the others are shown against")
	}
	return notes
}
