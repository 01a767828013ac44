package plots

import (
	"gonum.org/v1/plot/vg"

	"reconfig/plots/chart"
)

// mesh is a grid as it lies on the page: the points are the corners of its squares.
type mesh struct {
	bestGrid
	px, py []vg.Length // where the values of the axes are
}

func meshOf(all bestGrid, area vg.Rectangle) mesh {
	m := mesh{bestGrid: all}
	for _, v := range all.x.Values {
		m.px = append(m.px, area.Min.X+area.Size().X*all.x.share(v))
	}
	for _, v := range all.y.Values {
		m.py = append(m.py, area.Min.Y+area.Size().Y*all.y.share(v))
	}
	return m
}

// patch is a piece of the map in which the same is best.
type patch struct {
	of      cell
	outline []vg.Point
}

// border is a point on an edge of a square at which the best structure changes.
type border struct {
	at     vg.Point
	hidden bool // nothing is known on one side
}

// cornersOf are the corners of the square above and right of a point, anticlockwise.
func cornersOf(s spot) [4]spot {
	return [4]spot{s, {s.i + 1, s.j}, {s.i + 1, s.j + 1}, {s.i, s.j + 1}}
}

func (m mesh) cellAt(s spot) cell { return m.cells[s.j][s.i] }
func (m mesh) point(s spot) vg.Point {
	return vg.Point{X: m.px[s.i], Y: m.py[s.j]}
}

// even says whether the same is best at all corners of a square.
func (m mesh) even(s spot) bool {
	for _, corner := range cornersOf(s) {
		if m.cellAt(corner).Best != m.cellAt(s).Best {
			return false
		}
	}
	return true
}

// border is where two neighbours are equally good if their difference runs straight from one to the other: one leads here
// and the other there.
func (m mesh) border(from, to spot) border {
	a, b := m.cellAt(from), m.cellAt(to)
	share := 0.5
	if sum := a.Margin + b.Margin; a.Margin >= 0 && b.Margin >= 0 && sum > 0 && finite(sum) {
		share = a.Margin / sum
	}
	p, q := m.point(from), m.point(to)
	return border{p.Add(q.Sub(p).Scale(vg.Length(share))), a.empty() || b.empty()}
}

// eachSquare visits the squares by row.
func (m mesh) eachSquare(visit func(spot)) {
	for j := range len(m.py) - 1 {
		for i := range len(m.px) - 1 {
			visit(spot{i, j})
		}
	}
}

// patches cover the map: squares of one kind in a row are one patch; others are cut from each border to the middle of all
// their borders.
func (m mesh) patches() []patch {
	var patches []patch
	run := spot{-1, -1} // the last patch is a run that ends before this square
	m.eachSquare(func(s spot) {
		c := m.cellAt(s)
		switch {
		case !m.even(s):
			patches = append(patches, m.pieces(s)...)
		case c.empty():
		case run == s && patches[len(patches)-1].of.Best == c.Best:
			outline := patches[len(patches)-1].outline
			outline[1].X, outline[2].X = m.px[s.i+1], m.px[s.i+1]
			run = spot{s.i + 1, s.j}
		default:
			p := patch{of: c}
			for _, corner := range cornersOf(s) {
				p.outline = append(p.outline, m.point(corner))
			}
			patches = append(patches, p)
			run = spot{s.i + 1, s.j}
		}
	})
	return patches
}

// pieces are the patches of a square that is not even.
func (m mesh) pieces(s spot) []patch {
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
		if !p.of.empty() {
			pieces = append(pieces, p)
		}
	}
	return pieces
}

// middle is the mean of the borders on the edges of a square.
func (m mesh) middle(s spot) (vg.Point, []border) {
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
	m.eachSquare(func(s spot) {
		middle, borders := m.middle(s)
		for _, b := range borders {
			if hidden || !b.hidden {
				curves = append(curves, chart.Segment{From: b.at, To: middle})
			}
		}
	})
	return curves
}
