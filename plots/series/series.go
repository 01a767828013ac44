// Package series is what figures of lines share: one line a structure, over time or over what an assumption is worth, with
// bands where there are draws.
package series

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/plot/plotter"

	"reconfig/model/result"
	"reconfig/plots/figure"
	"reconfig/plots/words"
)

// Line is what one column of the trajectories holds for one structure.
type Line struct {
	Code   string
	Points plotter.XYs // in order of time, without gaps where a value is missing
	Band   []Spread    // from the 5th to the 95th percentile of the draws; none if there is one draw
}

// Spread is where the draws lie at one time.
type Spread struct {
	X float64
	figure.Interval
}

// Last is the last value.
func (s Line) Last() float64 { return s.Points[len(s.Points)-1].Y }

// LastBand is the interval at the end; not known if there is no band.
func (s Line) LastBand() figure.Interval {
	if len(s.Band) == 0 {
		return figure.Interval{Lo: math.NaN(), Hi: math.NaN()}
	}
	return s.Band[len(s.Band)-1].Interval
}

// Lowest is the lowest value.
func (s Line) Lowest() float64 {
	lowest := math.Inf(1)
	for _, p := range s.Points {
		lowest = min(lowest, p.Y)
	}
	return lowest
}

// Of reads a column for every structure, in the order of the outcomes; those without values are left out.
func Of(d figure.Data, column func(result.TrajectoryRow) float64) []Line {
	points := map[string]plotter.XYs{}
	var codes []string
	for _, row := range figure.TrajectoriesShown(d.Trajectories) {
		codes = append(codes, row.Structure)
		if p := (plotter.XY{X: row.TimeYears, Y: column(row)}); words.Finite(p.X) && words.Finite(p.Y) {
			points[row.Structure] = append(points[row.Structure], p)
		}
	}
	bands := bandsOf(d.Trajectories, column)
	var all []Line
	for _, code := range words.Unique(append(d.Structures(), codes...)) {
		if xys := points[code]; len(xys) > 0 {
			slices.SortStableFunc(xys, func(a, b plotter.XY) int { return cmp.Compare(a.X, b.X) })
			all = append(all, Line{code, xys, bands[code]})
		}
	}
	return all
}

// bandsOf reads the column's intervals for every structure; times that lack an end are left out.
func bandsOf(rows []result.TrajectoryRow, column func(result.TrajectoryRow) float64) map[string][]Spread {
	type moment struct {
		code string
		x    float64
	}
	low := map[moment]float64{}
	for _, row := range rows {
		if row.Statistic == result.P05 {
			low[moment{row.Structure, row.TimeYears}] = column(row)
		}
	}
	bands := map[string][]Spread{}
	for _, row := range rows {
		if row.Statistic != result.P95 {
			continue
		}
		if lo, found := low[moment{row.Structure, row.TimeYears}]; found && words.Finite(row.TimeYears) {
			if s := (Spread{row.TimeYears, figure.Interval{Lo: lo, Hi: column(row)}}); s.Known() {
				bands[row.Structure] = append(bands[row.Structure], s)
			}
		}
	}
	for _, band := range bands {
		slices.SortStableFunc(band, func(a, b Spread) int { return cmp.Compare(a.X, b.X) })
	}
	return bands
}

// WithBands are the series in focus that have a band, in the order of the focus.
func WithBands(ctx figure.Context, all []Line) []Line {
	var kept []Line
	for _, code := range ctx.Focus {
		for _, s := range all {
			if s.Code == code && len(s.Band) > 1 {
				kept = append(kept, s)
			}
		}
	}
	return kept
}

// Range is the range of values of all series.
func Range(all ...Line) (lo, hi float64) {
	lo, hi = math.Inf(1), math.Inf(-1)
	for _, s := range all {
		for _, p := range s.Points {
			lo, hi = min(lo, p.Y), max(hi, p.Y)
		}
	}
	return lo, hi
}

// BandRange is the range of the bands and values of all series.
func BandRange(all ...Line) (lo, hi float64) {
	lo, hi = Range(all...)
	for _, s := range all {
		for _, b := range s.Band {
			lo, hi = min(lo, b.Lo), max(hi, b.Hi)
		}
	}
	return lo, hi
}

// InPanels says whether there are bands to show.
func InPanels(ctx figure.Context, all []Line) bool { return len(WithBands(ctx, all)) > 0 }
