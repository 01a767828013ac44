package bodies

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"reconfig/data"
	"reconfig/data/dialect"
	"reconfig/data/folder"
	"reconfig/data/table"
	"reconfig/data/workbook"
	"reconfig/model"
	"reconfig/model/spelling"
)

// Table is a minimal table of the bodies to reorganise, as people keep them in spreadsheets, with what was guessed to
// read it.
type Table struct {
	File           string // its name, without folder
	Sheet          string // of a workbook; empty for a text file
	Written        string // how the text file is written, if not as this program writes one
	Rows           []Body
	Columns        []Column // what was found for each role, in the order of Roles
	FurtherColumns []string
	Above          []string   // the lines of text above the header, of which nothing is read
	OtherSheets    []string   // of the workbook, with a table of bodies too
	HiddenRows     []int      // of the sheet, that were read
	Currency       string     // its sign or code; empty where neither the user nor the table says it
	People         NumberUnit // of populations
	Cost           NumberUnit
	Grouped        string // a cell with separators of thousands that was read as a number; empty if there is none
	GroupedAs      string // that number
}

// Body is one row of a table of bodies.
type Body struct {
	model.Commissioner
	Sector, Region string // as they stand in the table; empty where it has no such column
	Line           int    // or row of the sheet
}

// Column says which column of a table was taken for a role.
type Column struct {
	Role   Role
	Header string
	Named  bool // by the user, not guessed
}

// NumberUnit says in which unit the numbers of a column were taken to be.
type NumberUnit struct {
	Factor float64 // 1, 1,000 or 1,000,000
	From   UnitOrigin
}

// UnitOrigin says how a unit is known.
type UnitOrigin int

// The origins of a unit, from the best to the weakest.
const (
	UnitByFlag      UnitOrigin = iota // the user said so
	UnitByHeader                      // the header says so
	UnitByMagnitude                   // it is the only one under which a cost a head is plausible
	UnitByDefault                     // nothing says otherwise
)

// Options says what is not to be guessed of a table of bodies. The zero value guesses everything.
type Options struct {
	Sheet      string          // of a workbook; the first where it is empty
	Columns    map[Role]string // header of the column for a role; NoColumn where there is none
	PeopleUnit float64         // 1, 1,000 or 1,000,000; 0 to guess, as the next
	CostUnit   float64
	Currency   string
	Words      []string // what the bodies are called, which may name the column with their names
	Decimals   dialect.Mark
	KeepTotal  bool // a row that looks like the total of the others is a body
}

// NoColumn is given for a role that no column of the table has.
const NoColumn = "-"

// Has says whether the table has a column for a role.
func (b *Table) Has(role Role) bool {
	return slices.ContainsFunc(b.Columns, func(c Column) bool { return c.Role == role })
}

// Population is that of all bodies together.
func (b *Table) Population() (people float64) {
	for _, x := range b.Rows {
		people += x.Population
	}
	return people
}

// CostK is the management cost of all bodies together, in thousands of the currency a year.
func (b *Table) CostK() (cost float64) {
	for _, x := range b.Rows {
		cost += x.ManagementCostK
	}
	return cost
}

// CostPerHead is the least and the most that management costs a head, of weighted population where there is one.
func (b *Table) CostPerHead() (least, most float64) {
	least = math.Inf(1)
	for _, x := range b.Rows {
		perHead := 1000 * x.ManagementCostK / x.Head()
		least, most = min(least, perHead), max(most, perHead)
	}
	return least, most
}

// Head is what costs a head are stated for.
func (b *Table) Head() string {
	if b.Has(WeightedRole) {
		return "weighted head"
	}
	return "head"
}

// Header is the header of the column of a role; empty where there is none.
func (b *Table) Header(role Role) string {
	for _, c := range b.Columns {
		if c.Role == role {
			return c.Header
		}
	}
	return ""
}

// mostBodiesBytes is far more than a table of bodies has.
const mostBodiesBytes = 32 << 20

// Read reads a table of bodies from a text file, or from a sheet of a workbook. Rows above its header
// are left out. A Problems error has everything that is wrong with it.
func Read(path string, o Options) (*Table, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("there is no file %s", path)
	case err != nil:
		return nil, err
	case info.IsDir() && workbook.FolderKind(path) != nil:
		return nil, &data.KindError{File: path, Kind: *workbook.FolderKind(path)}
	case info.IsDir():
		return nil, fmt.Errorf("%s is a folder; a table of bodies is a CSV file or a workbook (%s)", path, workbook.Endings())
	}
	content, err := folder.ReadStart(path, mostBodiesBytes+1)
	if err != nil {
		return nil, err
	}
	if len(content) > mostBodiesBytes {
		return nil, fmt.Errorf("%s has more than %d MB, more than any table of bodies", path, mostBodiesBytes>>20)
	}
	switch format, kind := workbook.KindOf(path, content); {
	case kind != nil:
		return nil, &data.KindError{File: path, Kind: *kind}
	case format != nil:
		return readSheet(path, content, o)
	case o.Sheet != "":
		return nil, fmt.Errorf("%s is no workbook (%s), so it has no sheet %q", path, workbook.Endings(), o.Sheet)
	}
	return inText(path, content, o)
}

// reader reads one table of bodies.
type reader struct {
	*table.Table
	options    Options
	headerLine int
	columns    map[Role]int // index of the column for a role
	bodies     *Table
}

