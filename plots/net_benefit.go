package plots

import (
	"fmt"
	"math"

	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"reconfig/model/result"
	"reconfig/plots/chart"
)

func netBenefitByWorth() Figure {
	return Figure{
		Name:    "net-benefit-by-worth",
		Summary: "expected net benefit of each structure by what capacity is worth, and where the best changes",
		Tables:  []string{acceptability},
		page:    netBenefitPage,
	}
}

func netBenefitPage(d Data) chart.Page {
	w := d.worths()
	lines := w.lines(func(o offer) plotter.XYs { return o.Benefit })
	if len(lines) == 0 || w.From >= w.To {
		return nothing("expected net benefits at two worths of capacity")
	}
	lo, hi := chart.NearZero(yRange(lines...))
	if hi < 0 && -hi < 0.4*-lo {
		hi = 0
	}
	m := d.measure(result.NetBenefit, lo, hi)
	scale := chart.NewScale(lo, hi, 0, 6, m.Unit)
	p := worthPlot{worths: w, d: d, series: lines, y: scale, under: drawZero(scale), over: w.drawChanges}
	note := ""
	if scale.Min > 0 || scale.Max < 0 {
		note = "The vertical axis does not reach zero"
	}
	return chart.Page{
		Title:       w.netBenefitTitle(d, m, lines),
		Subtitle:    d.subtitle(joined("Expected net benefit by what capacity is worth: net present value of structure and cuts less the worth of capacity lost", m.Words, "mean of "+d.draws()), d.years().period()),
		Footer:      d.footer(w.example(d), d.dearestEVPI(w), note),
		Description: w.netBenefitDescription(d, m, lines),
		LeastBody:   p.leastHeight(),
		Body:        p.draw,
	}
}

// drawZero draws a line at zero where the plot reaches it.
func drawZero(y chart.Scale) func(c draw.Canvas, x, y func(float64) vg.Length) {
	return func(c draw.Canvas, _, at func(float64) vg.Length) {
		if y.Min < 0 && 0 <= y.Max {
			c.StrokeLine2(draw.LineStyle{Color: chart.Ink, Width: 1}, c.Min.X, at(0), c.Max.X, at(0))
		}
	}
}

// drawChanges marks where the best changes.
func (w worths) drawChanges(c draw.Canvas, x, y func(float64) vg.Length) {
	for _, s := range w.frontier[min(1, len(w.frontier)):] {
		for _, o := range w.offers {
			if o.Code != s.Code {
				continue
			}
			if ends := stretchOf(o.Benefit, s.From, s.To, x, y); len(ends) > 0 {
				chart.Circle.Draw(c, ends[0], 4.5, chart.Ink, true)
			}
		}
	}
}

// netBenefitTitle says where the best changes.
func (w worths) netBenefitTitle(d Data, m measure, lines []series) string {
	changes := w.changes()
	per := " per " + d.Currency
	switch {
	case len(lines) == 1:
		s := lines[0]
		return fmt.Sprintf("Expected net benefit of %s goes from %s to %s as capacity is worth more", d.name(s.Code), m.write(s.Points[0].Y), m.write(s.last()))
	case w.allEqual():
		return "Every structure has the same expected net benefit, whatever capacity is worth"
	case len(w.frontier) == 0:
		return "Expected net benefit by what capacity is worth"
	case len(changes) == 0:
		return fmt.Sprintf("%s has the highest expected net benefit, whatever capacity is worth up to %s%s", d.name(w.frontier[0].Code), w.short(d, w.To), per)
	case len(changes) == 1:
		return fmt.Sprintf("%s is best on average until capacity is worth %s%s, then %s", d.name(w.frontier[0].Code), w.write(d, changes[0]), per, d.name(w.frontier[1].Code))
	case len(changes) <= mostListed:
		var at []string
		for _, v := range changes {
			at = append(at, w.write(d, v))
		}
		return fmt.Sprintf("Which structure is best on average changes where capacity is worth %s%s", listed(at), per)
	}
	return fmt.Sprintf("Which structure is best on average changes %s times as capacity is worth more, up to %s%s", number(len(changes)), w.short(d, w.To), per)
}

// mostListed is how many changes a title names.
const mostListed = 3

// dearestEVPI says at which worth of capacity it would be worth most to know everything.
func (d Data) dearestEVPI(w worths) string {
	most, at := 0.0, math.NaN()
	for _, r := range d.Analysis.Acceptability {
		if v := float64(r.EVPI); finite(v) && finite(float64(r.CapacityValue)) && v > most {
			most, at = v, float64(r.CapacityValue)
		}
	}
	if !finite(at) {
		return ""
	}
	return fmt.Sprintf("Knowing everything before choosing is worth most, %s, where capacity is worth %s per %s", d.money(most), w.short(d, at), d.Currency)
}

func (w worths) netBenefitDescription(d Data, m measure, lines []series) string {
	text := fmt.Sprintf("Line chart of expected net benefit as capacity is worth from %s to %s per %s: %s.", w.short(d, w.From), w.short(d, w.To), d.Currency,
		valuesOf(d, lines, func(s series) string { return "from " + m.short(s.Points[0].Y) + " to " + m.short(s.last()) }))
	if len(w.frontier) > 0 {
		text += " Highest: " + w.whoIsBest(d) + "."
	}
	return text
}
