package bodies

import (
	"fmt"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
	"reconfig/plots/tiling"
)

// The measures of the key, which stands under the map in columns.
const (
	keyColumns   = 3
	keyColumnGap = vg.Length(18)
	keyIndent    = vg.Length(18) // of all but swatches
	keyBlockGap  = vg.Length(6)
	mostListed   = 120 // commissioners: more would fill pages
	mostSectors  = 90
)

const keyColumnWidth = (chart.BodyWidth - (keyColumns-1)*keyColumnGap) / keyColumns

var (
	keyHeading = chart.Font{Size: 10, Bold: true}
	keyEntry   = chart.Font{Size: 10}
)

// keyBlock is a sector in the key, with its members.
type keyBlock struct {
	swatch  func(draw.Canvas, vg.Rectangle)
	heading []string
	entries []keyLine
}

// keyLine is a line of the key: a code, where one begins, and a piece of a name.
type keyLine struct{ code, text string }

func (b keyBlock) height() vg.Length {
	return keyHeading.Height(len(b.heading)) + keyEntry.Height(len(b.entries)) + keyBlockGap
}

// keyBlocks lists the sectors, those that are alone in the last block; nothing if there are too many.
func (l sectorLayout) keyBlocks() []keyBlock {
	var blocks []keyBlock
	var alone mapSector
	for i, s := range l.m.Sectors {
		if s.alone() {
			alone.Bodies = append(alone.Bodies, s.Bodies...)
			alone.Count++
			continue
		}
		heading := s.Name
		if l.marks[i] != s.Name {
			heading = l.marks[i] + ": " + s.Name
		}
		blocks = append(blocks, l.keyBlock(s, heading, tiling.Swatch(l.fills[i], chart.Ink)))
	}
	if alone.Count > 0 {
		blocks = append(blocks, l.keyBlock(alone, "Alone: nothing to pool", tiling.Swatch(chart.White, chart.MidGrey)))
	}
	if len(blocks) > mostSectors {
		return nil
	}
	return blocks
}

func (l sectorLayout) keyBlock(s mapSector, heading string, swatch func(draw.Canvas, vg.Rectangle)) keyBlock {
	if !l.named {
		heading += fmt.Sprintf(" (%d)", s.Count)
	}
	b := keyBlock{swatch: swatch, heading: keyHeading.Wrap(heading, keyColumnWidth-keyIndent)}
	if !l.named {
		return b
	}
	for _, k := range s.Bodies {
		body := l.m.Bodies[k]
		for i, line := range keyEntry.Wrap(body.Name, keyColumnWidth-keyIndent-l.codesWidth()) {
			entry := keyLine{text: line}
			if i == 0 {
				entry.code = l.codes[k]
			}
			b.entries = append(b.entries, entry)
		}
	}
	return b
}

// codesWidth is the space for the codes before the names.
func (l sectorLayout) codesWidth() vg.Length {
	var w vg.Length
	for _, code := range l.codes {
		w = max(w, keyEntry.Width(code))
	}
	return w + 6
}

// columns shares the blocks out, in order, so that the highest column is as low as can be.
func (l sectorLayout) columns() (columns [][]keyBlock, height vg.Length) {
	for _, b := range l.blocks {
		height = max(height, b.height())
	}
	for ; ; height += 4 {
		columns = [][]keyBlock{nil}
		var used vg.Length
		for _, b := range l.blocks {
			if used > 0 && used+b.height() > height {
				columns, used = append(columns, nil), 0
			}
			columns[len(columns)-1] = append(columns[len(columns)-1], b)
			used += b.height()
		}
		if len(columns) <= keyColumns {
			return columns, height
		}
	}
}

func (l sectorLayout) height() vg.Length {
	_, key := l.columns()
	return l.mosaic.Size().Y + aboveSectorKey + key
}

func (l sectorLayout) drawKey(c draw.Canvas) {
	columns, _ := l.columns()
	for i, blocks := range columns {
		at := vg.Point{X: c.Min.X + vg.Length(i)*(keyColumnWidth+keyColumnGap), Y: c.Max.Y}
		for _, b := range blocks {
			b.swatch(c, chart.Rectangle(at.X, at.Y-12, at.X+12, at.Y-2))
			in := vg.Point{X: at.X + keyIndent, Y: at.Y}
			keyHeading.DrawTop(c, in, chart.Left, b.heading...)
			in.Y -= keyHeading.Height(len(b.heading))
			for _, entry := range b.entries {
				keyEntry.DrawTop(c, in, chart.Left, entry.code)
				keyEntry.DrawTop(c, vg.Point{X: in.X + l.codesWidth(), Y: in.Y}, chart.Left, entry.text)
				in.Y -= keyEntry.Leading()
			}
			at.Y -= b.height()
		}
	}
}
