//go:build !(linux || darwin || freebsd || netbsd || openbsd || dragonfly)

package data

import "os"

// openLock opens the file without locking it: there it is for the user to start one process a folder.
func openLock(path string, write bool) (*os.File, error) {
	if write {
		return os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o644)
	}
	return os.Open(path)
}