// inTable reads the bodies of a table that begins with its header.
func inTable(t *table.Table, start start, o Options) (*Table, error) {
	r := &reader{Table: t, options: o, headerLine: start.lines + 1, bodies: &Table{File: filepath.Base(t.File), Sheet: t.Sheet, Written: t.Dialect.String(), Above: start.above}}
	if !r.Unsplit {
		r.guessColumns()
	}
	if len(r.Problems) == 0 {
		r.readRows()
	}
	if len(r.Problems) == 0 {
		r.checkAbove()
		r.checkTotals()
	}
	if len(r.Problems) > 0 {
		slices.SortStableFunc(r.Problems, func(a, b table.Problem) int { return cmp.Compare(a.Line, b.Line) })
		return nil, r.Problems
	}
	return r.bodies, nil
}

// blankLines empties the first lines of a file, so that those that follow keep their numbers.
func blankLines(content []byte, n int) []byte {
	rest := content
	for range n {
		i := bytes.IndexByte(rest, '\n')
		rest = rest[i+1:]
	}
	return append(bytes.Repeat([]byte("\n"), n), rest...)
}

// cell is what stands in a row for a role, without what cannot be seen; empty where there is no such column.
func (r *reader) cell(row int, role Role) string {
	i, ok := r.columns[role]
	if !ok {
		return ""
	}
	return Tidy(r.Records[row][i])
}

// Tidy makes one blank of each run of white space, none at the ends, and takes out what cannot be seen, but for what
// joins letters in some scripts.
func Tidy(cell string) string {
	seen := strings.Map(func(c rune) rune {
		if c != '\u200c' && c != '\u200d' && (unicode.Is(unicode.Cf, c) || unicode.IsControl(c) && !unicode.IsSpace(c)) {
			return -1
		}
		return c
	}, cell)
	return strings.Join(strings.Fields(seen), " ")
}

// fault adds a problem of a cell.
func (r *reader) fault(row int, role Role, expected string) {
	i := r.columns[role]
	r.Add(r.Lines[row][i], r.Header[i], r.Records[row][i], expected)
}

func (r *reader) readRows() {
	if len(r.Records) == 0 {
		r.Fail(r.headerLine, "", "rows of bodies below the header")
		return
	}
	r.dropAsides()
	r.bodies.Rows = make([]Body, len(r.Records))
	for row := range r.Records {
		r.readTexts(row)
	}
	r.checkDistinct(NameRole)
	r.checkDistinct(CodeRole)
	r.checkSpelling(SectorRole)
	r.checkSpelling(RegionRole)
	r.readNumbers()
	for row := range r.Records {
		r.readLocation(row)
	}
	r.keepFurther()
}

// readTexts reads what is not a number.
func (r *reader) readTexts(row int) {
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
			r.fault(row, x.role, x.what)
		} else if f := table.TextFault(x.is, *x.to); f != nil {
			i := r.columns[x.role]
			r.AddFault(r.Lines[row][i], r.Header[i], r.Records[row][i], f)
		}
	}
	if _, ok := r.columns[BasisRole]; ok && b.ManagementCostBasis != "" {
		b.ManagementCostBasis = strings.ToLower(b.ManagementCostBasis)
		if !slices.Contains(model.Bases, b.ManagementCostBasis) {
			r.fault(row, BasisRole, "one of "+strings.Join(model.Bases, ", ")+"; or leave the column out with --column basis=-")
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
		r.fault(row, role, "each "+string(role)+" once; delete one of the rows, or tell them apart")
		r.Problems[len(r.Problems)-1].Earlier = r.Lines[j][i]
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
			r.fault(row, role, "one spelling of each "+string(role)+", here "+other+"; if they are two, tell them apart by more than capitals, blanks and dashes")
			r.Problems[len(r.Problems)-1].Earlier = r.Lines[j][i]
		}
	}
}

// readLocation reads latitude and longitude, which may be missing.
func (r *reader) readLocation(row int) {
	b := &r.bodies.Rows[row]
	for _, x := range []struct {
		role Role
		to   *model.Optional
		most float64
	}{{LatitudeRole, &b.Latitude, 90}, {LongitudeRole, &b.Longitude, 180}} {
		text := r.cell(row, x.role)
		if text == "" {
			continue
		}
		v, err := strconv.ParseFloat(text, 64)
		if err != nil || !table.IsNumber(text) || v < -x.most || v > x.most {
			r.fault(row, x.role, fmt.Sprintf("degrees from %g to %g, with a point before decimals, or nothing; if these are metres of a national grid, convert them, or leave the columns out with --column latitude=- --column longitude=-", -x.most, x.most))
			continue
		}
		*x.to = model.Optional{Value: v, Given: true}
	}
	if b.Latitude.Given != b.Longitude.Given {
		r.Add(b.Line, "", b.Name, "both latitude and longitude, or neither")
	}
}

// keepFurther keeps the columns that nothing is computed from. One that would be taken for a column that the model
// knows gets another name.
func (r *reader) keepFurther() {
	used := map[int]bool{}
	for _, i := range r.columns {
		used[i] = true
	}
	for i, header := range r.Header {
		name := Tidy(header)
		if used[i] || name == "" {
			continue
		}
		if data.IsTakenForKnown(name) {
			name = "original " + name
		}
		r.bodies.FurtherColumns = append(r.bodies.FurtherColumns, name)
		for row := range r.Records {
			b := &r.bodies.Rows[row]
			if b.Further == nil {
				b.Further = map[string]string{}
			}
			b.Further[name] = Tidy(r.Records[row][i])
		}
	}
}
