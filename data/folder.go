package data

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A folder in the making, under its temporary name. What is written into it appears under the real name whole, by
// Keep, or not at all.
type pendingFolder struct {
	final, temporary string
}

// newFolder starts a folder beside its final place, so that it can be renamed into it.
func newFolder(final string) (*pendingFolder, error) {
	final, err := filepath.Abs(final)
	if err != nil {
		return nil, err
	}
	if target, err := filepath.EvalSymlinks(final); err == nil {
		final = target
	}
	if err := os.MkdirAll(filepath.Dir(final), 0o755); err != nil {
		return nil, err
	}
	temporary, err := os.MkdirTemp(filepath.Dir(final), "."+filepath.Base(final)+".unfinished-")
	if err != nil {
		return nil, err
	}
	return &pendingFolder{final, temporary}, os.Chmod(temporary, 0o755)
}

// writeFolder makes a folder: what fill writes into it appears whole, or, if it errs, not at all.
func writeFolder(dir string, fill func(*pendingFolder) error) error {
	folder, err := newFolder(dir)
	if err != nil {
		return err
	}
	if err := fill(folder); err != nil {
		folder.discard()
		return err
	}
	if err := folder.keep(); err != nil {
		folder.discard()
		return err
	}
	return nil
}

// writeFigures writes figures and describes them.
func (f *pendingFolder) writeFigures(figures []File) ([]resource, error) {
	var all []resource
	for _, figure := range figures {
		if err := f.write(figure.Path, figure.Content); err != nil {
			return nil, err
		}
		all = append(all, figure.resource())
	}
	return all, nil
}

// writeDescription writes what the folder says of itself.
func (f *pendingFolder) writeDescription(p any) error {
	content, err := encode(p)
	if err != nil {
		return err
	}
	return f.write(packageFile, content)
}

// write writes one file of the folder, to the disk.
func (f *pendingFolder) write(name string, content []byte) error {
	path := filepath.Join(f.temporary, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return writeThrough(path, content)
}

// create starts one file of the folder, for what is too large to hold.
func (f *pendingFolder) create(name string) (*os.File, error) {
	return os.OpenFile(filepath.Join(f.temporary, name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
}

// writeThrough writes a file and waits until it is on the disk.
func writeThrough(path string, content []byte) error {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = file.Write(content)
	return errors.Join(err, file.Sync(), file.Close())
}

// WriteFile writes one file under a temporary name and renames it, so that it appears whole or not at all.
func WriteFile(path string, content []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	temporary, err := writeBeside(path, content, 0o644)
	if err != nil {
		return err
	}
	if err := os.Rename(temporary, path); err != nil {
		os.Remove(temporary)
		return err
	}
	return nil
}

// writeBeside writes a file under a temporary name beside its place, to the disk; nothing stays if it errs.
func writeBeside(path string, content []byte, mode fs.FileMode) (temporary string, err error) {
	file, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".unfinished-")
	if err != nil {
		return "", err
	}
	_, err = file.Write(content)
	if err := errors.Join(err, file.Chmod(mode), file.Sync(), file.Close()); err != nil {
		os.Remove(file.Name())
		return "", err
	}
	return file.Name(), nil
}

// keep puts the folder into its place, in exchange for the one that stands there.
func (f *pendingFolder) keep() error {
	if _, err := os.Lstat(f.final); errors.Is(err, fs.ErrNotExist) {
		return os.Rename(f.temporary, f.final)
	}
	if err := exchange(f.temporary, f.final); err != nil {
		return err
	}
	_ = os.RemoveAll(f.temporary) // what stood there before; the new folder stands, whatever becomes of it
	return nil
}

// discard removes the unfinished folder.
func (f *pendingFolder) discard() { os.RemoveAll(f.temporary) }

// exchangeByRenames is for systems that cannot exchange two folders at once. If the second rename fails, the old
// folder is put back.
func exchangeByRenames(temporary, final string) error {
	aside := temporary + "-before"
	if err := os.Rename(final, aside); err != nil {
		return err
	}
	if err := os.Rename(temporary, final); err != nil {
		return errors.Join(err, os.Rename(aside, final))
	}
	return os.Rename(aside, temporary)
}

// OccupiedError says that a folder holds something that a run did not write and must not delete.
type OccupiedError struct {
	Dir  string
	File string // one that is in the way
}

func (e *OccupiedError) Error() string {
	return fmt.Sprintf("%s holds %s, which is not one of the files that would be replaced; choose another folder, or move the file away", e.Dir, e.File)
}

// checkReplaceable returns an error if the folder is there and holds anything but the files expected.
func checkReplaceable(dir string, expected []string) error {
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case !info.IsDir():
		return fmt.Errorf("%s is a file; choose the name of a folder", dir)
	}
	if here, err := os.Stat("."); err == nil && os.SameFile(here, info) {
		return errors.New("the folder you are in cannot be replaced; choose the name of one in it")
	}
	return filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || path == dir {
			return err
		}
		name, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		name = filepath.ToSlash(name)
		isParent := entry.IsDir() && slices.ContainsFunc(expected, func(e string) bool { return strings.HasPrefix(e, name+"/") })
		if !isParent && (entry.IsDir() || !slices.Contains(expected, name)) {
			return &OccupiedError{dir, name}
		}
		return nil
	})
}
