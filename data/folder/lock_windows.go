package folder

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// lockedAt is where the byte is that a lock locks. Windows keeps others from reading what is locked, so it is far beyond
// the end of the file.
const lockedAt = 1 << 30 // times 4 GB

// OpenLock opens and locks a file, made if need be unless it is only to be read; with ErrLocked if another process has it.
// The lock goes with the process, however it ends.
func OpenLock(path string, lock Lock) (*os.File, error) {
	flags, how := os.O_RDONLY, uint32(windows.LOCKFILE_FAIL_IMMEDIATELY)
	if lock != LockToRead {
		flags = os.O_RDWR | os.O_CREATE
	}
	if lock == LockAlone {
		how |= windows.LOCKFILE_EXCLUSIVE_LOCK
	}
	file, err := os.OpenFile(path, flags, 0o644)
	if err != nil {
		return nil, err
	}
	at := &windows.Overlapped{OffsetHigh: lockedAt}
	err = windows.LockFileEx(windows.Handle(file.Fd()), how, 0, 1, 0, at)
	switch {
	case errors.Is(err, windows.ERROR_LOCK_VIOLATION), errors.Is(err, windows.ERROR_IO_PENDING):
		return nil, errors.Join(ErrLocked, file.Close())
	case errors.Is(err, windows.ERROR_NOT_SUPPORTED), errors.Is(err, windows.ERROR_INVALID_FUNCTION):
		return file, nil // not every file system can lock
	case err != nil:
		return nil, errors.Join(err, file.Close())
	}
	return file, nil
}
