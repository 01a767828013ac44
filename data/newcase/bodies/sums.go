package bodies

import "fmt"

// doubles says of rows that sum up others what they sum up.
func (r *reader) doubles() map[int]string {
	rows := r.bodies.Rows
	sums := map[int]string{}
	var order []int
	for row := range rows {
		order = append(order, row)
	}
	numbers := precisionOf(rows)
	r.addSubtotals(sums, order, numbers)
	for i := range order {
		order[i] = len(order) - 1 - i
	}
	r.addSubtotals(sums, order, numbers)
	r.addGroupTotals(sums, SectorRole, numbers, func(b Body) string { return b.Sector })
	r.addGroupTotals(sums, RegionRole, numbers, func(b Body) string { return b.Region })
	r.addSuccessors(sums, numbers)
	for row := range sums {
		sums[row] = "has the population of " + sums[row]
	}
	r.addTotals(sums, numbers)
	return sums
}

// addTotals finds rows that sum up all others that sum up none.
func (r *reader) addTotals(sums map[int]string, numbers precision) {
	var all tally
	most := 0.0
	for row, b := range r.bodies.Rows {
		if sums[row] == "" {
			all.add(b)
		}
		most = max(most, b.Population)
	}
	for row, b := range r.bodies.Rows {
		rest := all.without(b)
		switch {
		case sums[row] != "":
		case townOrTotal().MatchString(b.Name) && b.Population == most:
			sums[row] = "is a total by its name, and the population, which is the greatest"
		case rest.rows < 2 || !isNear(b.Population, rest.people):
		case isNear(b.ManagementCostK, rest.cost):
			sums[row] = "has the population and the cost of all others together"
		case numbers.isHalfOfAll(b, rest):
			sums[row] = "has the population of all others together"
		}
	}
}

// addSubtotals finds rows that sum up the block of rows before them in the order, since the last such row, or all of them.
// What sums up all others is left to addTotals.
func (r *reader) addSubtotals(sums map[int]string, order []int, numbers precision) {
	var block, all tally
	first := order[0]
	for i, row := range order {
		b := r.bodies.Rows[row]
		isLast := all.rows == len(order)-1
		switch {
		case sums[row] != "":
		case !isLast && numbers.isTotal(b, block):
			last := order[i-1]
			sums[row] = fmt.Sprintf("%s to %s together", r.bodies.Rows[min(first, last)].Name, r.bodies.Rows[max(first, last)].Name)
		case !isLast && block.rows < all.rows && numbers.isTotal(b, all):
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
func (r *reader) addGroupTotals(sums map[int]string, role Role, numbers precision, group func(Body) string) {
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
		if numbers.isTotal(b, rest) {
			sums[row] = fmt.Sprintf("all others of %s %s together", role, group(b))
		}
	}
}
