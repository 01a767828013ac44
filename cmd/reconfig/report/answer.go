package report

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"reconfig/model/result"
)

// MostConclusions is how many sentences an answer begins with at most.
const MostConclusions = 7

// Answer is what a command has found: its conclusions, one table, and where the rest is. Every command that computes
// something prints one.
type Answer struct {
	Conclusions []string // a sentence each, the most important first
	Table       *Summary // nil for none
	Rest        []string // where the rest is, a sentence each

	Full  func(w io.Writer, s Style) // writes all tables
	Leads bool                       // Full begins with the conclusions itself
}

// Summary is the one table of an answer. Its first column is always printed, and as many of the others, in their order, as
// the width allows.
type Summary struct {
	Title   string // what it shows, of which case
	Columns []Column
	Rows    [][]string
	Notes   []string // below the table, after those of columns; those that begin with “- ” are the items of a list
	Records Records  // the same for programs, with every digit

	Lines []result.PrintedRow // the same for summary.csv; none where a table of a run holds it
}

// Shorten keeps as many conclusions as an answer may have, and no empty one.
func Shorten(conclusions []string) []string {
	var kept []string
	for _, c := range conclusions {
		if c = strings.TrimSpace(c); c != "" && len(kept) < MostConclusions {
			kept = append(kept, c)
		}
	}
	return kept
}

// Write writes the conclusions, the table and where the rest is.
func (a Answer) Write(w io.Writer, s Style) {
	a.writeConclusions(w, s)
	rest := a.Rest
	if a.hasTable() {
		fmt.Fprintln(w)
		if left := a.Table.write(w, s); len(left) > 0 {
			rest = append([]string{leftOut(left)}, rest...)
		}
	}
	if a.Full != nil {
		rest = append(rest, "All tables in print: --full.")
	}
	if len(a.Conclusions) > 0 || a.hasTable() {
		fmt.Fprintln(w)
	}
	for _, line := range rest {
		io.WriteString(w, Wrap(line, s.textWidth())+"\n")
	}
}

func (a Answer) hasTable() bool { return a.Table != nil && len(a.Table.Rows) > 0 }

// WriteFull writes the conclusions and all tables.
func (a Answer) WriteFull(w io.Writer, s Style) {
	if a.Full == nil {
		a.Write(w, s)
		return
	}
	if !a.Leads {
		a.writeConclusions(w, s)
		fmt.Fprintln(w)
	}
	a.Full(w, s)
	if len(a.Rest) > 0 {
		io.WriteString(w, "\n")
	}
	for _, line := range a.Rest {
		io.WriteString(w, Wrap(line, LineWidth)+"\n")
	}
}

func (a Answer) writeConclusions(w io.Writer, s Style) {
	for _, c := range a.Conclusions {
		writeItem(w, itemMark, c, s.textWidth())
	}
}

// write writes the table, and returns the headings that the width left out.
func (t *Summary) write(w io.Writer, s Style) (left []string) {
	if t.Title != "" {
		fmt.Fprintf(w, "%s\n\n", Wrap(t.Title, s.textWidth()))
	}
	columns, rows := withoutEmptyColumns(t.Columns, t.Rows)
	columns, rows, left = fit(columns, rows, s.width())
	var b strings.Builder
	s.Render(&b, columns, rows)
	io.WriteString(w, trimRules(b.String()))
	lead := "\n"
	for _, note := range t.notesOn(columns, b.String()) {
		io.WriteString(w, lead)
		if item, is := strings.CutPrefix(note, itemMark); is {
			writeItem(w, itemMark, item, s.textWidth())
		} else {
			io.WriteString(w, Wrap(note, s.textWidth())+"\n")
		}
		lead = ""
	}
	return left
}

// notesOf lists the notes of a table that has these columns: first, in one paragraph, those of columns.
func (t *Summary) notesOf(columns []Column) []string {
	var ofColumns []string
	for _, c := range columns {
		if c.note != "" && !slices.Contains(ofColumns, c.note) {
			ofColumns = append(ofColumns, c.note)
		}
	}
	return append([]string{strings.Join(ofColumns, " ")}, t.Notes...)
}

// notesOn lists the notes that are of use below what is printed of these columns.
func (t *Summary) notesOn(columns []Column, shown string) []string {
	return slices.DeleteFunc(t.notesOf(columns), func(note string) bool { return note == "" || !explains(note, shown) })
}

// AllNotes lists the notes of the table with all of its columns.
func (t *Summary) AllNotes() []string {
	return slices.DeleteFunc(t.notesOf(t.Columns), func(note string) bool { return note == "" })
}

// Whole is the table with all of its columns but those without a value.
func (t *Summary) Whole() ([]Column, [][]string) { return withoutEmptyColumns(t.Columns, t.Rows) }

// Explaining lists the notes that are of use below the whole table.
func (t *Summary) Explaining() []string {
	var shown strings.Builder
	for _, row := range t.Rows {
		shown.WriteString(strings.Join(row, " "))
	}
	columns, _ := t.Whole()
	return t.notesOn(columns, shown.String())
}

// explains says whether a note is of use below a printed table: one that begins with a mark is only where the mark is.
func explains(note, table string) bool {
	mark, _, _ := strings.Cut(note, " ")
	return !strings.Contains("*†‡≠", mark) || strings.Contains(table, mark)
}
