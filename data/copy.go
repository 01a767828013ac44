package data

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"

	"reconfig/data/folder"
	"reconfig/data/workbook"
)

// CopyCase copies a valid case for a user to change, whole or not at all: into a new folder, or, if the name ends as that of
// a workbook does, into a new workbook. Files of the folder that are not the case's are left behind.
func CopyCase(nameOrDir, to string) error {
	from, err := openSource(nameOrDir)
	if err != nil {
		return err
	}
	defer from.close()
	if _, err := readCase(from); err != nil {
		return err
	}
	if err := CheckNew(to); err != nil {
		return err
	}
	return writeSource(to, from)
}

// CheckNew returns an error if a case cannot or may not be written there: the file is there, or the folder holds something.
func CheckNew(to string) error {
	if to == "" {
		return errors.New("the new case has no name; choose one that is not there yet")
	}
	if workbook.IsFileName(to) {
		if _, err := os.Lstat(to); !errors.Is(err, fs.ErrNotExist) {
			return &ExistsError{to}
		}
		return folder.CheckWritable(to)
	}
	if info, err := folder.Stat(to); err == nil && !info.IsDir() {
		return &ExistsError{to}
	} else if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	entries, err := os.ReadDir(to)
	switch {
	case err == nil && holdsCase(entries):
		return fmt.Errorf("%s holds a case already; choose another name, or remove it first", to)
	case err == nil && len(entries) > 0:
		return fmt.Errorf("%s holds %s; choose a name that is not there yet, or an empty folder", to, entries[0].Name())
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s: %w", to, folder.Reason(err))
	}
	return folder.CheckWritable(to)
}

// holdsCase says whether a folder holds what cases do and results do not.
func holdsCase(entries []fs.DirEntry) bool {
	return slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == "assumptions.csv" })
}

// writeSource writes the case of a source into a new folder or workbook.
func writeSource(to string, from caseSource) error {
	if f, is := workbook.FormatOf(to); is {
		content, err := caseWorkbook(from, f)
		if err != nil {
			return err
		}
		return folder.WriteFile(to, content)
	}
	files, err := from.files()
	if err != nil {
		return err
	}
	return folder.Make(to, func(f *folder.Pending) error {
		for _, name := range slices.Sorted(maps.Keys(files)) {
			if err := f.Write(name, files[name]); err != nil {
				return err
			}
		}
		return nil
	})
}

// ExistsError says that a file is there already, and was not replaced.
type ExistsError struct{ File string }

func (e *ExistsError) Error() string {
	return e.File + " is there already; choose another name, or move it away"
}
