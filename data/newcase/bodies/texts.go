package bodies

import (
	"regexp"
	"slices"
	"strings"

	"reconfig/data/table"
	"reconfig/model"
	"reconfig/model/spelling"
)

// readTexts reads what is not a number.
func (r *reader) readTexts() {
	for _, role := range []Role{NameRole, CodeRole, SectorRole, RegionRole} {
		r.takeMarksOff(role)
	}
	r.bodies.Rows = make([]Body, len(r.Records))
	for row := range r.Records {
		r.readRow(row)
	}
	r.checkDistinct(NameRole)
	r.checkDistinct(CodeRole)
	r.checkCodes()
	r.checkSpelling(SectorRole)
	r.checkSpelling(RegionRole)
}

// readRow reads what is not a number in one row.
func (r *reader) readRow(row int) {
	b := &r.bodies.Rows[row]
	b.Line = r.Lines[row][0]
	for _, x := range []struct {
		role Role
		to   *string
		what string
		is   string // the column of a case that it goes into
	}{
		{NameRole, &b.Name, "a name; if this is a note or a total below the table, delete the row", "name"},
		{CodeRole, &b.Code, "a code; if this row is a total or a note, delete it; otherwise fill in all, or leave the column out with --column code=-", "code"},
		{SectorRole, &b.Sector, "a sector; if this row is a total or a note, delete it; otherwise fill in all, or leave the column out with --column sector=-", "sector_name"},
		{RegionRole, &b.Region, "a region; if this row is a total or a note, delete it; otherwise fill in all, or leave the column out with --column region=-", "sector_name"},
		{BasisRole, &b.ManagementCostBasis, "how the cost is known: " + strings.Join(model.Bases, ", ") + "; or leave the column out with --column basis=-", "basis"},
	} {
		if _, ok := r.columns[x.role]; !ok {
			continue
		}
		*x.to = r.cell(row, x.role)
		if *x.to == "" || looksComputed(*x.to) {
			r.fault(row, x.role, x.what, "")
		} else if f := table.TextFault(x.is, *x.to); f != nil {
			r.fault(row, x.role, f.Expected, "")
			p := &r.last().Problem
			p.Code, p.Write, p.Mend = f.Code, f.Write, f.Mend
		}
	}
	if _, ok := r.columns[BasisRole]; ok && b.ManagementCostBasis != "" {
		b.ManagementCostBasis = strings.ToLower(b.ManagementCostBasis)
		if !slices.Contains(model.Bases, b.ManagementCostBasis) {
			r.fault(row, BasisRole, "one of "+strings.Join(model.Bases, ", ")+"; or leave the column out with --column basis=-", "")
		}
	}
}

// looksComputed says whether text is a formula, or the apostrophe before one or before a number, as spreadsheets have it.
// Names of places may begin with an apostrophe.
func looksComputed(text string) bool {
	after, marked := strings.CutPrefix(text, "'")
	return table.IsFormula(after) || marked && looksNumeric(after)
}

// checkDistinct reports a name or code that stands twice, in capitals or not.
func (r *reader) checkDistinct(role Role) {
	i, ok := r.columns[role]
	if !ok {
		return
	}
	first := map[string]int{}
	for row := range r.Records {
		v := strings.ToLower(r.cell(row, role))
		j, seen := first[v]
		if v == "" {
			continue
		}
		if !seen {
			first[v] = row
			continue
		}
		r.fault(row, role, "each "+string(role)+" once; delete one of the rows, or tell them apart", "")
		r.last().Earlier = r.Lines[j][i]
	}
}

// checkSpelling reports a sector or region that is spelt in two ways, which would make two of it.
func (r *reader) checkSpelling(role Role) {
	i, ok := r.columns[role]
	if !ok {
		return
	}
	first := map[string]int{}
	for row := range r.Records {
		name := r.cell(row, role)
		plain := spelling.Plain(name)
		j, seen := first[plain]
		if !seen {
			first[plain] = row
			continue
		}
		if other := r.cell(j, role); plain != "" && other != name {
			r.fault(row, role, "one spelling of each "+string(role)+", here "+other+"; if they are two, tell them apart by more than capitals, blanks and dashes", "")
			r.last().Earlier = r.Lines[j][i]
		}
	}
}

// lostCode matches what a spreadsheet makes of a code such as 5E1 or 12E3.
var lostCode = regexp.MustCompile(`^\d(\.\d+)?E[+-]\d+$`)

// checkCodes reports codes that a spreadsheet took for numbers.
func (r *reader) checkCodes() {
	for _, role := range []Role{CodeRole, NameRole} {
		for row := range r.Records {
			if lostCode.MatchString(strings.ToUpper(r.cell(row, role))) && strings.ContainsAny(r.cell(row, role), "+-.") {
				r.fault(row, role, "a "+string(role)+" as it was: a spreadsheet has made a number of one such as 5E1; format the column as text, and fill in what was lost", "")
			}
		}
	}
}
