//go:build !unix

package parts

// lives cannot be told here, so a process counts as alive until its signs grow old.
func lives(int) bool { return true }
