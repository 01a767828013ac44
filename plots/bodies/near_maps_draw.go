package bodies

import (
	"fmt"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/tiling"
)

// nearLayout is the maps in rows of two, measured.
type nearLayout struct {
	nearMaps
	ctx    figure.Context
	mosaic tiling.Mosaic
	codes  bool // there is space for codes
}

const (
	nearGap      = vg.Length(24)
	nearHeight   = vg.Length(330) // of one map at most
	nearHeading  = vg.Length(38)
	nearTileMost = vg.Length(46)
)

var (
	movedFill = chart.Tint(chart.DarkBlue, 0.42)
	nearFont  = chart.Font{Size: leastText}
)

func (all nearMaps) layout(ctx figure.Context) nearLayout {
	l := nearLayout{nearMaps: all, ctx: ctx}
	l.mosaic = all.shown[0].mosaic().Fitted(vg.Point{X: (chart.BodyWidth - nearGap) / 2, Y: nearHeight}, nearTileMost)
	l.codes = true
	for _, b := range all.shown[0].Bodies {
		lines, fits := tiling.Lines(nearFont, l.mosaic.Pitch, b.Code)
		l.codes = l.codes && fits && len(lines) == 1
	}
	return l
}

func (l nearLayout) rows() int { return (len(l.shown) + 1) / 2 }

func (l nearLayout) key() []chart.KeyItem {
	items := []chart.KeyItem{
		{Text: "In the same sector as in " + l.reference.Map, Width: 14, Swatch: tiling.Swatch(sectorFill, chart.MidGrey)},
		{Text: "In another", Width: 14, Swatch: tiling.Swatch(movedFill, chart.MidGrey)},
	}
	if l.anyAlone() {
		items = append(items, chart.KeyItem{Text: "In the same, and alone in it", Width: 14, Swatch: tiling.Swatch(chart.White, chart.MidGrey)})
	}
	return items
}

// anyAlone says whether a body is drawn as alone in its sector: one that is there in the map of the case too.
func (l nearLayout) anyAlone() bool {
	for _, m := range l.shown {
		for _, s := range m.Sectors {
			if s.alone() && !m.moved[m.Bodies[s.Bodies[0]].Code] {
				return true
			}
		}
	}
	return false
}

func (l nearLayout) height() vg.Length {
	return chart.KeyHeight(l.key()) + vg.Length(l.rows())*(nearHeading+l.mosaic.Size().Y) + vg.Length(l.rows()-1)*nearGap
}

func (l nearLayout) notes() []string {
	notes := []string{"A sector is called the same where it shares most " + l.ctx.BodyPlural, "Lines join tiles of one sector that lie apart where its areas do not"}
	if len(l.shown) > 3 {
		notes = append(notes, fmt.Sprintf("Of the %s maps next to the best, those are shown that differ most from it and from one another", chart.Unit{}.Format(float64(l.nearest), 0)))
	}
	if l.codes {
		notes = append(notes, fmt.Sprintf("map_sectors.csv has the names of %s by their codes", l.ctx.BodyPlural))
	}
	return notes
}

func (l nearLayout) draw(c draw.Canvas) {
	c = chart.DrawKey(c, l.key())
	width, height := (chart.BodyWidth-nearGap)/2, nearHeading+l.mosaic.Size().Y
	for i, m := range l.shown {
		at := vg.Point{X: c.Min.X + vg.Length(i%2)*(width+nearGap), Y: c.Max.Y - vg.Length(i/2)*(height+nearGap)}
		name, about := l.heading(m)
		chart.PanelFont.DrawTop(c, at, chart.Left, name)
		chart.LabelFont.DrawTop(c, vg.Point{X: at.X, Y: at.Y - chart.PanelFont.Leading()}, chart.Left, about)
		area := c
		area.Rectangle = vg.Rectangle{Min: vg.Point{X: at.X, Y: at.Y - height}, Max: vg.Point{X: at.X + width, Y: at.Y - nearHeading}}
		l.drawTiles(area, m)
	}
}

func (l nearLayout) drawTiles(c draw.Canvas, m nearMap) {
	centres, alone := l.mosaic.Centres(c), map[string]bool{}
	for _, s := range m.Sectors {
		alone[s.Code] = s.alone()
	}
	for k, b := range m.Bodies {
		fill, line := sectorFill, chart.White
		if alone[b.Sector] {
			fill, line = chart.White, chart.MidGrey
		}
		if m.moved[b.Code] {
			fill = movedFill
		}
		tiling.Draw(c, centres[k], l.mosaic.Pitch, fill, line)
	}
	for _, x := range m.bridges() {
		from, to := clearOf(0.36, centres[x[0]], centres[x[1]], l.mosaic.Pitch)
		c.StrokeLine2(draw.LineStyle{Color: chart.Ink, Width: 1.4}, from.X, from.Y, to.X, to.Y)
	}
	m.drawBorders(c, centres, l.mosaic.Pitch, max(1, min(2.6, l.mosaic.Pitch/16)))
	if !l.codes {
		return
	}
	for k, b := range m.Bodies {
		tiling.WriteLines(nearFont, c, centres[k], []string{b.Code})
	}
}
