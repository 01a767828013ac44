package bodies

import (
	"image/color"
	"math"
	"slices"
	"strconv"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/tiling"
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
	ctx      figure.Context
	m        bodyMap
	mosaic   tiling.Mosaic
	fills    []color.NRGBA // of sectors
	marks    []string      // of sectors, in their tiles and in the key
	codes    []string      // of commissioners, or numbers instead, in their tiles and in the key
	font     chart.Font
	labelled bool // tiles have codes and the marks of their sectors
	named    bool // the key names commissioners
	blocks   []keyBlock
}

func sectorLayoutOf(ctx figure.Context, m bodyMap) sectorLayout {
	l := sectorLayout{ctx: ctx, m: m, fills: make([]color.NRGBA, len(m.Sectors)), marks: make([]string, len(m.Sectors))}
	l.mosaic = m.mosaic().Fitted(vg.Point{X: chart.BodyWidth, Y: sectorMapHeight}, tileMost)
	for i, c := range m.colours() {
		l.fills[i] = chart.White
		if c >= 0 {
			l.fills[i] = sectorFills[c]
		}
		l.marks[i] = m.Sectors[i].Code
	}
	for _, b := range m.Bodies {
		l.codes = append(l.codes, b.Code)
	}
	l.chooseLabels()
	l.named = l.labelled && len(m.Bodies) <= mostListed
	l.blocks = l.keyBlocks()
	return l
}

// chooseLabels finds what there is space for in the tiles: codes, those of sectors below; or letters for sectors; or
// numbers for commissioners too, if the key can name them all. Sectors of tiles too small for these have letters on
// plates.
func (l *sectorLayout) chooseLabels() {
	fit := func() bool {
		l.font, l.labelled = tiling.FontFor(l.mosaic.Pitch, codeLargest, codeSmallest, l.labels())
		return l.labelled
	}
	if fit() {
		return
	}
	lettered := 0
	for i, s := range l.m.Sectors {
		if !s.alone() {
			l.marks[i] = lettersFor(lettered)
			lettered++
		}
	}
	if fit() || len(l.m.Bodies) > mostListed {
		return
	}
	for k := range l.codes {
		l.codes[k] = strconv.Itoa(k + 1)
	}
	fit()
}

// lettersFor counts A to Z, then AA, AB …
func lettersFor(n int) string {
	last := string(rune('A' + n%26))
	if n < 26 {
		return last
	}
	return lettersFor(n/26-1) + last
}

// labels are the lines in each tile.
func (l *sectorLayout) labels() [][]string {
	labels := make([][]string, len(l.m.Bodies))
	for i, s := range l.m.Sectors {
		for _, k := range s.Bodies {
			labels[k] = []string{l.codes[k]}
			if !s.alone() {
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
			tiling.Draw(c, centres[k], l.mosaic.Pitch, l.fills[i], line)
		}
	}
	l.m.drawBorders(c, centres, l.mosaic.Pitch, max(0.5, min(2, l.mosaic.Pitch/20)))
	if !l.labelled {
		l.drawPlates(c, centres)
		return
	}
	for k, lines := range l.labels() {
		tiling.Write(l.font, c, centres[k], lines)
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
					tiling.DrawEdge(c, centres[k], pitch, n, line)
				}
			}
		}
	}
}

var plateFont = chart.Font{Size: 9, Bold: true}

// drawPlates writes the mark of each sector on a plate within its tiles, as near as can be to their middle; those that
// have no space for it stay without.
func (l sectorLayout) drawPlates(c draw.Canvas, centres []vg.Point) {
	var drawn []vg.Rectangle
	for i, s := range l.m.Sectors {
		plate, found := l.plate(i, centres)
		found = found && !s.alone() && !slices.ContainsFunc(drawn, func(other vg.Rectangle) bool { return chart.Overlap(plate, other) })
		if found {
			drawn = append(drawn, plate)
			chart.FillRectangle(c, plate, chart.White)
			plateFont.DrawMiddle(c, chart.Middle(plate), chart.Centre, l.marks[i])
		}
	}
}

// plate is the space for the mark of a sector; false if there is none.
func (l sectorLayout) plate(i int, centres []vg.Point) (vg.Rectangle, bool) {
	var middle vg.Point
	own := map[int]bool{}
	for _, k := range l.m.Sectors[i].Bodies {
		own[k] = true
		middle = middle.Add(centres[k].Scale(1 / vg.Length(len(l.m.Sectors[i].Bodies))))
	}
	half := vg.Point{X: plateFont.Width(l.marks[i])/2 + 2.5, Y: plateFont.Size/2 + 1}
	best, least := vg.Rectangle{}, math.Inf(1)
	for _, k := range l.m.Sectors[i].Bodies {
		plate := vg.Rectangle{Min: centres[k].Sub(half), Max: centres[k].Add(half)}
		away := centres[k].Sub(middle)
		if size := float64(away.Dot(away)); size < least && !l.covers(plate, own, centres) {
			best, least = plate, size
		}
	}
	return best, !math.IsInf(least, 1)
}

// covers says whether a plate would lie on tiles of others.
func (l sectorLayout) covers(plate vg.Rectangle, own map[int]bool, centres []vg.Point) bool {
	edge := l.mosaic.Pitch / 2
	for k, at := range centres {
		if !own[k] && plate.Min.X-edge < at.X && at.X < plate.Max.X+edge && plate.Min.Y-edge < at.Y && at.Y < plate.Max.Y+edge {
			return true
		}
	}
	return false
}
