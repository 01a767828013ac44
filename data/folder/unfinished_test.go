package folder_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"reconfig/data/folder"
)

func write(t *testing.T, path string) {
	t.Helper()
	if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte("x"), 0o644)); err != nil {
		t.Fatal(err)
	}
}

func names(t *testing.T, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return strings.Join(all, " ")
}

// What killed processes left of a folder is removed when it is made again, and nothing that another process works on.
func TestWhatIsLeftOfAFolderIsRemoved(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("nothing is locked here, so nothing is known to be left")
	}
	dir := t.TempDir()
	write(t, filepath.Join(dir, ".made.unfinished-7-1", "table.csv"))
	write(t, filepath.Join(dir, ".other.unfinished-7-1", "table.csv"))
	err := folder.Make(filepath.Join(dir, "made"), func(f *folder.Pending) error {
		if err := folder.Make(filepath.Join(dir, "made"), func(g *folder.Pending) error { return g.Write("a", nil) }); err != nil {
			return err
		}
		return f.Write("b", nil) // which the other left alone
	})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := names(t, dir), ".other.unfinished-7-1 made"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got := names(t, filepath.Join(dir, "made")); got != "b" {
		t.Errorf("made holds %s", got)
	}
}

// A process that was killed between two renames took the folder away; the next puts it back before it makes a new one.
func TestWhatStoodThereIsPutBack(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("nothing is locked here, so nothing is known to be left")
	}
	dir := t.TempDir()
	write(t, filepath.Join(dir, ".made.unfinished-7-1-before", "old"))
	failed := errors.New("failed")
	if err := folder.Make(filepath.Join(dir, "made"), func(*folder.Pending) error { return failed }); !errors.Is(err, failed) {
		t.Fatal(err)
	}
	if got := names(t, filepath.Join(dir, "made")); got != "old" {
		t.Errorf("made holds %s", got)
	}
}

// Where one of several files cannot be written, none is, and no folder that was made for them stays.
func TestFilesAllOrNone(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "file"))
	if err := folder.WriteFiles([]string{filepath.Join(dir, "new", "deep", "a"), filepath.Join(dir, "file", "b")}, [][][]byte{{nil}, {nil}}); err == nil {
		t.Error("written below a file")
	}
	if got := names(t, dir); got != "file" {
		t.Errorf("left %s", got)
	}
	if err := folder.WriteFile(dir, nil); err == nil {
		t.Error("a file in place of a folder")
	}
	if err := folder.Make(filepath.Join(dir, "a", "b"), func(*folder.Pending) error { return fs.ErrInvalid }); err == nil || names(t, dir) != "file" {
		t.Errorf("%v left %s", err, names(t, dir))
	}
}

// A file of more than is read of its kind is refused, with the limit.
func TestReadingIsBounded(t *testing.T) {
	path := filepath.Join(t.TempDir(), "long")
	if err := errors.Join(os.WriteFile(path, nil, 0o644), os.Truncate(path, 3<<20)); err != nil {
		t.Fatal(err)
	}
	if _, err := folder.ReadFile(path, 2<<20); err == nil || err.Error() != path+": it has more than 2 MB, the most that is read of such a file" {
		t.Error(err)
	}
	if content, err := folder.ReadFile(path, 3<<20); err != nil || len(content) != 3<<20 {
		t.Errorf("%d bytes, %v", len(content), err)
	}
	if start, err := folder.ReadStart(path, 8); err != nil || len(start) != 8 {
		t.Errorf("%d bytes, %v", len(start), err)
	}
}
