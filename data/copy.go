package data

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"
)

// CopyCase copies a valid case into a new folder, whole or not at all, for a user to change. Files of the folder that
// are not the case's are left behind.
func CopyCase(nameOrDir, dir string) error {
	c, err := OpenCase(nameOrDir)
	if err != nil {
		return err
	}
	if entries, err := os.ReadDir(dir); err == nil && len(entries) > 0 {
		return &OccupiedError{dir, entries[0].Name()}
	} else if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s: %w", dir, reason(err))
	}
	var files fs.FS
	if c.Embedded {
		files = embeddedCase(nameOrDir)
	} else {
		root, err := os.OpenRoot(nameOrDir)
		if err != nil {
			return err
		}
		defer root.Close() //nolint:errcheck // nothing is written through it
		files = root.FS()
	}
	return writeFolder(dir, func(folder *pendingFolder) error {
		for _, name := range slices.Sorted(maps.Keys(c.Hashes)) {
			content, err := readBounded(files, name)
			if err != nil {
				return err
			}
			if err := folder.write(name, content); err != nil {
				return err
			}
		}
		return nil
	})
}
