//go:build !windows

package folder

import "os"

// Rename renames a file or a folder; a file that has the new name is replaced.
func Rename(from, to string) error { return os.Rename(from, to) }
