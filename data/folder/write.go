package folder

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

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
	if err := Rename(temporary, path); err != nil {
		os.Remove(temporary)
		return err
	}
	return nil
}

// writeBeside writes a file under a temporary name beside its own, to the disk; nothing stays if it errs.
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
