package bodies

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"reconfig/data/newcase/reading"
	"reconfig/data/pattern"
	"reconfig/data/table"
	"reconfig/model/spelling"
)

// Role is what a column of a table of bodies holds.
type Role string

// The roles of columns. The first three are needed.
const (
	NameRole       Role = "name"
	PopulationRole Role = "population"
	CostRole       Role = "cost"
	CodeRole       Role = "code"
	WeightedRole   Role = "weighted"
	SectorRole     Role = "sector"
	RegionRole     Role = "region"
	LatitudeRole   Role = "latitude"
	LongitudeRole  Role = "longitude"
	BasisRole      Role = "basis"
)

// Roles lists the roles in the order in which they are shown.
func Roles() []Role {
	return []Role{NameRole, PopulationRole, CostRole, CodeRole, WeightedRole, SectorRole, RegionRole, LatitudeRole, LongitudeRole, BasisRole}
}

var neededRoles = []Role{NameRole, PopulationRole, CostRole}

var (
	harmless  = pattern.New(`(?i)\bper[ _]+(annum|year)\b|\ball ages\b`)
	someYears = pattern.New(`(?i)\b\d{1,2}[ _-]*years?\b`)
	ages      = pattern.New(`(^|[^\d/-])\d{1,2}(\+|[-–]\d{1,2}($|\D))`)
)

// match is a role that a header may mean. The header's last words tell most: a council code is a code.
type match struct {
	role   Role
	exact  bool // the header says nothing else
	length int  // of the phrase, in words
	end    int  // of the phrase in the header
}

// matches lists the roles that a header may mean, the likeliest first.
func matches(header string, o Options) []match {
	header = reading.WithoutMarks(reading.Tidy(header))
	words := reading.PlainWords(header)
	var found []match
	if isAboutAnother(header) {
		return nil
	}
	for _, role := range Roles() {
		known := phrases[role]
		if role == NameRole {
			known = append(slices.Clone(known), reading.Lower(o.Words)...)
		}
		best := match{role: role}
		for _, phrase := range known {
			n := len(strings.Fields(phrase))
			i := reading.LastIndex(words, phrase)
			if i < 0 {
				continue
			}
			m := match{role, len(words) == n, n, i + n}
			if best.length == 0 || byLikeness(m, best) < 0 {
				best = m
			}
		}
		switch {
		case best.length == 0:
		case slices.Contains([]Role{PopulationRole, WeightedRole, CostRole}, role) && otherMeaning(header, role) != "":
		case slices.Contains([]Role{SectorRole, RegionRole}, role) && !best.exact: // a political group is none to merge
		default:
			found = append(found, best)
		}
	}
	slices.SortStableFunc(found, byLikeness)
	return found
}

// byLikeness puts the phrase of more words first, then the later one.
func byLikeness(a, b match) int {
	return cmp.Or(cmp.Compare(b.length, a.length), cmp.Compare(b.end, a.end))
}

// suits says whether what stands in a column can be what the role needs: numbers for what is one, unless the header says
// so without a doubt, and text for names.
func suits(m match, cells []string) bool {
	filled, numbers, degrees := 0, 0, 0
	for _, cell := range cells {
		cell = reading.Tidy(cell)
		if cell == "" || reading.Withheld(cell) {
			continue
		}
		filled++
		if reading.IsNumeric(cell) {
			numbers++
		}
		if v, err := strconv.ParseFloat(cell, 64); err == nil && v >= -180 && v <= 180 {
			degrees++
		}
	}
	switch m.role {
	case NameRole:
		return 2*numbers <= filled
	case PopulationRole, WeightedRole, CostRole:
		return m.exact || 2*numbers >= filled
	case LatitudeRole, LongitudeRole:
		return 2*degrees >= filled || m.exact && 2*numbers >= filled // metres of a national grid are refused, cell by cell
	}
	return true
}

// guess finds for each role the columns that may be meant: those that the user named, or the likeliest one, or several
// that are as likely as each other. A column that is named for one role is not guessed for another.
func guess(header []string, records [][]string, o Options) map[Role][]int {
	found := map[Role][]int{}
	isNamed := map[int]bool{}
	for role, name := range o.Columns {
		found[role] = named(header, name)
		for _, i := range found[role] {
			isNamed[i] = true
		}
	}
	best := map[Role]match{}
	for i, name := range header {
		if isNamed[i] {
			continue
		}
		m, ok := likeliest(name, column(records, i), o)
		if !ok {
			continue
		}
		switch order := better(m, best[m.role]); {
		case best[m.role].length == 0 || order < 0:
			found[m.role], best[m.role] = []int{i}, m
		case order == 0:
			found[m.role] = append(found[m.role], i)
		}
	}
	if _, said := o.Columns[NameRole]; !said && len(found[NameRole]) == 0 {
		found[NameRole] = onlyNames(header, records, found)
	}
	return found
}

