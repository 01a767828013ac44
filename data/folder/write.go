package folder

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// Files and folders have the permissions that the user's umask leaves of these.
const (
	anyFile   fs.FileMode = 0o666
	anyFolder fs.FileMode = 0o777
)

// MakeAll makes a folder and those it is in, unless they are there, with the permissions that the umask leaves.
// Where one of them is a file, its error says so.
func MakeAll(dir string) error {
	err := os.MkdirAll(dir, anyFolder)
	if err == nil {
		return nil
	}
	return cmp.Or(fileAbove(filepath.Join(dir, "x")), err)
}

// writeThrough writes a file that is not there yet and waits until it is on the disk.
func writeThrough(path string, content []byte) error {
	file, err := createNew(path)
	if err != nil {
		return err
	}
	return fill(file, content)
}

func createNew(path string) (*os.File, error) {
	return os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, anyFile)
}

// fill writes a file, waits until it is on the disk and closes it.
func fill(file *os.File, pieces ...[]byte) (err error) {
	for _, piece := range pieces {
		if err == nil {
			_, err = file.Write(piece)
		}
	}
	if err == nil {
		err = file.Sync()
	}
	return errors.Join(err, file.Close())
}

// WriteFile writes one file, in pieces, under a temporary name and renames it, so that it appears whole or not at all.
func WriteFile(path string, pieces ...[]byte) error {
	return WriteFiles([]string{path}, [][][]byte{pieces})
}

// WriteFiles writes files, each in pieces, under temporary names and renames them when all are on the disk. If one
// cannot be written, none is, and no folder is left that was made for them.
func WriteFiles(paths []string, contents [][][]byte) (err error) {
	var all []*unfinished
	var made []string
	defer func() {
		for _, u := range all {
			u.drop()
		}
		if err != nil {
			removeEmpty(made)
		}
	}()
	for i, path := range paths {
		if err := checkKind(path); err != nil {
			return err
		}
		folders, err := makeMissing(filepath.Dir(path))
		made = append(folders, made...)
		if err != nil {
			return err
		}
		u, err := writeBeside(path, contents[i]...)
		if err != nil {
			return err
		}
		all = append(all, u)
	}
	return together(func() error {
		for i, u := range all {
			if err := Rename(u.path, paths[i]); err != nil {
				return err
			}
		}
		return nil
	})
}

// writeBeside writes a file under a temporary name beside its own, to the disk; nothing stays if it errs.
func writeBeside(path string, pieces ...[]byte) (*unfinished, error) {
	var file *os.File
	u, err := begin(path, func(temporary string) (err error) {
		file, err = createNew(temporary)
		return err
	})
	if err != nil {
		return nil, err
	}
	if err := fill(file, pieces...); err != nil {
		u.drop()
		return nil, err
	}
	return u, nil
}

// makeMissing makes a folder and those it is in, and lists those that it made, the innermost first.
func makeMissing(dir string) (made []string, err error) {
	for at := dir; ; at = filepath.Dir(at) {
		if _, err := os.Stat(at); err == nil || at == filepath.Dir(at) {
			break
		}
		made = append(made, at)
	}
	if err := MakeAll(dir); err != nil {
		removeEmpty(made)
		return nil, err
	}
	return made, nil
}

// removeEmpty removes folders that were made for what could not be written; one that holds something stays.
func removeEmpty(dirs []string) {
	for _, dir := range dirs {
		_ = os.Remove(dir) // which it refuses where something else is in it
	}
}
