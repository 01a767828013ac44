package runs

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/model/result"
	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/series"
	"reconfig/plots/words"
)

var _ = figure.Register(figure.Figure{
	Order:   130,
	Name:    "convergence",
	OnAsk:   true,
	Summary: "mean and interval of an outcome by the number of draws, for the structures in focus",
	Needs:   figure.RowsOf(result.ConvergenceRow{}),
	Page:    convergencePage,
})

// run is what more and more draws give for one structure.
type run struct {
	Code  string
	Steps []step
}

// step is what so many draws give, each with its Monte Carlo error.
type step struct {
	Draws                       int
	Mean, P05, P95              float64
	MeanError, LoError, HiError float64
	Settled                     bool
}

// settledFrom is the number of draws from which on the interval is settled; 0 if it is not at the end.
func (r run) settledFrom() int {
	from := 0
	for _, s := range r.Steps {
		switch {
		case !s.Settled:
			from = 0
		case from == 0:
			from = s.Draws
		}
	}
	return from
}

// runs is what the figure is drawn from.
type runs struct {
	figure.Measure
	runs []run
}

func convergencePage(d figure.Data) chart.Page {
	d.Baseline = "" // it is of the draws, whatever they are of
	all := runsOf(d.Context, d.Convergence)
	if len(all.runs) == 0 {
		return figure.Nothing("percentiles of an outcome in at least 100 draws")
	}
	lo, hi := all.span()
	scale := chart.NewScale(lo, hi, 0, 5, all.Unit)
	columns, height := series.GridOf(len(all.runs))
	panels := chart.Panels{
		Columns: columns, Y: scale, XTitle: "Number of draws, on a logarithmic scale", PlotHeight: height, Panels: all.panels(d.Context),
	}
	panels.X, panels.XTicks = all.axis()
	line := draw.LineStyle{Color: chart.DarkGrey, Width: 2.2}
	key := []chart.KeyItem{
		{Text: "Mean, and " + figure.Percentiles, Swatch: chart.BandSwatch(line, chart.DarkGrey)},
		{Text: "Monte Carlo error, to either side", Swatch: errorSwatch, Width: 8},
	}
	note := ""
	if scale.Min > 0 {
		note = "The vertical axes do not start at zero"
	}
	return chart.Page{
		Title:       all.title(d.Context),
		Subtitle:    d.Subtitle(words.Joined(all.About(), "by the number of draws"), figure.YearsOf(d.Trajectories).Period()),
		Measure:     all.About(),
		Footer:      d.Footer("Settled: the standard error of the width of the interval is at most 2.5% of the width", note),
		Description: all.description(d.Context),
		BodyHeight:  chart.KeyHeight(key) + panels.Height(),
		Body:        func(c draw.Canvas) { panels.Draw(chart.DrawKey(c, key)) },
	}
}

// runsOf reads the table for the structures in focus, or the first four where it has none of those.
func runsOf(ctx figure.Context, rows []result.ConvergenceRow) runs {
	if !slices.ContainsFunc(rows, func(r result.ConvergenceRow) bool { return r.Draws >= figure.LeastDraws }) {
		return runs{}
	}
	fit := func(r result.ConvergenceRow) bool {
		return words.Finite(float64(r.P05)) && words.Finite(float64(r.P95)) && r.Draws > 0
	}
	o, rows, found := figure.RowsOfOne(ctx, rows, func(r result.ConvergenceRow) string { return r.Outcome }, fit)
	if !found {
		return runs{}
	}
	var all runs
	var values []float64
	var codes []string
	for _, r := range rows {
		codes = append(codes, r.Structure)
	}
	for _, code := range ctx.ShownOf(codes) {
		one := run{Code: code}
		for _, r := range rows {
			s := step{r.Draws, float64(r.Mean), float64(r.P05), float64(r.P95), float64(r.MCError), float64(r.P05Error), float64(r.P95Error), r.Settled == result.YesNo(true)}
			if r.Structure == code {
				one.Steps = append(one.Steps, s)
				values = append(values, s.P05, s.P95)
			}
		}
		if len(one.Steps) > 0 {
			slices.SortStableFunc(one.Steps, func(a, b step) int { return cmp.Compare(a.Draws, b.Draws) })
			all.runs = append(all.runs, one)
		}
	}
	all.Measure = ctx.Measure(o, values...)
	return all
}

