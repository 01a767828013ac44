package report

import (
	"slices"
	"strings"

	"github.com/jedib0t/go-pretty/v6/text"
)

const (
	gap          = 2  // blanks between columns
	headingLines = 3  // a heading's most, where its column can be wider
	leastName    = 12 // letters in a line of the first column, however narrow the table
	narrowName   = 18 // letters that it still has where dispensable columns have gone, before others go
)

// fit leaves out columns until the table is no wider than so many letters, those that are dispensable first and then from the
// last, and wraps headings. It returns the headings that were left out. The first column stays, with another; the first is
// narrowed if both are too wide.
func fit(columns []Column, rows [][]string, width int) ([]Column, [][]string, []string) {
	fitted, widths := make([]Column, len(columns)), make([]int, len(columns))
	for i, c := range columns {
		fitted[i], widths[i] = c.wrapped(rows, i)
	}
	out := map[int]bool{}
	for len(columns)-len(out) > 2 && wide(without(widths, out)) > width {
		next := nextOut(columns, out)
		over := wide(without(widths, out)) - width
		if len(out) > 0 && !columns[next].dispensable && columns[0].width > 0 && widths[0]-over >= narrowName {
			break // what is left is worth a narrower first column
		}
		out[next] = true
	}
	if over := wide(without(widths, out)) - width; over > 0 {
		fitted[0] = fitted[0].Within(max(leastName, widths[0]-over))
	}
	var left []string
	for i, c := range columns {
		if out[i] {
			left = append(left, LowerFirst(OneLine(c.heading)))
		}
	}
	cells := make([][]string, len(rows))
	for i, row := range rows {
		cells[i] = without(row, out)
	}
	return without(fitted, out), cells, left
}

// nextOut is the index of the column that goes next: the last dispensable one, or else the last.
func nextOut(columns []Column, out map[int]bool) int {
	last := 0
	for i, c := range slices.Backward(columns) {
		if out[i] {
			continue
		}
		if c.dispensable {
			return i
		}
		last = max(last, i)
	}
	return last
}

// without lists what is at none of the indices.
func without[T any](all []T, out map[int]bool) []T {
	kept := make([]T, 0, len(all))
	for i, v := range all {
		if !out[i] {
			kept = append(kept, v)
		}
	}
	return kept
}

// wide is how wide a table of such columns is.
func wide(widths []int) int {
	all := gap * (len(widths) - 1)
	for _, w := range widths {
		all += w
	}
	return all
}

// wrapped is a column with its heading wrapped to what its cells need, and how wide it then is.
func (c Column) wrapped(rows [][]string, i int) (Column, int) {
	width := 0
	for _, row := range rows {
		for line := range strings.SplitSeq(row[i], "\n") {
			width = max(width, text.StringWidthWithoutEscSequences(line))
		}
	}
	if c.width > 0 {
		width = min(width, c.width)
	}
	heading := strings.Fields(c.heading)
	for _, word := range heading {
		width = max(width, text.StringWidthWithoutEscSequences(word))
	}
	lines := wrapWords(heading, width)
	for len(lines) > headingLines {
		width++
		lines = wrapWords(heading, width)
	}
	c.heading = strings.Join(lines, "\n")
	return c, width
}

// wrapWords puts words on lines of at most so many letters.
func wrapWords(words []string, width int) []string {
	var lines []string
	for _, word := range words {
		last := len(lines) - 1
		if last >= 0 && text.StringWidthWithoutEscSequences(lines[last]+" "+word) <= width {
			lines[last] += " " + word
			continue
		}
		lines = append(lines, word)
	}
	return slices.Clip(lines)
}

// LowerFirst writes the first letter small, unless the word is all in capitals or the letter is not of the alphabet.
func LowerFirst(s string) string {
	if len(s) < 2 || s[0] < 'A' || s[0] > 'Z' || s[1] < 'a' || s[1] > 'z' {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}

// trimRules cuts lines that are drawn to the length of the longest other line.
func trimRules(table string) string {
	const drawn = "─"
	lines, longest := strings.Split(table, "\n"), 0
	isRule := func(line string) bool { return line != "" && strings.Trim(line, drawn) == "" }
	for _, line := range lines {
		if !isRule(line) {
			longest = max(longest, text.StringWidthWithoutEscSequences(line))
		}
	}
	for i, line := range lines {
		if isRule(line) {
			lines[i] = strings.Repeat(drawn, longest)
		}
	}
	return strings.Join(lines, "\n")
}
