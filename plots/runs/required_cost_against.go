package runs

import (
	"cmp"
	"fmt"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/model/result"
	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/series"
	"reconfig/plots/words"
)

// against is what structures need more than the one that changes nothing, in the same draw.
type against struct {
	need
	lines []series.Line // those that differ from it
	base  string        // its code; empty if it is not in the data

	inColour string // a note on a line that is in colour besides those in focus
}

// againstOf reads the differences; false if no structure differs from the status quo, or that is not known.
func againstOf(d figure.Data, n need) (against, bool) {
	a := against{need: n}
	for _, l := range series.Of(d, func(r result.TrajectoryRow) float64 { return float64(r.RequiredCostAgainstStatusQuoK) }) {
		lo, hi := series.BandRange(l)
		switch {
		case lo < 0 || hi > 0:
			a.lines = append(a.lines, l)
		case a.base == "":
			a.base = l.Code
		default:
			a.lines = append(a.lines, l)
		}
	}
	lo, hi := series.BandRange(a.lines...)
	return a, lo < hi && (lo < 0 || hi > 0)
}

// status is what the structure that changes nothing is called in a sentence.
func (a against) status(ctx figure.Context) string {
	if a.base == "" {
		return "the structure that changes nothing"
	}
	return ctx.Said(a.base)
}

func (a against) page(d figure.Data) chart.Page {
	scale := a.scale(d.Context)
	ends := a.ends(d.Context)
	key, body := a.key(d), d.Print().Body()
	what := "Cost that each structure needs, less that under " + a.status(d.Context) + a.inTheSameDraw(d.Context) + ", " + d.MoneyUnit(scale.Unit) + " a year" + d.Prices()
	return chart.Page{
		Title:       a.title(d.Context),
		Subtitle:    d.Subtitle(words.Joined(what, figure.OfTrajectories(d.Context, d.Trajectories)), a.years.Period()),
		Footer:      d.Footer(append(a.notes(d.Context), a.promised(d.Outcomes), series.AboutHandover(d.Context, a.years))...),
		Description: a.description(d.Context),
		LeastBody:   chart.KeyHeightIn(key, body) + chart.AxisTitleHeight(a.axisTitle(d.Context, scale), body) + max(againstHeight+ends.Below, ends.Least()+60),
		Body: func(c draw.Canvas) {
			if len(key) > 0 {
				c = chart.DrawKey(c, key)
			}
			a.draw(d.Context, chart.DrawAxisTitle(c, a.axisTitle(d.Context, scale)), scale)
		},
	}
}

// axisTitle is what stands above the vertical axis.
func (a against) axisTitle(ctx figure.Context, scale chart.Scale) string {
	base := "no change"
	if a.base != "" {
		base = ctx.Said(a.base)
	}
	return "Cost needed, less that under " + base + ", " + ctx.MoneyUnit(scale.Unit) + " a year" + ctx.Prices()
}

// banded is the line that has its band in the plot: of those in focus the one that saves most at the end. Several bands
// would hide one another.
func (a against) banded(ctx figure.Context) (l series.Line, found bool) {
	shown := a.shown(ctx)
	if len(shown) == 0 {
		return series.Line{}, false
	}
	return slices.MinFunc(shown, func(a, b series.Line) int { return cmp.Compare(a.Last(), b.Last()) }), true
}

// ranges are where the draws lie at the end, for beside the plot.
func (a against) ranges(ctx figure.Context) []series.EndRange {
	var all []series.EndRange
	if shown := a.shown(ctx); len(shown) > 1 {
		for _, l := range shown {
			all = append(all, series.EndRange{Look: ctx.Look(l.Code), At: l.Last(), Interval: l.LastBand()})
		}
	}
	return all
}

// scale goes from the lowest end of a band or line to the highest, and holds zero. Its values have signs, as those of every figure
// of a difference.
func (a against) scale(ctx figure.Context) chart.Scale {
	lo, hi := series.BandRange(a.shown(ctx)...)
	low, high := series.Range(a.lines...)
	lo, hi = chart.FromZero(min(lo, low), max(hi, high))
	unit := chart.Thousands(ctx.Currency, max(-lo, hi))
	unit.Signed = true
	return chart.NewScale(lo, hi, 0, 6, unit)
}

// shown are the lines that have a band.
func (a against) shown(ctx figure.Context) []series.Line {
	return slices.DeleteFunc(series.WithBands(ctx, a.lines), func(l series.Line) bool {
		return !slices.ContainsFunc(l.Band, func(s series.Spread) bool { return s.Wide() })
	})
}

func (a against) inTheSameDraw(ctx figure.Context) string {
	if len(a.shown(ctx)) == 0 {
		return ""
	}
	return " in the same draw"
}

