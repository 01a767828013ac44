package plots

import (
	"image/color"
	"strconv"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
)

// The measures of the map of sectors.
const (
	tileMost        = vg.Length(56)  // width of a tile
	sectorMapHeight = vg.Length(560) // the most
	aboveSectorKey  = vg.Length(14)
	codeLargest     = vg.Length(11)
	codeSmallest    = vg.Length(8)
)

// sectorLayout is the map of sectors and its key, measured.
type sectorLayout struct {
	d        Data
	m        bodyMap
	mosaic   chart.Mosaic
	fills    []color.NRGBA // of sectors
	marks    []string      // of sectors, in their tiles and in the key
	font     chart.Font
	labelled bool // tiles have codes
	marked   bool // and the marks of their sectors
	named    bool // the key names commissioners
	blocks   []keyBlock
}

func (d Data) sectorLayout(m bodyMap) sectorLayout {
	l := sectorLayout{d: d, m: m, fills: make([]color.NRGBA, len(m.Sectors)), marks: make([]string, len(m.Sectors))}
	l.mosaic = m.mosaic().Fitted(vg.Point{X: chart.BodyWidth, Y: sectorMapHeight}, tileMost)
	for i, c := range m.colours() {
		l.fills[i] = chart.White
		if c >= 0 {
			l.fills[i] = sectorFills[c]
		}
		l.marks[i] = m.Sectors[i].Code
	}
	l.chooseLabels()
	l.named = l.labelled && len(m.Bodies) <= mostListed
	l.blocks = l.keyBlocks()
	return l
}

// chooseLabels finds what there is room for in the tiles: codes with those of the sectors, with numbers for these, or
// alone.
func (l *sectorLayout) chooseLabels() {
	if l.font, l.labelled = chart.TileFont(l.mosaic.Pitch, codeLargest, codeSmallest, l.labels(true)); l.labelled {
		l.marked = true
		return
	}
	number := 0
	for i, s := range l.m.Sectors {
		if !s.alone() {
			number++
			l.marks[i] = strconv.Itoa(number)
		}
	}
	if l.font, l.labelled = chart.TileFont(l.mosaic.Pitch, codeLargest, codeSmallest, l.labels(true)); l.labelled {
		l.marked = true
		return
	}
	l.font, l.labelled = chart.TileFont(l.mosaic.Pitch, codeLargest, codeSmallest, l.labels(false))
}

// labels are the lines in each tile.
func (l *sectorLayout) labels(marked bool) [][]string {
	labels := make([][]string, len(l.m.Bodies))
	for i, s := range l.m.Sectors {
		for _, k := range s.Bodies {
			labels[k] = []string{l.m.Bodies[k].Code}
			if marked && !s.alone() {
				labels[k] = append(labels[k], l.marks[i])
			}
		}
	}
	return labels
}

func (l sectorLayout) drawTiles(c draw.Canvas) {
	centres := l.mosaic.Centres(c)
	for i, s := range l.m.Sectors {
		for _, k := range s.Bodies {
			line := chart.White
			if s.alone() {
				line = chart.MidGrey
			}
			chart.DrawTile(c, centres[k], l.mosaic.Pitch, l.fills[i], line)
		}
	}
	l.m.drawBorders(c, centres, l.mosaic.Pitch, max(0.5, min(2, l.mosaic.Pitch/20)))
	if !l.labelled {
		return
	}
	for k, lines := range l.labels(l.marked) {
		l.font.DrawInTile(c, centres[k], lines)
	}
}

// drawBorders draws lines around the sectors of several commissioners.
func (m bodyMap) drawBorders(c draw.Canvas, centres []vg.Point, pitch, width vg.Length) {
	line := draw.LineStyle{Color: chart.Ink, Width: width}
	for _, s := range m.Sectors {
		if s.alone() {
			continue
		}
		for _, k := range s.Bodies {
			for n, tile := range m.Bodies[k].Tile.Neighbours() {
				if j, there := m.on[tile]; !there || m.Bodies[j].Sector != s.Code {
					chart.DrawEdge(c, centres[k], pitch, n, line)
				}
			}
		}
	}
}
