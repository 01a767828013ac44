package table

import (
	"fmt"
	"strings"

	"reconfig/model"
)

// Problem is one thing wrong in a file.
type Problem struct {
	Code     model.Code
	File     string
	Sheet    string // of a workbook
	Line     int    // row of a sheet; 0 where no line is at fault, as for a missing file
	Place    int    // of the first letter at fault in the line, from 1; 0 where it is not known
	Column   string
	Property bool   // Column names a property of a description, and not a column
	Path     string // to a value of a plan, as in vary.target.reduction.steps
	Value    string
	Expected string
	Write    string // what to write in place of Value; empty where that is not known
	Mend     string // how to put it right, behind what is to be written if that is known; empty where Expected says it all
	Earlier  int    // line that it conflicts with; 0 if none
}

// String is file:line:letter or file, sheet, row: column or path, value and what was expected, the parts that there are.
func (p Problem) String() string {
	var b strings.Builder
	b.WriteString(p.position())
	b.WriteString(": ")
	if p.Column != "" {
		b.WriteString(p.ColumnKind() + " " + p.Column + ": ")
	}
	if p.Path != "" {
		b.WriteString(Shortened(p.Path) + ": ")
	}
	if p.Value != "" {
		fmt.Fprintf(&b, "%q: ", p.ShortValue())
	} else if p.Column != "" && p.Line > 1 {
		b.WriteString("empty: ")
	}
	b.WriteString("expected " + p.Expected)
	if p.Earlier > 0 {
		fmt.Fprintf(&b, " (see %s %d)", p.LineKind(), p.Earlier)
	}
	return b.String()
}

// Instruction says how the problem is put right; empty where Expected says it all.
func (p Problem) Instruction() string { return model.Instruction(p.Write, p.Mend) }

// position is where the problem is.
func (p Problem) position() string {
	switch {
	case p.Sheet != "" && p.Line > 0:
		return fmt.Sprintf("%s, row %d", p.Table(), p.Line)
	case p.Line > 0 && p.Place > 0:
		return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Place)
	case p.Line > 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return p.Table()
}

// Table is the file, and in a workbook its sheet.
func (p Problem) Table() string {
	if p.Sheet != "" {
		return p.File + ", sheet " + p.Sheet
	}
	return p.File
}

// LineKind is what Line and Earlier number: lines of a file, or rows of a sheet.
func (p Problem) LineKind() string {
	if p.Sheet != "" {
		return "row"
	}
	return "line"
}

// ShortValue is the value, or its beginning where it is long.
func (p Problem) ShortValue() string { return Shortened(p.Value) }

// ColumnKind is what Column names in the file: a column, or a property of a description.
func (p Problem) ColumnKind() string {
	if p.Property {
		return "property"
	}
	return "column"
}

// Problems is everything wrong with what was read, as one error.
type Problems []Problem

// mostListed is how many problems are listed; who has more will not read them.
const mostListed = 50

// Error lists the problems, one a line, and counts what is beyond 50.
func (ps Problems) Error() string {
	var lines []string
	for _, p := range ps[:min(len(ps), mostListed)] {
		lines = append(lines, p.String())
	}
	if more := len(ps) - mostListed; more > 0 {
		lines = append(lines, fmt.Sprintf("and %d more", more))
	}
	return strings.Join(lines, "\n")
}

// In says in which file the problems are, and gives them back.
func (ps Problems) In(file string) Problems {
	for i := range ps {
		ps[i].File = file
	}
	return ps
}
