package data

import (
	"fmt"
	"strconv"
	"strings"
)

// Problem is one thing wrong in a file.
type Problem struct {
	File     string
	Line     int // 0 where no line is at fault, as for a missing file
	Place    int // of the first letter at fault in the line, from 1; 0 where it is not known
	Column   string
	Path     string // to a value of a plan, as in vary.target.reduction.steps
	Value    string
	Expected string
	Earlier  int // line that it conflicts with; 0 if none
}

// String is file:line:place: column or path, value and what was expected, the parts that there are.
func (p Problem) String() string {
	var b strings.Builder
	b.WriteString(p.File)
	if p.Line > 0 {
		b.WriteString(":" + strconv.Itoa(p.Line))
	}
	if p.Place > 0 {
		b.WriteString(":" + strconv.Itoa(p.Place))
	}
	b.WriteString(": ")
	what := "column"
	if p.File == packageFile || strings.HasSuffix(p.File, "/"+packageFile) {
		what = "property"
	}
	if p.Column != "" {
		fmt.Fprintf(&b, "%s %s: ", what, p.Column)
	}
	if p.Path != "" {
		b.WriteString(p.Path + ": ")
	}
	if p.Value != "" {
		fmt.Fprintf(&b, "%q: ", p.Value)
	} else if p.Column != "" && p.Line > 1 {
		b.WriteString("empty: ")
	}
	b.WriteString("expected " + p.Expected)
	if p.Earlier > 0 {
		fmt.Fprintf(&b, " (see line %d)", p.Earlier)
	}
	return b.String()
}

// Problems is everything wrong with what was read, as one error.
type Problems []Problem

// Error lists the problems, one a line.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}
