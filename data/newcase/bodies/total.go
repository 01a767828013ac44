package bodies

import (
	"fmt"
	"math"
	"regexp"
)

var (
	// totalName matches what rows of totals and averages are called.
	totalName = regexp.MustCompile(`(?i)(^|[^\pL])(sub-?\s?)?totals?($|[^\pL])` +
		`|^(all|sum|overall)[^\pL]*$` +
		`|^(average|avg|median)($|[^\pL])|^mean([^\pL]*$|[^\pL]+of[^\pL])` +
		`|[^\pL](average|avg|mean|median)[^\pL]*$`)

	// townOrTotal matches what rows of totals may be called and places too, such as All Saints. It is taken for a total
	// where no other row has more people.
	townOrTotal = regexp.MustCompile(`(?i)^(all|sum|overall|grand)($|[^\pL])|[^\pL](all|sum|overall)[^\pL]*$`)
)

const mendTotal = "; delete the row, or, if it is a body of its own, add --keep-total"

// dropAsides reports rows that are no bodies by what stands in them, notes and totals, once each, and leaves them out.
func (r *reader) dropAsides() {
	kept := 0
	for row := range r.Records {
		name, role := r.cell(row, NameRole), NameRole
		if name == "" {
			name, role = r.cell(row, CodeRole), CodeRole
		}
		switch {
		case r.cell(row, PopulationRole) == "" && r.cell(row, CostRole) == "":
			r.Add(r.Lines[row][0], "", texts(r.Records[row : row+1])[0], "the name, population and cost of a body; if this is a note or a heading, delete the row")
			continue
		case !r.options.KeepTotal && totalName.MatchString(name):
			r.fault(row, role, "bodies only: by its name this is a total or an average"+mendTotal)
			continue
		}
		r.Records[kept], r.Lines[kept] = r.Records[row], r.Lines[row]
		kept++
	}
	r.Records, r.Lines = r.Records[:kept], r.Lines[:kept]
}

// totalTolerance is how far a total may be from the sum of what it totals: both may be rounded.
const totalTolerance = 0.002

func isNear(v, sum float64) bool { return math.Abs(v-sum) <= totalTolerance*sum }

// tally sums up rows.
type tally struct {
	rows         int
	people, cost float64
}

func (t *tally) add(b Body) {
	t.rows++
	t.people += b.Population
	t.cost += b.ManagementCostK
}

// isTotal says whether a row sums up the rows of a tally: by population and cost, or by a population to the last person,
// which is no accident unless both are round.
func (t *tally) isTotal(b Body) bool {
	const round = 1000
	isExact := math.Abs(b.Population-t.people) < 0.5 && math.Mod(b.Population, round) != 0
	return t.rows > 1 && isNear(b.Population, t.people) && (isNear(b.ManagementCostK, t.cost) || isExact)
}

// checkTotals reports rows that are no bodies but sum up others: they would count people twice.
func (r *reader) checkTotals() {
	if r.options.KeepTotal {
		return
	}
	rows := r.bodies.Rows
	sums := map[int]string{} // what a row sums up
	var order []int
	for row := range rows {
		order = append(order, row)
	}
	r.addSubtotals(sums, order)
	for i := range order {
		order[i] = len(order) - 1 - i
	}
	r.addSubtotals(sums, order)
	r.addGroupTotals(sums, SectorRole, func(b Body) string { return b.Sector })
	r.addGroupTotals(sums, RegionRole, func(b Body) string { return b.Region })
	var all tally
	for row, b := range rows {
		if sums[row] == "" {
			all.add(b)
		}
	}
	most := 0.0
	for _, b := range rows {
		most = max(most, b.Population)
	}
	for row, b := range rows {
		rest := tally{all.rows - 1, all.people - b.Population, all.cost - b.ManagementCostK}
		switch {
		case sums[row] != "":
			r.fault(row, NameRole, "bodies only: this has the population of "+sums[row]+", as a total has"+mendTotal)
		case townOrTotal.MatchString(b.Name) && b.Population == most:
			r.fault(row, NameRole, "bodies only: by its name, and the population, which is the greatest, this is a total"+mendTotal)
		case rest.rows < 2 || !isNear(b.Population, rest.people):
		case isNear(b.ManagementCostK, rest.cost):
			r.fault(row, NameRole, "bodies only: this has the population and the cost of all others together, as a total has"+mendTotal)
		default:
			r.fault(row, NameRole, "bodies only: this has the population of all others together, as a total has"+mendTotal)
		}
	}
}

// addSubtotals finds rows that sum up the block of rows before them in the order, since the last such row, or all of them.
func (r *reader) addSubtotals(sums map[int]string, order []int) {
	var block, all tally
	first := order[0]
	for i, row := range order {
		b := r.bodies.Rows[row]
		isLast := all.rows == len(order)-1 // then it sums up all others
		switch {
		case sums[row] != "":
		case !isLast && block.isTotal(b):
			last := order[i-1]
			sums[row] = fmt.Sprintf("%s to %s together", r.bodies.Rows[min(first, last)].Name, r.bodies.Rows[max(first, last)].Name)
		case !isLast && block.rows < all.rows && all.isTotal(b):
			sums[row] = "all bodies above or below it together"
		default:
			if block.rows == 0 {
				first = row
			}
			block.add(b)
			all.add(b)
			continue
		}
		block = tally{}
	}
}

// addGroupTotals finds rows that sum up the other rows of their sector or region.
func (r *reader) addGroupTotals(sums map[int]string, role Role, group func(Body) string) {
	if !r.bodies.Has(role) {
		return
	}
	of := map[string]*tally{}
	for row, b := range r.bodies.Rows {
		if sums[row] != "" {
			continue
		}
		if of[group(b)] == nil {
			of[group(b)] = &tally{}
		}
		of[group(b)].add(b)
	}
	for row, b := range r.bodies.Rows {
		t := of[group(b)]
		if sums[row] != "" || t.rows == len(r.bodies.Rows) {
			continue
		}
		rest := tally{t.rows - 1, t.people - b.Population, t.cost - b.ManagementCostK}
		if rest.isTotal(b) {
			sums[row] = fmt.Sprintf("all others of %s %s together", role, group(b))
		}
	}
}
