package discovery

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
	"reconfig/plots/words"
)

var _ = figure.Register(figure.Figure{
	Order:   310,
	Name:    "peeling",
	OnAsk:   true,
	Summary: "how boxes get denser and hold less on the way to the one that is chosen",
	Needs:   figure.RowsOf(result.PeelingRow{}),
	Page:    peelingPage,
})

// peeled is a box on the way, in per cent.
type peeled struct {
	Step, Rules       int
	Coverage, Density float64
	Chosen            bool
}

// peelings are the ways to one box each, the first box first.
type peelings struct {
	interest string
	called   string // what they hold: draws, or points
	numbers  []int
	ways     [][]peeled
}

func peelingPage(d figure.Data) chart.Page {
	all := peelingsOf(d.Peeling)
	all.interest, all.called = d.SaidIn(all.interest), calledOf(d.Context)
	if len(all.ways) == 0 {
		return figure.Nothing("coverage and density of boxes")
	}
	key := all.key()
	return chart.Page{
		Title:       all.title(),
		Subtitle:    d.Subtitle("Boxes on the way from all "+all.called+" to smaller and denser ones", "") + all.aboutInterest(),
		Footer:      d.Footer("A rule limits one assumption, on one side or both"),
		Description: all.description(),
		Body:        func(c draw.Canvas) { all.draw(chart.DrawKey(c, key)) },
	}
}

// aboutInterest says what makes an example one of interest.
func (all peelings) aboutInterest() string {
	if all.interest == "" {
		return ""
	}
	return ". Of interest: " + all.interest
}

// peelingsOf reads the table; steps without coverage or density are left out.
func peelingsOf(rows []result.PeelingRow) peelings {
	var all peelings
	ways := map[int][]peeled{}
	for _, r := range rows {
		p := peeled{r.Step, r.Restricted, 100 * float64(r.Coverage), 100 * float64(r.Density), r.Chosen == result.YesNo(true)}
		if !words.IsShare(p.Coverage/100) || !words.IsShare(p.Density/100) {
			continue
		}
		all.interest = words.Either(all.interest, strings.TrimRight(r.Interest, ". "))
		all.numbers = append(all.numbers, r.Box)
		ways[r.Box] = append(ways[r.Box], p)
	}
	slices.Sort(all.numbers)
	all.numbers = slices.Compact(all.numbers)
	for _, n := range all.numbers {
		slices.SortStableFunc(ways[n], func(a, b peeled) int { return cmp.Compare(a.Step, b.Step) })
		all.ways = append(all.ways, ways[n])
	}
	return all
}

// chosenBox is the chosen box of a way; false if none is.
func chosenBox(way []peeled) (peeled, bool) {
	i := slices.IndexFunc(way, func(p peeled) bool { return p.Chosen })
	if i < 0 {
		return peeled{}, false
	}
	return way[i], true
}

// rules counts them in words.
func rules(n int) string {
	if n == 1 {
		return "one rule"
	}
	return words.Number(n) + " rules"
}

// rulesCounted is short, for a label.
func rulesCounted(n int) string {
	if n == 1 {
		return "1 rule"
	}
	return words.Counted(n) + " rules"
}

// title says what the chosen box comes to, or where none is what the way comes to.
func (all peelings) title() string {
	way := all.ways[0]
	first, last := way[0], way[len(way)-1]
	p, found := chosenBox(way)
	switch {
	case found && p.Rules <= 0:
		return fmt.Sprintf("Without any rule, %s of %s are of interest", words.Percent(p.Density), all.called)
	case found:
		verb, they := "picks out", "it picks out"
		if p.Rules > 1 {
			verb, they = "pick out", "they pick out"
		}
		return words.Sentence(fmt.Sprintf("%s %s %s of the %s of interest; of what %s, %s is of interest", rules(p.Rules), verb, words.Percent(p.Coverage), all.called, they, words.Percent(p.Density)))
	case len(way) == 1:
		return fmt.Sprintf("Of the %s in the box, %s are of interest", all.called, words.Percent(first.Density))
	}
	return fmt.Sprintf("Density goes from %s to %s as coverage goes from %s to %s", words.Percent(first.Density), words.Percent(last.Density), words.Percent(first.Coverage), words.Percent(last.Coverage))
}

func (all peelings) description() string {
	text := "Line chart of density against coverage of boxes on the way to smaller ones."
	for i, way := range all.ways {
		first, last := way[0], way[len(way)-1]
		text += fmt.Sprintf(" Box %d: from coverage %s and density %s to coverage %s and density %s", all.numbers[i],
			words.Percent(first.Coverage), words.Percent(first.Density), words.Percent(last.Coverage), words.Percent(last.Density))
		if p, found := chosenBox(way); found {
			text += fmt.Sprintf("; chosen, with %s: coverage %s, density %s", rules(p.Rules), words.Percent(p.Coverage), words.Percent(p.Density))
		}
		text += "."
	}
	return text
}

// The looks of the ways.
var (
	wayLine   = draw.LineStyle{Color: chart.Charcoal, Width: 1.2}
	otherWays = draw.LineStyle{Color: chart.DarkGrey, Width: 1.2, Dashes: []vg.Length{5, 3}}
)

