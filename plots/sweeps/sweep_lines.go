package sweeps

import (
	"math"
	"slices"

	"gonum.org/v1/plot/vg/draw"

	"reconfig/model/result"
	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/plane"
	"reconfig/plots/words"
)

var _ = figure.Register(figure.Figure{
	Order:   150,
	Name:    "sweep-lines",
	Summary: "an outcome along the first assumption that a sweep varies; if its points lie on no grid, along each assumption, the strongest first",
	Needs:   figure.Needs{{Table: result.SweepName}},
	Narrow:  true,
	Page:    sweepLinesPage,
})

// course is one structure's outcome along the swept assumption.
type course struct {
	Code    string
	Heading string // at its line
	Steps   []along
}

// along is the outcome, or the difference, at one value of the assumption.
type along struct {
	X, Y  float64
	band  figure.Interval // of the difference, draw by draw; the zero value where it is not known
	point int             // of the sweep
}

// ends are the first and the last step that have a value; false if there are not two.
func (p course) ends() (first, last along, found bool) {
	steps := slices.DeleteFunc(slices.Clone(p.Steps), func(a along) bool { return !words.Finite(a.Y) })
	if len(steps) < 2 {
		return along{}, along{}, false
	}
	return steps[0], steps[len(steps)-1], true
}

// last is the last step that has a value.
func (p course) last() along {
	i := len(p.Steps) - 1
	for i > 0 && !words.Finite(p.Steps[i].Y) {
		i--
	}
	return p.Steps[i]
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
	along plane.Axis
	by    *plane.Axis // that the lines differ in; nil if they are of structures
	base  string      // code of the structure that the others are shown against; empty where outcomes are shown as they are
	best  string      // code of the structure that is best at most points; may be empty
	lines []course
}

// linesNeed is what the figure is not drawn without.
const linesNeed = "a varied assumption, with statistics of an outcome along a line of points or at 40 points or more that lie here and there"

func sweepLinesPage(d figure.Data) chart.Page {
	if w, found := sweptOf(d.Context, d.Sweep, func(result.Outcome) bool { return true }); found && w.scattered() {
		return sweepBinsPage(d)
	}
	all, found := sweepCoursesOf(d.Context, d.Sweep)
	if !found {
		return figure.Nothing(linesNeed)
	}
	if why := all.implausible(all.shown()...); why != "" {
		return figure.Pointless(why)
	}
	if why := all.flat(d.Context); why != "" {
		return figure.Pointless(why)
	}
	d.Map = all.maps[0] // whatever the context says
	lo, hi := chart.NearZero(all.span(d.Context))
	if all.base != "" {
		lo, hi = chart.FromZero(lo, hi)
	}
	steps := 5
	if all.banded(d.Context) >= 0 { // whose range is wide
		steps = 7
	}
	y := chart.NewScale(lo, hi, 0, steps, all.Unit)
	note := ""
	if y.Min > 0 {
		note = "The vertical axis does not start at zero"
	}
	return chart.Page{
		Title:       all.title(d.Context),
		Subtitle:    d.Subtitle(words.Joined(all.what(d.Context), all.byStatistic(d.Context)), ""),
		Footer:      d.Footer(aboutAxes(all.along), unlike(all.shown()...), all.shows(all.shown()...), all.along.OnLogarithm(), all.against(d.Context), all.aboutClear(d.Context), d.AboutFocus(figure.InColour), d.AboutLevel(all.base), all.aboutBands(d.Context), all.aboutNever(), note),
		Description: all.description(d.Context),
		BodyHeight:  all.height(d.Context),
		Body:        func(c draw.Canvas) { all.draw(d.Context, c, y) },
	}
}

// what is shown, in words.
func (all sweepCourses) what(ctx figure.Context) string { return all.About() + all.less(ctx) }

// less says what the outcome is shown against; nothing where it is shown as it is.
func (all sweepCourses) less(ctx figure.Context) string {
	if all.base == "" {
		return ""
	}
	return ", less that of " + ctx.Said(all.base)
}

// axisTitle is what stands above the vertical axis.
func (all sweepCourses) axisTitle(ctx figure.Context) string {
	return words.Sentence(words.Joined(all.Named()+all.less(ctx), all.Words))
}

