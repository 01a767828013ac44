//go:build !linux && !darwin

package main

import "os"

// columnsOf is 0: the width of a terminal is not known here.
func columnsOf(*os.File) int { return 0 }