func (all peelings) key() []chart.KeyItem {
	stop := func(line draw.LineStyle, hollow bool) func(draw.Canvas, vg.Rectangle) {
		return func(c draw.Canvas, r vg.Rectangle) {
			chart.LineSwatch(line)(c, r)
			chart.DotSwatch(2.5, line.Color, hollow)(c, r)
		}
	}
	items := []chart.KeyItem{{Text: fmt.Sprintf("Way to box %d", all.numbers[0]), Swatch: stop(wayLine, false)}}
	if len(all.ways) > 1 {
		items = append(items, chart.KeyItem{Text: "Ways to later boxes, in what is left", Swatch: stop(otherWays, true)})
	}
	if slices.ContainsFunc(all.ways, func(way []peeled) bool { _, found := chosenBox(way); return found }) {
		items = append(items, chart.KeyItem{Text: "Chosen", Swatch: func(c draw.Canvas, r vg.Rectangle) {
			chart.Diamond.Draw(c, chart.Middle(r), 5, chart.Ink, false)
		}, Width: 12})
	}
	return items
}

func (all peelings) draw(c draw.Canvas) {
	const side, above = 3, 12 // for points at the ends, and for what names them
	x := chart.Scale{Min: 0, Max: 100 + side, Step: 20, Unit: chart.Percent}
	y := chart.Scale{Min: 0, Max: 100 + above, Step: 20, Unit: chart.Percent}
	marks := y.Ticks(0, 100)
	p := chart.Lines(x, plot.ConstantTicks(x.Ticks(0, 100)), y)
	p.Y.Tick.Marker = plot.ConstantTicks(marks)
	area, atX, atY := chart.Area(p, draw.Crop(c, 0, 0, chart.LabelFont.Leading(), -chart.LabelFont.Leading()-2))
	chart.LabelFont.Draw(c, vg.Point{X: area.Max.X, Y: c.Min.Y}, chart.Right, "Coverage: share of all "+all.called+" of interest that are in the box")
	chart.LabelFont.DrawTop(c, vg.Point{X: c.Min.X, Y: c.Max.Y}, chart.Left, "Density: share of the "+all.called+" in the box that are of interest")
	var segments []chart.Segment
	for i := range slices.Backward(all.ways) {
		segments = append(segments, all.drawWay(area, i, atX, atY)...)
	}
	tags := all.tags(atX, atY)
	if len(tags) > 0 {
		chart.DrawTags(area, tags, chart.FitTags(area.Rectangle, tags, nil, 4, segments), 4)
	}
}

// drawWay draws the way to a box, and returns its line.
func (all peelings) drawWay(c draw.Canvas, i int, x, y func(float64) vg.Length) []chart.Segment {
	line := wayLine
	if i > 0 {
		line = otherWays
	}
	var points []vg.Point
	var segments []chart.Segment
	for k, p := range all.ways[i] {
		points = append(points, vg.Point{X: x(p.Coverage), Y: y(p.Density)})
		if k > 0 {
			segments = append(segments, chart.Segment{From: points[k-1], To: points[k]})
		}
	}
	c.StrokeLines(line, points)
	for _, at := range points {
		chart.Circle.Draw(c, at, 2.5, line.Color, i > 0)
	}
	for k, at := range points {
		if all.ways[i][k].Chosen {
			chart.Diamond.Draw(c, at, 5.5, chart.Ink, false)
		}
	}
	return segments
}

// tags name the chosen boxes, and some of the points where the way to the first box takes up a further rule.
func (all peelings) tags(x, y func(float64) vg.Length) []chart.Tag {
	const (
		most  = 6
		apart = vg.Length(48)
	)
	at := func(p peeled) vg.Point { return vg.Point{X: x(p.Coverage), Y: y(p.Density)} }
	var tags []chart.Tag
	for i, way := range all.ways {
		if p, found := chosenBox(way); found {
			tags = append(tags, chart.Tag{At: at(p), Font: chart.BoldFont, Text: []string{
				fmt.Sprintf("Box %d: %s", all.numbers[i], rulesCounted(p.Rules)), fmt.Sprintf("coverage %s, density %s", words.Percent(p.Coverage), words.Percent(p.Density)),
			}})
		}
	}
	for _, p := range all.turns() {
		near := slices.ContainsFunc(tags, func(t chart.Tag) bool {
			return math.Hypot(float64(at(p).X-t.At.X), float64(at(p).Y-t.At.Y)) < float64(apart)
		})
		if !near && len(tags) < most {
			tags = append(tags, chart.Tag{At: at(p), Font: chart.LabelFont, Text: []string{rulesCounted(p.Rules)}})
		}
	}
	return tags
}

// turns are the boxes at which the way to the first box takes up a further rule, the last first, but for the number of
// rules that the chosen box has.
func (all peelings) turns() []peeled {
	chosen, found := chosenBox(all.ways[0])
	var turns []peeled
	most := 0
	for _, p := range all.ways[0] {
		if p.Rules > most && (!found || p.Rules != chosen.Rules) {
			turns = append(turns, p)
		}
		most = max(most, p.Rules)
	}
	if last := len(turns) - 1; last > 0 {
		turns = append(turns[last:], turns[:last]...)
	}
	return turns
}
