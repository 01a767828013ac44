package folder

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
)

// mark stands in the name of what is being written, behind a full stop and its own name.
const mark = ".unfinished-"

// unfinished is a file or folder in the making, beside where it is to be.
type unfinished struct {
	path string
	held *os.File // locked while it is in the making; nil where that cannot be
}

// inTheMaking lists what this process has not finished. Its mutex is held while anything is put in its place, too.
var inTheMaking = struct {
	sync.Mutex
	all map[*unfinished]bool
}{all: map[*unfinished]bool{}}

// made counts what this process has begun, so that names differ.
var made atomic.Int64

// begin makes something new under a name beside its own, after it has removed what killed processes left there.
func begin(final string, create func(path string) error) (*unfinished, error) {
	removeLeft(final)
	for {
		path := filepath.Join(filepath.Dir(final), fmt.Sprintf(".%s%s%d-%d", filepath.Base(final), mark, os.Getpid(), made.Add(1)))
		err := create(path)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		u := &unfinished{path: path, held: hold(path)}
		if _, err := os.Lstat(path); err != nil {
			u.drop() // before it was locked, another process took it for left
			continue
		}
		inTheMaking.Lock()
		inTheMaking.all[u] = true
		inTheMaking.Unlock()
		return u, nil
	}
}

// together puts what was made in its place, unless the program is being ended.
func together(rename func() error) error {
	inTheMaking.Lock()
	defer inTheMaking.Unlock()
	return rename()
}

// drop removes what is left under the temporary name, if anything.
func (u *unfinished) drop() {
	_ = os.RemoveAll(u.path) // what stays is hidden, and the next process removes it
	if u.held != nil {
		_ = u.held.Close() // nothing was written through it
	}
	inTheMaking.Lock()
	delete(inTheMaking.all, u)
	inTheMaking.Unlock()
}

// Abandon removes whatever this process has not finished. From then on nothing can be put in its place: the program is
// about to end.
func Abandon() {
	inTheMaking.Lock() // for good
	for u := range inTheMaking.all {
		_ = os.RemoveAll(u.path) // what stays is hidden, and the next process removes it
	}
}

// removeLeft removes what killed processes left of a file or folder. What a process works on is locked, and stays.
func removeLeft(final string) {
	entries, err := os.ReadDir(filepath.Dir(final))
	if err != nil {
		return
	}
	for _, e := range entries {
		path := filepath.Join(filepath.Dir(final), e.Name())
		if !strings.HasPrefix(e.Name(), "."+filepath.Base(final)+mark) || !isLeft(path) {
			continue
		}
		if _, err := os.Lstat(final); errors.Is(err, fs.ErrNotExist) && strings.HasSuffix(path, beforeMark) {
			_ = Rename(path, final) // what stood there, of a process that was killed between two renames
			continue
		}
		_ = os.RemoveAll(path) // what stays is hidden
	}
}

// IsUnfinished says whether a name in a folder is that of something in the making.
func IsUnfinished(name string) bool {
	return strings.HasPrefix(name, ".") && strings.Contains(name, mark)
}
