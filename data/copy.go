package data

import (
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
	if err := checkEmpty(dir); err != nil {
		return err
	}
	files := os.DirFS(nameOrDir)
	if c.Embedded {
		files = embeddedCase(nameOrDir)
	}
	return writeFolder(dir, func(folder *pendingFolder) error {
		for _, name := range slices.Sorted(maps.Keys(c.Hashes)) {
			content, err := fs.ReadFile(files, name)
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
