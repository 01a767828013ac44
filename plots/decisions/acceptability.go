package decisions

import (
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/plot/plotter"

	"reconfig/model/result"
	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/series"
	"reconfig/plots/words"
)

var _ = figure.Register(figure.Figure{
	Order:   260,
	Name:    "acceptability",
	Summary: "how often each structure is best, by what capacity is worth",
	Needs:   figure.RowsOf(result.AcceptabilityRow{}),
	Page:    acceptabilityPage,
})

func acceptabilityPage(d figure.Data) chart.Page {
	w := worthsOf(d.Acceptability)
	aboutFocus := w.show(&d)
	lines := w.lines(func(o offer) plotter.XYs { return inPercent(o.Best) })
	if len(lines) < 2 || w.From >= w.To || d.FewDraws() {
		return figure.Nothing("probabilities of at least two structures, at two worths of capacity, in at least 100 draws")
	}
	if lo, hi := w.chosenRange(); len(w.frontier) == 1 && words.Percent(100*lo) == words.Percent(100*hi) && hi >= 1-1e-9 {
		return figure.Pointless(w.acceptabilityTitle(d.Context))
	}
	_, highest := series.Range(lines...)
	p := worthPlot{worths: w, ctx: d.Context, series: lines, y: chart.NewScale(0, min(100, highest), 10, 5, chart.Percent)}
	p.alike, p.alikeWords = p.seldomBest()
	measure := fmt.Sprintf("Probability of having the highest net benefit of all %s structures, by what capacity is worth", words.Number(len(lines)))
	return chart.Page{
		Title:    w.acceptabilityTitle(d.Context),
		Subtitle: d.Subtitle(words.Joined(measure, d.DrawsInWords()), figure.YearsOf(d.Trajectories).Period()),
		Measure:  measure,
		Footer: d.Footer(w.sureness(), "Each line is the share of draws in which the structure is best among all of them, ties shared; it is not the probability of being better than a given one",
			w.halo(), p.sharedLabel(), w.example(d.Context), aboutFocus),
		Description: w.acceptabilityDescription(d.Context, lines),
		LeastBody:   p.leastHeight(),
		Body:        p.draw,
	}
}

func inPercent(line plotter.XYs) plotter.XYs {
	scaled := slices.Clone(line)
	for i := range scaled {
		scaled[i].Y *= 100
	}
	return scaled
}

// mostSeldom is below what share of draws, in per cent, a structure out of focus is seldom the best.
const mostSeldom = 20

// seldomBest are the structures out of focus that are nowhere best in much of the draws, and what their label calls them. Their
// lines lie close together, so that a label for each would stand far from its line.
func (p worthPlot) seldomBest() (codes []string, called string) {
	most := 0.0
	for _, s := range p.series {
		if _, highest := series.Range(s); highest < mostSeldom && p.aside(s.Code) {
			codes, most = append(codes, s.Code), max(most, highest)
		}
	}
	return codes, "others, below " + chart.Percent.Format(math.Floor(most)+1, 0)
}

// chosenRange is the range of the probability that the structure with the highest expected net benefit is best.
func (w worths) chosenRange() (lo, hi float64) {
	lo, hi = math.Inf(1), math.Inf(-1)
	for _, s := range w.frontier {
		for _, o := range w.offers {
			for _, p := range o.Best {
				if o.Code == s.Code && s.From <= p.X && p.X <= s.To {
					lo, hi = min(lo, p.Y), max(hi, p.Y)
				}
			}
		}
	}
	return lo, hi
}

// acceptabilityTitle says how sure it is that what is best on average is best.
func (w worths) acceptabilityTitle(ctx figure.Context) string {
	lo, hi := w.chosenRange()
	if w.allEqual() {
		return "Every structure does equally well, whatever capacity is worth"
	}
	if lo > hi {
		most := 0.0
		for _, o := range w.offers {
			for _, p := range o.Best {
				most = max(most, p.Y)
			}
		}
		return "Whatever capacity is worth, no structure is best in more than " + words.Chance(most) + " of draws"
	}
	how := rangeOfDraws(lo, hi)
	if len(w.frontier) == 1 {
		return fmt.Sprintf("Whatever capacity is worth, %s is best on average, and best in %s", ctx.Said(w.frontier[0].Code), how)
	}
	return w.choiceTitle(ctx, "is best on average")
}

// sureness says how often what is best on average is best, where the title says where that changes.
func (w worths) sureness() string {
	if lo, hi := w.chosenRange(); lo <= hi && len(w.frontier) > 1 {
		return "The structure that is best on average is best in " + rangeOfDraws(lo, hi)
	}
	return ""
}

// rangeOfDraws writes from how large to how large a share of draws something holds, as titles say it.
func rangeOfDraws(lo, hi float64) string {
	seldom := hi < 0.5
	switch {
	case words.Chance(lo) != words.Chance(hi) && seldom:
		return fmt.Sprintf("only %s to %s of draws", words.Chance(lo), words.Chance(hi))
	case words.Chance(lo) != words.Chance(hi):
		return fmt.Sprintf("%s to %s of draws", words.Chance(lo), words.Chance(hi))
	case seldom:
		return words.InOnlyDraws(lo)
	}
	return words.InDraws(lo)
}

func (w worths) acceptabilityDescription(ctx figure.Context, lines []series.Line) string {
	text := fmt.Sprintf("Line chart of the probability of being best among %s structures, as capacity is worth from %s to %s per %s: %s.",
		words.Number(len(lines)), w.short(ctx, w.From), w.short(ctx, w.To), ctx.Currency,
		series.Values(ctx, lines, func(s series.Line) string {
			return "from " + words.Chance(s.Points[0].Y/100) + " to " + words.Chance(s.Last()/100)
		}))
	if len(w.frontier) > 0 {
		text += " Highest expected net benefit: " + w.whoIsBest(ctx) + "."
	}
	return text
}
