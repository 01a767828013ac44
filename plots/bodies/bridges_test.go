package bodies

import (
	"slices"
	"testing"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
	"reconfig/plots/figuretest"
	"reconfig/plots/tiling"
)

// Lines that join the parts of a sector cross no name, and their dots are clear of the names in their tiles.
func TestLinesBetweenTilesCrossNoName(t *testing.T) {
	bent, ways := 0, 0
	for bodies, size := range map[int]int{12: 4, 31: 5, 42: 3} {
		d := figuretest.Located(bodies, size).Complete()
		m, _ := bodyMapOf(d.Commissioners)
		l := sectorLayoutOf(d.Context, m)
		centres := l.mosaic.Centres(draw.Canvas{})
		written := l.written(centres)
		for _, way := range l.routes(centres, vg.Point{}) {
			ways++
			if len(way) > 2 {
				bent++
			}
			for k, lines := range written {
				if !isClear(way, lines...) {
					t.Errorf("%d bodies: the line %v crosses the name of %s", bodies, way, m.Bodies[k].Name)
				}
				for _, end := range []vg.Point{way[0], way[len(way)-1]} {
					dot := chart.Rectangle(end.X-3, end.Y-3, end.X+3, end.Y+3)
					if slices.ContainsFunc(lines, func(line vg.Rectangle) bool { return chart.Overlap(line, dot) }) {
						t.Errorf("%d bodies: a dot stands against the name of %s", bodies, m.Bodies[k].Name)
					}
				}
			}
		}
	}
	if ways == 0 || bent == 0 {
		t.Errorf("%d lines, %d of them bent", ways, bent)
	}
}

// A space with tiles around it could be taken for one of them.
func TestGapBetweenTiles(t *testing.T) {
	around := tiling.Tile{Column: 2, Row: 2}.Neighbours()
	for n, want := range map[int]bool{4: false, 5: true, 6: true} {
		m := bodyMap{on: map[tiling.Tile]int{}}
		for i, tile := range around[:n] {
			m.Bodies, m.on[tile] = append(m.Bodies, locatedBody{Tile: tile}), i
		}
		if got := m.hasGap(); got != want {
			t.Errorf("with %d tiles around it: %v", n, got)
		}
	}
}
