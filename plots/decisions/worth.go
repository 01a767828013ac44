package decisions

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot/plotter"

	"reconfig/model/result"
	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/words"
)

// offer is what one structure comes to by the worth of capacity, in order of worth; what is missing is left out.
type offer struct {
	Code    string
	Benefit plotter.XYs // expected net benefit, £k
	Best    plotter.XYs // probability of being best, share of draws
}

// stretch is a range of worths of capacity over which one structure has the highest expected net benefit.
type stretch struct {
	Code     string
	From, To float64
}

// worths is what figures over the worth of capacity are drawn from.
type worths struct {
	offers   []offer
	From, To float64 // least and greatest worth of capacity, £ per £
	frontier []stretch
	evpi     plotter.XYs // expected value of perfect information, £k
	point    float64     // worth of one percentage point of capacity for a year where capacity is worth £1 per £, £k; NaN if not known
}

// worthsOf reads the table of acceptability.
func worthsOf(rows []result.AcceptabilityRow) worths {
	w := worths{From: math.Inf(1), To: math.Inf(-1), point: math.NaN()}
	for _, r := range rows {
		x, worth := float64(r.CapacityValue), float64(r.PointWorth)
		if !words.Finite(x) || x < 0 {
			continue
		}
		if words.Finite(worth) && x >= w.To && x > 0 {
			w.point = worth / x
		}
		w.From, w.To = min(w.From, x), max(w.To, x)
		if evpi := float64(r.EVPI); evpi >= 0 {
			w.evpi = withPoint(w.evpi, x, evpi)
		}
		i := slices.IndexFunc(w.offers, func(o offer) bool { return o.Code == r.Structure })
		if i < 0 {
			i = len(w.offers)
			w.offers = append(w.offers, offer{Code: r.Structure})
		}
		o := &w.offers[i]
		o.Benefit = withPoint(o.Benefit, x, float64(r.NetBenefit))
		if p := float64(r.ProbabilityBest); p >= 0 && p <= 1+1e-9 {
			o.Best = withPoint(o.Best, x, p)
		}
	}
	inOrder(w.evpi)
	for _, o := range w.offers {
		inOrder(o.Benefit)
		inOrder(o.Best)
	}
	w.frontier = frontierOf(w.offers)
	return w
}

// show puts what is best on average at some worth of capacity in focus too, and says which structures are in colour.
func (w worths) show(d *figure.Data) string {
	about, other := d.AboutFocus(figure.InColour), false
	for _, s := range w.frontier {
		other = other || !slices.Contains(d.Focus, s.Code)
		d.Context = d.Showing(s.Code)
	}
	if about != "" && other {
		about = strings.TrimSuffix(about, ".") + ", and what is best on average at some worth of capacity."
	}
	return about
}

// withPoint adds a point if it has a value and the line has none there.
func withPoint(line plotter.XYs, x, y float64) plotter.XYs {
	if !words.Finite(y) || slices.ContainsFunc(line, func(p plotter.XY) bool { return p.X == x }) {
		return line
	}
	return append(line, plotter.XY{X: x, Y: y})
}

func inOrder(line plotter.XYs) {
	slices.SortFunc(line, func(a, b plotter.XY) int { return cmp.Compare(a.X, b.X) })
}

// valueOn is the value at x on the straight lines between the points; NaN beyond their ends.
func valueOn(line plotter.XYs, x float64) float64 {
	i, found := slices.BinarySearchFunc(line, x, func(p plotter.XY, x float64) int { return cmp.Compare(p.X, x) })
	switch {
	case found:
		return line[i].Y
	case i == 0 || i == len(line):
		return math.NaN()
	}
	p, q := line[i-1], line[i]
	return p.Y + (q.Y-p.Y)*(x-p.X)/(q.X-p.X)
}

// frontierOf is the upper envelope of the net benefits, which are straight lines between neighbouring worths.
func frontierOf(offers []offer) []stretch {
	var xs []float64
	for _, o := range offers {
		for _, p := range o.Benefit {
			xs = append(xs, p.X)
		}
	}
	slices.Sort(xs)
	xs = slices.Compact(xs)
	var all []stretch
	for k := 1; k < len(xs); k++ {
		for _, s := range highestBetween(offers, xs[k-1], xs[k]) {
			last := len(all) - 1
			if last >= 0 && all[last].Code == s.Code && all[last].To == s.From {
				all[last].To = s.To
				continue
			}
			all = append(all, s)
		}
	}
	return all
}

