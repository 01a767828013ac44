package sweeps

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/model/result"
	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/plane"
	"reconfig/plots/words"
)

// Points that lie here and there, as those of a Latin hypercube, make no line: along each assumption they are binned.

// How many points, bins and panels there are.
const (
	leastScattered = 40 // points for bins that say anything
	leastInBin     = 8
	mostBins       = 10
	mostBinPanels  = 6
)

// scattered says whether the points lie here and there, as those of a Latin hypercube, and not on a grid or a line.
func (w swept) scattered() bool {
	return len(w.axes) > 1 && len(w.axes[0].Values)*len(w.axes[1].Values) > 2*len(w.points)
}

// bin is the points between two values of an assumption: their mean, and where nine in ten of them lie.
type bin struct {
	X, Y float64
	figure.Interval
}

// binned is the outcome along one assumption.
type binned struct {
	along plane.Axis
	lines [][]bin // by line
	share float64 // of the variance that lies between the bins, of the line where it is largest
}

// sweepBins is what the figure is drawn from.
type sweepBins struct {
	sweepCourses
	points []int
	panels []binned  // the strongest first
	rest   int       // assumptions that have none
	body   vg.Length // width of the page's body
}

func sweepBinsPage(d figure.Data) chart.Page {
	all, found := sweepBinsOf(d.Context, d.Sweep)
	if !found {
		return figure.Nothing(linesNeed)
	}
	d.Map = all.maps[0] // whatever the context says
	return chart.Page{
		Title:       all.title(d.Context),
		Subtitle:    d.Subtitle(words.Joined(all.what(d.Context), all.byStatistic(d.Context), words.Number(len(all.points))+" points"), ""),
		Footer:      d.Footer(append([]string{all.against(d.Context), d.AboutFocus("Shown"), d.AboutLevel(all.base)}, all.notes()...)...),
		Description: all.description(d.Context),
		BodyHeight:  all.height(d.Context),
		Body:        func(c draw.Canvas) { all.draw(d.Context, c) },
	}
}

// sweepBinsOf reads the outcome at each point, of the structures in focus less the base, and bins it along each assumption. Its
// time grows with the number of points times assumptions. False if the points are few or lie in order.
func sweepBinsOf(ctx figure.Context, sweep *result.Sweep) (sweepBins, bool) {
	w, found := sweptOf(ctx, sweep, func(result.Outcome) bool { return true })
	if !found || !w.scattered() || len(w.points) < leastScattered {
		return sweepBins{}, false
	}
	all := sweepBins{sweepCourses: sweepCourses{swept: w}, body: ctx.Print().Body()}
	all.best, _, _ = figure.SweepLeader(ctx, sweep)
	all.setBase()
	for p := range w.points {
		all.points = append(all.points, p)
	}
	slices.Sort(all.points)
	var values []float64
	for _, code := range inFocusFirst(ctx, ctx.ShownOf(w.codes)) {
		if code != all.base {
			all.lines = append(all.lines, course{Code: code, Heading: ctx.Name(code)})
		}
	}
	for i := range all.lines {
		for _, p := range all.points {
			all.lines[i].Steps = append(all.lines[i].Steps, along{Y: all.valueAt(p, all.lines[i].Code)})
			values = append(values, all.lines[i].Steps[len(all.lines[i].Steps)-1].Y)
		}
	}
	if all.base != "" {
		all.Measure = ctx.Measure(all.Outcome, values...).Difference()
	}
	for _, a := range w.axes {
		if b, found := all.bin(a); found {
			all.panels = append(all.panels, b)
		}
	}
	slices.SortStableFunc(all.panels, func(a, b binned) int { return cmp.Compare(b.share, a.share) })
	if len(all.panels) > mostBinPanels {
		all.rest, all.panels = len(all.panels)-mostBinPanels, all.panels[:mostBinPanels]
	}
	return all, len(all.panels) > 0
}

// valueAt is a structure's outcome at a point, less that of the base.
func (all sweepBins) valueAt(p int, code string) float64 {
	v := all.value(p, code, all.statistic)
	if all.base != "" {
		v -= all.value(p, all.base, all.statistic)
	}
	return v
}