// title says whether the intervals are settled, and since when.
func (all runs) title(ctx figure.Context) string {
	settled, since, most := 0, 0, 0
	for _, r := range all.runs {
		if from := r.settledFrom(); from > 0 {
			settled, since = settled+1, max(since, from)
		}
		most = max(most, r.Steps[len(r.Steps)-1].Draws)
	}
	n := len(all.runs)
	switch {
	case n == 1 && settled == 1:
		return fmt.Sprintf("The interval of %s is settled from %s draws on", ctx.Said(all.runs[0].Code), words.Number(since))
	case settled == n:
		return fmt.Sprintf("From %s draws on, the interval is settled under every structure shown", words.Number(since))
	case settled == 0:
		return fmt.Sprintf("After %s draws the interval is not settled %s", words.Number(most), underShown(n))
	}
	return fmt.Sprintf("After %s draws the interval is settled under %s of %s structures", words.Number(most), words.Number(settled), words.Number(n))
}

// underShown is for what holds of no structure.
func underShown(n int) string {
	if n == 1 {
		return "yet"
	}
	return "under any structure shown"
}

func (all runs) description(ctx figure.Context) string {
	items := make([]string, len(all.runs))
	for i, r := range all.runs {
		last := r.Steps[len(r.Steps)-1]
		items[i] = fmt.Sprintf("%s after %s draws %s (%s)", ctx.Said(r.Code), words.Number(last.Draws), all.Short(last.Mean), all.Between(last.P05, last.P95))
		if from := r.settledFrom(); from > 0 {
			items[i] += fmt.Sprintf(", settled from %s draws on", words.Number(from))
		} else {
			items[i] += ", not settled"
		}
	}
	return fmt.Sprintf("Line charts of %s by the number of draws. Mean and, in brackets, 5th to 95th percentile: %s.", all.Named(), strings.Join(items, "; "))
}

// span is the range of all that is drawn.
func (all runs) span() (lo, hi float64) {
	lo, hi = math.Inf(1), math.Inf(-1)
	for _, r := range all.runs {
		for _, s := range r.Steps {
			for _, v := range []float64{s.P05, s.P95, s.P05 - s.LoError, s.P95 + s.HiError, s.P05 + s.LoError, s.P95 - s.HiError, s.Mean} {
				if words.Finite(v) {
					lo, hi = min(lo, v), max(hi, v)
				}
			}
		}
	}
	return chart.NearZero(lo, hi)
}

// axis counts the draws in doublings.
func (all runs) axis() (chart.Scale, []plot.Tick) {
	var counts []int
	for _, r := range all.runs {
		for _, s := range r.Steps {
			counts = append(counts, s.Draws)
		}
	}
	slices.Sort(counts)
	var ticks []plot.Tick
	for _, n := range slices.Compact(counts) {
		ticks = append(ticks, plot.Tick{Value: math.Log2(float64(n)), Label: chart.Unit{}.Format(float64(n), 0)})
	}
	const side = 0.2
	return chart.Scale{Min: ticks[0].Value - side, Max: ticks[len(ticks)-1].Value + side}, ticks
}

func (all runs) panels(ctx figure.Context) []chart.Panel {
	panels := make([]chart.Panel, len(all.runs))
	for i, r := range all.runs {
		l := ctx.Look(r.Code)
		if !l.Focus {
			l.Color = chart.DarkGrey
		}
		panels[i] = chart.Panel{Heading: ctx.Name(r.Code), Draw: func(c draw.Canvas, x, y func(float64) vg.Length) { r.draw(c, l, x, y) }}
	}
	return panels
}

func (r run) draw(c draw.Canvas, l figure.Look, x, y func(float64) vg.Length) {
	var band []series.Spread
	var line []vg.Point
	for _, s := range r.Steps {
		at := math.Log2(float64(s.Draws))
		band = append(band, series.Spread{X: at, Interval: figure.Interval{Lo: s.P05, Hi: s.P95}})
		if words.Finite(s.Mean) {
			line = append(line, vg.Point{X: x(at), Y: y(s.Mean)})
		}
	}
	series.DrawBand(c, band, l, x, y)
	c.StrokeLines(l.Line, line)
	for _, s := range r.Steps {
		at := x(math.Log2(float64(s.Draws)))
		for _, end := range []struct{ v, err float64 }{{s.P05, s.LoError}, {s.Mean, s.MeanError}, {s.P95, s.HiError}} {
			if words.Finite(end.v) && words.Finite(end.err) && end.err > 0 {
				figure.DrawInterval(c, chart.Segment{From: vg.Point{X: at, Y: y(end.v - end.err)}, To: vg.Point{X: at, Y: y(end.v + end.err)}}, true, chart.Ink)
			}
		}
	}
}

func errorSwatch(c draw.Canvas, r vg.Rectangle) {
	x := (r.Min.X + r.Max.X) / 2
	figure.DrawInterval(c, chart.Segment{From: vg.Point{X: x, Y: r.Min.Y}, To: vg.Point{X: x, Y: r.Max.Y}}, true, chart.Ink)
}
