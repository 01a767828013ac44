package plots

import (
	"fmt"
	"image/color"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/model/result"
	"reconfig/plots/chart"
)

// interval is where nine in ten draws lie: from the 5th to the 95th percentile.
type interval struct{ Lo, Hi float64 }

// inBrackets writes an interval after a value; nothing if there is none.
func (i interval) inBrackets(write func(float64) string) string {
	if !i.wide() {
		return ""
	}
	return fmt.Sprintf(" (%s to %s)", write(i.Lo), write(i.Hi))
}

// known says whether both ends are there to draw.
func (i interval) known() bool { return finite(i.Lo) && finite(i.Hi) && i.Lo <= i.Hi }

// wide says whether there is anything between the ends, so that it is worth showing.
func (i interval) wide() bool { return i.known() && i.Lo < i.Hi }

// scaled is the interval in another unit.
func (i interval) scaled(by float64) interval { return interval{i.Lo * by, i.Hi * by} }

// whiskers are what a bar shows of the interval.
func (i interval) whiskers() []chart.Whisker {
	if !i.wide() {
		return nil
	}
	return []chart.Whisker{{Lo: i.Lo, Hi: i.Hi}}
}

func intervalOf(rows []result.OutcomeRow, code string, o result.Outcome) interval {
	return interval{outcomeOf(rows, code, result.P05, o), outcomeOf(rows, code, result.P95, o)}
}

// whiskersAre says what the whiskers of bars are, if there are any.
func whiskersAre(bars chart.Bars, of string) string {
	if !slices.ContainsFunc(bars.Rows, func(row chart.Bar) bool { return len(row.Whiskers) > 0 }) {
		return ""
	}
	return "Whiskers: " + percentiles + " of " + of
}

// drawInterval draws a line with a bar across each end.
func drawInterval(c draw.Canvas, s chart.Segment, upright bool, col color.Color) {
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
