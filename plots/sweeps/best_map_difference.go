package sweeps

import (
	"fmt"
	"maps"
	"math"
	"slices"

	"gonum.org/v1/plot/vg"

	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/plane"
	"reconfig/plots/words"
)

// mostSteps is how many shades of one colour a reader tells apart.
const mostSteps = 4

// compare chooses the two structures that lead in most cells and works out by how much the first is better at each point.
// Means may be subtracted: their difference is the mean of the differences.
func (all *bestOver) compare(ctx figure.Context) {
	all.first, all.second = all.leaders()
	lo, hi := 0.0, 0.0
	all.difference, all.agreeing = make([][]float64, len(all.Cells)), make([][]float64, len(all.Cells))
	for j, y := range all.Y.Values {
		for i, x := range all.X.Values {
			p := all.point([]plane.Axis{all.X, all.Y}, []float64{x, y})
			v := all.value(p, all.first, all.statistic) - all.value(p, all.second, all.statistic)
			if all.Before(1, 0) > 0 { // lower is better
				v = -v
			}
			if !words.Finite(v) || all.Cells[j][i].Empty() {
				v = math.NaN()
			} else if !all.isElse(all.Cells[j][i]) {
				lo, hi = min(lo, v), max(hi, v)
			}
			all.difference[j] = append(all.difference[j], v)
			all.agreeing[j] = append(all.agreeing[j], all.agreement(p, v, all.Cells[j][i]))
		}
	}
	all.width = chart.NewScale(0, max(hi, -lo), 0, mostSteps, all.Unit).Step
	all.above, all.below = int(math.Ceil(hi/all.width-1e-9)), int(math.Ceil(-lo/all.width-1e-9))
	if all.above+all.below == 0 {
		all.above = 1
	}
	all.assume(ctx)
}

// agreement is in what share of draws that of the two is better which has the better mean, ties shared; where their differences are not at hand, in
// what share the best of all structures is best.
func (all *bestOver) agreement(point int, difference float64, c plane.Cell) float64 {
	p, found := all.pair(point, all.first, all.second)
	switch {
	case !found:
		return c.Chance
	case difference < 0:
		return 1 - p.better
	}
	return p.better
}

// alike says why the map would be one rectangle of one colour; nothing where it would not.
func (all bestOver) alike(ctx figure.Context) string {
	lo, hi := all.extremes()
	if lo > hi {
		return fmt.Sprintf("%s does not come under %s or %s at any point", all.Named(), ctx.Said(all.first), ctx.Said(all.second))
	}
	unsure := all.unsure()
	if all.stepOf(lo) != all.stepOf(hi) || unsure > 0 && unsure < all.Count || all.elsewhere() > 0 || all.cells(plane.Cell.Empty) > 0 {
		return ""
	}
	better, worse := all.first, all.second
	if hi < 0 {
		better, worse, lo, hi = all.second, all.first, -hi, -lo
	}
	if lo == 0 && hi == 0 {
		return fmt.Sprintf("%s and %s are equally good on %s at every point", ctx.Said(all.first), ctx.Said(all.second), all.Named())
	}
	m := all.Difference()
	m.Unit.Signed = false
	m.Decimals = m.Unit.DecimalsAmong([]float64{lo, hi})
	agree := "at least"
	if unsure > 0 {
		agree = "fewer than"
	}
	by := m.Write(hi)
	if m.Short(lo) != m.Short(hi) {
		by = m.Short(lo) + " to " + by
	}
	return fmt.Sprintf("%s is better than %s on %s at every point, by %s, in %s %.0f of 100 draws", ctx.Said(better), ctx.Said(worse), all.Named(), by, agree, 100*words.SureShare)
}

// extremes are the least and the greatest difference; the least is the greater where none is known.
func (all bestOver) extremes() (lo, hi float64) {
	lo, hi = math.Inf(1), math.Inf(-1)
	for _, row := range all.difference {
		for _, v := range row {
			if words.Finite(v) {
				lo, hi = min(lo, v), max(hi, v)
			}
		}
	}
	return lo, hi
}

// leaders are the two structures that are best in most cells; where one is best everywhere, it and the one that is next on
// average.
func (all bestOver) leaders() (first, second string) {
	cells, sums := map[string]int{}, map[string]float64{}
	for _, k := range all.Kinds {
		for _, code := range k.Codes {
			cells[code] += k.Cells
		}
	}
	points := slices.Sorted(maps.Keys(all.points)) // sums in another order differ in their last digits, which would decide between equals
	for _, code := range all.codes {
		for _, p := range points {
			if v := all.value(p, code, all.statistic); words.Finite(v) {
				sums[code] += v
			}
		}
	}
	codes := slices.Clone(all.codes)
	slices.SortStableFunc(codes, func(a, b string) int {
		if cells[a] != cells[b] {
			return cells[b] - cells[a]
		}
		return all.Before(sums[a], sums[b])
	})
	return codes[0], codes[1]
}

