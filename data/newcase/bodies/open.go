package bodies

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"reconfig/data"
	"reconfig/data/folder"
	"reconfig/data/newcase/reading"
	"reconfig/data/table"
	"reconfig/data/workbook"
	"reconfig/model/spelling"
)

// mostBodiesBytes is far more than a table of bodies has.
const mostBodiesBytes = 32 << 20

// Read reads a table of bodies from a text file, or from a sheet of a workbook. Rows above its header and notes below its last
// row are left out. A Problems error has everything that is wrong with it, one problem of each kind.
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
	case format != nil && workbook.IsOtherName(path):
		return nil, data.RenameError(path, format)
	case format != nil:
		return readSheet(path, content, o)
	case o.Sheet != "":
		return nil, fmt.Errorf("%s is no workbook (%s), so it has no sheet %q", path, workbook.Endings(), o.Sheet)
	}
	return inText(path, content, o)
}

// readSheet reads a table of bodies from a sheet of a workbook: the one that the user names, or the first that is
// not hidden.
func readSheet(path string, content []byte, o Options) (*Table, error) {
	sheets, err := workbook.ReadAsShown(content, reading.FirstCurrency)
	var problems table.Problems
	switch {
	case errors.As(err, &problems):
		return nil, problems.In(path)
	case err != nil:
		return nil, err
	}
	s, err := chosenSheet(sheets, o.Sheet)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	others := otherTables(sheets, s.Name, o)
	e := findExtent(recordsOfSheet(s), o)
	if o.Sheet == "" && len(others) > 0 && !e.isHeader {
		return nil, table.Problems{{File: path, Sheet: s.Name, Line: 1, Expected: fmt.Sprintf("a table with a name, a population and a cost; there is one in sheet “%s”: say so with --sheet %s", others[0], example(others[0]))}}
	}
	rows := slices.Concat(make([][]string, e.lines), s.Rows[e.lines:]) // those above are no part of the table, nor those below
	if e.end > 0 {
		rows = rows[:e.end-1]
	}
	b, err := newReader(table.SplitRows(path, s.Name, rows), e, o).read(s)
	if err != nil {
		return nil, err
	}
	if len(s.Problems) > 0 {
		return nil, s.Problems.In(path)
	}
	b.OtherSheets = others
	for _, x := range b.Rows {
		if slices.Contains(s.HiddenRows, x.Line) {
			b.HiddenRows = append(b.HiddenRows, x.Line)
		}
	}
	return b, nil
}

// chosenSheet is the sheet of that name, or the first that is not hidden.
func chosenSheet(sheets []workbook.Sheet, name string) (*workbook.Sheet, error) {
	var names []string
	for i := range sheets {
		if s := &sheets[i]; name == s.Name || name == "" && !s.Hidden {
			return s, nil
		}
		names = append(names, sheets[i].Name)
	}
	if name == "" {
		return nil, errors.New("no sheet that can be seen")
	}
	return nil, spelling.Unknown("sheet", name, names)
}

// otherTables lists the other sheets with a table of bodies, but for hidden ones.
func otherTables(sheets []workbook.Sheet, chosen string, o Options) (names []string) {
	for _, s := range sheets {
		if s.Name != chosen && !s.Hidden && findExtent(recordsOfSheet(&s), o).isHeader {
			names = append(names, s.Name)
		}
	}
	return names
}

// explain says why cells are empty: they failed to be read, or are merged with others. Each is said once.
func (r *reader) explain(s *workbook.Sheet) {
	var all []fault
	for _, p := range s.Problems.In(r.file) {
		all = append(all, fault{Problem: p})
	}
	unread := len(all)
	for _, x := range r.all {
		isCell := x.Value == "" && x.Column != ""
		if isCell && slices.ContainsFunc(all[:unread], func(q fault) bool { return q.Line == x.Line }) {
			continue
		}
		if m, ok := mergedAt(s, x.Line, x.Column); isCell && ok {
			x = fault{Problem: table.Problem{
				File: r.file, Sheet: s.Name, Line: m.FirstRow, Column: x.Column, Value: m.Text,
				Expected: fmt.Sprintf("a cell in each row; %s are merged: in Excel select them, choose Merge & Center, Unmerge Cells, and fill in each", m.Cells),
			}}
		}
		if !slices.Contains(all, x) {
			all = append(all, x)
		}
	}
	r.all = all
}

// mergedAt finds the merged cells of several rows that a row is in, in the column of a header.
func mergedAt(s *workbook.Sheet, row int, header string) (workbook.Merged, bool) {
	for _, m := range s.Merged {
		if row < m.FirstRow || row > m.LastRow || m.FirstRow == m.LastRow {
			continue
		}
		for i := m.FirstColumn; i <= m.LastColumn; i++ {
			isHeader := func(cells []string) bool { return i <= len(cells) && strings.EqualFold(cells[i-1], header) }
			if slices.ContainsFunc(s.Rows[:min(m.FirstRow, len(s.Rows))], isHeader) {
				return m, true
			}
		}
	}
	return workbook.Merged{}, false
}
