//go:build unix

package data_test

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// To open a pipe that nobody writes to would be to wait for ever.
func TestAPipeIsNotOpened(t *testing.T) {
	dir := copyLondon(t)
	for _, file := range []string{"sources.csv", "datapackage.json", "correlations.csv"} {
		path := filepath.Join(dir, file)
		os.Remove(path)
		if err := syscall.Mkfifo(path, 0o644); err != nil {
			t.Skip("no pipes here:", err)
		}
	}
	if got := problems(t, dir); strings.Count(got, "it is a named pipe, neither a file nor a folder") != 3 {
		t.Error(got)
	}
}
