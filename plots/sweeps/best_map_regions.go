package sweeps

import (
	"math"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
	"reconfig/plots/plane"
)

// Where cells are too small for letters, colours tell what is best; but structures out of focus share one. Then each
// region of the map that has space has a letter.

// drawRegionLetters writes a letter on a plate in each region that has space for it.
func (all bestOver) drawRegionLetters(area draw.Canvas) {
	for _, region := range all.Regions() {
		r, found := all.plate(area, region)
		if !found {
			continue
		}
		chart.FillRectangle(area, r, chart.White)
		plane.DrawLetter(area, r, chart.White, all.KindAt(all.Cells[region[0].J][region[0].I]).Letter)
	}
}

// plate is the space for a letter nearest to the region's middle and wholly in it; false if there is none.
func (all bestOver) plate(area draw.Canvas, region []plane.Spot) (vg.Rectangle, bool) {
	size := all.box(area, 0, 0).Size()
	wide, high := int(math.Ceil(float64(letterHeight/size.X))), int(math.Ceil(float64(letterHeight/size.Y)))
	in := map[plane.Spot]bool{}
	var x, y float64
	for _, s := range region {
		in[s] = true
		x, y = x+float64(s.I)/float64(len(region)), y+float64(s.J)/float64(len(region))
	}
	space := func(s plane.Spot) bool {
		for j := range high {
			for i := range wide {
				if !in[plane.Spot{I: s.I + i, J: s.J + j}] {
					return false
				}
			}
		}
		return true
	}
	best, least := plane.Spot{}, math.Inf(1)
	for _, s := range region {
		dx, dy := float64(s.I)+float64(wide-1)/2-x, float64(s.J)+float64(high-1)/2-y
		if away := dx*dx + dy*dy; away < least && space(s) {
			best, least = s, away
		}
	}
	lower, upper := all.box(area, best.I, best.J), all.box(area, best.I+wide-1, best.J+high-1)
	middle := vg.Point{X: (lower.Min.X + upper.Max.X) / 2, Y: (lower.Min.Y + upper.Max.Y) / 2}
	half := letterHeight / 2
	return chart.Rectangle(middle.X-half, middle.Y-half, middle.X+half, middle.Y+half), !math.IsInf(least, 1)
}
