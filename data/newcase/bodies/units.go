package bodies

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"reconfig/data/newcase/reading"
	"reconfig/model"
	"reconfig/model/slips"
)

// checkUnitWords reports a unit in a header that is none of those that are read, or two.
func (r *reader) checkUnitWords(role Role, flag string) {
	header := r.Header[r.columns[role]]
	units := reading.Units(header)
	for _, w := range reading.LowerWords(header) {
		if slices.Contains(reading.FurtherUnits, w) {
			r.fail(r.first, header, fmt.Sprintf("numbers in ones, thousands or millions, not in “%s”: convert the column, and say the unit in the header or with --%s", w, flag))
		}
	}
	if len(units) > 1 && slices.Min(units) != slices.Max(units) {
		r.fail(r.first, header, "one unit; here are two: say which with --"+flag+" 1, k (thousands) or m (millions)")
	}
}

// checkUnits reports units in headers and cells that contradict each other, or that are missing beside others.
func (r *reader) checkUnits() {
	for _, x := range []struct {
		role Role
		flag string
		said float64
	}{{PopulationRole, "population-unit", r.options.PeopleUnit}, {CostRole, "cost-unit", r.options.CostUnit}} {
		if x.said == 0 {
			r.checkUnitWords(x.role, x.flag)
			r.checkUnitCells(x.role, x.flag)
		}
	}
}

// checkUnitCells reports cells without a unit in a column where others have one, unless its header says one.
func (r *reader) checkUnitCells(role Role, flag string) {
	numbers := r.numbers[role]
	with := slices.IndexFunc(numbers, func(n reading.Number) bool { return n.Unit > 0 })
	if _, says := reading.Unit(r.Header[r.columns[role]]); says || with < 0 {
		return
	}
	for row, n := range numbers {
		if n.Unit == 0 && !n.IsMissing {
			r.fault(row, role, fmt.Sprintf("a unit, as other cells of the column have (“%s”): write it behind this one too, or say what those without one are in with --%s 1, k (thousands) or m (millions)", numbers[with].Text, flag), "")
		}
	}
}

// readPeople reads populations.
func (r *reader) readPeople() {
	people, weighted := r.numbers[PopulationRole], r.numbers[WeightedRole]
	r.bodies.People = r.peopleUnit(people)
	weightedUnit := r.bodies.People.Factor
	if i, ok := r.columns[WeightedRole]; ok {
		if u, says := reading.Unit(r.Header[i]); says {
			weightedUnit = u
		}
	}
	for row := range r.Records {
		b := &r.bodies.Rows[row]
		b.Population = r.scaled(row, PopulationRole, &people[row], r.bodies.People.Factor, 1)
		if weighted != nil && !weighted[row].IsMissing {
			b.WeightedPopulation = model.Optional{Value: r.scaled(row, WeightedRole, &weighted[row], weightedUnit, 1), Given: true}
		}
	}
}

// readCosts reads costs, whose unit may have to be guessed from the populations.
func (r *reader) readCosts() {
	cost := r.numbers[CostRole]
	r.bodies.Cost = r.costUnit(cost)
	for row := range r.Records {
		r.bodies.Rows[row].ManagementCostK = r.scaled(row, CostRole, &cost[row], r.bodies.Cost.Factor, 1000)
	}
}

// scaled is the number of a cell in a unit, rounded once; 0 where it is missing.
func (r *reader) scaled(row int, role Role, n *reading.Number, column, in float64) float64 {
	if n.IsMissing {
		return 0
	}
	power := math.Round(math.Log10(n.UnitOr(column) / in))
	v, err := strconv.ParseFloat(n.Digits+"e"+strconv.Itoa(int(power)), 64)
	if err != nil || !(v > 0) || v > 1e15 {
		r.fault(row, role, "a number above 0, as in 1234.5", "")
	}
	return v
}

// allHaveUnits says whether all numbers of a column have a unit of their own.
func allHaveUnits(numbers []reading.Number) bool {
	return !slices.ContainsFunc(numbers, func(n reading.Number) bool { return n.Unit == 0 && !n.IsMissing })
}

// inUnits are the numbers of a column in their units, those that are missing left out.
func inUnits(numbers []reading.Number, column float64) (all []float64) {
	for _, n := range numbers {
		if v, err := strconv.ParseFloat(n.Digits, 64); err == nil {
			all = append(all, v*n.UnitOr(column))
		}
	}
	return all
}

// What a plausible median of the population is, where nobody said its unit: with fewer people, they are counted in
// thousands, though the header does not say so; with more, they are not, though it does.
const (
	fewestPeople = 1000
	mostPeople   = 50e6
)

