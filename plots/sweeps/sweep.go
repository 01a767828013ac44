// Package sweeps draws the figures of a sweep: which structure is best over two assumptions, and an outcome along one.
package sweeps

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"reconfig/model/result"
	"reconfig/plots/figure"
	"reconfig/plots/plane"
	"reconfig/plots/words"
)

// unlike owns up to axes on which one number means different things.
func unlike(axes ...plane.Axis) string {
	var texts []string
	for _, a := range axes {
		if a.UnitsDiffer() {
			texts = append(texts, a.Name()+" have the same value in different units")
		}
	}
	return strings.Join(texts, "; ")
}

// swept is one outcome of a sweep under one map.
type swept struct {
	figure.Measure
	axes      []plane.Axis
	codes     []string // of the structures, in the order of the sweep
	statistic string   // that stands for the outcome
	values    map[valueKey]float64
	pairs     map[pairKey]float64
	points    map[int][]float64 // settings by point
	at        map[string]int    // first point by the values of the axes
	maps      []string
}

// valueKey tells the values of a sweep apart.
type valueKey struct {
	point                int
	structure, statistic string
}

// sweptOf reads the sweep; false if it has no statistics of an outcome that is fit to be shown.
func sweptOf(ctx figure.Context, sweep *result.Sweep, fit func(result.Outcome) bool) (swept, bool) {
	s := sweep
	if s == nil || s.EachDraw || len(s.Rows) == 0 {
		return swept{}, false
	}
	o, found := ctx.Chosen(slices.DeleteFunc(slices.Clone(s.Outcomes), func(o result.Outcome) bool { return !fit(o) }))
	if !found {
		return swept{}, false
	}
	w := swept{values: map[valueKey]float64{}, pairs: pairsOf(s.Differences, o), points: map[int][]float64{}}
	k := slices.Index(s.Outcomes, o)
	for _, row := range s.Rows {
		w.maps = append(w.maps, row.Map)
		if row.Map != s.Rows[0].Map || len(row.Settings) != len(s.Varied) || k >= len(row.Values) || slices.ContainsFunc(row.Settings, func(v float64) bool { return !words.Finite(v) }) {
			continue
		}
		w.points[row.Point] = row.Settings
		w.codes = append(w.codes, row.Structure)
		w.values[valueKey{row.Point, row.Structure, row.Statistic}] = row.Values[k]
	}
	w.maps, w.codes = words.Unique(w.maps), words.Unique(w.codes)
	if w.statistic = w.centre(); w.statistic == "" {
		return swept{}, false
	}
	w.axes = w.axesOf(ctx, s.Varied)
	w.index()
	var values []float64
	for at, v := range w.values {
		if at.statistic == w.statistic || figure.IsPercentile(at.statistic) {
			values = append(values, v)
		}
	}
	w.Measure = ctx.Measure(o, values...)
	return w, true
}

// centre is the statistic that stands for the outcome: of those that figures show, the one that is there most often. A
// payback that never comes in some draw leaves the mean empty.
func (w swept) centre() string {
	best, most := "", 0
	for _, s := range figure.Centres {
		n := 0
		for at, v := range w.values {
			if at.statistic == s && !math.IsNaN(v) {
				n++
			}
		}
		if n > most {
			best, most = s, n
		}
	}
	return best
}

// axesOf groups the columns: those that always have the same value move together, those that never change are none.
func (w swept) axesOf(ctx figure.Context, varied []result.Column) []plane.Axis {
	var axes []plane.Axis
	for k, column := range varied {
		var values []float64
		for _, settings := range w.points {
			values = append(values, settings[k])
		}
		slices.Sort(values)
		values = slices.Compact(values)
		if len(values) < 2 {
			continue
		}
		i := slices.IndexFunc(axes, func(a plane.Axis) bool { return w.together(a.Column, k) })
		if i >= 0 {
			axes[i].Names, axes[i].Units = append(axes[i].Names, ctx.Label(column.Name)), append(axes[i].Units, column.Unit.String())
			axes[i].Codes = append(axes[i].Codes, column.Name)
			axes[i].Limit(plausibleOf(ctx, column.Name))
			continue
		}
		var central *float64
		if v, known := ctx.Central[column.Name]; known {
			central = &v
		}
		axes = append(axes, plane.Axis{Central: central, Plausible: plausibleOf(ctx, column.Name), Names: []string{ctx.Label(column.Name)}, Codes: []string{column.Name}, Units: []string{column.Unit.String()}, About: column.Description, Values: values, Column: k})
	}
	return axes
}