// key explains the band, where there is one.
func (a against) key(d figure.Data) []chart.KeyItem {
	l, found := a.banded(d.Context)
	if !found {
		return nil
	}
	look := d.Look(l.Code)
	items := []chart.KeyItem{{Text: words.Sentence(figure.Percentiles) + " of the difference, " + d.Name(l.Code), Swatch: chart.BandSwatch(look.Line, look.Color)}}
	if len(a.ranges(d.Context)) > 0 {
		items = append(items, series.RangesKey("at the end"))
	}
	return items
}

// notes say what the bands are and where the target is, which is too far off to be drawn.
func (a against) notes(ctx figure.Context) []string {
	notes := []string{a.inColour, ctx.AboutLevel(a.base)}
	if len(a.shown(ctx)) > 0 {
		notes = append(notes, series.QuarterByQuarter)
		if len(a.shown(ctx)) < len(a.lines) {
			notes = append(notes, "No range is drawn of the structures in grey")
		}
	}
	if a.hasTarget() && words.Finite(a.baseline) {
		notes = append(notes, fmt.Sprintf("The target, not drawn, asks for %s a year less than at the start by %s", ctx.Money(a.baseline-a.target.Last()), a.years.Final()))
	}
	return notes
}

// leastPromised is the share of a lasting saving that is missing at the end before a note says why.
const leastPromised = 0.02

// promised says why a structure saves less here than its lasting saving, if one does.
func (a against) promised(outcomes []result.OutcomeRow) string {
	for _, row := range figure.OneEach(outcomes) {
		saving := row.Values[result.SteadySaving]
		if slices.ContainsFunc(a.lines, func(l series.Line) bool {
			return l.Code == row.Structure && saving > 0 && saving+l.Last() > leastPromised*saving
		}) {
			return "Refusals and failures are in these costs; “lasting saving” in tables is before any, and so may be higher"
		}
	}
	return ""
}

func (a against) description(ctx figure.Context) string {
	text := fmt.Sprintf("Line chart of the cost that %s needs, less that under %s, by quarter, %s.", series.Structures(ctx, a.lines), a.status(ctx), a.years.Period())
	if words.Finite(a.baseline) {
		text += fmt.Sprintf(" The cost at the start is %s a year.", ctx.Money(a.baseline))
	}
	if len(a.target.Points) > 0 {
		text += fmt.Sprintf(" The target goes from %s to %s.", ctx.Money(a.target.Points[0].Y), ctx.Money(a.target.Last()))
	}
	text += " At the end: " + series.Values(ctx, a.lines, func(s series.Line) string { return ctx.Money(s.Last()) + s.LastBand().InBrackets(ctx.Money) }) + "."
	return text + series.Brackets(ctx, a.lines)
}

// againstHeight is the least height of the plot.
const againstHeight = vg.Length(330)

// labels are those of the lines and, last, of zero; they need a column so wide.
func (a against) ends(ctx figure.Context) chart.Ends {
	var labels []chart.EndLabel
	lasts := []float64{0}
	for _, s := range a.lines {
		lasts = append(lasts, s.Last())
	}
	unit := a.scale(ctx).Unit
	for _, s := range a.lines {
		l := ctx.Look(s.Code)
		labels = append(labels, chart.EndLabel{Text: ctx.Name(s.Code) + ": " + words.Unbroken(unit.Format(s.Last(), unit.DecimalsAmong(lasts))), Line: l.Line, Bold: l.Focus})
	}
	name := "No change"
	if a.base != "" {
		name = ctx.Name(a.base)
	}
	labels = append(labels, chart.EndLabel{Text: name, Line: ctx.LevelLine(a.base), Bold: true})
	return chart.EndsOf(labels, 220, ctx.Print().Body())
}

func (a against) draw(ctx figure.Context, c draw.Canvas, scale chart.Scale) {
	ends := a.ends(ctx)
	labels := ends.Labels
	ranges := a.ranges(ctx)
	beside := series.RangesWidth(len(ranges))
	left := draw.Crop(c, 0, -ends.Beside-beside, ends.Below, -series.AboveTimeline)
	span, ticks := a.years.Axis(left.Size().X - 60)
	p := chart.Lines(span, ticks, scale)
	series.AddHandover(ctx, p, span.Max)
	p.Add(chart.Plotted(func(c draw.Canvas, x, y func(float64) vg.Length) {
		if s, found := a.banded(ctx); found {
			series.DrawBand(c, s.Band, ctx.Look(s.Code), x, y)
		}
		c.StrokeLine2(ctx.LevelLine(a.base), c.Min.X, y(0), c.Max.X, y(0))
	}))
	series.Add(ctx, p, a.lines)
	area, x, y := chart.Area(p, left)
	for i, s := range a.lines {
		labels[i].At = s.End(x, y)
	}
	labels[len(a.lines)].At = vg.Point{X: area.Max.X, Y: y(0)}
	series.DrawRanges(c, ranges, area.Max.X, y)
	ends.Draw(c, area.Max.X+beside, area.Min.Y, c.Max.Y)
}
