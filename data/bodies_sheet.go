package data

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"reconfig/model"
)

// readBodiesSheet reads a table of bodies from a sheet of a workbook: the one that the user names, or the first that is
// not hidden.
func readBodiesSheet(path string, content []byte, o BodyOptions) (*Bodies, error) {
	sheets, err := readWorkbookAsShown(content)
	var problems Problems
	switch {
	case errors.As(err, &problems):
		return nil, problems.inWorkbook(path)
	case err != nil:
		return nil, err
	}
	s, err := chosenSheet(sheets, o.Sheet)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	others := otherTables(sheets, s.name, o)
	if o.Sheet == "" && len(others) > 0 && !findStart(s.csv(), o).isHeader {
		return nil, Problems{{File: path, Sheet: s.name, Line: 1, Expected: fmt.Sprintf("a table with a name, a population and a cost; there is one in sheet “%s”: say so with --sheet %s", others[0], example(others[0]))}}
	}
	b, err := parseBodies(path, s.csv(), o)
	if errors.As(err, &problems) {
		return nil, s.explain(s.locate(problems, path), path)
	}
	if err == nil && len(s.problems) > 0 {
		return nil, s.problems.inWorkbook(path)
	}
	if err != nil {
		return nil, err
	}
	b.Sheet, b.OtherSheets = s.name, others
	for i := range b.Rows {
		b.Rows[i].Line = s.rowOf(b.Rows[i].Line)
		if slices.Contains(s.hiddenRows, b.Rows[i].Line) {
			b.HiddenRows = append(b.HiddenRows, b.Rows[i].Line)
		}
	}
	return b, nil
}

// chosenSheet is the sheet of that name, or the first that is not hidden.
func chosenSheet(sheets []sheet, name string) (*sheet, error) {
	var names []string
	for i := range sheets {
		if s := &sheets[i]; name == s.name || name == "" && !s.hidden {
			return s, nil
		}
		names = append(names, sheets[i].name)
	}
	if name == "" {
		return nil, errors.New("no sheet that can be seen")
	}
	return nil, model.Unknown("sheet", name, names)
}

// otherTables lists the other sheets with a table of bodies, but for hidden ones.
func otherTables(sheets []sheet, chosen string, o BodyOptions) (names []string) {
	for _, s := range sheets {
		if s.name != chosen && !s.hidden && findStart(s.csv(), o).isHeader {
			names = append(names, s.name)
		}
	}
	return names
}

// explain says why cells are empty: they failed to be read, or are merged with others. Each is said once.
func (s *sheet) explain(problems Problems, path string) Problems {
	all := s.problems.inWorkbook(path)
	for _, p := range problems {
		isCell := p.Value == "" && p.Column != ""
		if isCell && slices.ContainsFunc(s.problems, func(q Problem) bool { return q.Line == p.Line }) {
			continue
		}
		if m, ok := s.mergedAt(p.Line, p.Column); isCell && ok {
			p = Problem{
				File: path, Sheet: s.name, Line: m.firstRow, Column: p.Column, Value: m.text,
				Expected: fmt.Sprintf("a cell in each row; %s are merged: in Excel select them, choose Merge & Center, Unmerge Cells, and fill in each", m.cells),
			}
		}
		if !slices.Contains(all, p) {
			all = append(all, p)
		}
	}
	return all
}

// merged is a block of cells of a sheet that are merged into one.
type merged struct {
	cells                   string // as C2:C7
	firstRow, lastRow       int
	firstColumn, lastColumn int // from 1
	text                    string
}

// mergedAt finds the merged cells of several rows that a row is in, in the column of a header.
func (s *sheet) mergedAt(row int, header string) (merged, bool) {
	for _, m := range s.merged {
		if row < m.firstRow || row > m.lastRow || m.firstRow == m.lastRow {
			continue
		}
		for i := m.firstColumn; i <= m.lastColumn; i++ {
			isHeader := func(cells []string) bool { return i <= len(cells) && strings.EqualFold(cells[i-1], header) }
			if slices.ContainsFunc(s.rows[:min(m.firstRow, len(s.rows))], isHeader) {
				return m, true
			}
		}
	}
	return merged{}, false
}
