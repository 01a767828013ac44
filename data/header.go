package data

import (
	"slices"
	"strconv"
	"strings"

	"reconfig/model"
)

// checkHeader reports missing, repeated and unknown columns, and says whether the rows can be read at all. A column that
// is missing because its name is misspelt is reported once, under the name that stands there.
func (t *table) checkHeader(c columns) bool {
	if t.isNoHeader(c) {
		return false
	}
	renamed := t.checkNames(c)
	for _, name := range c.needed {
		if slices.Contains(t.header, name) {
			continue
		}
		t.broken = true
		if !renamed[name] {
			t.add(1, name, "", "a column of that name: it is missing")
			t.mend("add the column " + name + " to the header and to every row")
		}
	}
	return true
}

// isNoHeader reports a first line that holds none of the names of columns.
func (t *table) isNoHeader(c columns) bool {
	if len(c.needed) < 2 || slices.ContainsFunc(t.header, func(name string) bool { return c.kinds[name] != nil || t.meant(name, c) != "" }) {
		return false
	}
	t.fail(1, strings.Join(t.header, ","), "the names of the columns: "+strings.Join(c.needed, ", "))
	t.mend("write the names of the columns into the first line")
	for i, record := range t.records[:min(len(t.records), 20)] {
		if slices.Contains(record, c.needed[0]) && slices.Contains(record, c.needed[1]) {
			t.mend("delete what is above the names of the columns, which stand in line " + strconv.Itoa(t.lines[i][0]))
			break
		}
	}
	return true
}

// checkNames reports repeated and unknown columns, and gives the known ones that unknown names were meant for.
func (t *table) checkNames(c columns) (renamed map[string]bool) {
	renamed = map[string]bool{}
	known := append(slices.Clone(c.needed), c.optional...)
	for i, name := range t.header {
		meant := t.meant(name, c)
		switch {
		case slices.Index(t.header, name) < i:
			t.broken = true
			t.add(1, name, "", "each column once: it stands twice in the header")
			t.mend("delete one of the two columns, or rename it if they differ")
		case strings.TrimFunc(name, isBlank) == "":
			t.add(1, "", "", "a name for column "+strconv.Itoa(i+1))
			t.mend("name the column, or delete it if it is empty")
		case c.kinds[name] != nil:
		case meant != "":
			renamed[meant] = true
			t.add(1, name, "", "a column that is known, perhaps "+meant)
			if model.LooksLike(name, meant) {
				t.mend("rename " + strconv.Quote(name) + " to " + meant + ": " + model.Misspelling(name, meant))
			} else {
				t.mend("rename " + strconv.Quote(name) + " to " + meant + ", if that is meant")
			}
		case !c.further:
			t.add(1, name, "", "one of the columns "+strings.Join(known, ", "))
			t.mend("delete the column, or rename it to what is meant")
		case c.ofCase:
			if expected, mend := misfitText("name", name); expected != "" {
				t.add(1, name, "", expected)
				t.mend(mend)
			}
		}
	}
	return renamed
}

// meant is the missing column that an unknown one is likely to be; empty if none. Where any name may be given to a
// column, only a slip of a letter or two counts.
func (t *table) meant(name string, c columns) string {
	if c.kinds[name] != nil {
		return ""
	}
	var missing []string
	for _, known := range append(slices.Clone(c.needed), c.optional...) {
		if !slices.Contains(t.header, known) {
			missing = append(missing, known)
		}
	}
	for _, known := range missing {
		if model.LooksLike(name, known) {
			return known
		}
	}
	for _, near := range model.Nearest(name, missing) {
		if !c.further || isSlip(name, near) {
			return near
		}
	}
	return ""
}

// isSlip says whether two names differ by a slip of the pen: in one or two letters of six or more.
func isSlip(a, b string) bool {
	return len(a) >= 6 && model.Distance(a, b) <= 2
}
