package bodies

import (
	"slices"
	"strings"

	"reconfig/data/newcase/reading"
	"reconfig/data/pattern"
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

// textColumn is a column of text.
type textColumn struct {
	role Role
	to   func(b *Body) *string
	what string // it holds
	is   string // the column of a case that it goes into
}

// textColumns are the columns of text that a table may have.
var textColumns = []textColumn{
	{NameRole, func(b *Body) *string { return &b.Name }, "a name; if this is a note or a total below the table, delete the row", "name"},
	{CodeRole, func(b *Body) *string { return &b.Code }, "a code" + fillIn + "code=-", "code"},
	{SectorRole, func(b *Body) *string { return &b.Sector }, "a sector" + fillIn + "sector=-", "sector_name"},
	{RegionRole, func(b *Body) *string { return &b.Region }, "a region" + fillIn + "region=-", "sector_name"},
	{BasisRole, func(b *Body) *string { return &b.ManagementCostBasis }, "how the cost is known: " + basisList, "basis"},
}

const fillIn = "; if this row is a total or a note, delete it; otherwise fill in all, or leave the column out with --column "

var basisList = strings.Join(model.Bases, ", ") + "; or leave the column out with --column basis=-"

// readRow reads what is not a number in one row. Whether all is filled in is checked when rows of totals, which have no
// region, are out.
func (r *reader) readRow(row int) {
	b := &r.bodies.Rows[row]
	b.Line = r.Lines[row][0]
	for _, x := range textColumns {
		if _, ok := r.columns[x.role]; !ok {
			continue
		}
		text := r.cell(row, x.role)
		*x.to(b) = text
		if text == "" && x.role == NameRole || looksComputed(text) {
			r.fault(row, x.role, x.what, "")
		} else if f := table.TextFault(x.is, text); text != "" && f != nil {
			r.fault(row, x.role, f.Expected, "")
			p := &r.last().Problem
			p.Code, p.Write, p.Mend = f.Code, f.Write, f.Mend
		}
	}
	if b.ManagementCostBasis = strings.ToLower(b.ManagementCostBasis); b.ManagementCostBasis != "" && !slices.Contains(model.Bases, b.ManagementCostBasis) {
		r.fault(row, BasisRole, "one of "+basisList, "")
	}
}

// checkFilled reports bodies without a text that others have.
func (r *reader) checkFilled() {
	for row := range r.bodies.Rows {
		for _, x := range textColumns {
			if _, ok := r.columns[x.role]; ok && *x.to(&r.bodies.Rows[row]) == "" {
				r.fault(row, x.role, x.what, "")
			}
		}
	}
}

// looksComputed says whether text is a formula, or the apostrophe before one or before a reading.Number, as spreadsheets have it.
// Names of places may begin with an apostrophe.
func looksComputed(text string) bool {
	after, marked := strings.CutPrefix(text, "'")
	return table.IsFormula(after) || marked && reading.IsNumeric(after)
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
var lostCode = pattern.New(`^\d(\.\d+)?E[+-]\d+$`)

// checkCodes reports codes that a spreadsheet took for numbers.
func (r *reader) checkCodes() {
	for _, role := range []Role{CodeRole, NameRole} {
		for row := range r.Records {
			if lostCode().MatchString(strings.ToUpper(r.cell(row, role))) && strings.ContainsAny(r.cell(row, role), "+-.") {
				r.fault(row, role, "a "+string(role)+" as it was: a spreadsheet has made a number of one such as 5E1; format the column as text, and fill in what was lost", "")
			}
		}
	}
}
