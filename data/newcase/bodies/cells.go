package bodies

import (
	"strings"

	"reconfig/data/newcase/reading"
)

// readCells takes the cells of all columns of numbers apart, and reports what is no number.
func (r *reader) readCells() {
	for _, role := range []Role{PopulationRole, WeightedRole, CostRole} {
		if _, ok := r.columns[role]; !ok {
			continue
		}
		all := make([]reading.Number, len(r.Records))
		for row := range r.Records {
			all[row], _, _ = reading.Cell(r.cell(row, role))
		}
		r.numbers[role] = all
	}
}

// checkCells reports what is no number that can be read, or could be read in two ways.
func (r *reader) checkCells() {
	for _, role := range []Role{PopulationRole, WeightedRole, CostRole} {
		isAmbiguous := r.ambiguous(role)
		for row, n := range r.numbers[role] {
			_, kind, detail := reading.Cell(n.Text)
			switch {
			case n.IsMissing:
			case n.Currency != "" && role != CostRole:
				r.fault(row, role, "a number of people; this is an amount of money. Say which column holds them with --column "+string(role)+"=HEADER", "")
			case kind != "":
				r.fault(row, role, kind, detail)
			case isAmbiguous(n):
				r.fault(row, role, "a number that can be read in one way only, in a column where others are written otherwise", ": write "+
					strings.NewReplacer(",", "", ".", "").Replace(n.Bare)+" or "+strings.Replace(n.Bare, ",", ".", 1)+"0")
			default:
				r.noteCell(n)
			}
		}
	}
}

// noteCell remembers what a cell has besides a plain reading.Number, to be shown.
func (r *reader) noteCell(n reading.Number) {
	b := r.bodies
	readAs := n.Digits
	if n.Unit > 0 {
		readAs += " " + strings.TrimSuffix(reading.UnitName(n.Unit), "s")
		b.UnitCells.note(n.Text, readAs)
	}
	if n.IsMarked {
		b.MarkedCells.note(n.Text, readAs)
	}
	if n.IsAbout {
		b.AboutCells.note(n.Text, readAs)
	}
	if n.Digits != n.Bare && b.Grouped == "" {
		b.Grouped, b.GroupedAs = n.Text, n.Digits
		if n.Unit > 0 || n.IsMarked || n.IsAbout {
			b.Grouped = n.Bare
		}
	}
}

// ambiguous says which cells of a column could have thousands or decimals behind their only comma or point: 1,234 or
// 1.234 next to 5678, unless another cell shows which is the decimal point.
// People are not counted to three decimals, and whoever writes marks in square brackets writes 1,234 for a thousand.
func (r *reader) ambiguous(role Role) func(n reading.Number) bool {
	hasUngrouped, hasFraction, inThousands := false, false, false
	for _, n := range r.numbers[role] {
		hasUngrouped = hasUngrouped || reading.HasNoGroups(n.Bare)
		hasFraction = hasFraction || reading.HasFraction(n.Bare)
		inThousands = inThousands || n.Unit > 1
	}
	if i, ok := r.columns[role]; ok && !inThousands {
		_, inThousands = reading.Unit(r.Header[i])
	}
	people := role != CostRole && !inThousands && r.options.PeopleUnit == 0
	return func(n reading.Number) bool {
		isComma := strings.Contains(n.Bare, ",")
		isEnglish := isComma && (people || strings.HasSuffix(n.Text, "]"))
		return reading.HasOneGroup(n.Bare) && (people && !isComma || hasUngrouped && !hasFraction && !isEnglish)
	}
}
