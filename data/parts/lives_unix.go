//go:build unix

package parts

import (
	"errors"
	"syscall"
)

// lives says whether there is a process of that number on this machine.
func lives(process int) bool {
	err := syscall.Kill(process, 0)
	return err == nil || errors.Is(err, syscall.EPERM)
}
