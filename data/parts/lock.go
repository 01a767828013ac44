package parts

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"reconfig/data/folder"
)

// lockFolder locks the folder, unless it holds something else.
func lockFolder(dir string, how folder.Lock) (*os.File, error) {
	if err := checkParts(dir); err != nil {
		return nil, err
	}
	path := filepath.Join(dir, lockFile)
	for {
		lock, err := folder.OpenLock(path, how)
		if err != nil {
			return nil, inUse(dir, err)
		}
		// Whoever held the lock may have removed the file in the end; then it locks nothing any more.
		held, err := lock.Stat()
		if now, gone := os.Stat(path); err == nil && gone == nil && os.SameFile(held, now) {
			return lock, nil
		}
		if err := lock.Close(); err != nil {
			return nil, err
		}
		if err := folder.MakeAll(dir); err != nil {
			return nil, fmt.Errorf("%s: %w", dir, folder.Reason(err))
		}
	}
}

// InUseError says that another process works in a folder of parts.
type InUseError struct {
	Dir     string
	Process string // its number and machine; empty where it is not known
}

func (e *InUseError) Error() string {
	process := "another process"
	if e.Process != "" {
		process += " (" + e.Process + ")"
	}
	return fmt.Sprintf("%s works in %s; wait until it is done, or choose another folder", process, e.Dir)
}

func inUse(dir string, err error) error {
	if !errors.Is(err, folder.ErrLocked) {
		return fmt.Errorf("%s: %w", dir, folder.Reason(err))
	}
	process, _ := folder.ReadStart(filepath.Join(dir, lockFile), mostSignBytes)
	return &InUseError{dir, textOf(process)}
}
