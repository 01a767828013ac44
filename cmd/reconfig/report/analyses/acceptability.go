package analyses

import (
	"fmt"
	"io"
	"math"
	"slices"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
)

// writeAcceptability writes between which worths of capacity each structure has the highest expected net benefit.
func (a Analysis) writeAcceptability(w io.Writer, s report.Style) {
	if len(a.Frontier) == 0 {
		return
	}
	why := "nobody knows it, so nothing is averaged over it"
	if a.WorthDrawn {
		why = "here each worth is held fixed in turn; everywhere else it differs from draw to draw"
	}
	section(w, "What to choose on net benefit at each worth of capacity (capacity.value): "+why)
	c := a.Properties.Currency
	var cells [][]string
	for _, r := range a.Frontier {
		best, evpi := within(r, a.Acceptability)
		cells = append(cells, []string{
			report.Range(float64(r.From), float64(r.To), 2, " … "), report.Range(float64(r.FromPoint)/1000, float64(r.ToPoint)/1000, 1, " … "), a.plain(r.Structure),
			leastToGreatest([]float64{float64(r.FromNetBenefit) / 1000, float64(r.ToNetBenefit) / 1000}, 1), leastToGreatest(best, 0), leastToGreatest(evpi, 1),
		})
	}
	s.Render(w, []report.Column{
		report.Text("Worth of capacity\n" + c + " per " + c), report.Text("One point for\na year, " + c + "m"), report.Text("Best in the mean").Within(report.NameWidth),
		report.Text("Expected net\nbenefit, " + c + "m"), report.Text("Best, of\n100 draws"), report.Text("Perfect infor-\nmation, " + c + "m"),
	}, cells)
}

// within lists in how many of 100 draws a structure is best, and what perfect information is worth in millions, at the
// worths between which it is to be chosen that were looked at.
func within(r result.FrontierRow, rows []result.AcceptabilityRow) (best, evpi []float64) {
	for _, x := range rows {
		if x.Structure == r.Structure && x.CapacityValue >= r.From && x.CapacityValue <= r.To {
			best, evpi = append(best, 100*float64(x.ProbabilityBest)), append(evpi, float64(x.EVPI)/1000)
		}
	}
	return best, evpi
}

// tradeOffFinding says what the two structures that lose least trade for one another, or how far the one leads.
func (a Analysis) tradeOffFinding() string {
	said := a.exchange()
	if len(said) < 2 {
		return report.Sentences(said...)
	}
	return "Of the two that lose least, " + report.Sentences(said[0], aboutPointYears, said[1])
}

// leadFinding says by how much the structure that loses least leads the next on the outcome chosen by.
func (a Analysis) leadFinding() string {
	x, y := a.Robustness[0], a.Robustness[1]
	lead := result.Number(math.Abs(float64(x.Mean - y.Mean)))
	if lead <= a.equalRegrets() {
		return ""
	}
	return fmt.Sprintf("On %s, %s leads %s, which loses least after it, by %s in the mean.", inWords(x.Outcome), a.name(x.Structure), a.name(y.Structure), report.LossOf(a.Properties, x.Unit, lead).Words(lead))
}

// fewPoints is what rounds to no capacity.
const fewPoints = 0.05

// tradeOff is what the first has more than the second.
func (a Analysis) tradeOff(first, second string) (result.TradeOffRow, bool) {
	for _, t := range a.TradeOffs {
		switch {
		case t.First == first && t.Second == second:
			return t, true
		case t.First == second && t.Second == first:
			t.First, t.Second, t.Money, t.Capacity = first, second, -t.Money, -t.Capacity
			return t, true
		}
	}
	return result.TradeOffRow{}, false
}

// leastToGreatest writes the least and the greatest of values; empty if there are none.
func leastToGreatest(values []float64, decimals int) string {
	if len(values) == 0 {
		return ""
	}
	return report.Range(slices.Min(values), slices.Max(values), decimals, " to ")
}
