package data

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"reconfig/data/datapackage"
	"reconfig/data/folder"
	"reconfig/data/table"
	"reconfig/data/workbook"
)

// caseSource is what a case is read from: a folder, a workbook or the memory. It yields the tables of the case as cells, and
// what the case says of itself as properties, each with its position. What it yields is written again as it is.
type caseSource interface {
	// describe reads what the case says of itself; nil, with problems, if that cannot be read.
	describe() (*description, Problems)
	// cells splits a table. Where it cannot, why says what is wrong: with the code Missing, if there is no such table and
	// nothing that looks as if it were meant for it.
	cells(name string) (t *table.Table, why *Problem)
	// faults are problems that were found before a table or a property was asked for.
	faults() Problems
	// warnings are about what lies beside the tables and is not read: those to be told before others, and those after.
	warnings() (before, after []string)
	// hashes are the SHA-256 of the files read, in hexadecimal, by name.
	hashes() map[string]string
	// names a table in a text: functions.csv, or sheet functions.
	named(table string) string
	// called is how a command names the case.
	called() string
	// compare orders problems.
	compare(p, q Problem) int
	// files are the files of a folder with the case, by name.
	files() (map[string][]byte, error)
	// packaged is the full description of the case, also of its tables.
	packaged() (*caseDescription, error)
	close()
}

// openSource finds what a case is read from: see OpenCase.
func openSource(nameOrDir string) (caseSource, error) {
	if slices.Contains(CaseNames(), nameOrDir) {
		return newFolderSource("", embeddedCase(nameOrDir), nil), nil
	}
	info, err := folder.Stat(nameOrDir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, &UnknownCaseError{nameOrDir}
	case err != nil:
		return nil, err
	case info.IsDir() && workbook.FolderKind(nameOrDir) != nil:
		return nil, &KindError{nameOrDir, *workbook.FolderKind(nameOrDir)}
	case info.IsDir():
		return openFolder(nameOrDir)
	}
	return openFile(nameOrDir)
}

// openFile finds what a case is read from in a file: a workbook.
func openFile(file string) (caseSource, error) {
	content, err := readWorkbook(file)
	if err != nil {
		return nil, err
	}
	f, kind := workbook.KindOf(file, content)
	if kind != nil {
		return nil, &KindError{file, *kind}
	}
	switch {
	case workbook.IsFileName(file):
		return newWorkbookSource(file, content)
	case f != nil:
		return nil, RenameError(file, f)
	case strings.EqualFold(path.Ext(file), ".csv"), strings.HasPrefix(strings.ToLower(path.Ext(file)), ".xls"), strings.EqualFold(path.Ext(file), ".tsv"):
		return nil, fmt.Errorf("%s is a file of text; a case is a folder or a workbook (%s), and `reconfig case new DIR --from %s` makes one of a table of bodies", file, workbook.Endings(), file)
	}
	return nil, fmt.Errorf("%s is a file; a case is a folder with a %s, or a workbook, whose name ends in %s", file, datapackage.File, workbook.Endings())
}

// RenameError says that a file is a workbook whose name is another's.
func RenameError(file string, f *workbook.Format) error {
	return fmt.Errorf("%s is %s by what it holds; rename it so that its name ends in %s", file, f.Called, f.Ending())
}

// KindError says that a file is no case, what it is, and how to make a case of it.
type KindError struct {
	File string
	workbook.Kind
}

func (e *KindError) Error() string { return e.File + " is " + e.Is + "; " + e.Mend }
