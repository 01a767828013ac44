package tiling

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"
)

// someLocations are locations that may be crowded, in line or the same.
func someLocations(most int) *rapid.Generator[[]Location] {
	coordinate := rapid.OneOf(rapid.Float64Range(-50, 50), rapid.Float64Range(0, 1), rapid.SampledFrom([]float64{0, 5}))
	location := rapid.Custom(func(t *rapid.T) Location { return Location{coordinate.Draw(t, "x"), coordinate.Draw(t, "y")} })
	return rapid.SliceOfN(location, 1, most)
}

// wanted is where the locations want to be, in widths of a tile.
func wanted(locations []Location, grid Grid) []Location {
	want := make([]Location, len(locations))
	for i, p := range locations {
		want[i] = grid.among(p)
	}
	return want
}

// No two share a tile, and nobody would lie nearer on a free one or by changing with another.
func TestPlaceTiles(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		locations := someLocations(40).Draw(t, "places")
		tiles, grid := Fit(locations)
		on := map[Tile]bool{}
		for _, tile := range tiles {
			if on[tile] {
				t.Fatalf("two on %v", tile)
			}
			on[tile] = true
		}
		want := wanted(locations, grid)
		for i, p := range want {
			here := p.squared(tiles[i])
			for row := -45; row <= 45; row++ {
				for column := -45; column <= 45; column++ {
					if tile := (Tile{column, row}); !on[tile] && p.squared(tile) < here-1e-6 {
						t.Fatalf("%v is free and nearer to %v than %v", tile, p, tiles[i])
					}
				}
			}
			for j, q := range want {
				if now, then := here+q.squared(tiles[j]), p.squared(tiles[j])+q.squared(tiles[i]); then < now-1e-6 {
					t.Fatalf("%v and %v had better change: %v, not %v", tiles[i], tiles[j], then, now)
				}
			}
		}
	})
}

// Of all arrangements none is much better, by the mean square: every one of few locations on the tiles around is tried.
func TestPlaceTilesIsNearlyTheBest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		locations := someLocations(4).Draw(t, "places")
		tiles, grid := Fit(locations)
		want := wanted(locations, grid)
		best, on, around := math.Inf(1), map[Tile]bool{}, &tileLayout{reach: 99}
		var try func(i int, sum float64)
		try = func(i int, sum float64) {
			if sum >= best {
				return
			}
			if i == len(want) {
				best = sum
				return
			}
			around.within(want[i], 2, func(tile Tile) {
				if !on[tile] {
					on[tile] = true
					try(i+1, sum+want[i].squared(tile))
					delete(on, tile)
				}
			})
		}
		try(0, 0)
		if got := (&tileLayout{want: want, tiles: tiles}).sum(); got > best+0.25*float64(len(want)) {
			t.Fatalf("moved by %v, not %v", got, best)
		}
	})
}

// Locations on a grid of hexagons stay as they are to each other.
func TestPlaceTilesKeepsAGrid(t *testing.T) {
	var locations []Location
	var want []Tile
	for row := range 12 {
		for column := range 12 {
			tile := Tile{column, row}
			x, y := tile.Centre()
			locations, want = append(locations, Location{1000 + 7*x, 7 * y}), append(want, tile)
		}
	}
	got, _ := Fit(locations)
	for i := range got {
		x, y := got[i].Centre()
		x0, y0 := got[0].Centre()
		wx, wy := want[i].Centre()
		if math.Hypot(x-x0-wx, y-y0-wy) > 1.5 { // tiles are not quite as wide as the grid’s
			t.Errorf("%v lies at %v, %v from the first", want[i], x-x0, y-y0)
		}
	}
}

func TestTileNeighbours(t *testing.T) {
	for _, tile := range []Tile{{0, 0}, {3, 1}, {-2, -1}, {5, -4}} {
		x, y := tile.Centre()
		for i, n := range tile.Neighbours() {
			nx, ny := n.Centre()
			if got, want := math.Atan2(ny-y, nx-x), math.Pi/3*float64(i); math.Abs(math.Remainder(got-want, 2*math.Pi)) > 1e-9 || math.Abs(math.Hypot(nx-x, ny-y)-1) > 1e-9 {
				t.Errorf("neighbour %d of %v is %v", i, tile, n)
			}
		}
	}
}

func BenchmarkPlaceTiles(b *testing.B) {
	for _, n := range []int{42, 303, 3030} {
		for _, crowded := range []bool{false, true} {
			r := rand.New(rand.NewPCG(1, 2))
			locations := make([]Location, n)
			for i := range locations {
				locations[i] = Location{r.Float64() * 400, r.Float64() * 500}
				if crowded && i%3 > 0 { // most of them in a city
					locations[i] = Location{300 + 10*r.NormFloat64(), 100 + 10*r.NormFloat64()}
				}
			}
			b.Run(fmt.Sprint(n, crowded), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					Fit(locations)
				}
			})
		}
	}
}