// onlyNames is the one column without another role whose cells could be names, as in a column “PCT” or “Gemeinde”; none
// where there are several.
func onlyNames(header []string, records [][]string, found map[Role][]int) []int {
	taken := slices.Concat(slices.Collect(maps.Values(found))...)
	free := slices.DeleteFunc(likeNames(header, records), func(i int) bool { return slices.Contains(taken, i) })
	if len(free) != 1 {
		return nil
	}
	return free
}

// likeliest is the role that a column has by its header and its cells, if it has any that the user named no column for.
func likeliest(header string, cells []string, o Options) (match, bool) {
	for _, m := range matches(header, o) {
		if _, isNamed := o.Columns[m.role]; !isNamed && suits(m, cells) {
			return m, true
		}
	}
	return match{}, false
}

// column is a column of records that may be of different lengths.
func column(records [][]string, i int) []string {
	cells := make([]string, len(records))
	for j, record := range records {
		if i < len(record) {
			cells[j] = record[i]
		}
	}
	return cells
}

// better puts the header first that says nothing else, then the one of more words.
func better(a, b match) int {
	exact := map[bool]int{true: 0, false: 1}
	return cmp.Or(cmp.Compare(exact[a.exact], exact[b.exact]), cmp.Compare(b.length, a.length))
}

// named finds the columns that the user named; none for NoColumn.
func named(header []string, name string) (columns []int) {
	for i, h := range header {
		if name != NoColumn && strings.EqualFold(reading.Tidy(h), reading.Tidy(name)) {
			columns = append(columns, i)
		}
	}
	return columns
}

// guessColumns takes a column for each role, and reports roles for which there is none or more than one.
func (r *reader) guessColumns() {
	r.checkHeader()
	found := guess(r.Header, r.Records, r.options)
	r.columns = map[Role]int{}
	roleOf := map[int]Role{}
	var unclear []string // what a header of two rows leaves open
	for _, role := range Roles() {
		header, isNamed := r.options.Columns[role]
		switch columns := found[role]; {
		case len(columns) == 1 && roleOf[columns[0]] != "":
			r.fail(r.first, r.Header[columns[0]], fmt.Sprintf("a column for the %s and another for the %s: --column names this one for both", roleOf[columns[0]], role))
		case len(columns) == 1:
			roleOf[columns[0]] = role
			r.columns[role] = columns[0]
			r.bodies.Columns = append(r.bodies.Columns, Column{role, reading.Tidy(r.Header[columns[0]]), isNamed})
		case isNamed && header != NoColumn && len(columns) == 0:
			r.fail(r.first, header, "for --column "+string(role)+" a column of the header: "+r.headerList()+nearest(header, r.Header))
		case len(columns) > 1 && r.header != nil:
			unclear = append(unclear, fmt.Sprintf("--column %s=%s", role, example(r.Header[columns[len(columns)-1]])))
		case len(columns) > 1:
			r.fail(r.first, "", fmt.Sprintf("one column for the %s; it could be %s: say which with --column %s=%s", role, r.quoted(columns), role, example(r.Header[columns[0]])))
		case slices.Contains(neededRoles, role):
			r.fail(r.first, "", fmt.Sprintf("a column for the %s of each body in the header: %s; %s", role, r.headerList(), r.mendMissing(role)))
		}
	}
	if len(unclear) > 0 {
		r.fail(r.first, "", "one row with the names of the columns; "+r.twoRows()+": keep one row, or say which of them are meant, as in "+strings.Join(unclear, " "))
	}
	r.dropHalfLocations()
}

// mendMissing says how to name a column for a role, and why one that would do was not taken.
func (r *reader) mendMissing(role Role) string {
	for _, header := range r.Header {
		other := otherMeaning(header, role)
		for _, phrase := range phrases[role] {
			if role != NameRole && other != "" && reading.LastIndex(reading.LowerWords(header), phrase) >= 0 {
				return fmt.Sprintf("“%s” says “%s”, so it is not taken for %s; if it is that all the same: --column %s=%s", reading.Tidy(header), other, needs[role], role, example(header))
			}
		}
	}
	if role == NameRole {
		if mend := r.mendCodes(); mend != "" {
			return mend
		}
	}
	name := "NAME"
	if like := likeNames(r.Header, r.Records); role == NameRole && len(like) > 0 {
		letters := func(i int) int { return len(strings.Join(column(r.Records, i), "")) } // names are longer than codes
		name = example(r.Header[slices.MaxFunc(like, func(a, b int) int { return letters(a) - letters(b) })])
	}
	return fmt.Sprintf("if it is there under another name, say so with --column %s=%s", role, name)
}

