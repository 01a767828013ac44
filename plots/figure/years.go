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
	rows = slices.Clone(rows)
	slices.SortStableFunc(rows, func(a, b result.TrajectoryRow) int { return cmp.Compare(a.TimeYears, b.TimeYears) })
	var y Years
	previous := ""
	for _, row := range rows {
		if !words.Finite(row.TimeYears) {
			continue
		}
		start := max(0, row.TimeYears-0.125)
		label := words.Either(row.FinancialYear, fmt.Sprintf("Year %d", int(start+1e-9)+1))
		if label != previous {
			y.Ticks = append(y.Ticks, plot.Tick{Value: start, Label: label})
			previous = label
		}
		y.End = max(y.End, row.TimeYears+0.125)
	}
	return y
}
