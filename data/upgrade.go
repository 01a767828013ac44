package data

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

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
	_, err := OpenCase(nameOrDir)
	var problems Problems
	switch {
	case err == nil:
		return &Upgrade{}, nil
	case !errors.As(err, &problems):
		return nil, err
	case workbook.IsFileName(nameOrDir) && !isFolder(nameOrDir):
		return upgradeWorkbook(nameOrDir, problems)
	}
	return upgradeFolder(nameOrDir, problems)
}

// UpToDateError says that a case comes with the program, and so lacks nothing.
type UpToDateError struct{ Name string }

func (e *UpToDateError) Error() string {
	return fmt.Sprintf("%s comes with reconfig and is up to date; upgrade is for cases of your own (a folder of that name is ./%s)", e.Name, e.Name)
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// upgradeFolder upgrades a case in a folder, which has the problems that are given.
func upgradeFolder(dir string, problems Problems) (*Upgrade, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	defer root.Close() //nolint:errcheck // nothing is written through it
	u, rows, err := upgradeOf(root.FS())
	if err != nil || len(u.Assumptions) == 0 {
		return nil, errors.Join(err, problems)
	}
	changed := memoryFiles{}
	var paths []string
	var contents [][]byte
	for _, name := range upgradedTables {
		content, err := folder.Read(root.FS(), name+".csv")
		if err != nil || len(rows[name]) == 0 {
			continue // what is missing, and must not, is among the problems of the case
		}
		changed[name+".csv"] = table.Append(content, rows[name])
		paths, contents = append(paths, filepath.Join(dir, name+".csv")), append(contents, changed[name+".csv"])
	}
	if _, err := readCase(overlaidFiles{root.FS(), changed}); err != nil {
		return nil, inFolder(err, dir)
	}
	return u, folder.Replace(paths, contents)
}

// upgradeWorkbook upgrades a case in a workbook.
func upgradeWorkbook(file string, problems Problems) (*Upgrade, error) {
	w, content, err := openCaseWorkbook(file)
	if err != nil {
		return nil, err
	}
	files, err := w.files()
	if err != nil {
		return nil, err
	}
	u, rows, err := upgradeOf(files)
	if err != nil || len(u.Assumptions) == 0 {
		return nil, errors.Join(err, problems)
	}
	for _, name := range upgradedTables {
		s, ok := w.sheets[name]
		if !ok || len(rows[name]) == 0 || len(s.Rows) == 0 {
			continue
		}
		if content, err = workbook.Append(content, s, sheetOfRows(name, rows[name])); err != nil {
			return nil, err
		}
	}
	if w, err = newCaseWorkbook(file, content); err != nil {
		return nil, err
	}
	if _, err := w.read(content); err != nil {
		return nil, err
	}
	return u, folder.Replace([]string{file}, [][]byte{content})
}

// sheetOfRows are rows of a table of a case as they are appended to its sheet.
func sheetOfRows(name string, rows [][]string) workbook.Table {
	t := workbook.Table{Name: name, Rows: rows[1:]}
	for _, c := range caseTables[slices.Index(tableNames(), name)].columns() {
		t.Columns = append(t.Columns, workbook.Column{Name: c.Name, Number: c.Type == "number" || c.Type == "integer"})
	}
	return t
}

// inFolder says of problems with files of a folder where that is.
func inFolder(err error, dir string) error {
	var problems Problems
	if !errors.As(err, &problems) {
		return err
	}
	for i := range problems {
		problems[i].File = filepath.ToSlash(filepath.Join(dir, problems[i].File))
	}
	nameUpgrade(problems, dir)
	return problems
}

// nameUpgrade names the case in the command that upgrades it.
func nameUpgrade(problems Problems, nameOrDir string) {
	command := strings.Replace(model.UpgradeCommand, "DIR", nameOrDir, 1)
	for i := range problems {
		problems[i].Expected = strings.ReplaceAll(problems[i].Expected, "`"+model.UpgradeCommand+"`", "`"+command+"`")
	}
}

// overlaidFiles is a folder in which some files are other than on the disk.
type overlaidFiles struct {
	fs.FS
	changed memoryFiles
}

// Open opens a file.
func (o overlaidFiles) Open(name string) (fs.File, error) {
	if _, ok := o.changed[name]; ok {
		return o.changed.Open(name)
	}
	return o.FS.Open(name)
}

// Stat says what a file is without opening it, which a pipe would wait for.
func (o overlaidFiles) Stat(name string) (fs.FileInfo, error) {
	if _, ok := o.changed[name]; ok {
		return fs.Stat(o.changed, name)
	}
	return fs.Stat(o.FS, name)
}