func (r *reader) peopleUnit(people []reading.Number) NumberUnit {
	if r.options.PeopleUnit > 0 {
		return NumberUnit{r.options.PeopleUnit, UnitByFlag}
	}
	header := r.Header[r.columns[PopulationRole]]
	u, says := reading.Unit(header)
	known := inUnits(people, u)
	if len(known) == 0 {
		return NumberUnit{u, UnitByHeader}
	}
	middle := slips.Median(known)
	inCells := allHaveUnits(people)
	switch {
	case middle > mostPeople && inCells:
		r.add(r.first, header, "", fmt.Sprintf("numbers of people; in the units of the cells their median is %s: mend the units", readable(middle)), "")
	case middle > mostPeople:
		r.add(r.first, header, "", fmt.Sprintf("numbers of people; in %s, as the header has it, their median is %s: if the cells are people, --population-unit 1; if the header is right, --population-unit k (thousands) or m (millions)", reading.UnitName(u), readable(middle)), "")
	case !says && !inCells && middle < fewestPeople:
		r.add(r.first, header, "", fmt.Sprintf("numbers of people; their median is %s: if they are thousands, say so in the header, as in Population (000s), or with --population-unit k; if they are people, with --population-unit 1", readable(middle)), "")
	}
	switch {
	case inCells:
		return NumberUnit{u, UnitByCells}
	case says:
		return NumberUnit{u, UnitByHeader}
	}
	return NumberUnit{1, UnitByDefault}
}

// What a plausible median of the cost a head is, in £, € or $: management of a body costs neither pennies nor thousands.
// Where nothing says the unit, less is plausible, for then a unit too small or too large by 1,000 must not be.
const (
	leastCostPerHead, mostCostPerHead       = 1, 1000
	leastGuessedPerHead, mostGuessedPerHead = 5, 500
)

// costUnit finds the unit of the costs. Units differ by 1,000, and the range of what is plausible is smaller: at most one
// is left by it.
func (r *reader) costUnit(cost []reading.Number) NumberUnit {
	if r.options.CostUnit > 0 {
		return NumberUnit{r.options.CostUnit, UnitByFlag}
	}
	header := r.Header[r.columns[CostRole]]
	u, says := reading.Unit(header)
	perHead, rows := r.costsPerHead(cost, u)
	if len(perHead) == 0 {
		return NumberUnit{u, UnitByHeader}
	}
	r.checkOutliers(perHead, rows)
	middle := slips.Median(perHead)
	sign := cmp.Or(r.bodies.Currency, defaultCurrency)
	known := slices.Contains(reading.KnownBySign, sign)
	from, asSaid := UnitByHeader, "as the header has it"
	if allHaveUnits(cost) {
		says, u, from, asSaid = true, 1, UnitByCells, "in the units of the cells"
	}
	says = says || known && len(reading.Currencies(header)) > 0
	switch {
	case says && (!known || middle >= leastCostPerHead && middle < mostCostPerHead):
		return NumberUnit{u, from}
	case says:
		people := ""
		if r.bodies.People.From == UnitByHeader {
			people = "; or the populations are not in " + reading.UnitName(r.bodies.People.Factor) + ", as their header has it: --population-unit 1"
		}
		r.add(r.first, header, "", fmt.Sprintf("a cost a head between %s%d and %s%d; %s, the median is %s%s%s%s", sign, leastCostPerHead, sign, mostCostPerHead, asSaid, sign, readable(middle), costUnitFlags, people), "")
		return NumberUnit{u, from}
	}
	return r.guessedCostUnit(header, sign, middle)
}

const costUnitFlags = "; say which with --cost-unit 1, k (thousands) or m (millions)"

// guessedCostUnit is the only unit under which the median of the costs a head is plausible.
func (r *reader) guessedCostUnit(header, sign string, middle float64) NumberUnit {
	var all []string
	for _, u := range []float64{1, 1e3, 1e6} {
		if slices.Contains(reading.KnownBySign, sign) && u*middle >= leastGuessedPerHead && u*middle < mostGuessedPerHead {
			return NumberUnit{u, UnitByMagnitude}
		}
		all = append(all, readable(u*middle))
	}
	r.add(r.first, header, "", fmt.Sprintf("a unit in the header, as in Cost (%sk); from the numbers it cannot be told: the median a head would be %s%s, %s in thousands or %s in millions%s", reading.Spaced(sign), reading.Spaced(sign), all[0], all[1], all[2], costUnitFlags), "")
	return NumberUnit{1, UnitByDefault}
}

// costsPerHead are the costs a head where both are known, in the unit of the cell or else of the column, with their rows.
func (r *reader) costsPerHead(cost []reading.Number, column float64) (perHead []float64, rows []int) {
	for row, b := range r.bodies.Rows {
		if v := inUnits(cost[row:row+1], column); len(v) == 1 && b.Head() > 0 {
			perHead, rows = append(perHead, v[0]/b.Head()), append(rows, row)
		}
	}
	return perHead, rows
}

// checkOutliers reports bodies whose population or cost is in another unit than the others'.
func (r *reader) checkOutliers(perHead []float64, rows []int) {
	for _, o := range slips.CostOutliers(perHead) {
		r.fault(rows[o.Row], CostRole, "a cost a head of the order of the others", fmt.Sprintf(": it and their median differ by a factor of %s; mend the population or the cost, or, if both are right, say the unit with --cost-unit", readable(o.Times)))
	}
}

// readable is a number for people to read, of about three digits.
func readable(v float64) string {
	switch {
	case v < 0.01:
		return "less than 0.01"
	case v < 1000:
		return strings.TrimSuffix(strconv.FormatFloat(v, 'f', 2, 64), ".00")
	case v >= 1e9:
		return "more than 1,000,000,000"
	}
	digits := strconv.FormatFloat(v, 'f', 0, 64)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}
