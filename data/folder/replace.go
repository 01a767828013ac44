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
	path, temporary string
	before          []byte
	mode            fs.FileMode
}

// Replace replaces files by others, in the order given, all or none. Who may write them, and links to them, stay.
func Replace(paths []string, contents [][]byte) (err error) {
	var all []replacement
	defer func() {
		for _, r := range all {
			_ = os.Remove(r.temporary) // is gone if it was renamed
		}
	}()
	for i, path := range paths {
		r, err := prepare(path, contents[i])
		if err != nil {
			return fmt.Errorf("%s cannot be written, so nothing was changed: %w", path, Reason(err))
		}
		all = append(all, r)
	}
	for i, r := range all {
		if err := Rename(r.temporary, r.path); err != nil {
			return errors.Join(fmt.Errorf("%s cannot be replaced: %w", paths[i], Reason(err)), putBack(all[:i]))
		}
	}
	return nil
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
	if r.before, err = os.ReadFile(path); err != nil {
		return r, err
	}
	r.temporary, err = writeBeside(path, content, r.mode)
	return r, err
}

// putBack undoes replacements.
func putBack(all []replacement) error {
	var failed error
	for _, r := range all {
		temporary, err := writeBeside(r.path, r.before, r.mode)
		if err == nil {
			err = Rename(temporary, r.path)
		}
		failed = errors.Join(failed, err)
	}
	return failed
}