// against says what a line is the difference from, where that is not the status quo.
func (all sweepCourses) against(ctx figure.Context) string {
	if all.base == "" || all.base == statusQuo {
		return ""
	}
	order := ""
	switch {
	case len(all.pairs) == 0: // as of one draw a point, which has no table of differences
	case all.base == all.codes[0]:
		order = ", the other way round than the differences in the table"
	default:
		order = ", as the differences in the table are, the first less the second"
	}
	return "The sweep has no status quo, so each line is a structure less " + ctx.Said(all.base) + order
}

// mostValues is how many values of a second assumption have lines.
const mostValues = 6

// sweepCoursesOf reads the outcome along the first axis: a line for each structure against the base, or for each value of
// the second axis where there is one structure only. False if nothing varies.
func sweepCoursesOf(ctx figure.Context, sweep *result.Sweep) (sweepCourses, bool) {
	w, found := sweptOf(ctx, sweep, func(result.Outcome) bool { return true })
	if !found || len(w.axes) == 0 || w.scattered() {
		return sweepCourses{}, false
	}
	all := sweepCourses{swept: w, along: w.axes[0]}
	all.best, _, _ = figure.SweepLeader(ctx, sweep)
	if len(w.codes) == 1 && len(w.axes) > 1 {
		all.addValues(w.axes[1])
	} else {
		all.addStructures(ctx)
	}
	all.lines = slices.DeleteFunc(all.lines, all.sparse)
	return all, slices.ContainsFunc(all.lines, func(c course) bool { _, _, found := c.ends(); return found })
}

// addValues adds lines of the only structure, one for each of several values of an axis.
func (all *sweepCourses) addValues(by plane.Axis) {
	all.by = &by
	for _, v := range evenly(by.PlausibleValues(), mostValues) {
		all.lines = append(all.lines, course{all.codes[0], words.Listed(by.Names) + " " + by.Write(v), all.steps(all.codes[0], all.shown(), v)})
	}
}

const statusQuo = figure.StatusQuo

// setBase chooses what structures are shown against: the status quo, or the last structure of a sweep without it, as
// differences are of the first less the second. Where those with the last were not worked out, it is the first. Only means
// and central draws may be subtracted; other statistics are shown as they are.
func (all *sweepCourses) setBase() {
	if len(all.codes) < 2 || all.statistic != result.Mean && all.statistic != result.CentralDraw {
		return
	}
	last := all.codes[len(all.codes)-1]
	switch {
	case slices.Contains(all.codes, statusQuo):
		all.base = statusQuo
	case len(all.pairs) > 0 && slices.ContainsFunc(all.codes, func(code string) bool { return code != last && !all.compared(code, last) }):
		all.base = all.codes[0]
	default:
		all.base = last
	}
}

// addStructures adds a line for each structure: what it comes to less the base.
func (all *sweepCourses) addStructures(ctx figure.Context) {
	all.setBase()
	zero := all.steps(all.base, all.shown())
	for _, code := range inFocusFirst(ctx, all.codes) {
		steps := all.steps(code, all.shown())
		if all.base != "" {
			for i := range steps {
				steps[i].Y -= zero[i].Y
				if p, found := all.pair(steps[i].point, code, all.base); found {
					steps[i].Y, steps[i].band = p.mean, p.band
				}
			}
		}
		if code != all.base {
			all.lines = append(all.lines, course{code, ctx.Name(code), steps})
		}
	}
	if all.base != "" {
		var values []float64
		for _, c := range all.lines {
			for _, s := range c.Steps {
				values = append(values, s.Y)
			}
		}
		all.Measure = ctx.Measure(all.Outcome, values...).Difference()
	}
}

// sparse says whether a course has too few values for a line, as of points here and there.
func (all sweepCourses) sparse(c course) bool {
	known := slices.DeleteFunc(slices.Clone(c.Steps), func(s along) bool { return !words.Finite(s.Y) && !all.isNever(s.Y) })
	return len(known) < 2 || 2*len(c.Steps) < len(all.along.Values)
}

// span is the range of what is drawn.
func (all sweepCourses) span(ctx figure.Context) (lo, hi float64) {
	lo, hi = math.Inf(1), math.Inf(-1)
	for i, c := range all.lines {
		for _, s := range c.Steps {
			if words.Finite(s.Y) {
				lo, hi = min(lo, s.Y), max(hi, s.Y)
			}
			if all.isRanged(ctx, i) && s.band.Known() {
				lo, hi = min(lo, s.band.Lo), max(hi, s.band.Hi)
			}
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
			steps = append(steps, along{X: x, Y: w.value(p, code, w.statistic), point: p})
		}
	}
	return steps
}
