package bodies

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"reconfig/data/newcase/reading"
	"reconfig/data/table"
)

// faults is what is wrong with a table.
type faults struct {
	file, sheet string
	all         []fault
}

// fault is what is wrong with one cell. Faults of a kind, which one edit or flag mends, are told in one message.
type fault struct {
	table.Problem
	kind string // empty for a fault that is like no other
}

// add adds a fault of a kind. What is expected is the kind, and a detail that only holds of this cell.
func (f *faults) add(line int, column, value, kind, detail string) {
	p := table.Problem{File: f.file, Sheet: f.sheet, Line: line, Column: column, Value: value, Expected: kind + detail}
	f.all = append(f.all, fault{p, column + "\n" + kind})
}

// fail adds a fault of the header or the whole table.
func (f *faults) fail(line int, value, expected string) {
	f.addProblem(table.Problem{File: f.file, Sheet: f.sheet, Line: line, Value: value, Expected: expected})
}

// addProblem adds a fault that is like no other.
func (f *faults) addProblem(p table.Problem) { f.all = append(f.all, fault{Problem: p}) }

// last is the fault that was added last.
func (f *faults) last() *fault { return &f.all[len(f.all)-1] }

// fault adds a fault of a cell.
func (r *reader) fault(row int, role Role, kind, detail string) {
	i := r.columns[role]
	r.add(r.Lines[row][i], reading.Tidy(r.Header[i]), r.Records[row][i], kind, detail)
}

// gathered lists the faults in the order of the table, one of each kind, which names the lines of the others.
func (f *faults) gathered() table.Problems {
	slices.SortStableFunc(f.all, func(a, b fault) int { return cmp.Compare(a.Line, b.Line) })
	var all table.Problems
	first, others := map[string]int{}, map[string][]fault{}
	for _, x := range f.all {
		if _, again := first[x.kind]; again && x.kind != "" {
			others[x.kind] = append(others[x.kind], x)
			continue
		}
		first[x.kind] = len(all)
		if !slices.Contains(all, x.Problem) {
			all = append(all, x.Problem)
		}
	}
	for kind, further := range others {
		all[first[kind]].Expected += "; so also " + listLines(all[first[kind]].LineKind(), further)
	}
	return all
}

// listLines lists where further faults of a kind are, and what stands there.
func listLines(called string, further []fault) string {
	const most = 12
	if len(further) > 1 {
		called += "s"
	}
	var shown []string
	for _, x := range further[:min(len(further), most)] {
		text := fmt.Sprint(x.Line)
		if x.Value != "" {
			text += " (“" + x.ShortValue() + "”)"
		}
		shown = append(shown, text)
	}
	list := "in " + called + " " + strings.Join(shown, ", ")
	if more := len(further) - most; more > 0 {
		return fmt.Sprintf("%s and %d more", list, more)
	}
	return list
}

// listed joins names in quotes, the first few of many.
func listed(names []string) string {
	const most = 8
	text := "“" + strings.Join(names[:min(len(names), most)], "”, “") + "”"
	if more := len(names) - most; more > 0 {
		return fmt.Sprintf("%s and %d more", text, more)
	}
	return text
}
