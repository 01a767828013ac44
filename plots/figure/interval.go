package figure

import (
	"fmt"
	"image/color"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/model/result"
	"reconfig/plots/barchart"
	"reconfig/plots/chart"
	"reconfig/plots/words"
)

// Interval is where nine in ten draws lie: from the 5th to the 95th percentile.
type Interval struct{ Lo, Hi float64 }

// InBrackets writes an interval after a value; nothing if there is none.
func (i Interval) InBrackets(write func(float64) string) string {
	if !i.Wide() {
		return ""
	}
	return fmt.Sprintf(" (%s to %s)", write(i.Lo), write(i.Hi))
}

// Known says whether both ends are there to draw.
func (i Interval) Known() bool { return words.Finite(i.Lo) && words.Finite(i.Hi) && i.Lo <= i.Hi }

// Wide says whether there is anything between the ends, so that it is worth showing.
func (i Interval) Wide() bool { return i.Known() && i.Lo < i.Hi }

// Scaled is the interval in another unit.
func (i Interval) Scaled(by float64) Interval { return Interval{i.Lo * by, i.Hi * by} }

// Whiskers are what a bar shows of the interval.
func (i Interval) Whiskers() []barchart.Whisker {
	if !i.Wide() {
		return nil
	}
	return []barchart.Whisker{{Lo: i.Lo, Hi: i.Hi}}
}

// IntervalOf is the interval from the 5th to the 95th percentile of a structure's outcome.
func IntervalOf(rows []result.OutcomeRow, code string, o result.Outcome) Interval {
	return Interval{OutcomeOf(rows, code, result.P05, o), OutcomeOf(rows, code, result.P95, o)}
}

// WhiskersAre says what the whiskers of bars are, if there are any.
func WhiskersAre(bars barchart.Bars, of string) string {
	if !slices.ContainsFunc(bars.Rows, func(row barchart.Bar) bool { return len(row.Whiskers) > 0 }) {
		return ""
	}
	return "Whiskers: " + Percentiles + " of " + of
}

// DrawInterval draws a line with a bar across each end.
func DrawInterval(c draw.Canvas, s chart.Segment, upright bool, col color.Color) {
	line := draw.LineStyle{Color: col, Width: 1.4}
	c.StrokeLine2(line, s.From.X, s.From.Y, s.To.X, s.To.Y)
	dx, dy := vg.Length(0), vg.Length(3.5)
	if upright {
		dx, dy = dy, dx
	}
	for _, end := range []vg.Point{s.From, s.To} {
		c.StrokeLine2(line, end.X-dx, end.Y-dy, end.X+dx, end.Y+dy)
	}
}
