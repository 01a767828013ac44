package folder

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// replacement is a file that is to be replaced, with what is written beside it.
type replacement struct {
	path string
	*unfinished
	before []byte
	mode   fs.FileMode
}

// Replace replaces files by others, in the order given, all or none. Who may write them, and links to them, stay.
func Replace(paths []string, contents [][]byte) (err error) {
	var all []replacement
	defer func() {
		for _, r := range all {
			r.drop()
		}
	}()
	for i, path := range paths {
		r, err := prepare(path, contents[i])
		if err != nil {
			return fmt.Errorf("%s cannot be written, so nothing was changed: %w", path, Reason(err))
		}
		all = append(all, r)
	}
	return together(func() error {
		for i, r := range all {
			if err := Rename(r.unfinished.path, r.path); err != nil {
				return errors.Join(fmt.Errorf("%s cannot be replaced: %w", paths[i], Reason(err)), putBack(all[:i]))
			}
		}
		return nil
	})
}

// prepare writes what is to replace a file beside it.
func prepare(path string, content []byte) (replacement, error) {
	path, err := filepath.EvalSymlinks(path)
	if err != nil {
		return replacement{}, err
	}
	r := replacement{path: path}
	info, err := os.Stat(path)
	if err != nil {
		return r, err
	}
	if r.mode = info.Mode().Perm(); r.mode&0o200 == 0 {
		return r, errors.New("it is read-only; change its permissions, or copy the folder")
	}
	if r.before, err = ReadFile(path, 2*MostBytes); err != nil {
		return r, err
	}
	r.unfinished, err = writeLike(r, content)
	return r, err
}

// writeLike writes what is to stand in place of a file beside it, with its permissions.
func writeLike(r replacement, content []byte) (*unfinished, error) {
	u, err := writeBeside(r.path, content)
	if err != nil {
		return nil, err
	}
	if err := os.Chmod(u.path, r.mode); err != nil {
		u.drop()
		return nil, err
	}
	return u, nil
}

// putBack undoes replacements.
func putBack(all []replacement) error {
	var failed error
	for _, r := range all {
		temporary := filepath.Join(filepath.Dir(r.path), "."+filepath.Base(r.path)+mark+"before")
		err := writeThrough(temporary, r.before)
		failed = errors.Join(failed, err, os.Chmod(temporary, r.mode), Rename(temporary, r.path))
	}
	return failed
}
