package folder_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"reconfig/data/folder"
)

func TestWhatCannotBeWrittenIsFoundFirst(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("file", nil, 0o600); err != nil {
		t.Fatal(err)
	}
	long := strings.Repeat("x", 300)
	for path, want := range map[string]string{
		"file/x":                 "file is a file, not a folder",
		"file/x/y":               "file is a file, not a folder",
		long:                     long + " cannot be written: ",
		filepath.Join(long, "x"): "cannot be written: ",
	} {
		if err := folder.CheckWritable(path); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", path, err, want)
		}
	}
	for _, path := range []string{"new", "new/deep/er", "file"} {
		if err := folder.CheckWritable(path); err != nil {
			t.Errorf("%s: %v", path, err)
		}
	}
	if entries, err := os.ReadDir("."); err != nil || len(entries) != 1 {
		t.Errorf("it left %v (%v)", entries, err)
	}
	if err := os.Mkdir("folder", 0o700); err != nil {
		t.Fatal(err)
	}
	if err := folder.CheckFile("folder"); err == nil || !strings.Contains(err.Error(), "it is a folder, and no file") {
		t.Errorf("a folder in place of a file: %v", err)
	}
}
