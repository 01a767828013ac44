package sensitivity

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
	"reconfig/plots/barchart"
	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/words"
)

var _ = figure.Register(figure.Figure{
	Order:   170,
	Name:    "morris",
	Summary: "how far each assumption moves the answer on average, and how much that hangs on the others",
	Needs:   figure.RowsOf(result.MorrisRow{}),
	Page:    morrisPage,
})

// influence is what elementary effects say of an assumption.
type influence struct {
	Name, Strength string
	MuStar, Sigma  float64
	Range          figure.Interval // of MuStar
}

// dot is how the assumption is marked: hollow if it rests on judgement alone.
func (i influence) dot() barchart.Dot {
	dot := evidenceDot
	dot.Hollow = i.Strength == figure.Judgement
	return dot.At(i.MuStar, i.Range.Lo, i.Range.Hi)
}

// The dots of assumptions with evidence, and of those that rest on judgement alone.
var (
	evidenceDot  = barchart.Dot{Marker: chart.Circle, Color: chart.DarkBlue}
	judgementDot = barchart.Dot{Marker: chart.Circle, Color: chart.DarkBlue, Hollow: true}
)

// influences is what the figure is drawn from.
type influences struct {
	figure.Asked
	all          []influence // the greatest first
	trajectories int
}

func morrisPage(d figure.Data) chart.Page {
	all, found := influencesOf(d.Context, d.Morris)
	if !found {
		return figure.Nothing("elementary effects of single assumptions, with their σ")
	}
	runs := ""
	if all.trajectories > 0 {
		runs = words.Unbroken(words.Number(all.trajectories) + " trajectories")
	}
	return chart.Page{
		Title: all.title(d.Context),
		Subtitle: d.Subtitle(words.Joined("Elementary effects on "+all.Analysed(d.Context), all.Sizes().Words, "each assumption going through its whole range", runs),
			figure.YearsOf(d.Trajectories).Period()),
		Footer:      d.Footer(all.notes()...),
		Description: all.description(d.Context),
		LeastBody:   15 * vg.Centimeter,
		Body:        all.draw,
	}
}

// influencesOf reads the table; false if no assumption has both numbers. Of groups there is no σ, and a figure of what is
// left would leave out the greatest.
func influencesOf(ctx figure.Context, rows []result.MorrisRow) (influences, bool) {
	q, rows := figure.RowsAsked(ctx, rows, func(r result.MorrisRow) result.Question { return r.Question })
	var all influences
	if slices.ContainsFunc(rows, func(r result.MorrisRow) bool { return math.IsNaN(float64(r.Sigma)) && words.Finite(float64(r.MuStar)) }) {
		return all, false
	}
	var values []float64
	for _, r := range rows {
		i := influence{
			Name: r.Assumption, Strength: r.Strength, MuStar: float64(r.MuStar), Sigma: float64(r.Sigma),
			Range: figure.Interval{Lo: float64(r.MuStarLow), Hi: float64(r.MuStarHigh)},
		}
		if words.Finite(i.MuStar) && words.Finite(i.Sigma) {
			all.all, values = append(all.all, i), append(values, i.MuStar, i.Sigma)
			all.trajectories = max(all.trajectories, r.Trajectories)
		}
	}
	slices.SortStableFunc(all.all, func(a, b influence) int { return cmp.Compare(b.MuStar, a.MuStar) })
	for i, e := range all.all {
		if negligible(e.MuStar, all.all[0].MuStar) {
			all.all[i].MuStar = 0
		}
	}
	all.Asked = ctx.Asked(q, values...)
	for _, i := range all.tagged() {
		all.Measure = all.ToldFrom(i.MuStar, i.Range)
	}
	return all, len(all.all) > 0
}

// mostTags is how many assumptions have names in the plot.
const mostTags = 6

// tagged are the assumptions with names: the most important of those that move the answer at all.
func (all influences) tagged() []influence {
	n := 0
	for n < min(len(all.all), mostTags) && all.all[n].MuStar > 0.02*all.all[0].MuStar {
		n++
	}
	return all.all[:n]
}

func (all influences) title(ctx figure.Context) string {
	names, sizes := make([]string, len(all.all)), make([]float64, len(all.all))
	for i, e := range all.all {
		names[i], sizes[i] = e.Name, e.MuStar
	}
	return movesMost(ctx, all.Asked, names, sizes, " on average")
}

func (all influences) notes() []string {
	notes := []string{
		"μ*: mean size of an assumption’s effects, wherever the others are",
		"σ: their standard deviation; great where the effect hangs on the others or is far from a straight line",
	}
	if rest := len(all.all) - len(all.tagged()); rest > 0 && len(all.tagged()) > 0 {
		notes = append(notes, fmt.Sprintf("Without name: %s more, with μ* of at most %s", words.Number(rest), all.Sizes().Short(all.all[len(all.tagged())].MuStar)))
	}
	return notes
}

func (all influences) description(ctx figure.Context) string {
	size := all.Sizes()
	shown := all.tagged()
	if len(shown) == 0 {
		shown = all.all[:1]
	}
	items := make([]string, len(shown))
	for i, e := range shown {
		items[i] = e.Name + figure.EvidenceInWords(e.Strength) + " " + size.Short(e.MuStar) + e.Range.InBrackets(size.Short) + " and " + size.Short(e.Sigma)
	}
	text := fmt.Sprintf("Scatter chart of elementary effects on %s, %s: mean size, with 95%% interval in brackets, and standard deviation. %s.",
		all.Analysed(ctx), size.Words, strings.Join(items, "; "))
	if rest := all.all[len(shown):]; len(rest) > 0 {
		text += fmt.Sprintf(" %s more have a mean size of at most %s.", words.Sentence(words.Number(len(rest))), size.Short(rest[0].MuStar))
	}
	return text
}

