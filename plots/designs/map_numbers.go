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
	Order:   360,
	Name:    "map-numbers",
	Summary: "the best map of each number of sectors, those of the case and random ones",
	Needs:   figure.RowsOf(result.MapRow{}),
	Page:    mapNumbersPage,
})

// mapNumber is maps of one number of sectors, in the outcome's unit more than the reference map.
type mapNumber struct {
	groups    int
	best      float64    // NaN if none was found
	proved    bool       // the best
	published []mapPoint // the best first
	band      [5]float64 // of random maps: percentiles 0.05, 0.25, 0.5, 0.75, 0.95; NaN where none were drawn
}

type mapPoint struct {
	name  string
	value float64
}

// randomPercentiles are those of the band.
var randomPercentiles = [5]float64{0.05, 0.25, 0.5, 0.75, 0.95}

// mapNumbers is all of them.
type mapNumbers struct {
	rows      []mapNumber
	reference result.MapRow
	measure   figure.Measure
	maps      int // random maps of each number
}

func mapNumbersPage(d figure.Data) chart.Page {
	all, found := mapNumbersOf(d)
	if !found {
		return figure.Nothing("maps of a known outcome, and one to hold others against")
	}
	notes := []string{fmt.Sprintf("Failures and refusals at their means. Standard deviation of the outcome itself under the case’s map %s: %s", all.reference.Map, d.Measure(all.measure.Outcome, float64(all.reference.SD)).InThreeFigures(float64(all.reference.SD)))}
	if all.maps > 0 {
		notes = append(notes, fmt.Sprintf("Random maps: connected, by the same rules, %s of each number of sectors", chart.Unit{}.Format(float64(all.maps), 0)))
	}
	measure := fmt.Sprintf("Mean %s under “%s”, better than with the case’s map %s", all.measure.Named(), d.Name(all.reference.Structure), all.reference.Map)
	return chart.Page{
		Title:       all.title(),
		Subtitle:    d.Subtitle(measure, ""),
		Measure:     measure,
		Footer:      d.Footer(notes...),
		Description: all.description(),
		BodyHeight:  chart.KeyHeight(all.key()) + vg.Length(len(all.rows))*numberRow + 24,
		Body:        all.draw,
	}
}

func mapNumbersOf(d figure.Data) (all mapNumbers, found bool) {
	i := slices.IndexFunc(d.Maps, func(r result.MapRow) bool { return r.Reference == "yes" })
	if i < 0 {
		return all, false
	}
	all.reference = d.Maps[i]
	o, known := result.OutcomeByName(all.reference.Outcome)
	if !known {
		return all, false
	}
	better := func(v result.Number) float64 {
		if o.Better() == result.Lower {
			return float64(all.reference.Value - v)
		}
		return float64(v - all.reference.Value)
	}
	values := []float64{0}
	for _, r := range d.Maps {
		row := all.row(r.Groups)
		if r.Kind == result.PublishedMap {
			row.published = append(row.published, mapPoint{r.Map, float64(r.Gain)})
		} else {
			row.best, row.proved = float64(r.Gain), r.Proved == "yes"
		}
		values = append(values, float64(r.Gain))
	}
	for _, r := range d.MapRandom {
		if k := slices.Index(randomPercentiles[:], float64(r.Share)); k >= 0 {
			all.row(r.Groups).band[k] = better(r.Value)
			values = append(values, better(r.Value))
			all.maps = r.Maps
		}
	}
	slices.SortFunc(all.rows, func(a, b mapNumber) int { return cmp.Compare(a.groups, b.groups) })
	for i := range all.rows {
		slices.SortStableFunc(all.rows[i].published, func(a, b mapPoint) int { return cmp.Compare(b.value, a.value) })
	}
	all.measure = d.Measure(o, values...).Difference()
	return all, words.Finite(float64(all.reference.SD))
}

// row is that of a number of sectors.
func (all *mapNumbers) row(groups int) *mapNumber {
	i := slices.IndexFunc(all.rows, func(r mapNumber) bool { return r.groups == groups })
	if i < 0 {
		i = len(all.rows)
		all.rows = append(all.rows, mapNumber{groups: groups, best: nan, band: [5]float64{nan, nan, nan, nan, nan}})
	}
	return &all.rows[i]
}

func (all mapNumbers) title() string {
	var best []mapNumber
	for _, r := range all.rows {
		if words.Finite(r.best) {
			best = append(best, r)
		}
	}
	if len(best) == 0 {
		return "No best map is known of any number of sectors"
	}
	top := slices.MaxFunc(best, func(a, b mapNumber) int { return cmp.Compare(a.best, b.best) })
	low := slices.MinFunc(best, func(a, b mapNumber) int { return cmp.Compare(a.best, b.best) })
	plain := all.measure
	plain.Unit.Signed = false
	if len(best) == 1 {
		than := "better"
		if top.best < 0 {
			than = "worse"
		}
		return fmt.Sprintf("The best map of %s sectors is %s %s than the case’s", words.Number(top.groups), plain.InThreeFigures(math.Abs(top.best)), than)
	}
	between := " to "
	if len(best) == 2 {
		between = " and "
	}
	return fmt.Sprintf("Best maps of %s%s%s sectors differ by up to %s: most with %s, least with %s", words.Number(best[0].groups), between, words.Number(best[len(best)-1].groups), plain.InThreeFigures(top.best-low.best), words.Number(top.groups), words.Number(low.groups))
}

