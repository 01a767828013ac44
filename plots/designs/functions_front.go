package designs

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
	"reconfig/plots/words"
)

var _ = figure.Register(figure.Figure{
	Order:   330,
	Name:    "functions-front",
	Summary: "money against capacity: what the best structure gains at each worth of capacity",
	Needs:   figure.RowsOf(result.FunctionFrontRow{}),
	Page:    frontPage,
})

// frontPoint is what the best structure gains against every function local, at one worth of capacity or at several next to one another.
type frontPoint struct {
	from, to        float64 // worths
	set             bool    // whether the worth that is set is among them
	money, capacity float64 // £k, point years
	moved           int
}

type front []frontPoint

func frontPage(d figure.Data) chart.Page {
	all := frontOf(d.FunctionFront)
	switch {
	case len(all) == 0:
		return figure.Nothing("structures at some worth of capacity")
	case len(all) == 1 && all[0].moved == 0:
		return figure.Pointless("no function moves at any worth of capacity")
	}
	return chart.Page{
		Title:       all.title(d.Context),
		Subtitle:    d.Subtitle(fmt.Sprintf("Mean money and capacity of the best structure at each worth of capacity (%s per %s), more than with every function local", d.Currency, d.Currency), figure.YearsOf(d.Trajectories).Period()),
		Footer:      d.Footer(append([]string{"Money: net present value of structure and cuts" + d.Prices(), "Capacity: percentage points for a year, summed and discounted"}, all.whyBack(d)...)...),
		Description: all.description(d.Context),
		LeastBody:   240,
		Body:        func(c draw.Canvas) { all.draw(d.Context, c) },
	}
}

// frontOf reads the table, by rising worth; worths with the same structure are one point.
func frontOf(rows []result.FunctionFrontRow) (all front) {
	rows = slices.DeleteFunc(slices.Clone(rows), func(r result.FunctionFrontRow) bool {
		return !words.Finite(float64(r.CapacityValue)) || !words.Finite(float64(r.Money)) || !words.Finite(float64(r.Capacity))
	})
	slices.SortFunc(rows, func(a, b result.FunctionFrontRow) int { return cmp.Compare(a.CapacityValue, b.CapacityValue) })
	for _, r := range rows {
		p := frontPoint{from: float64(r.CapacityValue), to: float64(r.CapacityValue), set: r.Set == "yes", money: words.Cleaned(float64(r.Money)), capacity: words.Cleaned(float64(r.Capacity)), moved: r.Moved}
		if n := len(all); n > 0 && words.Alike(all[n-1].money, p.money) && words.Alike(all[n-1].capacity, p.capacity) && all[n-1].moved == p.moved {
			all[n-1].to, all[n-1].set = p.to, all[n-1].set || p.set
			continue
		}
		all = append(all, p)
	}
	return all
}

// worths writes at which worths a point is best.
func (p frontPoint) worths(ctx figure.Context) string {
	if p.from == p.to {
		return worth(ctx, p.from)
	}
	return worth(ctx, p.from) + " to " + worth(ctx, p.to)
}

// whyBack says why the line doubles back, if it does: without the rule on what is compelling, capacity never falls as it is worth
// more, and money never rises.
func (all front) whyBack(d figure.Data) []string {
	for i := 1; i < len(all); i++ {
		before, p := all[i-1], all[i]
		less := p.capacity < before.capacity && !words.Alike(p.capacity, before.capacity)
		richer := p.money > before.money && !words.Alike(p.money, before.money)
		if less || richer {
			often := "often enough"
			if len(d.Designs) > 0 {
				often = fmt.Sprintf("in at least %s of 100 draws", words.Full(100*float64(d.Designs[0].Compelling)))
			}
			return []string{fmt.Sprintf("The line doubles back at %s because a function goes up only where that is better %s: there other moves are", worth(d.Context, p.from), often)}
		}
	}
	return nil
}

