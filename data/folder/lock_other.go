//go:build !(linux || darwin || freebsd || netbsd || openbsd || dragonfly || windows)

package folder

import "os"

// OpenLock opens the file without locking it: there it is for the user to start one process a folder.
func OpenLock(path string, lock Lock) (*os.File, error) {
	if lock != LockToRead {
		return os.OpenFile(path, os.O_RDWR|os.O_CREATE, anyFile)
	}
	return os.Open(path)
}
