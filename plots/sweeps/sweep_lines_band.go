package sweeps

import (
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/series"
	"reconfig/plots/words"
)

// isRanged says whether the range of a line is shown: of those in focus, or of the only one.
func (all sweepCourses) isRanged(ctx figure.Context, line int) bool {
	known := slices.ContainsFunc(all.lines[line].Steps, func(s along) bool { return s.band.Wide() })
	return known && (len(all.lines) == 1 || all.look(ctx, line).Focus)
}

// banded is the line that has its band in the plot: the one that the title speaks of, or else the first whose range is shown.
// Several bands would hide one another. −1 where no range is known.
func (all sweepCourses) banded(ctx figure.Context) int {
	for _, i := range append([]int{all.subject(ctx)}, all.ranged(ctx)...) {
		if all.isRanged(ctx, i) {
			return i
		}
	}
	return -1
}

// ranged are the lines whose ranges are shown.
func (all sweepCourses) ranged(ctx figure.Context) (lines []int) {
	for i := range all.lines {
		if all.isRanged(ctx, i) {
			lines = append(lines, i)
		}
	}
	return lines
}

// rangesWidth is the width of the ranges beside the plot; nothing where a band says all.
func (all sweepCourses) rangesWidth(ctx figure.Context) vg.Length {
	return series.RangesWidth(len(all.ranged(ctx)))
}

// endRanges are where the draws lie at the last value, for beside the plot.
func (all sweepCourses) endRanges(ctx figure.Context) []series.EndRange {
	if all.rangesWidth(ctx) == 0 {
		return nil
	}
	var ranges []series.EndRange
	for _, i := range all.ranged(ctx) {
		_, last, _ := all.lines[i].ends()
		ranges = append(ranges, series.EndRange{Look: all.look(ctx, i), At: last.Y, Interval: last.band})
	}
	return ranges
}

// drawBand draws where the draws lie, in pieces where it is not known at some values.
func (p course) drawBand(c draw.Canvas, l figure.Look, x, y func(float64) vg.Length) {
	var lower, upper []vg.Point
	flush := func() {
		if len(lower) > 1 {
			chart.DrawBand(c, lower, upper, l.Color)
		}
		lower, upper = nil, nil
	}
	for _, s := range p.Steps {
		if !s.band.Known() {
			flush()
			continue
		}
		lower, upper = append(lower, vg.Point{X: x(s.X), Y: y(s.band.Lo)}), append(upper, vg.Point{X: x(s.X), Y: y(s.band.Hi)})
	}
	flush()
}

// key explains the band and the ranges.
func (all sweepCourses) key(ctx figure.Context) []chart.KeyItem {
	i := all.banded(ctx)
	if i < 0 {
		return nil
	}
	look := all.look(ctx, i)
	items := []chart.KeyItem{{Text: all.bandText(ctx, i), Swatch: chart.BandSwatch(look.Line, look.Color)}}
	if all.rangesWidth(ctx) > 0 {
		_, last, _ := all.lines[i].ends()
		items = append(items, series.RangesKey("at "+all.along.Write(last.X)))
	}
	return items
}

// bandText says what the band of a line is of.
func (all sweepCourses) bandText(ctx figure.Context, line int) string {
	if all.base == "" {
		return words.Sentence(figure.Percentiles) + " of draws, " + all.lines[line].Heading
	}
	return words.Sentence(figure.Percentiles) + " of the difference, " + all.lines[line].Heading + " less " + ctx.Name(all.base)
}

// aboutBands says what ranges are of, or owns up to those that are not there.
func (all sweepCourses) aboutBands(ctx figure.Context) string {
	switch {
	case all.banded(ctx) >= 0:
		return "Ranges are of the difference, draw by draw"
	case all.base != "" && all.lacksPairs(ctx):
		return "Without ranges: " + noPairs
	}
	return ""
}
