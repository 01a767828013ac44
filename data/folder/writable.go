package folder

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// CheckWritable returns an error if nothing could be written at a path. It makes something where the first part of the path
// that is missing would be, and removes it. Whoever computes for long asks first, and loses nothing.
func CheckWritable(path string) error {
	at, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	if target, err := filepath.EvalSymlinks(at); err == nil {
		at = target
	}
	if at, err = firstMissing(at); err != nil {
		return err
	}
	u, err := begin(at, func(path string) error { return os.Mkdir(path, anyFolder) })
	if err != nil {
		return fmt.Errorf("%s cannot be written: %s takes nothing new (%w)", path, filepath.Dir(at), systemReason(err))
	}
	u.drop()
	return nil
}

// CheckFile returns an error if a file could not be written at a path, or something else is there.
func CheckFile(path string) error {
	if err := checkKind(path); err != nil {
		return err
	}
	return CheckWritable(path)
}

// checkKind returns an error if something is there that is no file.
func checkKind(path string) error {
	info, err := os.Stat(path)
	if err != nil || info.Mode().IsRegular() {
		return nil
	}
	return &fs.PathError{Op: "write", Path: path, Err: fmt.Errorf("it is %s, and no file; choose another name", cmp.Or(oddKind(info), "a folder"))}
}

// firstMissing is the path itself, or the first folder on the way to it that is not there.
func firstMissing(path string) (string, error) {
	for above := filepath.Dir(path); ; above = filepath.Dir(above) {
		info, err := os.Stat(above)
		switch {
		case err == nil && info.IsDir(), above == filepath.Dir(above):
			return path, nil
		case err == nil:
			return "", fileAbove(path)
		case !errors.Is(err, fs.ErrNotExist):
			return "", cmp.Or(fileAbove(path), fmt.Errorf("%s cannot be written: %s cannot be read (%w)", path, above, systemReason(err)))
		}
		path = above
	}
}

// systemReason is what the system says, without the operation and the path.
func systemReason(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}
