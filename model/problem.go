package model

import (
	"fmt"
	"slices"
	"strings"
)

// Problem is one way in which a case is not valid. It names a table and a row by their place in the Case, so that
// whoever read the case can say which file and line that is.
type Problem struct {
	Table    string // as in placements
	Row      int    // index in the Case's slice; WholeTable if no single row is at fault
	Column   string // as in from_year; empty if no single column is at fault
	Value    string // what stands there
	Expected string // what should
	Earlier  int    // index of the row it conflicts with; WholeTable if there is none
}

// WholeTable is the Row of a problem that no single row is to blame for.
const WholeTable = -1

// report collects the problems of one table.
type report struct {
	table    string
	problems []Problem
}

func (r *report) add(row int, column, value, expected string, args ...any) {
	r.problems = append(r.problems, Problem{r.table, row, column, value, fmt.Sprintf(expected, args...), WholeTable})
}

// conflict adds a problem that an earlier row of the same table is part of.
func (r *report) conflict(row, earlier int, column, value, expected string, args ...any) {
	r.add(row, column, value, expected, args...)
	r.problems[len(r.problems)-1].Earlier = earlier
}

// Check returns everything that makes the case invalid; an empty result means that it can be simulated.
func (c *Case) Check() []Problem {
	var all []Problem
	for _, table := range []struct {
		name  string
		check func(*report)
	}{
		{"commissioners", c.checkCommissioners},
		{"sectors", c.checkMemberships},
		{"neighbours", c.checkNeighbours},
		{"functions", c.checkFunctions},
		{"arrangements", c.checkArrangements},
		{"structures", c.checkStructures},
		{"placements", c.checkPlacements},
		{"assumptions", c.checkAssumptions},
		{"correlations", c.checkCorrelations},
		{"allocations", c.checkAllocations},
		{"debt_plan", c.checkDebtItems},
		{"debts", c.checkDebts},
		{"observations", c.checkObservations},
		{"sources", c.checkSources},
	} {
		r := report{table: table.name}
		table.check(&r)
		all = append(all, r.problems...)
	}
	return all
}

// unique reports empty and repeated values of a column that identifies its rows.
func unique[T any](r *report, rows []T, column string, value func(T) string) {
	first := map[string]int{}
	for i, row := range rows {
		v := value(row)
		if v == "" {
			r.add(i, column, v, "a value: every row needs one")
			continue
		}
		if j, seen := first[v]; seen {
			r.conflict(i, j, column, v, "a value of its own")
			continue
		}
		first[v] = i
	}
}

// uniquePairs reports rows that pair something with itself, or that repeat a pair in whatever order.
func uniquePairs[T any](r *report, rows []T, pair func(T) (a, b string)) {
	first := map[[2]string]int{}
	for i, row := range rows {
		a, b := pair(row)
		if a == b {
			r.add(i, "b", b, "another one than in column a")
		}
		key := [2]string{min(a, b), max(a, b)}
		if j, seen := first[key]; seen {
			r.conflict(i, j, "b", b, "each pair once")
			continue
		}
		first[key] = i
	}
}

// names lists the distinct values of a column, sorted: what a reference may say.
func names[T any](rows []T, value func(T) string) []string {
	var all []string
	for _, row := range rows {
		if v := value(row); v != "" {
			all = append(all, v)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// oneOf reports a value that is not among the known ones, with the nearest of them.
func (r *report) oneOf(row int, column, value, what string, known []string) {
	if slices.Contains(known, value) {
		return
	}
	if near := Nearest(value, known); len(near) > 0 && len(known) > 6 {
		r.add(row, column, value, "%s, perhaps %s", what, strings.Join(near, " or "))
		return
	}
	r.add(row, column, value, "%s (%s)", what, list(known))
}

func list(values []string) string {
	const most = 12
	if len(values) == 0 {
		return "there is none"
	}
	if len(values) > most {
		return strings.Join(values[:most], ", ") + ", …"
	}
	return strings.Join(values, ", ")
}
