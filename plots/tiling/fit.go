package tiling

import (
	"math"
	"slices"
)

// Location is where something is in a plane, in any unit.
type Location struct{ X, Y float64 }

// Fit gives each location a tile of its own, near where it is: no location would come nearer by going to a free tile,
// and no two would lie nearer, by the sum of their squared distances, if they changed tiles. So what lies north of
// something else stays north of it, unless there is no space. The grid lies so that the locations are moved least. The same
// locations in the same order always get the same tiles.
func Fit(locations []Location) ([]Tile, Grid) {
	width := spacing(locations)
	var middle Location
	for _, p := range locations {
		middle.X, middle.Y = middle.X+p.X/float64(len(locations)), middle.Y+p.Y/float64(len(locations))
	}
	var best []Tile
	var grid Grid
	least := math.Inf(1)
	for _, shift := range shifts(len(locations)) {
		g := Grid{Location{middle.X - width*shift.X, middle.Y - width*shift.Y}, width}
		l := g.layout(locations)
		for l.improve() {
		}
		if sum := l.sum(); sum < least-1e-9 { // beyond rounding
			best, grid, least = l.tiles, g, sum
		}
	}
	return best, grid
}

// Grid is a grid of tiles among locations: where the middle of tile 0, 0 is, and how wide tiles are.
type Grid struct {
	Origin Location
	Width  float64
}

// Away is how far a location is from the middle of a tile, in the locations' unit.
func (g Grid) Away(p Location, t Tile) float64 { return g.Width * math.Sqrt(g.among(p).squared(t)) }

// among is the location in widths of a tile from the origin.
func (g Grid) among(p Location) Location {
	return Location{(p.X - g.Origin.X) / g.Width, (p.Y - g.Origin.Y) / g.Width}
}

// shifts are the ways to lay a grid that are tried. Of very many locations some lie well on any grid.
func shifts(locations int) []Location {
	const steps, most = 4, 500
	if locations > most {
		return []Location{{}}
	}
	var all []Location
	for i := range steps {
		for j := range steps {
			all = append(all, Location{float64(i) / steps, rowRise * float64(j) / steps})
		}
	}
	return all
}

// layout puts each location on the nearest tile that is free, one after the other.
func (g Grid) layout(locations []Location) *tileLayout {
	l := &tileLayout{want: make([]Location, len(locations)), tiles: make([]Tile, len(locations))}
	for i, p := range locations {
		l.want[i] = g.among(p)
		l.reach = max(l.reach, int(math.Abs(l.want[i].X)), int(math.Abs(l.want[i].Y/rowRise)))
	}
	l.reach += int(math.Sqrt(float64(len(locations)))) + 3 // all on one tile would need less
	l.owner = make([]int32, (2*l.reach+1)*(2*l.reach+1))
	for i, p := range l.want {
		l.tiles[i] = l.nearestFree(p)
		*l.on(l.tiles[i]) = int32(i + 1)
	}
	return l
}

// sum is the sum of the squared distances.
func (l *tileLayout) sum() float64 {
	sum := 0.0
	for i, p := range l.want {
		sum += p.squared(l.tiles[i])
	}
	return sum
}

// spacing is how wide tiles are that cover a little more than the area of the locations: of their convex hull, or of the
// line they lie on.
func spacing(locations []Location) float64 {
	area, around := 0.0, 0.0
	hull := convexHull(locations)
	for i, p := range hull {
		q := hull[(i+1)%len(hull)]
		area += (p.X*q.Y - q.X*p.Y) / 2
		around += math.Hypot(q.X-p.X, q.Y-p.Y)
	}
	n := float64(len(locations))
	width := max(spare*math.Sqrt(area/n/rowRise), around/2/max(1, n-1))
	if !(width > 0) { // all at one location
		return 1
	}
	return width
}

// spare makes tiles wider than their share of the area: gaps close, and more of those that touch are side by side.
const spare = 1.05

// convexHull is the corners around the locations, counter-clockwise (Andrew, Information Processing Letters 9, 1979).
func convexHull(locations []Location) []Location {
	sorted := slices.Clone(locations)
	slices.SortFunc(sorted, func(a, b Location) int {
		switch {
		case a.X < b.X || a.X == b.X && a.Y < b.Y:
			return -1
		case a == b:
			return 0
		}
		return 1
	})
	sorted = slices.Compact(sorted)
	half := func(sorted []Location) []Location {
		var h []Location
		for _, p := range sorted {
			for len(h) > 1 && (h[len(h)-1].X-h[len(h)-2].X)*(p.Y-h[len(h)-2].Y) <= (h[len(h)-1].Y-h[len(h)-2].Y)*(p.X-h[len(h)-2].X) {
				h = h[:len(h)-1]
			}
			h = append(h, p)
		}
		return h[:len(h)-1]
	}
	if len(sorted) < 2 {
		return sorted
	}
	lower := half(sorted)
	slices.Reverse(sorted)
	return append(lower, half(sorted)...)
}

// tileLayout is an arrangement under improvement.
type tileLayout struct {
	want  []Location // in widths of a tile
	tiles []Tile
	reach int     // no column or row is further from the middle
	owner []int32 // of the tiles, row by row: number of the location, counted from 1, or 0
}

// on is who has a tile.
func (l *tileLayout) on(t Tile) *int32 {
	return &l.owner[(t.Row+l.reach)*(2*l.reach+1)+t.Column+l.reach]
}

// squared is the square of the distance from a location to a tile.
func (p Location) squared(t Tile) float64 {
	x, y := t.Centre()
	return (p.X-x)*(p.X-x) + (p.Y-y)*(p.Y-y)
}

// within visits the tiles that lie no further from the location than the distance, row by row.
func (l *tileLayout) within(p Location, distance float64, visit func(Tile)) {
	first, last := math.Floor((p.Y-distance)/rowRise), math.Ceil((p.Y+distance)/rowRise)
	left, right := math.Floor(p.X-distance)-1, math.Ceil(p.X+distance)
	for row := max(-l.reach, int(first)); row <= min(l.reach, int(last)); row++ {
		for column := max(-l.reach, int(left)); column <= min(l.reach, int(right)); column++ {
			if t := (Tile{column, row}); p.squared(t) <= distance*distance {
				visit(t)
			}
		}
	}
}

// nearestFree is the free tile nearest to the location; of several, the one furthest down, then left.
func (l *tileLayout) nearestFree(p Location) Tile {
	best, found := Tile{}, false
	for distance := 1.0; !found; distance *= 1.5 {
		l.within(p, distance, func(t Tile) {
			if *l.on(t) == 0 && (!found || p.squared(t) < p.squared(best)) {
				best, found = t, true
			}
		})
	}
	return best
}

// improve lets each go to every nearer tile that is free, or whose owner loses less by changing, and says whether any
// did. Each step lessens the sum of squares, so there is an end.
func (l *tileLayout) improve() bool {
	moved := false
	for i, p := range l.want {
		l.within(p, math.Sqrt(p.squared(l.tiles[i])), func(t Tile) {
			here, mine, theirs := l.tiles[i], l.on(l.tiles[i]), l.on(t)
			gain := p.squared(here) - p.squared(t)
			if j := *theirs - 1; j >= 0 {
				gain += l.want[j].squared(t) - l.want[j].squared(here)
			}
			if t == here || gain < 1e-9 { // beyond rounding
				return
			}
			if j := *theirs - 1; j >= 0 {
				l.tiles[j] = here
			}
			l.tiles[i], moved = t, true
			*mine, *theirs = *theirs, *mine
		})
	}
	return moved
}
