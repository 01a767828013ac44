package bodies

import (
	"fmt"
	"math"
	"regexp"
	"strings"

	"reconfig/data/table"
)

var (
	// totalName matches what rows of totals and averages are called.
	totalName = regexp.MustCompile(`(?i)(^|[^\pL])(sub-?\s?)?totals?($|[^\pL])` +
		`|^(all|sum|overall)[^\pL]*$` +
		`|^(average|avg|median)($|[^\pL])|^mean([^\pL]*$|[^\pL]+of[^\pL])` +
		`|[^\pL](average|avg|mean|median)[^\pL]*$` +
		`|^(insgesamt|gesamt(summe)?|summe|zusammen|durchschnitt|totaal|subtotaal|gemiddelde?|i alt|samlet|hele landet|gennemsnit|hela landet|totalt)($|[^\pL])`)

	// townOrTotal matches what rows of totals may be called and places too, such as All Saints. It is taken for a total
	// where no other row has more people.
	townOrTotal = regexp.MustCompile(`(?i)^(all|sum|overall|grand)($|[^\pL])|[^\pL](all|sum|overall)[^\pL]*$`)
)

const (
	mendTotal = "; delete the row, or, if it is a body of its own, add --keep-total; --drop-total leaves such rows out"
	totalOut  = "a total or an average of others, as --drop-total says"
)

// leaveOutAsides reports rows that are no bodies by what stands in them, notes and totals, and leaves them out.
func (r *reader) leaveOutAsides() {
	if len(r.Records) == 0 {
		r.fail(r.first, "", "rows of bodies below the header")
		return
	}
	r.keep(func(row int) bool {
		if r.cell(row, PopulationRole) != "" || r.cell(row, CostRole) != "" {
			return true
		}
		const kind = "the name, population and cost of a body; if this is a note or a heading, delete the row"
		r.add(r.Lines[row][0], "", texts(r.Records[row : row+1])[0], kind, "")
		return false
	})
	if r.options.KeepTotal {
		return
	}
	isTotal := func(row int) bool { return totalName.MatchString(r.called(row)) }
	if r.options.DropTotal {
		r.leaveOut(isTotal, totalOut)
		return
	}
	r.keep(func(row int) bool {
		if !isTotal(row) {
			return true
		}
		role := NameRole
		if r.cell(row, NameRole) == "" {
			role = CodeRole
		}
		r.fault(row, role, "bodies only: by its name this is a total or an average"+mendTotal, "")
		return false
	})
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

// without is the tally without one of its rows.
func (t *tally) without(b Body) tally {
	return tally{t.rows - 1, t.people - b.Population, t.cost - b.ManagementCostK}
}

// round is what round populations are whole multiples of: they add up by accident.
const round = 1000

// hasPeople says whether a row has the people of a tally to the last one, which is no accident unless both are round.
func (t *tally) hasPeople(b Body) bool {
	return math.Abs(b.Population-t.people) < 0.5 && math.Mod(b.Population, round) != 0
}

// isTotal says whether a row sums up the rows of a tally: by population and cost, or by a population to the last person.
func (t *tally) isTotal(b Body) bool {
	return t.rows > 1 && isNear(b.Population, t.people) && (isNear(b.ManagementCostK, t.cost) || t.hasPeople(b))
}

// leaveOutDoubles reports rows that are no bodies but sum up others, which would count people twice, or leaves them out.
func (r *reader) leaveOutDoubles() {
	if r.options.KeepTotal {
		return
	}
	doubles := r.doubles()
	if r.options.DropTotal {
		r.leaveOut(func(row int) bool { return doubles[row] != "" }, totalOut)
		return
	}
	var rows []int
	for row := range r.Records {
		if doubles[row] != "" {
			rows = append(rows, row)
		}
	}
	if len(rows) == 0 {
		return
	}
	text := "bodies only: this " + doubles[rows[0]]
	if strings.HasPrefix(doubles[rows[0]], "has ") {
		text += ", as a total has, or what replaced them (then delete their rows)"
	}
	for i, row := range rows[1:] {
		if i == mostDoubles {
			text += fmt.Sprintf("; and %d more", len(rows)-1-i)
			break
		}
		text += fmt.Sprintf("; “%s” in %s %d %s", r.called(row), table.Problem{Sheet: r.sheet}.LineKind(), r.bodies.Rows[row].Line, doubles[row])
	}
	r.fault(rows[0], NameRole, text+mendTotal, "")
}

// mostDoubles is how many rows are named that sum up others, besides the first.
const mostDoubles = 8

// doubles says of rows that sum up others what they sum up.
func (r *reader) doubles() map[int]string {
	rows := r.bodies.Rows
	sums := map[int]string{}
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
	r.addSuccessors(sums)
	var all tally
	most := 0.0
	for row, b := range rows {
		if sums[row] == "" {
			all.add(b)
		}
		most = max(most, b.Population)
	}
	for row, b := range rows {
		rest := all.without(b)
		switch {
		case sums[row] != "":
			sums[row] = "has the population of " + sums[row]
		case townOrTotal.MatchString(b.Name) && b.Population == most:
			sums[row] = "is a total by its name, and the population, which is the greatest"
		case rest.rows < 2 || !isNear(b.Population, rest.people):
		case isNear(b.ManagementCostK, rest.cost):
			sums[row] = "has the population and the cost of all others together"
		default:
			sums[row] = "has the population of all others together"
		}
	}
	return sums
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
		if sums[row] != "" || t == nil || t.rows == len(r.bodies.Rows) {
			continue
		}
		rest := t.without(b)
		if rest.isTotal(b) {
			sums[row] = fmt.Sprintf("all others of %s %s together", role, group(b))
		}
	}
}
