package bodies

import (
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
	"reconfig/plots/tiling"
)

// The measures of the list under the map, in columns.
const (
	listColumns   = 2
	listColumnGap = vg.Length(20)
	listColumn    = (chart.BodyWidth - (listColumns-1)*listColumnGap) / listColumns
	mostListed    = 24 // more would not fit the page
)

var codeFont = chart.Font{Size: leastText, Bold: true}

// keyLine is a name that the map has only the code of.
type keyLine struct{ code, text string }

// keyItems explain the fills, where there are two.
func (l sectorLayout) keyItems() []chart.KeyItem {
	shared := chart.KeyItem{Text: "Sector of several " + l.ctx.BodyPlural, Width: 14, Swatch: tiling.Swatch(sectorFill, chart.Ink)}
	alone := chart.KeyItem{Text: "Alone in its sector: nothing to pool", Width: 14, Swatch: tiling.Swatch(chart.White, chart.MidGrey)}
	if n := l.m.shared(); n < len(l.m.Sectors) && n > 0 {
		return []chart.KeyItem{shared, alone}
	}
	return nil
}

// columns are the lines of the list, each column from the top.
func (l sectorLayout) columns() [listColumns][]keyLine {
	var all []keyLine
	for _, entry := range l.listed {
		for i, line := range tileFont.Wrap(entry.text, listColumn-l.codesWidth()) {
			code := ""
			if i == 0 {
				code = entry.code
			}
			all = append(all, keyLine{code, line})
		}
	}
	var columns [listColumns][]keyLine
	half := (len(all) + listColumns - 1) / listColumns
	for half < len(all) && all[half].code == "" { // no name goes on in the next column
		half++
	}
	columns[0], columns[1] = all[:min(half, len(all))], all[min(half, len(all)):]
	return columns
}

// codesWidth is the space for the codes before the names.
func (l sectorLayout) codesWidth() vg.Length {
	var w vg.Length
	for _, entry := range l.listed {
		w = max(w, codeFont.Width(entry.code))
	}
	return min(w+8, listColumn/2)
}

func (l sectorLayout) keyHeight() vg.Length {
	if len(l.key) == 0 {
		return 0
	}
	return chart.KeyHeight(l.key)
}

func (l sectorLayout) height() vg.Length {
	h := l.keyHeight() + l.mosaic.Size().Y
	if lines := len(l.columns()[0]); lines > 0 {
		h += aboveSectorKey + tileFont.Height(lines)
	}
	return h
}

func (l sectorLayout) drawList(c draw.Canvas) {
	for i, lines := range l.columns() {
		at := vg.Point{X: c.Min.X + vg.Length(i)*(listColumn+listColumnGap), Y: c.Max.Y}
		for _, line := range lines {
			codeFont.DrawTop(c, at, chart.Left, line.code)
			tileFont.DrawTop(c, vg.Point{X: at.X + l.codesWidth(), Y: at.Y}, chart.Left, line.text)
			at.Y -= tileFont.Leading()
		}
	}
}
