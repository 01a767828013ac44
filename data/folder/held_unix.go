//go:build linux || darwin || freebsd || netbsd || openbsd || dragonfly

package folder

import (
	"os"

	"golang.org/x/sys/unix"
)

// hold locks what is in the making, so that no other process takes it for left; nil where it cannot be locked.
func hold(path string) *os.File {
	info, err := os.Lstat(path)
	if err != nil || !info.IsDir() && !info.Mode().IsRegular() {
		return nil
	}
	file, err := os.Open(path)
	if err != nil {
		return nil
	}
	if err := unix.Flock(int(file.Fd()), unix.LOCK_EX|unix.LOCK_NB); err != nil {
		_ = file.Close() // nothing was written through it
		return nil
	}
	return file
}

// isLeft says whether what was in the making belongs to no process any more: nobody holds its lock.
func isLeft(path string) bool {
	file := hold(path)
	if file == nil {
		return false
	}
	_ = file.Close() // nothing was written through it
	return true
}
