package plots

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/plot/plotter"

	"reconfig/model/result"
)

// series is what one column of the trajectories holds for one structure.
type series struct {
	Code   string
	Points plotter.XYs // in order of time, without gaps where a value is missing
	Band   []spread    // from the 5th to the 95th percentile of the draws; none if there is one draw
}

// spread is where the draws lie at one time.
type spread struct {
	X float64
	interval
}

func (s series) last() float64 { return s.Points[len(s.Points)-1].Y }

// lastBand is the interval at the end; not known if there is no band.
func (s series) lastBand() interval {
	if len(s.Band) == 0 {
		return interval{math.NaN(), math.NaN()}
	}
	return s.Band[len(s.Band)-1].interval
}

func (s series) lowest() float64 {
	lowest := math.Inf(1)
	for _, p := range s.Points {
		lowest = min(lowest, p.Y)
	}
	return lowest
}

// allSeries reads a column for every structure, in the order of the outcomes; those without values are left out.
func allSeries(d Data, column func(result.TrajectoryRow) float64) []series {
	points := map[string]plotter.XYs{}
	var codes []string
	for _, row := range trajectoriesShown(d.Trajectories) {
		codes = append(codes, row.Structure)
		if p := (plotter.XY{X: row.TimeYears, Y: column(row)}); finite(p.X) && finite(p.Y) {
			points[row.Structure] = append(points[row.Structure], p)
		}
	}
	bands := bandsOf(d.Trajectories, column)
	var all []series
	for _, code := range unique(append(d.Structures(), codes...)) {
		if xys := points[code]; len(xys) > 0 {
			slices.SortStableFunc(xys, func(a, b plotter.XY) int { return cmp.Compare(a.X, b.X) })
			all = append(all, series{code, xys, bands[code]})
		}
	}
	return all
}

// bandsOf reads the column's intervals for every structure; times that lack an end are left out.
func bandsOf(rows []result.TrajectoryRow, column func(result.TrajectoryRow) float64) map[string][]spread {
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
	bands := map[string][]spread{}
	for _, row := range rows {
		if row.Statistic != result.P95 {
			continue
		}
		if lo, found := low[moment{row.Structure, row.TimeYears}]; found && finite(row.TimeYears) {
			if s := (spread{row.TimeYears, interval{lo, column(row)}}); s.known() {
				bands[row.Structure] = append(bands[row.Structure], s)
			}
		}
	}
	for _, band := range bands {
		slices.SortStableFunc(band, func(a, b spread) int { return cmp.Compare(a.X, b.X) })
	}
	return bands
}

// withBands are the series in focus that have a band, in the order of the focus.
func withBands(ctx Context, all []series) []series {
	var kept []series
	for _, code := range ctx.Focus {
		for _, s := range all {
			if s.Code == code && len(s.Band) > 1 {
				kept = append(kept, s)
			}
		}
	}
	return kept
}

// yRange is the range of values of all series.
func yRange(all ...series) (lo, hi float64) {
	lo, hi = math.Inf(1), math.Inf(-1)
	for _, s := range all {
		for _, p := range s.Points {
			lo, hi = min(lo, p.Y), max(hi, p.Y)
		}
	}
	return lo, hi
}

// bandRange is the range of the bands and values of all series.
func bandRange(all ...series) (lo, hi float64) {
	lo, hi = yRange(all...)
	for _, s := range all {
		for _, b := range s.Band {
			lo, hi = min(lo, b.Lo), max(hi, b.Hi)
		}
	}
	return lo, hi
}

// inPanels says whether there are bands to show.
func inPanels(ctx Context, all []series) bool { return len(withBands(ctx, all)) > 0 }