// title says what is gained at the worth that is set, or at the highest.
func (all front) title(ctx figure.Context) string {
	p := all[len(all)-1]
	if i := slices.IndexFunc(all, func(p frontPoint) bool { return p.set }); i >= 0 {
		p = all[i]
	}
	if p.moved == 0 {
		return "At the worth of capacity that is set, no function should move"
	}
	points, verb := chart.Unit{}.Format(math.Abs(p.capacity), 1), "keeps"
	if p.capacity < 0 {
		verb = "loses"
	}
	if p.money < 0 {
		return fmt.Sprintf("For %s the best structure %s %s more points of capacity for a year", ctx.Money(-p.money), verb, points)
	}
	return fmt.Sprintf("The best structure gains %s and %s %s more points of capacity for a year", ctx.Money(p.money), verb, points)
}

func (all front) description(ctx figure.Context) string {
	var items []string
	for _, p := range all {
		items = append(items, fmt.Sprintf("%s: %s and %s points, %s moved", p.worths(ctx), ctx.Money(p.money), chart.Unit{}.Format(p.capacity, 1), words.OneOrMore(p.moved, "one function", words.Number(p.moved)+" functions")))
	}
	return fmt.Sprintf("Money and capacity of the best structure at each worth of capacity, more than with every function local. %s.", strings.Join(items, "; "))
}

// draw draws the points with a line from each worth to the next.
func (all front) draw(ctx figure.Context, c draw.Canvas) {
	var money, capacity []float64
	for _, p := range all {
		money, capacity = append(money, p.money, 0), append(capacity, p.capacity, 0)
	}
	x := padded(money, chart.Thousands(ctx.Currency, max(-slices.Min(money), slices.Max(money))), 6)
	y := padded(capacity, chart.Unit{}, 5)
	plotted := chart.Lines(x, x, y)
	area, atX, atY := chart.Area(plotted, draw.Crop(c, 0, 0, chart.LabelFont.Leading(), -chart.LabelFont.Leading()-2))
	chart.LabelFont.Draw(c, vg.Point{X: area.Max.X, Y: c.Min.Y}, chart.Right, "Money, more than with every function local")
	chart.LabelFont.DrawTop(c, vg.Point{X: c.Min.X, Y: c.Max.Y}, chart.Left, "Capacity, points for a year more than with every function local")
	all.drawPoints(ctx, area, atX, atY)
}

// padded is the range of an axis, with space at both ends for what names the points.
func padded(values []float64, u chart.Unit, steps int) chart.Scale {
	lo, hi := slices.Min(values), slices.Max(values)
	const leastSpan = 1e-3 // an axis without a span would have thousands of ticks
	s := chart.NewScale(lo, hi, leastSpan, steps, u)
	hi = max(hi, lo+leastSpan)
	pad := 0.12 * (hi - lo)
	s.Min, s.Max = lo-pad, hi+pad
	return s
}

func (all front) drawPoints(ctx figure.Context, area draw.Canvas, x, y func(float64) vg.Length) {
	const radius = 5
	area.StrokeLine2(draw.LineStyle{Color: chart.MidGrey, Width: 0.9}, x(0), area.Min.Y, x(0), area.Max.Y)
	var points []vg.Point
	var tags []chart.Tag
	lines := []chart.Segment{{From: vg.Point{X: x(0), Y: area.Min.Y}, To: vg.Point{X: x(0), Y: area.Max.Y}}}
	for i, p := range all {
		points = append(points, vg.Point{X: x(p.money), Y: y(p.capacity)})
		text := []string{p.worths(ctx)}
		font := chart.LabelFont
		if p.set {
			text[0] += ", as set"
			font = chart.BoldFont
		}
		if p.moved == 0 {
			text = append(text, "every function local")
		}
		tags = append(tags, chart.Tag{At: points[i], Font: font, Text: text})
		if i > 0 {
			lines = append(lines, chart.Segment{From: points[i-1], To: points[i]})
		}
	}
	area.StrokeLines(draw.LineStyle{Color: chart.Charcoal, Width: 1.2, Dashes: []vg.Length{4, 3}}, points)
	for i, at := range points {
		chart.Circle.Draw(area, at, radius, chart.Charcoal, !all[i].set)
	}
	chart.DrawTags(area, tags, chart.FitTags(area.Rectangle, tags, nil, radius, lines), radius)
}
