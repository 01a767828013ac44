package bodies

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
	"reconfig/plots/tiling"
)

// sectorLabel is the name of a sector on the map, or its mark.
type sectorLabel struct {
	lines  []string
	box    vg.Rectangle // around the middle of the map
	inside bool         // in tiles of the sector, not beside them
}

// The steps of the search for space, and the space around a label.
const (
	labelStep   = vg.Length(3)
	labelMargin = vg.Length(2)
	labelGap    = vg.Length(4) // to the border, of labels beside a sector
)

// borderGap is the space that a label keeps to the borders of its sector.
var borderGap = vg.Point{X: 2, Y: 2}

// labelsApart is the space between two labels.
var labelsApart = vg.Point{X: 6, Y: 5}

// labelWidths are widths at which names are broken, the first tried first.
var labelWidths = []vg.Length{110, 75, 200, 150, 55}

func (s sectorLabel) size() vg.Point {
	return vg.Point{X: sectorFont.Widest(s.lines...) + 2*labelMargin, Y: tiling.BlockHeight(sectorFont, len(s.lines)) + 2*labelMargin + 2}
}

func (s sectorLabel) draw(c draw.Canvas, middle vg.Point) {
	r := vg.Rectangle{Min: s.box.Min.Add(middle), Max: s.box.Max.Add(middle)}
	fill := sectorFill
	if !s.inside {
		fill = chart.White
	}
	chart.FillRectangle(c, r, fill)
	tiling.WriteLines(sectorFont, c, chart.Middle(r), s.lines)
}

// shared counts the sectors of several commissioners.
func (m bodyMap) shared() int {
	n := 0
	for _, s := range m.Sectors {
		if !s.alone() {
			n++
		}
	}
	return n
}

// sectorPart is tiles of a sector that hold together.
type sectorPart struct {
	sector  int
	members []int
}

// parts are those of the sectors of several commissioners: the sectors with the smallest largest part first, as they have least
// space, and of each the largest part first.
func (m bodyMap) parts() []sectorPart {
	var parts []sectorPart
	for i, s := range m.Sectors {
		if s.alone() {
			continue
		}
		for len(s.Bodies) > 0 {
			members := m.reached(s)
			parts = append(parts, sectorPart{i, members})
			s.Bodies = slices.DeleteFunc(slices.Clone(s.Bodies), func(k int) bool { return slices.Contains(members, k) })
		}
	}
	largest := map[int]int{}
	for _, p := range parts {
		largest[p.sector] = max(largest[p.sector], len(p.members))
	}
	slices.SortStableFunc(parts, func(a, b sectorPart) int {
		return cmp.Or(cmp.Compare(largest[a.sector], largest[b.sector]), cmp.Compare(a.sector, b.sector), cmp.Compare(len(b.members), len(a.members)))
	})
	return parts
}

// nameSectors finds space for the name of each sector on one of its parts, or for its code, which the key explains.
func (l *sectorLayout) nameSectors() {
	l.labels = nil
	named := map[int]bool{}
	space := labelSpace{sectorLayout: l, centres: l.mosaic.Centres(draw.Canvas{}), names: shortSectors(l.m)}
	for k, lines := range l.tiles {
		if len(lines) > 0 {
			size := vg.Point{X: tileFont.Widest(lines...) + 4, Y: tiling.BlockHeight(tileFont, len(lines)) + 5}.Scale(0.5)
			space.taken = append(space.taken, vg.Rectangle{Min: space.centres[k].Sub(size), Max: space.centres[k].Add(size)})
		}
	}
	var coded []keyLine
	numbers := 0 // of sectors that have a number for a mark
	for _, part := range l.m.parts() {
		if named[part.sector] {
			continue
		}
		label, mark, found := space.label(part, fmt.Sprint(numbers+1))
		if !found {
			continue
		}
		named[part.sector] = true
		l.labels, space.taken = append(l.labels, label), append(space.taken, vg.Rectangle{Min: label.box.Min.Sub(labelsApart), Max: label.box.Max.Add(labelsApart)})
		if s := l.m.Sectors[part.sector]; mark != "" {
			coded = append(coded, keyLine{mark, s.Name})
			if mark != s.Code {
				numbers++
			}
		}
	}
	slices.SortFunc(coded, func(a, b keyLine) int { return cmp.Compare(a.code, b.code) })
	l.listed, l.unnamed = append(coded, l.listed...), nil
	for i, s := range l.m.Sectors {
		if !s.alone() && !named[i] {
			l.unnamed = append(l.unnamed, space.names[i])
		}
	}
}

// shortSectors are the names of the sectors as labels have them.
func shortSectors(m bodyMap) []string {
	names := make([]string, len(m.Sectors))
	for i, s := range m.Sectors {
		names[i] = strings.TrimSpace(strings.TrimSuffix(s.Name, "(generated)"))
	}
	return names
}

// labelSpace is the space that is left for labels, around the middle of the map.
type labelSpace struct {
	*sectorLayout
	centres []vg.Point
	names   []string
	taken   []vg.Rectangle
}

