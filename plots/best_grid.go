package plots

import (
	"image/color"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
)

// The measures of a map.
const (
	mapHeight = vg.Length(280)
	belowMap  = vg.Length(36) // values and name of the axis
)

// bestGrid is what is best at each point of a grid over two assumptions.
type bestGrid struct {
	x, y  axis
	cells [][]cell // by y, then x
	kinds []kind   // that which is best most often first
	count int      // of cells that are not empty
}

// cell is one point of the grid.
type cell struct {
	Best   string  // codes of those that are best, joined
	Margin float64 // over the next best; +Inf where there is none
	Chance float64 // that they are best, as a share of draws; NaN if that is not known
}

func (c cell) empty() bool  { return c.Best == "" }
func (c cell) unsure() bool { return c.Chance < sureShare }

// kind is what is best somewhere: a structure, or several that are equally good.
type kind struct {
	Codes  []string
	Letter string
	Cells  int
}

// color is that of the first structure in focus; a structure out of focus has none in any figure, and so is grey here.
func (k kind) color(ctx Context) color.NRGBA {
	for _, code := range k.Codes {
		if l := ctx.look(code); l.Focus {
			return l.Color
		}
	}
	return chart.DarkGrey
}

// name is what titles and the key call it.
func (k kind) name(ctx Context) string {
	names := make([]string, len(k.Codes))
	for i, code := range k.Codes {
		names[i] = ctx.name(code)
	}
	return strings.Join(names, " or ")
}

// letters name the kinds on the map.
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

// sumUp counts the cells and lists the kinds.
func (all *bestGrid) sumUp() {
	cells := map[string]int{}
	for _, row := range all.cells {
		for _, c := range row {
			if !c.empty() {
				cells[c.Best]++
				all.count++
			}
		}
	}
	var kinds []kind
	for codes, n := range cells {
		kinds = append(kinds, kind{Codes: strings.Split(codes, "\n"), Cells: n})
	}
	slices.SortFunc(kinds, func(a, b kind) int {
		if a.Cells != b.Cells {
			return b.Cells - a.Cells
		}
		return slices.Compare(a.Codes, b.Codes)
	})
	for i := range kinds {
		kinds[i].Letter = letters[i%len(letters) : i%len(letters)+1]
	}
	all.kinds = kinds
}

func (all bestGrid) kindAt(c cell) kind {
	return all.kinds[slices.IndexFunc(all.kinds, func(k kind) bool { return strings.Join(k.Codes, "\n") == c.Best })]
}

// percent is the part of the grid in which it is best.
func (all bestGrid) percent(k kind) string {
	return chance(float64(k.Cells) / float64(all.count))
}

// coloursShared says whether colours alone do not tell what is best.
func (all bestGrid) coloursShared(ctx Context) bool {
	seen := map[any]bool{}
	for _, k := range all.kinds {
		seen[k.color(ctx)] = true
	}
	return len(seen) < len(all.kinds)
}

// spot is a cell by its column and row.
type spot struct{ i, j int }

// regions are the connected parts of the map in which the same is best.
func (all bestGrid) regions() [][]spot {
	var regions [][]spot
	seen := map[spot]bool{}
	for j, row := range all.cells {
		for i, c := range row {
			if at := (spot{i, j}); !c.empty() && !seen[at] {
				regions = append(regions, all.region(at, seen))
			}
		}
	}
	return regions
}

// region is all that is connected with a cell.
func (all bestGrid) region(from spot, seen map[spot]bool) []spot {
	best := all.cells[from.j][from.i].Best
	region := []spot{from}
	seen[from] = true
	for k := 0; k < len(region); k++ {
		at := region[k]
		for _, next := range []spot{{at.i + 1, at.j}, {at.i - 1, at.j}, {at.i, at.j + 1}, {at.i, at.j - 1}} {
			if all.has(next) && !seen[next] && all.cells[next.j][next.i].Best == best {
				seen[next] = true
				region = append(region, next)
			}
		}
	}
	return region
}

func (all bestGrid) has(s spot) bool {
	return s.j >= 0 && s.j < len(all.cells) && s.i >= 0 && s.i < len(all.cells[s.j])
}

// drawLetter writes in the middle of a filled box.
func drawLetter(c draw.Canvas, r vg.Rectangle, fill color.NRGBA, letter string) {
	chart.Font{Size: 10, Bold: true, Color: chart.TextOn(fill)}.DrawMiddle(c, chart.Middle(r), chart.Centre, letter)
}
