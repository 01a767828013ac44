package data

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"

	"reconfig/data/folder"
	"reconfig/data/table"
	"reconfig/data/workbook"
	"reconfig/model"
)

// Upgrade is what was added to a case that was made for an earlier edition of the model.
type Upgrade struct {
	Assumptions  []model.Assumption
	Correlations []model.Correlation
	Sources      []model.Source
	Uncorrelated bool // the case has no table of correlations, and so got none
}

// UpgradeCase adds to a case in a folder or workbook what the model has needed since the case was made, transferred from a
// case that comes with the program, and says what that is: nothing if the case is up to date. It appends rows and changes
// nothing else, in all files or in none. A case with other faults is left as it is, with a Problems error.
func UpgradeCase(nameOrDir string) (*Upgrade, error) {
	if slices.Contains(CaseNames(), nameOrDir) {
		return nil, &UpToDateError{nameOrDir}
	}
	s, err := openSource(nameOrDir)
	if err != nil {
		return nil, err
	}
	defer s.close()
	_, err = readCase(s)
	var problems Problems
	switch {
	case err == nil:
		return &Upgrade{}, nil
	case !errors.As(err, &problems):
		return nil, err
	}
	u, rows, err := upgradeOf(s)
	if err != nil || len(u.Assumptions) == 0 {
		return nil, errors.Join(err, problems)
	}
	if w, ok := s.(*workbookSource); ok {
		err = upgradeWorkbook(w, rows)
	} else {
		err = upgradeFolder(nameOrDir, rows)
	}
	if err != nil {
		return nil, err
	}
	return u, nil
}

// UpToDateError says that a case comes with the program, and so lacks nothing.
type UpToDateError struct{ Name string }

func (e *UpToDateError) Error() string {
	return fmt.Sprintf("%s comes with reconfig and is up to date; upgrade is for cases of your own (a folder of that name is ./%s)", e.Name, e.Name)
}

// upgradeFolder adds rows to the files of a case in a folder.
func upgradeFolder(dir string, rows map[string][][]string) error {
	f, err := openFolder(dir)
	if err != nil {
		return err
	}
	defer f.close()
	f.changed = map[string][]byte{}
	var paths []string
	var contents [][]byte
	for _, name := range upgradedTables {
		file := f.named(name)
		content, err := f.read(file)
		if err != nil || len(rows[name]) == 0 {
			continue // what is missing, and must not, is among the problems of the case
		}
		t, why := f.cells(name)
		if why != nil || t.Unsplit {
			continue
		}
		if f.changed[file], err = table.Append(content, t.Dialect, rows[name]); err != nil {
			return fmt.Errorf("%s: %w", filepath.Join(dir, file), err)
		}
		paths, contents = append(paths, filepath.Join(dir, file)), append(contents, f.changed[file])
	}
	if _, err := readCase(f); err != nil {
		return err
	}
	return folder.Replace(paths, contents)
}

// upgradeWorkbook adds rows to the sheets of a case in a workbook.
func upgradeWorkbook(w *workbookSource, rows map[string][][]string) error {
	content := w.content
	for _, name := range upgradedTables {
		s, ok := w.sheets[name]
		if !ok || len(rows[name]) == 0 || len(s.Rows) == 0 {
			continue
		}
		var err error
		if content, err = workbook.Append(content, s, sheetOfRows(name, rows[name])); err != nil {
			return err
		}
	}
	upgraded, err := newWorkbookSource(w.file, content)
	if err != nil {
		return err
	}
	if _, err := readCase(upgraded); err != nil {
		return err
	}
	return folder.Replace([]string{w.file}, [][]byte{content})
}

// sheetOfRows are rows of a table of a case as they are appended to its sheet.
func sheetOfRows(name string, rows [][]string) workbook.Table {
	t := workbook.Table{Name: name, Rows: rows[1:]}
	for _, c := range declared(name).columns() {
		t.Columns = append(t.Columns, workbook.Column{Name: c.Name, Number: c.Type == "number" || c.Type == "integer"})
	}
	return t
}
