//go:build linux || darwin

package main

import (
	"os"

	"golang.org/x/sys/unix"
)

// columnsOf is how many letters a line of a terminal has; 0 of what is none.
func columnsOf(file *os.File) int {
	size, err := unix.IoctlGetWinsize(int(file.Fd()), unix.TIOCGWINSZ)
	if err != nil {
		return 0
	}
	return int(size.Col)
}
