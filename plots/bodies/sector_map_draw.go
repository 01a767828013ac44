package bodies

import (
	"image/color"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/tiling"
)

// The measures of the map of sectors, which with its words and a caption fits a page of A4.
const (
	tileMost        = vg.Length(84)  // width of a tile
	sectorMapHeight = vg.Length(760) // of the map with its key and list, the most
	sectorMapStep   = vg.Length(8)   // by which the map gets lower until all fits
	aboveSectorKey  = vg.Length(12)
	leastText       = chart.LeastSize
)

var (
	tileFont   = chart.Font{Size: leastText}
	sectorFont = chart.Font{Size: leastText, Bold: true}
	sectorFill = chart.Tint(chart.DarkGrey, 0.13)
)

// sectorLayout is the map of sectors and its key, measured.
type sectorLayout struct {
	ctx     figure.Context
	m       bodyMap
	mosaic  tiling.Mosaic
	tiles   [][]string    // lines in the tiles; none at all where there is no space
	labels  []sectorLabel // of sectors that have one on the map
	unnamed []string      // names of sectors without one
	listed  []keyLine     // bodies by code and name, and sectors by mark and name, that the map itself does not name
	key     []chart.KeyItem
}

// sectorLayoutOf is the map as large as the page allows.
func sectorLayoutOf(ctx figure.Context, m bodyMap) sectorLayout {
	high := sectorMapHeight
	for {
		l := sectorLayoutAt(ctx, m, high)
		over := l.height() - sectorMapHeight
		if over <= 0 || high < sectorMapHeight/2 {
			return l
		}
		high -= max(sectorMapStep, over/2)
	}
}

// sectorLayoutAt is the map no higher than that, without its key and list.
func sectorLayoutAt(ctx figure.Context, m bodyMap, high vg.Length) sectorLayout {
	l := sectorLayout{ctx: ctx, m: m, mosaic: m.mosaic().Fitted(vg.Point{X: chart.BodyWidth, Y: high}, tileMost)}
	l.key = l.keyItems()
	l.nameTiles()
	l.nameSectors()
	if 4*len(l.unnamed) > l.m.shared() && l.tiles != nil { // the names of sectors matter more
		bare := l
		bare.tiles, bare.listed = nil, nil
		bare.nameSectors()
		if len(bare.unnamed) < len(l.unnamed) {
			l = bare
		}
	}
	if len(l.listed) > mostListed {
		l.listed = nil
	}
	return l
}

// nameTiles writes short names into the tiles, abbreviated where they do not fit, else codes, which the key lists. Where
// codes do not fit either, or there would be too many to list, tiles stay empty.
func (l *sectorLayout) nameTiles() {
	names := make([]string, len(l.m.Bodies))
	for k, b := range l.m.Bodies {
		names[k] = b.Name
	}
	tiles := make([][]string, len(names))
	var listed []keyLine
	for k, name := range shortNames(names) {
		lines, fits := tiling.Lines(tileFont, l.mosaic.Pitch, name)
		if !fits {
			lines, fits = tiling.Lines(tileFont, l.mosaic.Pitch, abbreviated(name))
		}
		if !fits {
			lines, fits = tiling.Lines(tileFont, l.mosaic.Pitch, withCounties(abbreviated(name)))
		}
		if !fits {
			lines, fits = tiling.Lines(tileFont, l.mosaic.Pitch, l.m.Bodies[k].Code)
			listed = append(listed, keyLine{l.m.Bodies[k].Code, l.m.Bodies[k].Name})
		}
		if !fits {
			return
		}
		tiles[k] = lines
	}
	if len(listed) <= mostListed {
		l.tiles, l.listed = tiles, listed
	}
}

func (l sectorLayout) drawTiles(c draw.Canvas) {
	centres := l.mosaic.Centres(c)
	for _, s := range l.m.Sectors {
		for _, k := range s.Bodies {
			fill, line := sectorFill, chart.White
			if s.alone() {
				fill, line = chart.White, chart.MidGrey
			}
			tiling.Draw(c, centres[k], l.mosaic.Pitch, fill, line)
		}
	}
	l.m.drawBorders(c, centres, l.mosaic.Pitch, border(max(1, min(3.2, l.mosaic.Pitch/18))))
	l.drawBridges(c, centres)
	for k, lines := range l.tiles {
		tiling.WriteLines(tileFont, c, centres[k], lines)
	}
	corner := chart.Middle(c.Rectangle)
	for _, label := range l.labels {
		label.draw(c, corner)
	}
}

// drawBridges draws lines between tiles of a sector that lie apart, behind the names in the tiles. A rim tells them from borders.
func (l sectorLayout) drawBridges(c draw.Canvas, centres []vg.Point) {
	line, written := draw.LineStyle{Color: chart.Ink, Width: 1.4}, l.written(centres)
	for _, way := range l.routes(centres, chart.Middle(c.Rectangle)) {
		c.StrokeLines(draw.LineStyle{Color: chart.White, Width: line.Width + 2}, way)
		c.StrokeLines(line, way)
		for k := range l.tiles {
			for _, box := range written[k] {
				if !isClear(way, box) {
					chart.FillRectangle(c, box, l.fillOf(k))
				}
			}
		}
		for _, at := range []vg.Point{way[0], way[len(way)-1]} {
			chart.Circle.Draw(c, at, 2.2, chart.Ink, false)
		}
	}
}

// fillOf is the colour of a tile.
func (l sectorLayout) fillOf(k int) color.Color {
	for _, s := range l.m.Sectors {
		if s.Code == l.m.Bodies[k].Sector && s.alone() {
			return chart.White
		}
	}
	return sectorFill
}

// border is the usual line around a sector.
func border(width vg.Length) draw.LineStyle { return draw.LineStyle{Color: chart.Ink, Width: width} }

// drawBorders draws lines around the sectors of several commissioners.
func (m bodyMap) drawBorders(c draw.Canvas, centres []vg.Point, pitch vg.Length, line draw.LineStyle) {
	for _, s := range m.Sectors {
		if s.alone() {
			continue
		}
		for _, k := range s.Bodies {
			for n, tile := range m.Bodies[k].Tile.Neighbours() {
				if j, there := m.on[tile]; !there || m.Bodies[j].Sector != s.Code {
					tiling.DrawEdge(c, centres[k], pitch, n, line)
				}
			}
		}
	}
}
