package table

import (
	"slices"
	"strconv"
	"strings"

	"reconfig/model/spelling"
)

// checkHeader reports missing, repeated and unknown columns, and says whether the rows can be read at all. A column that
// is missing because its name is misspelt is reported once, under the name that stands there.
func (t *Table) checkHeader(c Columns) bool {
	if t.isNoHeader(c) {
		return false
	}
	renamed := t.checkNames(c)
	for _, name := range c.needed {
		if slices.Contains(t.Header, name) {
			continue
		}
		t.Broken = true
		if !renamed[name] {
			t.Add(1, name, "", "a column of that name: it is missing")
			t.Mend("add the column " + name + " to the header and to every row")
		}
	}
	return true
}

// isNoHeader reports a first line that holds none of the names of columns.
func (t *Table) isNoHeader(c Columns) bool {
	if len(c.needed) < 2 || slices.ContainsFunc(t.Header, func(name string) bool { return c.Kinds[name] != nil || t.meant(name, c) != "" }) {
		return false
	}
	t.Fail(1, strings.Join(t.Header, ","), "the names of the columns: "+strings.Join(c.needed, ", "))
	t.Mend("write the names of the columns into the first line")
	for i, record := range t.Records[:min(len(t.Records), 20)] {
		if slices.Contains(record, c.needed[0]) && slices.Contains(record, c.needed[1]) {
			t.Mend("delete what is above the names of the columns, which stand in line " + strconv.Itoa(t.Lines[i][0]))
			break
		}
	}
	return true
}

// checkNames reports repeated and unknown columns, and gives the known ones that unknown names were meant for.
func (t *Table) checkNames(c Columns) (renamed map[string]bool) {
	renamed = map[string]bool{}
	known := append(slices.Clone(c.needed), c.optional...)
	for i, name := range t.Header {
		meant := t.meant(name, c)
		switch {
		case slices.Index(t.Header, name) < i:
			t.Broken = true
			t.Add(1, name, "", "each column once: it stands twice in the header")
			t.Mend("delete one of the two columns, or rename it if they differ")
		case strings.TrimFunc(name, isBlank) == "":
			t.Add(1, "", "", "a name for column "+strconv.Itoa(i+1))
			t.Mend("name the column, or delete it if it is empty or counts the rows, as R and pandas write it")
		case c.Kinds[name] != nil:
		case meant != "":
			renamed[meant] = true
			t.Add(1, name, "", "a column that is known, perhaps "+meant)
			if spelling.LooksLike(name, meant) {
				t.Mend("rename " + strconv.Quote(name) + " to " + meant + ": " + spelling.Difference(name, meant))
			} else {
				t.Mend("rename " + strconv.Quote(name) + " to " + meant + ", if that is meant")
			}
		case !c.Further:
			t.Add(1, name, "", "one of the columns "+strings.Join(known, ", "))
			t.Mend("delete the column, or rename it to what is meant")
		case c.OfCase:
			if f := TextFault("name", name); f != nil {
				t.AddFault(1, name, "", f)
			}
		}
	}
	return renamed
}

// meant is the missing column that an unknown one is likely to be; empty if none. Where any name may be given to a
// column, only a slip of a letter or two counts.
func (t *Table) meant(name string, c Columns) string {
	if c.Kinds[name] != nil {
		return ""
	}
	var missing []string
	for _, known := range append(slices.Clone(c.needed), c.optional...) {
		if !slices.Contains(t.Header, known) {
			missing = append(missing, known)
		}
	}
	for _, known := range missing {
		if spelling.LooksLike(name, known) {
			return known
		}
	}
	for _, near := range spelling.Nearest(name, missing) {
		if !c.Further || IsSlip(name, near) {
			return near
		}
	}
	return ""
}

// IsSlip says whether two names differ by a slip of the pen: in one or two letters of six or more.
func IsSlip(a, b string) bool {
	return len(a) >= 6 && spelling.Distance(a, b) <= 2
}
