package plots

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/model/result"
	"reconfig/plots/chart"
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

// end is where the line ends on the page.
func (s series) end(x, y func(float64) vg.Length) vg.Point {
	p := s.Points[len(s.Points)-1]
	return vg.Point{X: x(p.X), Y: y(p.Y)}
}

func (s series) lowest() float64 {
	lowest := math.Inf(1)
	for _, p := range s.Points {
		lowest = min(lowest, p.Y)
	}
	return lowest
}

// allSeries reads a column for every structure, in the order of the outcomes; those without values are left out.
func (d Data) allSeries(column func(result.TrajectoryRow) float64) []series {
	points := map[string]plotter.XYs{}
	var codes []string
	for _, row := range d.trajectoriesShown() {
		codes = append(codes, row.Structure)
		if p := (plotter.XY{X: row.TimeYears, Y: column(row)}); finite(p.X) && finite(p.Y) {
			points[row.Structure] = append(points[row.Structure], p)
		}
	}
	bands := d.bands(column)
	var all []series
	for _, code := range unique(append(d.codes(), codes...)) {
		if xys := points[code]; len(xys) > 0 {
			slices.SortStableFunc(xys, func(a, b plotter.XY) int { return cmp.Compare(a.X, b.X) })
			all = append(all, series{code, xys, bands[code]})
		}
	}
	return all
}

// bands reads the column's intervals for every structure; times that lack an end are left out.
func (d Data) bands(column func(result.TrajectoryRow) float64) map[string][]spread {
	type moment struct {
		code string
		x    float64
	}
	low := map[moment]float64{}
	for _, row := range d.Trajectories {
		if row.Statistic == result.P05 {
			low[moment{row.Structure, row.TimeYears}] = column(row)
		}
	}
	bands := map[string][]spread{}
	for _, row := range d.Trajectories {
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
func (d Data) withBands(all []series) []series {
	var kept []series
	for _, code := range d.Focus {
		for _, s := range all {
			if s.Code == code && len(s.Band) > 1 {
				kept = append(kept, s)
			}
		}
	}
	return kept
}

func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }

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

// years are the financial years of the trajectories and when they begin.
type years struct {
	Ticks []plot.Tick
	End   float64 // end of the last quarter, in years from the start
}

// years reads the financial years off the quarters; where the rows name none, they are numbered.
func (d Data) years() years {
	rows := slices.Clone(d.Trajectories)
	slices.SortStableFunc(rows, func(a, b result.TrajectoryRow) int { return cmp.Compare(a.TimeYears, b.TimeYears) })
	var y years
	previous := ""
	for _, row := range rows {
		if !finite(row.TimeYears) {
			continue
		}
		start := max(0, row.TimeYears-0.125)
		label := either(row.FinancialYear, fmt.Sprintf("Year %d", int(start+1e-9)+1))
		if label != previous {
			y.Ticks = append(y.Ticks, plot.Tick{Value: start, Label: label})
			previous = label
		}
		y.End = max(y.End, row.TimeYears+0.125)
	}
	return y
}

// period is "2010/11 to 2019/20".
func (y years) period() string {
	switch n := len(y.Ticks); n {
	case 0:
		return ""
	case 1:
		return y.Ticks[0].Label
	default:
		return y.Ticks[0].Label + " to " + y.Ticks[n-1].Label
	}
}

func (y years) final() string {
	if len(y.Ticks) == 0 {
		return "the end"
	}
	return y.Ticks[len(y.Ticks)-1].Label
}

// axis is the time axis for a plot about so wide, with as many labels as fit.
func (y years) axis(width vg.Length) (chart.Scale, plot.Ticker) {
	end := max(y.End, 0.25)
	return chart.Scale{Min: 0, Max: end}, chart.Thin(y.Ticks, chart.LabelFont, width, end, 10)
}

// span is the time axis of panels, which thin out its labels themselves.
func (y years) span() (chart.Scale, []plot.Tick) {
	return chart.Scale{Min: 0, Max: max(y.End, 0.25)}, y.Ticks
}

// addSeries draws the series, those in focus on top.
func (d Data) addSeries(p *plot.Plot, all []series) {
	byCode := map[string]series{}
	var codes []string
	for _, s := range all {
		byCode[s.Code] = s
		codes = append(codes, s.Code)
	}
	for _, code := range d.inDrawingOrder(codes) {
		p.Add(lineOf(byCode[code].Points, d.look(code).Line))
	}
}

// lineOf never fails: the points are finite and at least one.
func lineOf(points plotter.XYs, style draw.LineStyle) *plotter.Line {
	return &plotter.Line{XYs: points, LineStyle: style}
}

// aboveTimeline is the room that a plot over time leaves for the word above the handover.
const aboveTimeline = vg.Length(14)

// addHandover marks when the bodies hand over to their successors, if that is known and in the period. The word stands
// above the plot, clear of all lines.
func (d Data) addHandover(p *plot.Plot, end float64) {
	p.Add(chart.Plotted(func(c draw.Canvas, x, _ func(float64) vg.Length) { d.drawHandover(c, end, x) }))
}
