package parts

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"reconfig/data/folder"
)

// A disk that is full says so when a file is to be written through. Nothing that could be taken for a part is left.
func TestAFullDisk(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "parts")
	p, err := Open(dir, Identity{Shard: 1, Shards: 1, Parts: 2, End: 2})
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	p.write = func(path string, _ ...[]byte) error {
		return &fs.PathError{Op: "sync", Path: path, Err: syscall.ENOSPC}
	}
	if err := p.Write(0, []byte("content")); err == nil || !strings.Contains(err.Error(), dir+": the disk is full") {
		t.Errorf("%v", err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != 2 || p.Has(0) {
		t.Errorf("left %v", entries)
	}
	p.write = folder.WriteFile
	if err := p.Write(0, []byte("content")); err != nil || !p.Has(0) {
		t.Errorf("once there is space: %v", err)
	}
}

// In a shared folder another process may take a file in the making for one that was left, and remove it.
func TestAFileInTheMakingThatIsRemoved(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "parts")
	p, err := OpenShared(dir, Identity{Shard: 1, Shards: 2, Parts: 2, End: 1})
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	removed := 0
	p.write = func(path string, pieces ...[]byte) error {
		if removed++; removed < 3 {
			return &fs.PathError{Op: "rename", Path: path, Err: fs.ErrNotExist}
		}
		return folder.WriteFile(path, pieces...)
	}
	if err := p.Write(0, []byte("content")); err != nil || !p.Has(0) || removed != 3 {
		t.Errorf("%v after %d", err, removed)
	}
}