// mendCodes says that a column which should have the names has codes or numbers; empty where there is none.
func (r *reader) mendCodes() string {
	for i, header := range r.Header {
		isName := slices.ContainsFunc(matches(header, r.options), func(m match) bool { return m.role == NameRole })
		cells := column(r.Records, i)
		if isName && !suits(match{role: NameRole}, cells) {
			return fmt.Sprintf("the cells of “%s” look like codes or numbers (%s), not names; if they are what the bodies are called: --column name=%s", reading.Tidy(header), listed(firstOf(cells, 3)), example(header))
		}
	}
	return ""
}

// firstOf are the first few cells that are not empty.
func firstOf(cells []string, most int) (first []string) {
	for _, cell := range cells {
		if cell = reading.Tidy(cell); cell != "" && len(first) < most {
			first = append(first, cell)
		}
	}
	return first
}

// likeNames lists the columns whose cells could be names: text that differs from row to row.
func likeNames(header []string, records [][]string) (all []int) {
	records = slices.DeleteFunc(slices.Clone(records), func(record []string) bool { return filled(record) < 2 }) // notes
	for i := range header {
		seen, isText := map[string]bool{}, true
		for _, cell := range column(records, i) {
			cell = reading.Tidy(cell)
			isText = isText && strings.ContainsFunc(cell, unicode.IsLetter) && !reading.IsNumeric(cell) && !seen[cell]
			seen[cell] = true
		}
		if isText && len(seen) > 1 {
			all = append(all, i)
		}
	}
	return all
}

// needs is what the numbers of a role are.
var needs = map[Role]string{PopulationRole: "the number of all people", CostRole: "the cost of one whole year"}

// dropHalfLocations takes a latitude without a longitude, or the other way round, for another column.
func (r *reader) dropHalfLocations() {
	_, hasLatitude := r.columns[LatitudeRole]
	_, hasLongitude := r.columns[LongitudeRole]
	if hasLatitude == hasLongitude {
		return
	}
	delete(r.columns, LatitudeRole)
	delete(r.columns, LongitudeRole)
	r.bodies.Columns = slices.DeleteFunc(r.bodies.Columns, func(c Column) bool { return c.Role == LatitudeRole || c.Role == LongitudeRole })
}

// checkHeader reports columns that could not be told apart, and those without a name that are not empty.
func (r *reader) checkHeader() {
	seen := map[string]bool{}
	for i, header := range r.Header {
		name := strings.ToLower(reading.Tidy(header))
		isEmpty := !slices.ContainsFunc(r.Records, func(record []string) bool { return reading.Tidy(record[i]) != "" })
		switch {
		case i == 0 && name == "" && r.numbersRows():
			r.bodies.RowNumbers = true
		case name == "" && !isEmpty:
			r.fail(r.first, "", "a name for column "+strconv.Itoa(i+1)+", which has cells")
		case name != "" && seen[name]:
			r.fail(r.first, header, "each column once: it stands twice in the header")
		case table.IsFormula(reading.Tidy(header)):
			r.fail(r.first, header, "a name of a column that a spreadsheet does not take for a formula")
		}
		seen[name] = true
	}
}

// numbersRows says whether the first column counts the rows, from 0 or 1: R and pandas write such a column, without a name.
func (r *reader) numbersRows() bool {
	if len(r.Records) == 0 {
		return false
	}
	from := 0
	if reading.Tidy(r.Records[0][0]) != "0" {
		from = 1
	}
	for row, record := range r.Records {
		if reading.Tidy(record[0]) != strconv.Itoa(from+row) {
			return false
		}
	}
	return true
}

// headerList lists the names of the columns.
func (r *reader) headerList() string {
	var all []int
	for i, header := range r.Header {
		if reading.Tidy(header) != "" {
			all = append(all, i)
		}
	}
	return r.quoted(all)
}

func (r *reader) quoted(columns []int) string {
	const most = 20
	var names []string
	for _, i := range columns[:min(len(columns), most)] {
		names = append(names, "“"+reading.Tidy(r.Header[i])+"”")
	}
	if len(columns) > most {
		names = append(names, "…")
	}
	return strings.Join(names, ", ")
}

func nearest(name string, header []string) string {
	if near := spelling.Nearest(name, header); len(near) > 0 {
		return "; perhaps " + strings.Join(near, " or ")
	}
	return ""
}

// example writes a header as it must be typed.
func example(header string) string {
	header = reading.Tidy(header)
	if strings.ContainsAny(header, " ()'$&;|<>*?!#") {
		return strconv.Quote(header)
	}
	return header
}
