package sweeps

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg/draw"

	"reconfig/model/result"
	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/plane"
	"reconfig/plots/series"
	"reconfig/plots/words"
)

var _ = figure.Register(figure.Figure{
	Order:   150,
	Name:    "sweep-lines",
	Summary: "an outcome along the first assumption that a sweep varies",
	Needs:   figure.Needs{{Table: result.SweepName}},
	Page:    sweepLinesPage,
})

// course is one structure's outcome along the swept assumption.
type course struct {
	Code    string
	Heading string // of its panel
	Steps   []along
}

// along is the outcome at one value of the assumption; the ends of the interval may be infinite.
type along struct {
	X, Y float64
	figure.Interval
}

// ends are the first and the last step that have a value; false if there are not two.
func (p course) ends() (first, last along, found bool) {
	steps := slices.DeleteFunc(slices.Clone(p.Steps), func(a along) bool { return !words.Finite(a.Y) })
	if len(steps) < 2 {
		return along{}, along{}, false
	}
	return steps[0], steps[len(steps)-1], true
}

// monotone says whether the outcome never turns back.
func (p course) monotone() bool {
	up, down := true, true
	for i := 1; i < len(p.Steps); i++ {
		up = up && p.Steps[i].Y >= p.Steps[i-1].Y
		down = down && p.Steps[i].Y <= p.Steps[i-1].Y
	}
	return up || down
}

// sweepCourses is what the figure is drawn from.
type sweepCourses struct {
	swept
	along   plane.Axis
	by      *plane.Axis // that the panels differ in; nil if they are of structures
	panels  []course
	others  []course // in grey in every panel
	withinY figure.Interval
}

func sweepLinesPage(d figure.Data) chart.Page {
	all, found := sweepCoursesOf(d.Context, d.Sweep)
	if !found {
		return figure.Nothing("a varied assumption, with statistics of an outcome along a line of points")
	}
	d.Map = all.maps[0] // whatever the context says
	y := chart.NewScale(all.withinY.Lo, all.withinY.Hi, 0, 5, all.Unit)
	x, ticks := all.along.Scale()
	columns, height := series.GridOf(len(all.panels))
	panels := chart.Panels{
		Columns: columns, X: x, XTicks: ticks, XEnds: true, XTitle: all.along.Label(), Y: y, PlotHeight: height, Panels: all.drawn(d.Context),
	}
	key := all.key()
	note := ""
	if y.Min > 0 {
		note = "The vertical axes do not start at zero"
	}
	return chart.Page{
		Title:       all.title(d.Context),
		Subtitle:    d.Subtitle(words.Joined(all.About(), all.byStatistic(d.Context)), ""),
		Footer:      d.Footer(aboutAxes(all.along), unlike(all.shown()...), all.shows(all.shown()...), all.unbounded(), all.along.OnLogarithm(), note),
		Description: all.description(d.Context),
		BodyHeight:  chart.KeyHeight(key) + panels.Height(),
		Body:        func(c draw.Canvas) { panels.Draw(chart.DrawKey(c, key)) },
	}
}

// mostPanels is how many panels a page bears.
const mostPanels = 6

// sweepCoursesOf reads the outcome along the first axis: in a panel for each structure in focus, or for each value of the
// second axis where there is one structure only. False if nothing varies.
func sweepCoursesOf(ctx figure.Context, sweep *result.Sweep) (sweepCourses, bool) {
	w, found := sweptOf(ctx, sweep, func(result.Outcome) bool { return true })
	if !found || len(w.axes) == 0 {
		return sweepCourses{}, false
	}
	all := sweepCourses{swept: w, along: w.axes[0]}
	if len(w.codes) == 1 && len(w.axes) > 1 {
		all.addValues(w.axes[1])
	} else {
		all.addStructures(ctx)
	}
	all.panels = slices.DeleteFunc(all.panels, all.sparse)
	all.withinY.Lo, all.withinY.Hi = chart.NearZero(all.span())
	return all, len(all.panels) > 0
}

// addValues adds panels of the only structure, one for each of several values of an axis.
func (all *sweepCourses) addValues(by plane.Axis) {
	all.by = &by
	code := all.codes[0]
	for _, v := range evenly(by.Values, mostPanels) {
		all.panels = append(all.panels, course{code, by.Name() + " " + by.Write(v), all.steps(code, all.shown(), v)})
	}
}

// addStructures adds a panel for each structure in focus, and all structures as lines in grey.
func (all *sweepCourses) addStructures(ctx figure.Context) {
	for _, code := range ctx.ShownOf(all.codes) {
		all.panels = append(all.panels, course{code, ctx.Name(code), all.steps(code, all.shown())})
	}
	for _, code := range all.codes {
		all.others = append(all.others, course{code, "", all.steps(code, all.shown())})
	}
}

