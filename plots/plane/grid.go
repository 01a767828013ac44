// Package plane is what figures over two assumptions share: the axes, what is best at each point of a grid, and its
// connected regions.
package plane

import (
	"image/color"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/words"
)

// The measures of a map.
const (
	Height = vg.Length(280)
	Below  = vg.Length(36) // values and name of the axis
)

// Grid is what is best at each point of a grid over two assumptions.
type Grid struct {
	X, Y  Axis
	Cells [][]Cell // by y, then x
	Kinds []Kind   // that which is best most often first
	Count int      // of cells that are not empty
}

// Cell is one point of the grid.
type Cell struct {
	Best   string  // codes of those that are best, joined
	Margin float64 // over the next best; +Inf where there is none
	Chance float64 // that they are best, as a share of draws; NaN if that is not known
}

// Empty says whether nothing is best, or nothing known.
func (c Cell) Empty() bool { return c.Best == "" }

// Kind is what is best somewhere: a structure, or several that are equally good.
type Kind struct {
	Codes  []string
	Letter string
	Cells  int
}

// Color is that of the first structure in focus; a structure out of focus has none in any figure, and so is grey here.
func (k Kind) Color(ctx figure.Context) color.NRGBA {
	for _, code := range k.Codes {
		if l := ctx.Look(code); l.Focus {
			return l.Color
		}
	}
	return chart.DarkGrey
}

// Name is what the key calls it.
func (k Kind) Name(ctx figure.Context) string {
	names := make([]string, len(k.Codes))
	for i, code := range k.Codes {
		names[i] = ctx.Name(code)
	}
	return strings.Join(names, " or ")
}

// Said is the same in a sentence of several kinds: in quotation marks where a kind of the grid has a name of several words.
func (all Grid) Said(ctx figure.Context, k Kind) string {
	quoted := slices.ContainsFunc(all.Kinds, func(k Kind) bool {
		return slices.ContainsFunc(k.Codes, func(code string) bool { return ctx.Said(code) != ctx.Name(code) })
	})
	names := make([]string, len(k.Codes))
	for i, code := range k.Codes {
		if names[i] = ctx.Name(code); quoted {
			names[i] = "“" + names[i] + "”"
		}
	}
	return strings.Join(names, " or ")
}

// letters name the kinds on the map.
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

// SumUp counts the cells and lists the kinds.
func (all *Grid) SumUp() {
	cells := map[string]int{}
	for _, row := range all.Cells {
		for _, c := range row {
			if !c.Empty() {
				cells[c.Best]++
				all.Count++
			}
		}
	}
	var kinds []Kind
	for codes, n := range cells {
		kinds = append(kinds, Kind{Codes: strings.Split(codes, "\n"), Cells: n})
	}
	slices.SortFunc(kinds, func(a, b Kind) int {
		if a.Cells != b.Cells {
			return b.Cells - a.Cells
		}
		return slices.Compare(a.Codes, b.Codes)
	})
	for i := range kinds {
		kinds[i].Letter = letters[i%len(letters) : i%len(letters)+1]
	}
	all.Kinds = kinds
}

// KindAt is what is best in a cell.
func (all Grid) KindAt(c Cell) Kind {
	return all.Kinds[slices.IndexFunc(all.Kinds, func(k Kind) bool { return strings.Join(k.Codes, "\n") == c.Best })]
}

// Percent is the part of the grid in which it is best.
func (all Grid) Percent(k Kind) string {
	return words.Chance(float64(k.Cells) / float64(all.Count))
}

// Spot is a cell by its column and row.
type Spot struct{ I, J int }

// Regions are the connected parts of the map in which the same is best.
func (all Grid) Regions() [][]Spot {
	var regions [][]Spot
	seen := map[Spot]bool{}
	for j, row := range all.Cells {
		for i, c := range row {
			if at := (Spot{i, j}); !c.Empty() && !seen[at] {
				regions = append(regions, all.region(at, seen))
			}
		}
	}
	return regions
}

// region is all that is connected with a cell.
func (all Grid) region(from Spot, seen map[Spot]bool) []Spot {
	best := all.Cells[from.J][from.I].Best
	region := []Spot{from}
	seen[from] = true
	for k := 0; k < len(region); k++ {
		at := region[k]
		for _, next := range []Spot{{at.I + 1, at.J}, {at.I - 1, at.J}, {at.I, at.J + 1}, {at.I, at.J - 1}} {
			if all.has(next) && !seen[next] && all.Cells[next.J][next.I].Best == best {
				seen[next] = true
				region = append(region, next)
			}
		}
	}
	return region
}

func (all Grid) has(s Spot) bool {
	return s.J >= 0 && s.J < len(all.Cells) && s.I >= 0 && s.I < len(all.Cells[s.J])
}

// DrawLetter writes in the middle of a filled box.
func DrawLetter(c draw.Canvas, r vg.Rectangle, fill color.NRGBA, letter string) {
	chart.Font{Size: chart.LeastSize, Bold: true, Color: chart.TextOn(fill)}.DrawMiddle(c, chart.Middle(r), chart.Centre, letter)
}