// label is the name of a sector where there is space for it, else its mark: its code or, where that does not fit, the number.
func (l labelSpace) label(part sectorPart, number string) (label sectorLabel, mark string, found bool) {
	best, i := math.Inf(1), part.sector
	for _, text := range []string{l.names[i], l.m.Sectors[i].Code, number} {
		for _, width := range labelWidths {
			lines := sectorFont.Wrap(text, width)
			if len(lines) > 3 || sectorFont.Widest(lines...) > width {
				continue
			}
			if at, cost := l.find(part, sectorLabel{lines: lines}, best); cost < best {
				label, best = at, cost
			}
		}
		if !math.IsInf(best, 1) {
			if text != l.names[i] {
				mark = text
			}
			return label, mark, true
		}
	}
	return label, "", false
}

// find is where the label of a part lies best, and how far that is from the middle of the part; the least given where no
// position is better than that.
func (l labelSpace) find(part sectorPart, label sectorLabel, least float64) (sectorLabel, float64) {
	half := label.size().Scale(0.5)
	lo, hi, middle := l.around(part)
	reach := half.Add(vg.Point{X: labelGap + labelStep, Y: labelGap + labelStep})
	lo, hi = lo.Sub(reach), hi.Add(reach)
	edge := vg.Point{X: chart.BodyWidth / 2, Y: l.mosaic.Size().Y / 2}.Sub(half)
	best := label
	for x := max(lo.X, -edge.X); x <= min(hi.X, edge.X); x += 2 * labelStep {
		for y := max(lo.Y, -edge.Y); y <= min(hi.Y, edge.Y); y += labelStep {
			at := vg.Point{X: x, Y: y}
			away := at.Sub(middle)
			cost := float64(away.Dot(away))
			box := vg.Rectangle{Min: at.Sub(half), Max: at.Add(half)}
			if cost >= least || l.isTaken(box) {
				continue
			}
			inside, fits := l.lies(part.sector, box)
			if !inside {
				cost *= 1.5
			}
			if fits && cost < least {
				best.box, best.inside, least = box, inside, cost
			}
		}
	}
	return best, least
}

func (l labelSpace) isTaken(box vg.Rectangle) bool {
	for _, other := range l.taken {
		if chart.Overlap(box, other) {
			return true
		}
	}
	return false
}

// around are the corners of a part's tiles and the middle of these.
func (l labelSpace) around(part sectorPart) (lo, hi, middle vg.Point) {
	lo, hi = vg.Point{X: vg.Length(math.Inf(1)), Y: vg.Length(math.Inf(1))}, vg.Point{X: vg.Length(math.Inf(-1)), Y: vg.Length(math.Inf(-1))}
	for _, k := range part.members {
		c := l.centres[k]
		lo, hi = vg.Point{X: min(lo.X, c.X), Y: min(lo.Y, c.Y)}, vg.Point{X: max(hi.X, c.X), Y: max(hi.Y, c.Y)}
		middle = middle.Add(c.Scale(1 / vg.Length(len(part.members))))
	}
	side := vg.Point{X: l.mosaic.Pitch / 2, Y: l.mosaic.Pitch / 2}
	return lo.Sub(side), hi.Add(side), middle
}

// lies says whether the box lies wholly in tiles of the sector, or, not inside, wholly beside all tiles and nearest to
// these.
func (l labelSpace) lies(i int, box vg.Rectangle) (inside, fits bool) {
	own, none := true, true
	box = vg.Rectangle{Min: box.Min.Sub(borderGap), Max: box.Max.Add(borderGap)}
	wide, high := l.steps(box)
	look := func(a, b int) bool {
		at := vg.Point{X: box.Min.X + box.Size().X*vg.Length(a)/vg.Length(wide), Y: box.Min.Y + box.Size().Y*vg.Length(b)/vg.Length(high)}
		k, there := l.m.on[l.mosaic.At(l.centres, at)]
		own, none = own && there && l.m.Bodies[k].Sector == l.m.Sectors[i].Code, none && !there
		return own || none
	}
	if !look(0, 0) || !look(wide, high) || !look(0, high) || !look(wide, 0) { // soon told
		return false, false
	}
	for a := range wide + 1 {
		for b := range high + 1 {
			if !look(a, b) {
				return false, false
			}
		}
	}
	return own, own || l.beside(i, box)
}

// steps are how many steps across and up a box is looked at in, so that no tile is missed.
func (l labelSpace) steps(box vg.Rectangle) (wide, high int) {
	step := min(6, l.mosaic.Pitch/4)
	return int(math.Ceil(float64(box.Size().X / step))), int(math.Ceil(float64(box.Size().Y / step)))
}

// beside says whether a box that is on no tile touches one of the sector, and none of another.
func (l labelSpace) beside(i int, box vg.Rectangle) bool {
	near := 0
	for k, c := range l.centres {
		gap := vg.Point{X: max(box.Min.X-c.X, c.X-box.Max.X, 0), Y: max(box.Min.Y-c.Y, c.Y-box.Max.Y, 0)}
		if math.Hypot(float64(gap.X), float64(gap.Y)) > float64(l.mosaic.Pitch/2+2*labelGap) {
			continue
		}
		if l.m.Bodies[k].Sector != l.m.Sectors[i].Code {
			return false
		}
		near++
	}
	return near > 0
}