// isElse says whether another structure than the two is best in a cell.
func (all bestOver) isElse(c plane.Cell) bool {
	return !c.Empty() && !slices.Contains(codesOf(c), all.first) && !slices.Contains(codesOf(c), all.second)
}

// elsewhere counts such cells, unsure those that are hatched.
func (all bestOver) elsewhere() int { return all.cells(all.isElse) }

func (all bestOver) unsure() int {
	n := 0
	for j, row := range all.Cells {
		for i, c := range row {
			if !c.Empty() && !all.isElse(c) && all.isUnsure(i, j) {
				n++
			}
		}
	}
	return n
}

// isUnsure says whether more than a few draws disagree with the mean.
func (all bestOver) isUnsure(i, j int) bool { return all.agreeing[j][i] < words.SureShare-1e-9 }

func (all bestOver) cells(is func(plane.Cell) bool) int {
	n := 0
	for _, row := range all.Cells {
		for _, c := range row {
			if is(c) {
				n++
			}
		}
	}
	return n
}

// assume reads what is plausible and central of both assumptions.
func (all *bestOver) assume(ctx figure.Context) {
	all.rangeX, all.centreX = assumed(ctx, all.X)
	all.rangeY, all.centreY = assumed(ctx, all.Y)
}

// assumed is the plausible range of an axis of one assumption, and its central value; not known of several that move together.
func assumed(ctx figure.Context, a plane.Axis) (plausible figure.Interval, central float64) {
	plausible, central = figure.Interval{Lo: math.NaN(), Hi: math.NaN()}, math.NaN()
	if len(a.Codes) != 1 {
		return plausible, central
	}
	if r, known := ctx.Plausible[a.Codes[0]]; known {
		plausible = figure.Interval{Lo: r[0], Hi: r[1]}
	}
	if v, known := ctx.Central[a.Codes[0]]; known {
		central = v
	}
	return plausible, central
}

func (all bestOver) hasRange() bool { return all.rangeX.Wide() && all.rangeY.Wide() }

// hasCentre says whether the central values are known and in the map.
func (all bestOver) hasCentre() bool {
	within := func(v float64, a plane.Axis) bool { return v >= a.Values[0] && v <= a.Values[len(a.Values)-1] }
	return within(all.centreX, all.X) && within(all.centreY, all.Y)
}

// spot is where two values are, in cells from the lower left; at the edge if they lie beyond.
func (all bestOver) spot(x, y float64) vg.Point {
	return vg.Point{X: vg.Length(cellsAlong(all.X, x)), Y: vg.Length(cellsAlong(all.Y, y))}
}

// cellsAlong is how many cells along the axis a value is; values of cells lie in their middles.
func cellsAlong(a plane.Axis, v float64) float64 {
	n := len(a.Values)
	i := 0
	for i < n-2 && v > a.Values[i+1] {
		i++
	}
	part := (a.At(v) - a.At(a.Values[i])) / (a.At(a.Values[i+1]) - a.At(a.Values[i]))
	if math.IsNaN(part) {
		part = 0 // not above zero on a logarithmic axis
	}
	return max(0, min(float64(n), float64(i)+0.5+part))
}

// border is the line between cells in which the one of the two structures is better and those in which the other is, in cells from the
// lower left. It runs where the colours change, so that no cell lies on both sides.
func (all bestOver) border() []chart.Segment {
	var pieces []chart.Segment
	for j := range all.Cells {
		for i := range all.Cells[j] {
			x, y := vg.Length(i), vg.Length(j)
			if all.differ(i, j, i+1, j) {
				pieces = append(pieces, chart.Segment{From: vg.Point{X: x + 1, Y: y}, To: vg.Point{X: x + 1, Y: y + 1}})
			}
			if all.differ(i, j, i, j+1) {
				pieces = append(pieces, chart.Segment{From: vg.Point{X: x, Y: y + 1}, To: vg.Point{X: x + 1, Y: y + 1}})
			}
		}
	}
	return pieces
}

// differ says whether of two cells the one is the first structure's and the other the second's.
func (all bestOver) differ(i, j, i2, j2 int) bool {
	if j2 >= len(all.Cells) || i2 >= len(all.Cells[j]) || all.isElse(all.Cells[j][i]) || all.isElse(all.Cells[j2][i2]) {
		return false
	}
	a, b := all.difference[j][i], all.difference[j2][i2]
	return !math.IsNaN(a) && !math.IsNaN(b) && (all.stepOf(a) < 0) != (all.stepOf(b) < 0)
}