// sparse says whether a course has too few values for a line, as of points here and there.
func (all sweepCourses) sparse(c course) bool {
	_, _, found := c.ends()
	return !found || 2*len(c.Steps) < len(all.along.Values)
}

// span is the range of what is drawn: of the panels line and band, of the others only the line.
func (all sweepCourses) span() (lo, hi float64) {
	var drawn []float64
	for _, c := range all.panels {
		for _, s := range c.Steps {
			drawn = append(drawn, s.Y, s.Lo, s.Hi)
		}
	}
	for _, c := range all.others {
		for _, s := range c.Steps {
			drawn = append(drawn, s.Y)
		}
	}
	lo, hi = math.Inf(1), math.Inf(-1)
	for _, v := range drawn {
		if words.Finite(v) {
			lo, hi = min(lo, v), max(hi, v)
		}
	}
	return lo, hi
}

// shown are the axes that the figure shows.
func (all sweepCourses) shown() []plane.Axis {
	if all.by != nil {
		return []plane.Axis{all.along, *all.by}
	}
	return []plane.Axis{all.along}
}

// evenly keeps at most so many values, the ends among them.
func evenly(values []float64, most int) []float64 {
	if len(values) <= most {
		return values
	}
	kept := make([]float64, most)
	for i := range kept {
		kept[i] = values[(i*(len(values)-1)+(most-1)/2)/(most-1)]
	}
	return kept
}

// steps reads a structure's values along the first of the axes, the further ones at the given values.
func (w swept) steps(code string, axes []plane.Axis, further ...float64) []along {
	var steps []along
	for _, x := range axes[0].Values {
		if p := w.point(axes, append([]float64{x}, further...)); p > 0 {
			steps = append(steps, along{x, w.value(p, code, w.statistic), figure.Interval{Lo: w.value(p, code, result.P05), Hi: w.value(p, code, result.P95)}})
		}
	}
	return steps
}

// title says what changes most along the assumption.
func (all sweepCourses) title(ctx figure.Context) string {
	var most course
	change := -1.0
	for _, c := range all.panels {
		if first, last, found := c.ends(); found && math.Abs(last.Y-first.Y) > change {
			most, change = c, math.Abs(last.Y-first.Y)
		}
	}
	first, last, _ := most.ends()
	from, to := all.Write(first.Y), all.Write(last.Y)
	subject := fmt.Sprintf("%s of %s", words.Sentence(all.Named()), ctx.Name(most.Code))
	if all.by != nil {
		subject += fmt.Sprintf(" (%s)", most.Heading)
	}
	path := fmt.Sprintf("as %s %s from %s to %s", all.along.Name(), all.along.Verb("goes", "go"), all.along.Write(first.X), all.along.Write(last.X))
	switch {
	case from == to && len(all.panels) > 1:
		return fmt.Sprintf("%s hardly changes %s", words.Sentence(all.Named()), path)
	case from == to:
		return fmt.Sprintf("%s is %s at both ends %s", subject, from, path)
	case !most.monotone():
		return fmt.Sprintf("%s goes from %s to %s, not straight, %s", subject, from, to, path)
	case last.Y > first.Y:
		return fmt.Sprintf("%s rises from %s to %s %s", subject, from, to, path)
	}
	return fmt.Sprintf("%s falls from %s to %s %s", subject, from, to, path)
}

func (all sweepCourses) description(ctx figure.Context) string {
	items, brackets := make([]string, len(all.panels)), ""
	for i, c := range all.panels {
		first, last, _ := c.ends()
		items[i] = fmt.Sprintf("%s from %s%s to %s%s", c.Heading, all.Short(first.Y), first.InBrackets(all.Short), all.Short(last.Y), last.InBrackets(all.Short))
		if first.Wide() || last.Wide() {
			brackets = ctx.BracketsHold()
		}
	}
	return fmt.Sprintf("Line charts of %s as %s %s from %s to %s: %s.", all.Named(), all.along.Name(), all.along.Verb("goes", "go"),
		all.along.Write(all.along.Values[0]), all.along.Write(all.along.Values[len(all.along.Values)-1]), strings.Join(items, "; ")) + brackets
}

// unbounded owns up to bands that go beyond the plot.
func (all sweepCourses) unbounded() string {
	for _, c := range all.panels {
		if slices.ContainsFunc(c.Steps, func(s along) bool { return math.IsInf(s.Lo, 0) || math.IsInf(s.Hi, 0) }) {
			return "Where a band reaches the edge it has no end there"
		}
	}
	return ""
}
