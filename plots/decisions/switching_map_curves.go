package decisions

import (
	"gonum.org/v1/plot/vg"

	"reconfig/plots/chart"
	"reconfig/plots/plane"
	"reconfig/plots/words"
)

// mesh is a grid as it lies on the page: the points are the corners of its squares.
type mesh struct {
	plane.Grid
	px, py []vg.Length // where the values of the axes are
}

func meshOf(all plane.Grid, area vg.Rectangle) mesh {
	m := mesh{Grid: all}
	for _, v := range all.X.Values {
		m.px = append(m.px, area.Min.X+area.Size().X*all.X.Share(v))
	}
	for _, v := range all.Y.Values {
		m.py = append(m.py, area.Min.Y+area.Size().Y*all.Y.Share(v))
	}
	return m
}

// patch is a piece of the map in which the same is best.
type patch struct {
	of      plane.Cell
	outline []vg.Point
}

// border is a point on an edge of a square at which the best structure changes.
type border struct {
	at     vg.Point
	hidden bool // nothing is known on one side
}

// cornersOf are the corners of the square above and right of a point, anticlockwise.
func cornersOf(s plane.Spot) [4]plane.Spot {
	return [4]plane.Spot{s, {I: s.I + 1, J: s.J}, {I: s.I + 1, J: s.J + 1}, {I: s.I, J: s.J + 1}}
}

func (m mesh) cellAt(s plane.Spot) plane.Cell { return m.Cells[s.J][s.I] }
func (m mesh) point(s plane.Spot) vg.Point {
	return vg.Point{X: m.px[s.I], Y: m.py[s.J]}
}

// even says whether the same is best at all corners of a square.
func (m mesh) even(s plane.Spot) bool {
	for _, corner := range cornersOf(s) {
		if m.cellAt(corner).Best != m.cellAt(s).Best {
			return false
		}
	}
	return true
}

// border is where two neighbours are equally good if their difference runs straight from one to the other: one leads here
// and the other there.
func (m mesh) border(from, to plane.Spot) border {
	a, b := m.cellAt(from), m.cellAt(to)
	share := 0.5
	if sum := a.Margin + b.Margin; a.Margin >= 0 && b.Margin >= 0 && sum > 0 && words.Finite(sum) {
		share = a.Margin / sum
	}
	p, q := m.point(from), m.point(to)
	return border{p.Add(q.Sub(p).Scale(vg.Length(share))), a.Empty() || b.Empty()}
}

// eachSquare visits the squares by row.
func (m mesh) eachSquare(visit func(plane.Spot)) {
	for j := range len(m.py) - 1 {
		for i := range len(m.px) - 1 {
			visit(plane.Spot{I: i, J: j})
		}
	}
}

// patches cover the map: squares of one kind in a row are one patch; others are cut from each border to the middle of all
// their borders.
func (m mesh) patches() []patch {
	var patches []patch
	run := plane.Spot{I: -1, J: -1} // the last patch is a run that ends before this square
	m.eachSquare(func(s plane.Spot) {
		c := m.cellAt(s)
		switch {
		case !m.even(s):
			patches = append(patches, m.pieces(s)...)
		case c.Empty():
		case run == s && patches[len(patches)-1].of.Best == c.Best:
			outline := patches[len(patches)-1].outline
			outline[1].X, outline[2].X = m.px[s.I+1], m.px[s.I+1]
			run = plane.Spot{I: s.I + 1, J: s.J}
		default:
			p := patch{of: c}
			for _, corner := range cornersOf(s) {
				p.outline = append(p.outline, m.point(corner))
			}
			patches = append(patches, p)
			run = plane.Spot{I: s.I + 1, J: s.J}
		}
	})
	return patches
}

// pieces are the patches of a square that is not even.
func (m mesh) pieces(s plane.Spot) []patch {
	corners := cornersOf(s)
	middle, _ := m.middle(s)
	var pieces []patch
	for k, corner := range corners {
		if m.cellAt(corner).Best == m.cellAt(corners[(k+3)%4]).Best {
			continue // the piece of the corner before holds it
		}
		p := patch{of: m.cellAt(corner), outline: []vg.Point{middle, m.border(corners[(k+3)%4], corner).at}}
		for n := k; ; n++ {
			this, next := corners[n%4], corners[(n+1)%4]
			p.outline = append(p.outline, m.point(this))
			if m.cellAt(this).Best != m.cellAt(next).Best {
				p.outline = append(p.outline, m.border(this, next).at)
				break
			}
		}
		if !p.of.Empty() {
			pieces = append(pieces, p)
		}
	}
	return pieces
}

// middle is the mean of the borders on the edges of a square.
func (m mesh) middle(s plane.Spot) (vg.Point, []border) {
	corners := cornersOf(s)
	var borders []border
	var sum vg.Point
	for k, corner := range corners {
		if next := corners[(k+1)%4]; m.cellAt(corner).Best != m.cellAt(next).Best {
			b := m.border(corner, next)
			borders, sum = append(borders, b), sum.Add(b.at)
		}
	}
	return sum.Scale(1 / vg.Length(max(1, len(borders)))), borders
}

// curves are the lines on which the choice switches; with the hidden ones also those around where nothing is known.
func (m mesh) curves(hidden bool) []chart.Segment {
	var curves []chart.Segment
	m.eachSquare(func(s plane.Spot) {
		middle, borders := m.middle(s)
		for _, b := range borders {
			if hidden || !b.hidden {
				curves = append(curves, chart.Segment{From: b.at, To: middle})
			}
		}
	})
	return curves
}
