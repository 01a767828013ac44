package bodies

import (
	"math"
	"slices"

	"gonum.org/v1/plot/vg"

	"reconfig/plots/chart"
	"reconfig/plots/tiling"
)

// bridges are pairs of tiles, the nearest ones, that join the parts of a sector whose tiles lie apart.
func (m bodyMap) bridges() (pairs [][2]int) {
	for _, s := range m.Sectors {
		joined := m.reached(s)
		for len(joined) > 0 && len(joined) < len(s.Bodies) {
			best, nearest := [2]int{}, math.Inf(1)
			for _, a := range joined {
				for _, b := range s.Bodies {
					if d := tilesAway(m.Bodies[a].Tile, m.Bodies[b].Tile); !slices.Contains(joined, b) && d < nearest {
						best, nearest = [2]int{a, b}, d
					}
				}
			}
			pairs = append(pairs, best)
			left := s
			left.Bodies = slices.DeleteFunc(slices.Clone(s.Bodies), func(k int) bool { return k != best[1] && slices.Contains(joined, k) })
			at := slices.Index(left.Bodies, best[1])
			left.Bodies[0], left.Bodies[at] = left.Bodies[at], left.Bodies[0]
			joined = append(joined, m.reached(left)...)
			slices.Sort(joined)
			joined = slices.Compact(joined)
		}
	}
	return pairs
}

// clearOf are the ends of a line between two tiles that keeps so many pitches clear of their middles.
func clearOf(middle float64, a, b vg.Point, pitch vg.Length) (from, to vg.Point) {
	way := b.Sub(a)
	step := way.Scale(vg.Length(middle) * pitch / vg.Length(math.Hypot(float64(way.X), float64(way.Y))))
	return a.Add(step), b.Sub(step)
}

// routes are the ways of lines that join the parts of sectors, around the middle of the map.
func (l sectorLayout) routes(centres []vg.Point, middle vg.Point) (ways [][]vg.Point) {
	written := l.written(centres)
	var taken []vg.Rectangle
	for k := range l.tiles {
		taken = append(taken, written[k]...)
	}
	for _, label := range l.labels {
		taken = append(taken, vg.Rectangle{Min: label.box.Min.Add(middle), Max: label.box.Max.Add(middle)})
	}
	for _, x := range l.m.bridges() {
		ways = append(ways, l.route(x, centres, written, taken))
	}
	return ways
}

// written are the boxes around the lines of the names in tiles, by tile; those without a name have none.
func (l sectorLayout) written(centres []vg.Point) map[int][]vg.Rectangle {
	const margin = 1.5
	boxes := map[int][]vg.Rectangle{}
	for k, lines := range l.tiles {
		block := tiling.BlockHeight(tileFont, len(lines))
		for i, line := range lines {
			half, top := tileFont.Width(line)/2+margin, centres[k].Y+block/2
			high := block / vg.Length(len(lines))
			boxes[k] = append(boxes[k], chart.Rectangle(centres[k].X-half, top-vg.Length(i+1)*high-margin, centres[k].X+half, top-vg.Length(i)*high+margin))
		}
	}
	return boxes
}

// route is the shortest way between two tiles clear of what is taken: straight, or with one bend; straight where there is none.
func (l sectorLayout) route(tiles [2]int, centres []vg.Point, written map[int][]vg.Rectangle, taken []vg.Rectangle) []vg.Point {
	a, b := centres[tiles[0]], centres[tiles[1]]
	straight := []vg.Point{l.endOf(tiles[0], b, centres, written), l.endOf(tiles[1], a, centres, written)}
	if isClear(straight, taken...) {
		return straight
	}
	const around, steps = 0.6, 16 // in widths of a tile; in one of them
	reach, step := vg.Point{X: around * l.mosaic.Pitch, Y: around * l.mosaic.Pitch}, l.mosaic.Pitch/steps
	lo, hi := vg.Point{X: min(a.X, b.X), Y: min(a.Y, b.Y)}.Sub(reach), vg.Point{X: max(a.X, b.X), Y: max(a.Y, b.Y)}.Add(reach)
	best, least := straight, vg.Length(math.Inf(1))
	for x := lo.X; x <= hi.X; x += step {
		for y := lo.Y; y <= hi.Y; y += step {
			bend := vg.Point{X: x, Y: y}
			long := distance(a, bend) + distance(bend, b)
			if long >= least || min(distance(a, bend), distance(bend, b)) < reach.X {
				continue
			}
			way := []vg.Point{l.endOf(tiles[0], bend, centres, written), bend, l.endOf(tiles[1], bend, centres, written)}
			if isClear(way, taken...) {
				best, least = way, long
			}
		}
	}
	return best
}

// endOf is where a line towards a point ends in a tile: as near to the middle as can be with its dot clear of the name.
func (l sectorLayout) endOf(tile int, towards vg.Point, centres []vg.Point, written map[int][]vg.Rectangle) vg.Point {
	const near, far, step = 0.43, 0.57, 0.01 // widths of a tile from its middle
	const dot = vg.Length(4.2)               // with the space around it
	at, _ := clearOf(near, centres[tile], towards, l.mosaic.Pitch)
	for away := near; away < far; away += step {
		end, _ := clearOf(away, centres[tile], towards, l.mosaic.Pitch)
		if l.mosaic.At(centres, end) != l.m.Bodies[tile].Tile {
			break
		}
		around := chart.Rectangle(end.X-dot, end.Y-dot, end.X+dot, end.Y+dot)
		if !slices.ContainsFunc(written[tile], func(line vg.Rectangle) bool { return chart.Overlap(line, around) }) {
			return end
		}
	}
	return at
}

// isClear says whether a way meets none of the boxes.
func isClear(way []vg.Point, boxes ...vg.Rectangle) bool {
	for i := 1; i < len(way); i++ {
		for _, box := range boxes {
			if (chart.Segment{From: way[i-1], To: way[i]}).Meets(box) {
				return false
			}
		}
	}
	return true
}

func distance(a, b vg.Point) vg.Length {
	return vg.Length(math.Hypot(float64(b.X-a.X), float64(b.Y-a.Y)))
}

// tilesAway is how far the middles of two tiles are from one another, in widths of a tile.
func tilesAway(a, b tiling.Tile) float64 {
	ax, ay := a.Centre()
	bx, by := b.Centre()
	return math.Hypot(ax-bx, ay-by)
}