func (all mapNumbers) description() string {
	var items []string
	for _, r := range all.rows {
		item := fmt.Sprintf("%d sectors:", r.groups)
		if words.Finite(r.best) {
			item += " best " + all.measure.Short(r.best) + ";"
		}
		for _, p := range r.published {
			item += fmt.Sprintf(" %s %s;", p.name, all.measure.Short(p.value))
		}
		if words.Finite(r.band[0]) {
			item += fmt.Sprintf(" 90 of 100 random maps %s to %s;", all.measure.Short(r.band[0]), all.measure.Short(r.band[4]))
		}
		items = append(items, strings.TrimSuffix(item, ";"))
	}
	return fmt.Sprintf("Chart of maps by their number of sectors, better than %s. %s.", all.reference.Map, strings.Join(items, ". "))
}

const (
	numberRow  = vg.Length(64)
	numberName = vg.Length(74)
	pointSize  = vg.Length(5.5)
)

var (
	bandFill  = chart.Tint(chart.MidGrey, 0.35)
	innerFill = chart.Tint(chart.MidGrey, 0.75)
)

// The marks of maps have no colour: each colour belongs to a structure.
func bestPoint(c draw.Canvas, at vg.Point)      { chart.Diamond.Draw(c, at, pointSize, chart.Ink, false) }
func publishedPoint(c draw.Canvas, at vg.Point) { chart.Circle.Draw(c, at, pointSize, chart.Ink, true) }

func (all mapNumbers) key() []chart.KeyItem {
	items := []chart.KeyItem{
		{Text: "Best map", Width: 12, Swatch: func(c draw.Canvas, r vg.Rectangle) {
			bestPoint(c, chart.Middle(r))
		}},
		{Text: "Map of the case", Width: 12, Swatch: func(c draw.Canvas, r vg.Rectangle) {
			publishedPoint(c, chart.Middle(r))
		}},
	}
	if all.maps > 0 {
		items = append(items, chart.KeyItem{Text: "90 of 100 random maps", Swatch: chart.FillSwatch(chart.Fill{Color: bandFill})},
			chart.KeyItem{Text: "50 of 100, and their median", Swatch: func(c draw.Canvas, r vg.Rectangle) {
				chart.FillRectangle(c, r, innerFill)
				middle := chart.Middle(r)
				c.StrokeLine2(draw.LineStyle{Color: chart.Ink, Width: 1.6}, middle.X, r.Min.Y, middle.X, r.Max.Y)
			}})
	}
	return items
}

// scale has space at both ends for what names the points.
func (all mapNumbers) scale() chart.Scale {
	lo, hi := 0.0, 0.0
	for _, r := range all.rows {
		for _, v := range append(r.band[:], r.best) {
			if words.Finite(v) {
				lo, hi = math.Min(lo, v), math.Max(hi, v)
			}
		}
		for _, p := range r.published {
			lo, hi = math.Min(lo, p.value), math.Max(hi, p.value)
		}
	}
	s := chart.NewScale(lo, hi, 1e-3, 5, all.measure.Unit)
	pad := 0.07 * (hi - lo)
	s.Min, s.Max = min(s.Min, lo-pad), max(s.Max, hi+pad)
	return s
}

func (all mapNumbers) draw(c draw.Canvas) {
	c = chart.DrawKey(c, all.key())
	scale := all.scale()
	area, x, y := chart.Area(chart.Rows(scale, scale, float64(len(all.rows))), draw.Crop(c, numberName, 0, 0, 0))
	area.StrokeLine2(draw.LineStyle{Color: chart.DarkGrey, Width: 0.9}, x(0), area.Min.Y, x(0), area.Max.Y)
	for i, r := range all.rows {
		at := y(float64(len(all.rows)-1-i) + 0.5)
		chart.LabelFont.DrawMiddle(c, vg.Point{X: c.Min.X, Y: at}, chart.Left, words.OneOrMore(r.groups, "1 sector", fmt.Sprintf("%d sectors", r.groups)))
		r.drawBand(area, x, at)
		r.drawPoints(area, x, at, all.measure)
	}
}

func (r mapNumber) drawBand(c draw.Canvas, x func(float64) vg.Length, at vg.Length) {
	if !words.Finite(r.band[0]) || !words.Finite(r.band[4]) {
		return
	}
	const half = 6
	chart.FillRectangle(c, chart.Rectangle(x(r.band[0]), at-half, x(r.band[4]), at+half), bandFill)
	chart.FillRectangle(c, chart.Rectangle(x(r.band[1]), at-half, x(r.band[3]), at+half), innerFill)
	c.StrokeLine2(draw.LineStyle{Color: chart.Ink, Width: 1.6}, x(r.band[2]), at-half, x(r.band[2]), at+half)
}

// drawPoints draws the best map, with its value above, and the published ones, with their names below.
func (r mapNumber) drawPoints(c draw.Canvas, x func(float64) vg.Length, at vg.Length, m figure.Measure) {
	label := func(v float64, up vg.Length, text string) {
		half := chart.LabelFont.Width(text) / 2
		middle := min(max(x(v), c.Min.X+half), c.Max.X-half)
		chart.FillRectangle(c, chart.Rectangle(middle-half-2, at+up-6, middle+half+2, at+up+6), chart.White)
		chart.LabelFont.DrawMiddle(c, vg.Point{X: middle, Y: at + up}, chart.Centre, text)
	}
	for i, p := range r.published {
		publishedPoint(c, vg.Point{X: x(p.value), Y: at})
		text := p.name
		if p.value != 0 {
			text += " " + m.Short(p.value)
		}
		label(p.value, -16-vg.Length(i)*chart.LabelFont.Leading(), text)
	}
	if words.Finite(r.best) {
		bestPoint(c, vg.Point{X: x(r.best), Y: at})
		label(r.best, 16, m.Short(r.best))
	}
}
