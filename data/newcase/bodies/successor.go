package bodies

import (
	"math"
	"slices"
	"strings"

	"reconfig/data/newcase/reading"
)

// mostForPairs is in how many rows pairs are looked for that a third has the people and the cost of. In more, populations
// that differ by nature add up by accident.
const mostForPairs = 100

// addSuccessors finds rows that have the people of some others, wherever they stand: of two to the last person, with their
// cost where that differs by the head; or of those whose names have all words of its own name, as Ashby has of North Ashby and South Ashby.
func (r *reader) addSuccessors(sums map[int]string) {
	if r.options.KeepClosed {
		return
	}
	r.addNamesakes(sums)
	if len(r.bodies.Rows) > mostForPairs {
		return
	}
	of := map[float64][]int{} // rows by their people
	for row, b := range r.bodies.Rows {
		of[math.Round(b.Population)] = append(of[math.Round(b.Population)], row)
	}
	for i, a := range r.bodies.Rows {
		for _, b := range r.bodies.Rows[:i] {
			if alikeAHead(a, b) {
				continue
			}
			two := tally{2, a.Population + b.Population, a.ManagementCostK + b.ManagementCostK}
			for _, row := range of[math.Round(two.people)] {
				x := r.bodies.Rows[row]
				if sums[row] == "" && two.hasPeople(x) && math.Abs(x.ManagementCostK-two.cost) <= exactCost*two.cost {
					sums[row] = b.Name + " and " + a.Name + " together"
				}
			}
		}
	}
}

// alikeAHead says whether two bodies cost about the same a head. Then a third with their people has their cost too, and that
// says nothing: budgets are often so much a head for all.
func alikeAHead(a, b Body) bool {
	const alike = 0.05
	x, y := a.ManagementCostK/a.Population, b.ManagementCostK/b.Population
	return math.Abs(x-y) <= alike*max(x, y)
}

// exactCost is how far the cost of a successor may be from that of two predecessors, as a share: both are rounded.
const exactCost = 0.0002

// addNamesakes finds rows that have the people of those whose names have all words of its name and more.
func (r *reader) addNamesakes(sums map[int]string) {
	rows := r.bodies.Rows
	if len(rows) < 3 {
		return
	}
	having := map[string][]int{} // the rows whose name has a word
	own := make([][]string, len(rows))
	for row, b := range rows {
		own[row] = slices.Compact(slices.Sorted(slices.Values(reading.LowerWords(b.Name))))
		for _, w := range own[row] {
			having[w] = append(having[w], row)
		}
	}
	for row, b := range rows {
		rare := slices.DeleteFunc(slices.Clone(own[row]), func(w string) bool { return len(having[w]) == len(rows) })
		if sums[row] != "" || len(rare) == 0 {
			continue
		}
		rarest := slices.MinFunc(rare, func(v, w string) int { return len(having[v]) - len(having[w]) })
		var all tally
		var names []string
		for _, other := range having[rarest] {
			if other != row && !slices.ContainsFunc(rare, func(w string) bool { return !slices.Contains(own[other], w) }) {
				all.add(rows[other])
				names = append(names, rows[other].Name)
			}
		}
		if all.rows > 1 && math.Abs(b.Population-all.people) < 0.5 {
			sums[row] = strings.Join(names, " and ") + " together"
		}
	}
}
