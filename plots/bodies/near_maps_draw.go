package bodies

import (
	"fmt"
	"slices"

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
	nearListGap  = vg.Length(12)
)

var (
	movedFill = chart.Tint(chart.Charcoal, 0.42)
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
		{Text: "In the same sector as in the case’s map", Width: 14, Swatch: tiling.Swatch(sectorFill, chart.MidGrey)},
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
	return chart.KeyHeight(l.key()) + vg.Length(l.rows())*(nearHeading+l.mosaic.Size().Y) + vg.Length(l.rows()-1)*nearGap + l.listHeight()
}

func (l nearLayout) notes() []string {
	notes := []string{"A sector is called the same where it shares most " + l.ctx.BodyPlural, "Lines join tiles of one sector that lie apart where its areas do not"}
	if len(l.shown) > 3 {
		notes = append(notes, fmt.Sprintf("Of the %s maps next to the best, those are shown that differ most from it and from one another", chart.Unit{}.Format(float64(l.nearest), 0)))
	}
	if l.codes && !l.hasList() {
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
	c.Max.Y -= vg.Length(l.rows())*(height+nearGap) - nearGap + aboveSectorKey
	l.drawList(c)
}

// The list of names under the maps.
const (
	nearColumns    = 4
	mostNearListed = 60 // more would not fit the page
)

// hasList says whether there is a list of the names of bodies by their codes: where tiles have codes that are not the names.
func (l nearLayout) hasList() bool {
	bodies := l.shown[0].Bodies
	return l.codes && len(bodies) <= mostNearListed && slices.ContainsFunc(bodies, func(b locatedBody) bool { return b.Name != b.Code })
}

// listLines are the lines of the list, column by column.
func (l nearLayout) listLines() (columns [nearColumns][]keyLine) {
	if !l.hasList() {
		return columns
	}
	bodies, short := l.shown[0].Bodies, l.shown[0].shortBodies()
	each := (len(bodies) + nearColumns - 1) / nearColumns
	for k, b := range bodies {
		lines := nearFont.Wrap(short[k], l.listWidth()-l.codeWidth())
		for i, line := range lines {
			entry := keyLine{"", line}
			if i == 0 {
				entry.code = b.Code
			}
			columns[k/each] = append(columns[k/each], entry)
		}
	}
	return columns
}

func (l nearLayout) listWidth() vg.Length {
	return (chart.BodyWidth - (nearColumns-1)*nearListGap) / nearColumns
}

// codeWidth is the space for codes before names.
func (l nearLayout) codeWidth() (w vg.Length) {
	for _, b := range l.shown[0].Bodies {
		w = max(w, codeFont.Width(b.Code))
	}
	return w + 6
}

func (l nearLayout) listHeight() vg.Length {
	most := 0
	for _, lines := range l.listLines() {
		most = max(most, len(lines))
	}
	if most == 0 {
		return 0
	}
	return aboveSectorKey + nearFont.Height(most)
}

func (l nearLayout) drawList(c draw.Canvas) {
	for i, lines := range l.listLines() {
		at := vg.Point{X: c.Min.X + vg.Length(i)*(l.listWidth()+nearListGap), Y: c.Max.Y}
		for _, line := range lines {
			codeFont.DrawTop(c, at, chart.Left, line.code)
			nearFont.DrawTop(c, vg.Point{X: at.X + l.codeWidth(), Y: at.Y}, chart.Left, line.text)
			at.Y -= nearFont.Leading()
		}
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
	m.drawBorders(c, centres, l.mosaic.Pitch, border(max(1, min(2.6, l.mosaic.Pitch/16))))
	if !l.codes {
		return
	}
	for k, b := range m.Bodies {
		tiling.WriteLines(nearFont, c, centres[k], []string{b.Code})
	}
}
