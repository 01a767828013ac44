package model

import (
	"fmt"
	"slices"

	"reconfig/model/spelling"
)

// Problem is one way in which a case is not valid. It names a table and a row by their index in the Case, so that
// whoever read the case can say which file and line that is.
type Problem struct {
	Code     Code
	Table    string // as in placements
	Row      int    // index in the Case's slice; WholeTable if no single row is at fault
	Column   string // as in from_year; empty if no single column is at fault
	Value    string // what stands there
	Expected string // what should
	Write    string // what to write in place of Value; empty where that is not known
	Mend     string // how to put it right, behind what is to be written if that is known; empty where Expected says it all
	Earlier  int    // index of the row it conflicts with; WholeTable if there is none
}

// Code says of what kind a problem is. Programs decide by it, whatever the words are; most problems need no code.
type Code string

// The kinds of problems that programs tell apart.
const (
	Missing          Code = "missing"           // nothing stands where something must
	Repeated         Code = "repeated"          // what must be there once is there again
	UnknownReference Code = "unknown reference" // it refers to something that is not there
	UnknownValue     Code = "unknown value"     // it is none of those that there are
	OutOfRange       Code = "out of range"      // a number is too small or too large
	NotANumber       Code = "not a number"
	NotText          Code = "not text"        // a file is in another format, or a letter is none
	NotUTF8          Code = "not UTF-8"       // a text is in another encoding
	FormulaText      Code = "formula"         // a spreadsheet would run it, or failed to
	EarlierEdition   Code = "earlier edition" // the case lacks what the model has needed since it was made
)

// Instruction says how the problem is put right; empty where Expected says it all.
func (p Problem) Instruction() string { return Instruction(p.Write, p.Mend) }

// Instruction says how a problem is put right: by writing something, if that is known, and what else there is to say.
func Instruction(write, mend string) string {
	if write == "" {
		return mend
	}
	return "write " + write + mend
}

// WholeTable is the Row of a problem that no single row is to blame for.
const WholeTable = -1

// report collects the problems of one table.
type report struct {
	table    string
	problems []Problem
}

func (r *report) add(row int, column, value, expected string, args ...any) {
	r.problems = append(r.problems, Problem{
		Table: r.table, Row: row, Column: column, Value: value, Expected: fmt.Sprintf(expected, args...), Earlier: WholeTable,
	})
}

// last is the problem that was added last.
func (r *report) last() *Problem { return &r.problems[len(r.problems)-1] }

// blames says whether a problem of that cell is reported already.
func (r *report) blames(row int, column string) bool {
	return slices.ContainsFunc(r.problems, func(p Problem) bool { return p.Row == row && p.Column == column })
}

// mend says how the problem that was added last is put right.
func (r *report) mend(instruction string, args ...any) {
	r.last().Mend = fmt.Sprintf(instruction, args...)
}

// write says what to write in place of what the problem that was added last is about, and what else there is to say.
func (r *report) write(value, mend string, args ...any) {
	r.last().Write = value
	r.mend(mend, args...)
}

// conflict adds a problem that an earlier row of the same table is part of.
func (r *report) conflict(row, earlier int, column, value, expected string, args ...any) {
	r.add(row, column, value, expected, args...)
	r.last().Code, r.last().Earlier = Repeated, earlier
}

// Check returns everything that makes the case invalid; an empty result means that it can be simulated. Of a case that is
// too large, it says no more than that.
func (c *Case) Check() []Problem {
	all := c.checkSize()
	if len(all) > 0 {
		return all
	}
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
			r.last().Code = Missing
			continue
		}
		if j, seen := first[v]; seen {
			r.conflict(i, j, column, v, "a value of its own")
			r.mend("delete one of the two rows if they say the same, or give one of them another %s", column)
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
			r.mend("correct a or b, or delete the row")
		}
		key := [2]string{min(a, b), max(a, b)}
		if j, seen := first[key]; seen {
			r.conflict(i, j, "b", b, "each pair once")
			r.mend("delete one of the two rows; the order of a and b means nothing")
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

// oneOf reports a value that is not among the known ones, with the nearest of them. It says whether the value is known.
func (r *report) oneOf(row int, column, value, what string, known []string) bool {
	if slices.Contains(known, value) {
		return true
	}
	// Where nothing fits, nobody reads a suggestion for each of thousands of cells, and they would take hours.
	const mostSuggestions = 100
	var near []string
	if len(r.problems) < mostSuggestions {
		near = spelling.Nearest(value, known)
	}
	r.add(row, column, value, "%s", spelling.Expected(what, near, known))
	r.last().Code = UnknownValue
	if len(near) > 0 && spelling.LooksLike(value, near[0]) {
		r.write(near[0], ": %s", spelling.Difference(value, near[0]))
	} else if len(near) == 1 {
		r.write(near[0], ", if that is meant")
	}
	return false
}

// reference is a column that refers to the rows of another table.
type reference struct{ what, table string }

// What cells refer to.
var (
	toCommissioner = reference{"the code of a commissioner", "commissioners"}
	toMap          = reference{"the name of a map", "sectors"}
	toFunction     = reference{"the code of a function", "functions"}
	toArrangement  = reference{"the code of an arrangement", "arrangements"}
	toStructure    = reference{"the code of a structure", "structures"}
	toAssumption   = reference{"the name of an assumption", "assumptions"}
	toSource       = reference{"the id of a source", "sources"}
)

// refer reports a reference to a row that is not there. The known values are sorted.
func (r *report) refer(row int, column, value string, to reference, known []string) {
	if _, ok := slices.BinarySearch(known, value); ok || r.oneOf(row, column, value, to.what, known) {
		return
	}
	p := r.last()
	p.Code = UnknownReference
	switch {
	case value == "":
		p.Code, p.Write = Missing, ""
		p.Mend = "give the row its " + column + ", or delete the row"
	case p.Instruction() == "":
		p.Mend = "correct it, or add a row for it to the table " + to.table
	}
}
