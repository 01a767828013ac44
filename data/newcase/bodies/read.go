package bodies

import (
	"path/filepath"

	"reconfig/data"
	"reconfig/data/newcase/reading"
	"reconfig/data/table"
	"reconfig/data/workbook"
)

// reader reads one table of bodies, in steps: each is in the file that bears its name.
type reader struct {
	*table.Table
	extent
	faults
	options Options
	columns map[Role]int              // index of the column for a role
	numbers map[Role][]reading.Number // of each record
	bodies  *Table
}

// newReader takes the cells of a table that begins with its header, or with the second row of it.
func newReader(t *table.Table, e extent, o Options) *reader {
	r := &reader{Table: t, extent: e, options: o, numbers: map[Role][]reading.Number{}}
	r.faults = faults{file: t.File, sheet: t.Sheet}
	for _, p := range t.Problems {
		r.addProblem(p)
	}
	r.bodies = &Table{File: filepath.Base(t.File), Sheet: t.Sheet, Written: t.Dialect.String(), Above: e.above, Below: e.below}
	return r
}

// read goes from the header to the bodies, as far as it can without guessing on what is wrong. A sheet may say why cells
// are empty.
func (r *reader) read(s *workbook.Sheet) (*Table, error) {
	steps := [][]func(){
		{r.takeHeader, r.guessColumns},
		{r.leaveOutAsides, r.leaveOutClosed, r.readCells, r.dropMissing, r.readTexts, r.checkMissing, r.checkCells},
		{r.readCurrency, r.checkUnits},
		{r.readPeople},
		{r.readCosts},
		{r.estimate, r.readLocations, r.keepFurther},
		{r.checkAround, r.readYear, r.leaveOutDoubles, r.estimate, r.markEstimated},
		{r.checkFilled},
	}
	for _, together := range steps {
		if r.Unsplit || len(r.all) > 0 {
			break
		}
		for _, step := range together {
			step()
		}
	}
	if s != nil {
		r.explain(s)
	}
	if len(r.all) > 0 {
		return nil, r.gathered()
	}
	return r.bodies, nil
}

// keep keeps some of the records, and what was read of them.
func (r *reader) keep(is func(row int) bool) {
	kept := 0
	for row := range r.Records {
		if !is(row) {
			continue
		}
		r.Records[kept], r.Lines[kept] = r.Records[row], r.Lines[row]
		for _, numbers := range r.numbers {
			numbers[kept] = numbers[row]
		}
		if len(r.bodies.Rows) > 0 {
			r.bodies.Rows[kept] = r.bodies.Rows[row]
		}
		kept++
	}
	r.Records, r.Lines = r.Records[:kept], r.Lines[:kept]
	for role := range r.numbers {
		r.numbers[role] = r.numbers[role][:kept]
	}
	if len(r.bodies.Rows) > 0 {
		r.bodies.Rows = r.bodies.Rows[:kept]
	}
}

// leaveOut leaves records out, and remembers why.
func (r *reader) leaveOut(is func(row int) bool, why string) {
	var out LeftOut
	r.keep(func(row int) bool {
		if is(row) {
			out.Names, out.Why = append(out.Names, r.called(row)), why
			return false
		}
		return true
	})
	if len(out.Names) > 0 {
		r.bodies.LeftOut = append(r.bodies.LeftOut, out)
	}
}

// called is the name of a record's body, or else its code.
func (r *reader) called(row int) string {
	if name := r.cell(row, NameRole); name != "" {
		return name
	}
	return r.cell(row, CodeRole)
}

// cell is what stands in a row for a role, without what cannot be seen; empty where there is no such column.
func (r *reader) cell(row int, role Role) string {
	i, ok := r.columns[role]
	if !ok {
		return ""
	}
	return reading.Tidy(r.Records[row][i])
}

// keepFurther keeps the columns that nothing is computed from. One that would be taken for a column that the model
// knows gets another name.
func (r *reader) keepFurther() {
	used := map[int]bool{}
	for _, i := range r.columns {
		used[i] = true
	}
	for i, header := range r.Header {
		name := reading.Tidy(header)
		if used[i] || name == "" {
			continue
		}
		if data.IsTakenForKnown(name) {
			name = "original " + name
		}
		r.addFurther(name, func(row int) string { return reading.Tidy(r.Records[row][i]) })
	}
}

// addFurther adds a column that nothing is computed from.
func (r *reader) addFurther(name string, cell func(row int) string) {
	r.bodies.FurtherColumns = append(r.bodies.FurtherColumns, name)
	for row := range r.bodies.Rows {
		b := &r.bodies.Rows[row]
		if b.Further == nil {
			b.Further = map[string]string{}
		}
		b.Further[name] = cell(row)
	}
}
