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

// addSuccessors finds rows that have the people of some others, wherever they stand: of two, where so many pairs do not
// have them by chance; or of those whose names have all words of its own name, as Ashby has of North Ashby and South Ashby.
func (r *reader) addSuccessors(sums map[int]string, numbers precision) {
	if r.options.KeepClosed {
		return
	}
	r.addNamesakes(sums, numbers)
	if len(r.bodies.Rows) > mostForPairs {
		return
	}
	rows, pairs := r.bodies.Rows, pairsNear(r.bodies.Rows)
	for _, p := range pairs {
		x, a, b := &rows[p.row], &rows[p.first], &rows[p.second]
		two := tally{2, a.Population + b.Population, a.ManagementCostK + b.ManagementCostK}
		if sums[p.row] == "" && isNear(x.Population, two.people) && !alikeAHead(a, b) && float64(len(pairs))*numbers.chance(*x, two) < mostByChance {
			sums[p.row] = a.Name + " and " + b.Name + " together"
		}
	}
}

// pair is two rows and that of a third body which has about their people.
type pair struct{ row, first, second int }

// pairsNear lists the pairs whose people are within the window around those of a third body.
func pairsNear(rows []Body) (all []pair) {
	people := make([]float64, len(rows))
	for row, b := range rows {
		people[row] = b.Population
	}
	for j, b := range people {
		for i, a := range people[:j] {
			for row, x := range people {
				if row != i && row != j && inWindow(x, a+b) {
					all = append(all, pair{row, i, j})
				}
			}
		}
	}
	return all
}

// alikeAHead says whether two bodies cost about the same a head. Then a third with their people has their cost too, and that
// says nothing: budgets are often so much a head for all.
func alikeAHead(a, b *Body) bool {
	const alike = 0.05
	x, y := a.ManagementCostK/a.Population, b.ManagementCostK/b.Population
	return math.Abs(x-y) <= alike*max(x, y)
}

// mostByChanceOfNamesakes is how likely it may be by chance that a body has the people of its namesakes: their names make
// it likely already that it took their place.
const mostByChanceOfNamesakes = 10 * mostByChance

// addNamesakes finds rows that have the people of those whose names have all words of its name and more.
func (r *reader) addNamesakes(sums map[int]string, numbers precision) {
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
		if all.rows > 1 && isNear(b.Population, all.people) && numbers.chance(b, all) < mostByChanceOfNamesakes {
			sums[row] = strings.Join(names, " and ") + " together"
		}
	}
}
