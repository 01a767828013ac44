//go:build unix

package main

import (
	"os/signal"
	"syscall"
)

// ignoreFileSizeSignal lets a write beyond the file size limit (ulimit -f) fail as an error, which is reported and
// cleaned up after, rather than end the program.
func ignoreFileSizeSignal() { signal.Ignore(syscall.SIGXFSZ) }