// bin sorts the points by the assumption into bins of as many points each.
func (all sweepBins) bin(a plane.Axis) (binned, bool) {
	order := make([]int, len(all.points))
	for i := range order {
		order[i] = i
	}
	at := func(i int) float64 { return all.swept.points[all.points[i]][a.Column] }
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(at(i), at(j)) })
	b := binned{along: a}
	n := all.bins()
	for _, line := range all.lines {
		var bins []bin
		var known []float64
		for k := range n {
			var xs, ys []float64
			for _, i := range order[k*len(order)/n : (k+1)*len(order)/n] {
				if y := line.Steps[i].Y; words.Finite(y) {
					xs, ys = append(xs, at(i)), append(ys, y)
				}
			}
			if len(ys) < leastInBin/2 {
				continue
			}
			known = append(known, ys...)
			slices.Sort(ys)
			last := float64(len(ys) - 1)
			bins = append(bins, bin{mean(xs), mean(ys), figure.Interval{Lo: ys[int(math.Round(0.05*last))], Hi: ys[int(math.Round(0.95*last))]}})
		}
		b.lines = append(b.lines, bins)
		if share := betweenShare(bins, known); all.bestLine() < 0 || line.Code == all.best {
			b.share = max(b.share, share)
		}
	}
	return b, slices.ContainsFunc(b.lines, func(bins []bin) bool { return len(bins) > 1 })
}

func mean(values []float64) float64 {
	sum := 0.0
	for _, v := range values {
		sum += v / float64(len(values))
	}
	return sum
}

// betweenShare is the share of the variance that lies between the bins: the correlation ratio (Pearson 1905).
func betweenShare(bins []bin, values []float64) float64 {
	if len(bins) < 2 {
		return 0
	}
	middle, all, between := mean(values), 0.0, 0.0
	for _, v := range values {
		all += (v - middle) * (v - middle) / float64(len(values))
	}
	for _, b := range bins {
		between += (b.Y - middle) * (b.Y - middle) / float64(len(bins))
	}
	if !(all > 0) {
		return 0
	}
	return min(1, between/all)
}

// title says along which assumption the outcome moves most, from its first to its last bin.
func (all sweepBins) title(ctx figure.Context) string {
	p, subject := all.panels[0], all.subjectOfBins()
	bins := p.lines[subject]
	first, last := bins[0], bins[len(bins)-1]
	name := ctx.Said(all.lines[subject].Code)
	if all.base != "" {
		name += " less " + ctx.Said(all.base)
	}
	ranged := func(b bin) string { return all.Short(b.Y) + b.InBrackets(all.Short) }
	return fmt.Sprintf("%s, %s, moves most with %s: from %s where %s low to %s where high", words.Sentence(all.Named()), name, p.along.Name(),
		ranged(first), p.along.Verb("it is", "they are"), ranged(last))
}

// bestLine is the index of the line of the structure that is best at most points; −1 where it has none.
func (all sweepBins) bestLine() int {
	return slices.IndexFunc(all.lines, func(c course) bool { return c.Code == all.best })
}

// subjectOfBins is the index of the line that the title speaks of and that has a band: of the structure that is best at most points, else
// of that which moves most along the strongest assumption.
func (all sweepBins) subjectOfBins() int {
	p := all.panels[0]
	if i := all.bestLine(); i >= 0 && len(p.lines[i]) > 1 {
		return i
	}
	most, change := 0, -1.0
	for i, bins := range p.lines {
		if n := len(bins); n > 1 && math.Abs(bins[n-1].Y-bins[0].Y) > change {
			most, change = i, math.Abs(bins[n-1].Y-bins[0].Y)
		}
	}
	return most
}

func (all sweepBins) notes() []string {
	notes := []string{fmt.Sprintf("Each point of a line is the mean of one %s of the points of the sweep, by the value of the assumption; all others vary too", all.fraction())}
	notes = append(notes, "The band, and the title in brackets, have the 5th to the 95th percentile of those points")
	notes = append(notes, fmt.Sprintf("Beside each assumption: the share of the variance that lies between these means, of which chance alone makes about %s", words.Chance(float64(all.bins()-1)/float64(len(all.points)-1))))
	if all.rest > 0 {
		notes = append(notes, fmt.Sprintf("%s more assumptions move it less", words.Sentence(words.Number(all.rest))))
	}
	return notes
}

// bins is how many bins the points are sorted into.
func (all sweepBins) bins() int { return min(mostBins, len(all.points)/leastInBin) }

// fraction is which part of the points a bin holds.
func (all sweepBins) fraction() string {
	return map[int]string{5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth", 9: "ninth", 10: "tenth"}[all.bins()]
}

func (all sweepBins) description(ctx figure.Context) string {
	items := make([]string, len(all.panels))
	for i, p := range all.panels {
		var texts []string
		for k, bins := range p.lines {
			if len(bins) > 1 {
				texts = append(texts, fmt.Sprintf("%s from %s to %s", all.lines[k].Heading, all.Short(bins[0].Y), all.Short(bins[len(bins)-1].Y)))
			}
		}
		items[i] = p.along.Name() + " (" + words.Chance(p.share) + " of the variance): " + strings.Join(texts, ", ")
	}
	less := ""
	if all.base != "" {
		less = " less that of " + ctx.Name(all.base)
	}
	return fmt.Sprintf("Line charts of %s%s along each assumption, the strongest first: %s.", all.Named(), less, strings.Join(items, "; "))
}
