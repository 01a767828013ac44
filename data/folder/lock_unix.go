//go:build linux || darwin || freebsd || netbsd || openbsd || dragonfly

package folder

import (
	"errors"
	"io/fs"
	"os"

	"golang.org/x/sys/unix"
)

// OpenLock opens and locks a file, made if need be unless it is only to be read; with ErrLocked if another process has it.
// The lock goes with the process, however it ends.
func OpenLock(path string, lock Lock) (*os.File, error) {
	flags, how := os.O_RDONLY, unix.LOCK_SH
	if lock != LockToRead {
		flags = os.O_RDWR | os.O_CREATE
	}
	if lock == LockAlone {
		how = unix.LOCK_EX
	}
	if _, err := Stat(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	file, err := os.OpenFile(path, flags, anyFile)
	if err != nil {
		return nil, err
	}
	for {
		err = unix.Flock(int(file.Fd()), how|unix.LOCK_NB)
		if !errors.Is(err, unix.EINTR) {
			break
		}
	}
	switch {
	case errors.Is(err, unix.EWOULDBLOCK):
		return nil, errors.Join(ErrLocked, file.Close())
	case errors.Is(err, unix.ENOTSUP), errors.Is(err, unix.ENOSYS), errors.Is(err, unix.ENOLCK):
		return file, nil // not every file system can lock
	case err != nil:
		return nil, errors.Join(err, file.Close())
	}
	return file, nil
}
