package figure

import (
	"cmp"
	"fmt"
	"slices"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"

	"reconfig/model/result"
	"reconfig/plots/chart"
	"reconfig/plots/words"
)

// Years are the financial years of the trajectories and when they begin.
type Years struct {
	Ticks []plot.Tick
	End   float64 // end of the last quarter, in years from the start
}

// Period is "2010/11 to 2019/20".
func (y Years) Period() string {
	switch n := len(y.Ticks); n {
	case 0:
		return ""
	case 1:
		return y.Ticks[0].Label
	default:
		return y.Ticks[0].Label + " to " + y.Ticks[n-1].Label
	}
}

// Final is the last year.
func (y Years) Final() string {
	if len(y.Ticks) == 0 {
		return "the end"
	}
	return y.Ticks[len(y.Ticks)-1].Label
}

// Axis is the time axis for a plot about so wide, with as many labels as fit.
func (y Years) Axis(width vg.Length) (chart.Scale, plot.Ticker) {
	end := max(y.End, 0.25)
	return chart.Scale{Min: 0, Max: end}, chart.Thin(y.Ticks, chart.LabelFont, width, end, 10)
}

// Span is the time axis of panels, which thin out its labels themselves.
func (y Years) Span() (chart.Scale, []plot.Tick) {
	return chart.Scale{Min: 0, Max: max(y.End, 0.25)}, y.Ticks
}

// YearsOf reads the financial years off the quarters; where the rows name none, they are numbered.
func YearsOf(rows []result.TrajectoryRow) Years {
	var y Years
	previous := ""
	for _, q := range quartersOf(rows) {
		start := max(0, q.middle-0.125)
		label := words.Either(q.year, fmt.Sprintf("Year %d", int(start+1e-9)+1))
		if label != previous {
			y.Ticks = append(y.Ticks, plot.Tick{Value: start, Label: label})
			previous = label
		}
		y.End = max(y.End, q.middle+0.125)
	}
	return y
}

// quarter is one of the trajectories: its middle, in years from the start, and its financial year.
type quarter struct {
	middle float64
	year   string
}

// quartersOf lists the quarters of the rows, each once, in the order of time.
func quartersOf(rows []result.TrajectoryRow) []quarter {
	var all []quarter
	known := map[quarter]bool{}
	for i := range rows {
		q := quarter{rows[i].TimeYears, rows[i].FinancialYear}
		if words.Finite(q.middle) && !known[q] {
			known[q] = true
			all = append(all, q)
		}
	}
	slices.SortStableFunc(all, func(a, b quarter) int { return cmp.Compare(a.middle, b.middle) })
	return all
}
