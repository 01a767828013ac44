package folder_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"reconfig/data/folder"
)

// Where one of several files cannot be replaced, none is, and nothing is left beside them.
func TestReplaceAllOrNone(t *testing.T) {
	dir := t.TempDir()
	first, second := filepath.Join(dir, "first"), filepath.Join(dir, "second")
	for _, path := range []string{first, second} {
		if err := os.WriteFile(path, []byte("before"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	contents := [][]byte{[]byte("after"), []byte("after")}
	check := func(want string) {
		t.Helper()
		for _, path := range []string{first, second} {
			if got, err := os.ReadFile(path); err != nil || string(got) != want {
				t.Errorf("%s holds %q (%v), want %q", path, got, err, want)
			}
		}
		if entries, _ := os.ReadDir(dir); len(entries) != 2 {
			t.Errorf("left behind: %v", entries)
		}
	}
	if err := os.Chmod(second, 0o444); err != nil {
		t.Fatal(err)
	}
	if err := folder.Replace([]string{first, second}, contents); err == nil {
		t.Error("a read-only file was replaced")
	}
	check("before")
	if err := os.Chmod(second, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := folder.Replace([]string{first, second}, contents); err != nil {
		t.Error(err)
	}
	check("after")
}

// Where a file stands in the way of a folder, the error names the file.
func TestAFileInPlaceOfAFolderIsNamed(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("file", nil, 0o644); err != nil {
		t.Fatal(err)
	}
	_, unread := folder.ReadFile("file/x", 1)
	for what, err := range map[string]error{
		"replaced": folder.CheckReplaceable("file/x/y", nil), "made": folder.MakeAll("file/x"), "made itself": folder.MakeAll("file"),
		"written": folder.WriteFile("file/x", nil), "read": unread,
	} {
		if err == nil || !strings.Contains(err.Error(), "file is a file, not a folder") {
			t.Errorf("%s: %v", what, err)
		}
	}
	if err := folder.CheckReplaceable("nowhere/x", nil); err != nil {
		t.Error(err)
	}
}