// plausibleOf is the plausible range of an assumption; all numbers where it is not known.
func plausibleOf(ctx figure.Context, code string) figure.Interval {
	if r, known := ctx.Plausible[code]; known {
		return figure.Interval{Lo: r[0], Hi: r[1]}
	}
	return figure.Interval{Lo: math.Inf(-1), Hi: math.Inf(1)}
}

// implausible names an axis besides the shown ones of which no plausible value was swept; nothing if there is none. A figure at
// an implausible value would mislead.
func (w swept) implausible(shown ...plane.Axis) string {
	for _, a := range w.axes {
		isShown := slices.ContainsFunc(shown, func(s plane.Axis) bool { return s.Column == a.Column })
		if !isShown && !a.IsPlausible(a.Middle()) {
			return fmt.Sprintf("of %s, which it does not show, the sweep has no plausible value, from %s to %s", a.Name(), a.Write(a.Plausible.Lo), a.Write(a.Plausible.Hi))
		}
	}
	return ""
}

// together says whether two columns have the same value at every point.
func (w swept) together(a, b int) bool {
	for _, settings := range w.points {
		if settings[a] != settings[b] {
			return false
		}
	}
	return true
}

// index makes points findable by their values.
func (w *swept) index() {
	w.at = map[string]int{}
	for p, settings := range w.points {
		var values []float64
		for _, a := range w.axes {
			values = append(values, settings[a.Column])
		}
		if first, found := w.at[keyOf(values)]; !found || p < first {
			w.at[keyOf(values)] = p
		}
	}
}

func keyOf(values []float64) string { return fmt.Sprint(values) }

// point finds the point with these values of the shown axes and the middle ones of all others; 0 if there is none.
func (w swept) point(shown []plane.Axis, values []float64) int {
	var wanted []float64
	for _, a := range w.axes {
		want := a.Middle()
		if i := slices.IndexFunc(shown, func(s plane.Axis) bool { return s.Column == a.Column }); i >= 0 {
			want = values[i]
		}
		wanted = append(wanted, want)
	}
	return w.at[keyOf(wanted)]
}

// value is the outcome of a structure at a point, by a statistic; NaN if it is not there.
func (w swept) value(point int, structure, statistic string) float64 {
	if v, found := w.values[valueKey{point, structure, statistic}]; found {
		return v
	}
	return math.NaN()
}

// byStatistic says in a subtitle what the values are.
func (w swept) byStatistic(ctx figure.Context) string {
	return ctx.StatisticInWords([]string{w.statistic})
}

// shows says at which values of its other axes the figure is, and of which map.
func (w swept) shows(shown ...plane.Axis) string {
	var texts []string
	for _, a := range w.axes {
		if !slices.ContainsFunc(shown, func(s plane.Axis) bool { return s.Column == a.Column }) {
			text := fmt.Sprintf("%s at %s", a.Name(), a.Write(a.Middle()))
			if a.Central != nil && a.Write(*a.Central) != a.Write(a.Middle()) {
				text += ", the nearest to its central value, " + a.Write(*a.Central)
			}
			texts = append(texts, text)
		}
	}
	if len(w.maps) > 1 {
		texts = append(texts, "map “"+w.maps[0]+"”, the first of "+words.Number(len(w.maps)))
	}
	if len(texts) == 0 {
		return ""
	}
	return "Of the sweep, this shows " + strings.Join(texts, ", ")
}

// about says what the axes mean.
func aboutAxes(axes ...plane.Axis) string {
	var texts []string
	for _, a := range axes {
		about, _, _ := strings.Cut(a.About, ";")
		about, _, _ = strings.Cut(about, " (")
		if about = strings.TrimSpace(about); about != "" {
			texts = append(texts, a.Name()+": "+strings.ToLower(about[:1])+about[1:])
		}
	}
	return strings.Join(texts, "; ")
}
