package folder

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// OccupiedError says that a folder holds something that a run did not write and must not delete.
type OccupiedError struct {
	Dir  string
	File string // one that is in the way
}

func (e *OccupiedError) Error() string {
	return fmt.Sprintf("%s holds %s, which is not one of the files that would be replaced; choose another folder, or move the file away", e.Dir, e.File)
}

// CheckReplaceable returns an error if the folder cannot be written, or is there and may not be replaced: an OccupiedError
// if it holds anything but the files expected, which go by their paths in it with slashes.
func CheckReplaceable(dir string, expected []string) error {
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return CheckWritable(dir)
	case err != nil:
		return cmp.Or(fileAbove(dir), err)
	case !info.IsDir():
		return fmt.Errorf("%s is a file; choose the name of a folder", dir)
	}
	if here, err := os.Stat("."); err == nil && os.SameFile(here, info) {
		return errors.New("the folder you are in cannot be replaced; choose the name of one in it")
	}
	if err := CheckWritable(dir); err != nil {
		return err
	}
	return filepath.WalkDir(dir, func(at string, entry fs.DirEntry, err error) error {
		if err != nil || at == dir {
			return err
		}
		name, err := filepath.Rel(dir, at)
		if err != nil {
			return err
		}
		name = filepath.ToSlash(name)
		isParent := entry.IsDir() && slices.ContainsFunc(expected, func(e string) bool { return strings.HasPrefix(e, name+"/") })
		if !entry.IsDir() && isUnfinishedOf(name, expected) {
			return nil // what a killed process left of it
		}
		if !isParent && (entry.IsDir() || !slices.Contains(expected, name)) {
			return &OccupiedError{dir, name}
		}
		return nil
	})
}

// fileAbove is an error that names the file that stands where a path needs a folder; nil if none does.
func fileAbove(path string) error {
	for above := filepath.Dir(path); above != filepath.Dir(above); above = filepath.Dir(above) {
		info, err := os.Stat(above)
		switch {
		case err == nil && info.IsDir():
			return nil
		case err == nil:
			return fmt.Errorf("%s is a file, not a folder; choose another name", above)
		}
	}
	return nil
}

// isUnfinishedOf says whether a file is one of those expected in the making.
func isUnfinishedOf(name string, expected []string) bool {
	return slices.ContainsFunc(expected, func(e string) bool {
		return strings.HasPrefix(name, path.Join(path.Dir(e), "."+path.Base(e)+mark))
	})
}
