package report

import (
	"io"
	"slices"

	"reconfig/model/result"
)

// writeAcceptability writes between which worths of capacity each structure has the highest expected net benefit.
func (a Analysis) writeAcceptability(w io.Writer, s Style) {
	if len(a.Frontier) == 0 {
		return
	}
	why := "nobody knows it, so nothing is averaged over it"
	if a.WorthDrawn {
		why = "here each worth is held fixed in turn; everywhere else it differs from draw to draw"
	}
	section(w, "What to choose on net benefit at each worth of capacity (capacity.value): "+why)
	c := a.Setting.Currency
	var cells [][]string
	for _, r := range a.Frontier {
		best, evpi := within(r, a.Acceptability)
		cells = append(cells, []string{
			fromTo(float64(r.From), float64(r.To), 2), fromTo(float64(r.FromPoint)/1000, float64(r.ToPoint)/1000, 1), a.plain(r.Structure),
			leastToGreatest([]float64{float64(r.FromNetBenefit) / 1000, float64(r.ToNetBenefit) / 1000}, 1), leastToGreatest(best, 0), leastToGreatest(evpi, 1),
		})
	}
	s.render(w, []column{
		{"Worth of capacity\n" + c + " per " + c, true, 0}, {"One point for\na year, " + c + "m", true, 0}, {"Best in the mean", true, nameWidth},
		{"Expected net\nbenefit, " + c + "m", true, 0}, {"Best, of\n100 draws", true, 0}, {"Perfect infor-\nmation, " + c + "m", true, 0},
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

// fromTo writes from where to where something goes.
func fromTo(from, to float64, places int) string {
	a, b := Decimal(from, places), Decimal(to, places)
	if a == b {
		return a
	}
	return a + " … " + b
}

// leastToGreatest writes the least and the greatest of values; empty if there are none.
func leastToGreatest(values []float64, places int) string {
	if len(values) == 0 {
		return ""
	}
	low, high := Decimal(slices.Min(values), places), Decimal(slices.Max(values), places)
	if low == high {
		return low
	}
	return low + " to " + high
}