// rise is how a net benefit goes from one worth to the next.
type rise struct {
	code      string
	start, by float64
}

// highestBetween walks along the upper envelope from one worth to the next. Of lines that are equal the first stays.
func highestBetween(offers []offer, from, to float64) []stretch {
	var rises []rise
	for _, o := range offers {
		if a, b := valueOn(o.Benefit, from), valueOn(o.Benefit, to); words.Finite(a) && words.Finite(b) {
			rises = append(rises, rise{o.Code, a, b - a})
		}
	}
	if len(rises) == 0 {
		return nil
	}
	best := slices.MaxFunc(rises, func(a, b rise) int { return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.by, b.by)) })
	worth := func(share float64) float64 { return from + share*(to-from) }
	var all []stretch
	for at := 0.0; ; {
		next, crossing, found := best.overtaken(rises, at)
		if !found {
			return append(all, stretch{best.code, worth(at), to})
		}
		if crossing > at {
			all = append(all, stretch{best.code, worth(at), worth(crossing)})
		}
		best, at = next, crossing
	}
}

// overtaken is the first to cross the line from below after a share of the way, of several the steepest, and where that
// is; false if none does before the end.
func (r rise) overtaken(rises []rise, after float64) (next rise, crossing float64, found bool) {
	crossing = 1 - 1e-9
	for _, other := range rises {
		if other.by <= r.by {
			continue
		}
		at := max(after, (r.start-other.start)/(other.by-r.by))
		if at < crossing || at == crossing && found && other.by > next.by {
			next, crossing, found = other, at, true
		}
	}
	return next, crossing, found
}

// allEqual says whether every structure has the same net benefit throughout.
func (w worths) allEqual() bool {
	if len(w.offers) < 2 || len(w.offers[0].Benefit) == 0 {
		return false
	}
	for _, o := range w.offers[1:] {
		if !slices.Equal(o.Benefit, w.offers[0].Benefit) {
			return false
		}
	}
	return true
}

// changes are the worths at which another structure becomes the one with the highest net benefit.
func (w worths) changes() []float64 {
	var at []float64
	for i := 1; i < len(w.frontier); i++ {
		at = append(at, w.frontier[i].From)
	}
	return at
}

// decimals are as many as tell the worths at which the best changes apart, at least two.
func (w worths) decimals() int {
	least := w.To - w.From
	for _, s := range w.frontier {
		if s.To > s.From {
			least = min(least, s.To-s.From)
		}
	}
	return int(max(2, min(6, math.Ceil(-math.Log10(least/20)))))
}

// write writes a worth of capacity, as in £0.95.
func (w worths) write(ctx figure.Context, v float64) string {
	return chart.Unit{Prefix: ctx.Currency}.Format(v, w.decimals())
}

// short writes a worth of capacity without zeros at its end.
func (w worths) short(ctx figure.Context, v float64) string {
	return ctx.Currency + words.Rounded(v, 3)
}

// whoIsBest lists the stretches of the frontier in words.
func (w worths) whoIsBest(ctx figure.Context) string {
	var texts []string
	for i, s := range w.frontier {
		switch {
		case len(w.frontier) == 1:
			texts = append(texts, ctx.Said(s.Code)+" throughout")
		case i == 0:
			texts = append(texts, ctx.Said(s.Code)+" up to "+w.write(ctx, s.To))
		case i == len(w.frontier)-1:
			texts = append(texts, ctx.Said(s.Code)+" from "+w.write(ctx, s.From))
		default:
			texts = append(texts, ctx.Said(s.Code)+" from "+w.write(ctx, s.From)+" to "+w.write(ctx, s.To))
		}
	}
	return strings.Join(texts, "; ")
}

// example says what a worth of capacity is in money.
func (w worths) example(ctx figure.Context) string {
	if !words.Finite(w.point) || w.point <= 0 {
		return ""
	}
	return "If capacity is worth " + ctx.Currency + "1 per " + ctx.Currency + ", one percentage point of it for a year is worth " + ctx.Money(w.point)
}
