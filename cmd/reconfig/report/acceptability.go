package report

import (
	"io"
	"math"
	"slices"

	"reconfig/model/result"
)

// writeAcceptability writes between which worths of capacity each structure has the highest expected net benefit.
func (a Analysis) writeAcceptability(w io.Writer, s Style) {
	if len(a.Acceptability) == 0 {
		return
	}
	why := "nobody knows it, so nothing is averaged over it"
	if a.WorthDrawn {
		why = "here each worth is held fixed in turn; everywhere else it differs from draw to draw"
	}
	section(w, "What to choose on net benefit at each worth of capacity (capacity.value): "+why)
	c, point := a.Setting.Currency, pointWorth(a.Acceptability)
	var cells [][]string
	for _, stretch := range stretches(a.Acceptability) {
		best, evpi := stretch.within(a.Acceptability)
		cells = append(cells, []string{
			fromTo(stretch.from, stretch.to, 2), fromTo(stretch.from*point/1000, stretch.to*point/1000, 1), a.plain(stretch.structure),
			leastToGreatest([]float64{stretch.at(stretch.from) / 1000, stretch.at(stretch.to) / 1000}, 1), leastToGreatest(best, 0), leastToGreatest(evpi, 1),
		})
	}
	s.render(w, []column{
		{"Worth of capacity\n" + c + " per " + c, true, 0}, {"One point for\na year, " + c + "m", true, 0}, {"Best in the mean", true, nameWidth},
		{"Expected net\nbenefit, " + c + "m", true, 0}, {"Best, of\n100 draws", true, 0}, {"Perfect infor-\nmation, " + c + "m", true, 0},
	}, cells)
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

// pointWorth is what one percentage point of capacity for a year is worth, in thousands, for each unit of the worth of
// capacity.
func pointWorth(rows []result.AcceptabilityRow) float64 {
	last := rows[len(rows)-1]
	if last.CapacityValue == 0 {
		return 0
	}
	return float64(last.PointWorth / last.CapacityValue)
}

// netBenefit is a structure's expected net benefit, in thousands: a straight line in the worth of capacity.
type netBenefit struct {
	structure    string
	start, slope float64 // at no worth, and by how much it changes with the worth
}

func (b netBenefit) at(worth float64) float64 { return b.start + b.slope*worth }

// stretch is between which worths of capacity a structure has the highest expected net benefit.
type stretch struct {
	netBenefit
	from, to float64
}

// within lists in how many of 100 draws its structure is best, and what perfect information is worth in millions, at
// the worths in it that were looked at.
func (s stretch) within(rows []result.AcceptabilityRow) (best, evpi []float64) {
	for _, r := range rows {
		if worth := float64(r.CapacityValue); r.Structure == s.structure && worth >= s.from && worth <= s.to {
			best, evpi = append(best, 100*float64(r.ProbabilityBest)), append(evpi, float64(r.EVPI)/1000)
		}
	}
	return best, evpi
}

// netBenefits finds the line of each structure from its first and its last row; and between which worths they go.
func netBenefits(rows []result.AcceptabilityRow) (lines []netBenefit, least, most float64) {
	least, most = float64(rows[0].CapacityValue), float64(rows[len(rows)-1].CapacityValue)
	for _, first := range rows {
		if float64(first.CapacityValue) != least {
			break
		}
		line := netBenefit{structure: first.Structure, start: float64(first.NetBenefit)}
		for _, last := range rows {
			if last.Structure == first.Structure && float64(last.CapacityValue) == most && most > least {
				line.slope = float64(last.NetBenefit-first.NetBenefit) / (most - least)
			}
		}
		line.start -= line.slope * least
		lines = append(lines, line)
	}
	return lines, least, most
}

// stretches finds where the highest line changes. Lines that are the same but for rounding count as the first of them.
func stretches(rows []result.AcceptabilityRow) []stretch {
	lines, worth, most := netBenefits(rows)
	best := highest(lines, worth, most)
	var found []stretch
	for {
		next, cross := overtaken(best, lines, worth, most)
		if cross-worth > rounding*most || cross == most {
			found = append(found, stretch{best, worth, cross})
		}
		if cross == most {
			return found
		}
		best, worth = next, cross
	}
}

// ahead says whether one line is above another at a worth, by more than rounding leaves.
func (b netBenefit) ahead(other netBenefit, worth float64) bool {
	x, y := b.at(worth), other.at(worth)
	return x-y > rounding*max(math.Abs(x), math.Abs(y))
}

// highest is the line that is highest at a worth; of several, that which is highest at the end.
func highest(lines []netBenefit, worth, end float64) netBenefit {
	best := lines[0]
	for _, line := range lines[1:] {
		if line.ahead(best, worth) || !best.ahead(line, worth) && line.ahead(best, end) {
			best = line
		}
	}
	return best
}

// overtaken finds where another line is the first to cross the highest, going on from a worth; the end if none does.
func overtaken(best netBenefit, lines []netBenefit, worth, end float64) (next netBenefit, cross float64) {
	next, cross = best, end
	for _, line := range lines {
		if !line.ahead(best, end) || line.slope <= best.slope {
			continue
		}
		at := max(worth, (best.start-line.start)/(line.slope-best.slope))
		if at < cross || at == cross && line.slope > next.slope {
			next, cross = line, at
		}
	}
	return next, cross
}