// evenLine is where μ* and σ are the same.
var evenLine = draw.LineStyle{Color: chart.DarkGrey, Width: 1.2, Dashes: []vg.Length{5, 3}}

func (all influences) key() []chart.KeyItem {
	items := []chart.KeyItem{
		{Text: "Evidence A to C", Swatch: evidenceDot.Swatch, Width: barchart.DotWidth},
		{Text: "D: judgement alone", Swatch: judgementDot.Swatch, Width: barchart.DotWidth},
	}
	if slices.ContainsFunc(all.tagged(), func(i influence) bool { return i.Range.Wide() }) {
		items = append(items, chart.KeyItem{Text: "95% bootstrap interval", Swatch: barchart.WhiskerSwatch(chart.DarkBlue)})
	}
	return append(items, chart.KeyItem{Text: "σ = μ*", Swatch: chart.LineSwatch(evenLine)})
}

// scales are the ranges of the axes.
func (all influences) scales() (x, y chart.Scale) {
	var right, top float64
	for _, i := range all.all {
		right, top = max(right, i.MuStar), max(top, i.Sigma)
	}
	for _, i := range all.tagged() {
		_, hi := i.dot().Range()
		right = max(right, hi)
	}
	unit := all.Sizes().Unit
	return chart.NewScale(0, right, 0, 6, unit), chart.NewScale(0, top, 0, 6, unit)
}

func (all influences) draw(c draw.Canvas) {
	c = chart.DrawKey(c, all.key())
	area, atX, atY := all.drawAxes(c)
	lines := all.drawDots(area, atX, atY)
	var tags []chart.Tag
	for _, i := range all.tagged() {
		tags = append(tags, chart.Tag{At: vg.Point{X: atX(i.MuStar), Y: atY(i.Sigma)}, Text: chart.LabelFont.Wrap(i.Name, 190), Font: chart.LabelFont})
	}
	const radius = barchart.DotWidth/2 + 1
	bounds := vg.Rectangle{Min: vg.Point{X: area.Min.X + 2, Y: area.Min.Y + 2}, Max: vg.Point{X: c.Max.X, Y: area.Max.Y}}
	chart.DrawTags(area, tags, chart.FitTags(bounds, tags, nil, radius, lines), radius)
}

// drawAxes draws the axes, each with its measure written level beside it, and space for dots at zero.
func (all influences) drawAxes(c draw.Canvas) (area draw.Canvas, atX, atY func(float64) vg.Length) {
	x, y := all.scales()
	xTicks, yTicks := x.Ticks(x.Min, x.Max), y.Ticks(y.Min, y.Max)
	x.Min, x.Max = -0.015*x.Max, 1.015*x.Max
	y.Min, y.Max = -0.025*y.Max, 1.06*y.Max
	p := chart.Lines(x, plot.ConstantTicks(xTicks), y)
	p.Y.Tick.Marker = plot.ConstantTicks(yTicks)
	area, atX, atY = chart.Area(p, draw.Crop(c, 0, 0, chart.LabelFont.Leading(), -chart.LabelFont.Leading()))
	unit := all.Sizes().Axis()
	chart.LabelFont.Draw(c, vg.Point{X: area.Max.X, Y: c.Min.Y}, chart.Right, words.Joined("Mean size of its effects, μ*", unit))
	chart.LabelFont.DrawTop(c, vg.Point{X: c.Min.X, Y: c.Max.Y}, chart.Left, words.Joined("Standard deviation of its effects, σ", unit))
	return area, atX, atY
}

// even is the line along which μ* and σ are the same, as far as both axes go.
func (all influences) even(atX, atY func(float64) vg.Length) chart.Segment {
	x, y := all.scales()
	end := min(x.Max, y.Max)
	return chart.Segment{From: vg.Point{X: atX(0), Y: atY(0)}, To: vg.Point{X: atX(end), Y: atY(end)}}
}

// drawDots draws the assumptions, those without a name small and grey and the most important on top, and returns what
// names had better not cover.
func (all influences) drawDots(area draw.Canvas, atX, atY func(float64) vg.Length) []chart.Segment {
	const small = vg.Length(2.8)
	tagged := len(all.tagged())
	even := all.even(atX, atY)
	area.StrokeLine2(evenLine, even.From.X, even.From.Y, even.To.X, even.To.Y)
	lines := []chart.Segment{even}
	for k := len(all.all) - 1; k >= 0; k-- {
		dot, at := all.all[k].dot(), vg.Point{X: atX(all.all[k].MuStar), Y: atY(all.all[k].Sigma)}
		if k >= tagged {
			dot.Marker.Draw(area, at, small, chart.MidGrey, dot.Hollow)
			lines = append(lines, chart.Segment{From: vg.Point{X: at.X - small, Y: at.Y - small}, To: vg.Point{X: at.X + small, Y: at.Y + small}},
				chart.Segment{From: vg.Point{X: at.X - small, Y: at.Y + small}, To: vg.Point{X: at.X + small, Y: at.Y - small}})
			continue
		}
		dot.Draw(area, atX, at.Y)
		lo, hi := dot.Range()
		lines = append(lines, chart.Segment{From: vg.Point{X: atX(lo), Y: at.Y}, To: vg.Point{X: atX(hi), Y: at.Y}})
	}
	return lines
}
