package bodies

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"reconfig/model"
)

// Missing says what becomes of a body whose population or cost is missing or withheld.
type Missing string

// What can become of it.
const (
	RefuseMissing   Missing = ""         // the table is refused
	EstimateMissing Missing = "estimate" // the number is worked out from the other, at the cost a head of the other bodies
	DropMissing     Missing = "drop"     // the body is left out
)

// dropMissing leaves out bodies without a population or a cost, if the user says so.
func (r *reader) dropMissing() {
	if r.options.Missing == DropMissing {
		r.leaveOut(func(row int) bool { return r.isMissing(row, PopulationRole) || r.isMissing(row, CostRole) }, "no population or no cost in the table, as --missing drop says")
	}
}

func (r *reader) isMissing(row int, role Role) bool { return r.numbers[role][row].IsMissing }

// checkMissing reports bodies without a population or a cost that are not to be estimated, and those that cannot be.
func (r *reader) checkMissing() {
	for row := range r.Records {
		switch people, cost := r.isMissing(row, PopulationRole), r.isMissing(row, CostRole); {
		case !people && !cost:
		case people && cost && r.options.Missing == EstimateMissing:
			r.fault(row, PopulationRole, "a population or a cost, by which the other can be estimated; here both are missing: fill in one, or leave such bodies out with --missing drop", "")
		case r.options.Missing != EstimateMissing:
			r.refuseMissing(row, people, cost)
		}
	}
}

// refuseMissing reports a body without its population or its cost: one message for both columns.
func (r *reader) refuseMissing(row int, people, cost bool) {
	const kind = "a number above 0; if it is not known or not published: --missing estimate works it out from the population, at the cost a head of the others, and marks it as estimated; --missing drop leaves the body out"
	for _, x := range []struct {
		is   bool
		role Role
	}{{people, PopulationRole}, {cost, CostRole}} {
		if x.is {
			r.fault(row, x.role, kind, "")
			r.last().kind = kind
		}
	}
}

// estimate works out costs and populations that are missing, at the cost a head of the bodies that have both. It is done
// again when totals are out, which are told by the numbers.
func (r *reader) estimate() {
	var known tally
	heads := 0.0
	for row, b := range r.bodies.Rows {
		if r.missingRole(row) == "" {
			known.add(b)
			heads += b.Head()
		}
	}
	if known.rows == 0 {
		r.fail(r.first, "", "at least one body with a population and a cost, by which those of the others can be estimated")
		return
	}
	for row := range r.bodies.Rows {
		switch b := &r.bodies.Rows[row]; r.missingRole(row) {
		case CostRole:
			b.ManagementCostK = math.Round(10*known.cost*b.Head()/heads) / 10
		case PopulationRole:
			b.Population = math.Max(1, math.Round(known.people*b.ManagementCostK/known.cost))
		}
	}
}

// missingRole is what a body has no number for; empty if it has all.
func (r *reader) missingRole(row int) Role {
	for _, role := range []Role{CostRole, PopulationRole} {
		if r.isMissing(row, role) {
			return role
		}
	}
	return ""
}

// markEstimated says which numbers are estimated, as a case does, and what the table has in their place.
func (r *reader) markEstimated() {
	stood := map[int]string{}
	for row := range r.bodies.Rows {
		role := r.missingRole(row)
		if role == "" {
			continue
		}
		b := &r.bodies.Rows[row]
		b.ManagementCostBasis = estimated
		r.bodies.Estimated = append(r.bodies.Estimated, fmt.Sprintf("the %s of %s", role, b.Name))
		stood[row] = strings.TrimSpace(r.Header[r.columns[role]] + " " + r.cell(row, role))
	}
	if len(stood) > 0 {
		r.addFurther(EstimatedColumn, func(row int) string { return stood[row] })
	}
}

// estimated is how a case says that a cost is an estimate.
var estimated = model.Bases[slices.Index(model.Bases, "estimated")]

// EstimatedColumn is the further column that says which numbers of a body are not the table's, and what stands there.
const EstimatedColumn = "estimated by population"
