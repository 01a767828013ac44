package cases

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/jedib0t/go-pretty/v6/text"

	"reconfig/cmd/reconfig/report"
	"reconfig/data"
)

// WriteProblems explains what is wrong in files: a block for each problem, under the name of its file or sheet, with what stands
// there, what was expected and how to mend it. Where one column has the same fault in many lines, it is explained once.
func WriteProblems(w io.Writer, style report.Style, problems data.Problems) {
	const mostBlocks = 50
	blocks := gather(problems)
	table := ""
	for _, b := range blocks[:min(len(blocks), mostBlocks)] {
		if b.Table() != table {
			if table != "" {
				fmt.Fprintln(w)
			}
			table = b.Table()
			fmt.Fprintln(w, report.Emphasis(style.Colour, table))
		}
		b.write(w)
	}
	if more := len(blocks) - mostBlocks; more > 0 {
		fmt.Fprintf(w, "\nand %s more\n", report.Count(more, "problem", "problems"))
	}
}

// CountProblems says how many problems there are in how many files.
func CountProblems(problems data.Problems) string {
	files := map[string]bool{}
	for _, p := range problems {
		files[p.File] = true
	}
	return report.Count(len(problems), "problem", "problems") + " in " + report.Count(len(files), "file", "files")
}

// block is a problem, with the further lines of its column that have it too.
type block struct {
	data.Problem
	others []int
}

// gather puts problems together that a column has again and again.
func gather(problems data.Problems) []block {
	const many = 3
	type key struct {
		table, column, expected, write, mend string
		atLine                               bool
	}
	keyOf := func(p data.Problem) key {
		return key{p.Table(), p.Column, p.Expected, behindFirstWord(p.Write), p.Mend, p.Line > 1 && p.Column != ""}
	}
	count := map[key]int{}
	for _, p := range problems {
		count[keyOf(p)]++
	}
	first := map[key]int{}
	var blocks []block
	for _, p := range problems {
		k := keyOf(p)
		i, again := first[k]
		if again && k.atLine && count[k] > many {
			blocks[i].others = append(blocks[i].others, p.Line)
			continue
		}
		first[k] = len(blocks)
		blocks = append(blocks, block{Problem: p})
	}
	return blocks
}

// behindFirstWord is by what suggestions to write differ that are told one by one: a word or number alone differs from
// line to line, and is no reason to tell all the lines.
func behindFirstWord(suggestion string) string {
	if i := strings.IndexFunc(suggestion, unicode.IsSpace); i >= 0 {
		return suggestion[i:]
	}
	return ""
}

func (b block) write(w io.Writer) {
	fmt.Fprintln(w, "  "+b.position())
	expected := b.Expected
	if b.Earlier > 0 {
		expected += fmt.Sprintf(" (see %s %d)", b.LineKind(), b.Earlier)
	}
	writeLabelled(w, "expected", expected)
	writeLabelled(w, "to mend", b.Instruction())
	if len(b.others) > 0 {
		writeLabelled(w, "also", "in "+listLines(b.LineKind()+"s", b.others))
	}
}

// position says where the problem is, and what stands there.
func (b block) position() string {
	var parts []string
	if b.Line > 0 {
		parts = append(parts, fmt.Sprintf("%s %d", b.LineKind(), b.Line))
	}
	if b.Column != "" {
		parts = append(parts, b.ColumnKind()+" "+named(b.Column))
	}
	where := strings.Join(parts, ", ")
	switch {
	case where == "" && b.Sheet != "":
		where = "the sheet"
	case where == "":
		where = "the file"
	}
	switch {
	case b.Value != "":
		return where + fmt.Sprintf(": %q", b.ShortValue())
	case b.Column != "" && b.Line > 1:
		return where + ": empty"
	}
	return where
}

// named is a name as it stands, in quotes where its end could not be seen.
func named(name string) string {
	if quoted := strconv.Quote(name); strings.ContainsAny(name, " \t") || quoted != `"`+name+`"` {
		return quoted
	}
	return name
}

// writeLabelled writes a sentence in lines of a readable width, behind its label.
func writeLabelled(w io.Writer, label, sentence string) {
	const width = 88
	if sentence == "" {
		return
	}
	for line := range strings.Lines(text.WrapSoft(sentence, width)) {
		fmt.Fprintf(w, "    %-9s %s\n", label, strings.TrimRight(line, " \n"))
		label = ""
	}
}

// listLines lists numbers of lines, or of what they are called.
func listLines(called string, lines []int) string {
	const most = 8
	var shown []string
	for _, line := range slices.Sorted(slices.Values(lines[:min(len(lines), most)])) {
		shown = append(shown, fmt.Sprint(line))
	}
	if more := len(lines) - most; more > 0 {
		return fmt.Sprintf("%s %s and %d more", called, strings.Join(shown, ", "), more)
	}
	return called + " " + strings.Join(shown, ", ")
}
