package bodies

import (
	"math"
	"slices"

	"gonum.org/v1/plot/vg"

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

// tilesAway is how far the middles of two tiles are from one another, in widths of a tile.
func tilesAway(a, b tiling.Tile) float64 {
	ax, ay := a.Centre()
	bx, by := b.Centre()
	return math.Hypot(ax-bx, ay-by)
}
