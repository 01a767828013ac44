package folder

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// Pending is a folder in the making, under its temporary name.
type Pending struct {
	final, temporary string
}

// start starts a folder beside where it is to be, so that it can be renamed into it.
func start(final string) (*Pending, error) {
	if final == "" {
		return nil, errors.New("a folder without a name: it would be the one that the program runs in")
	}
	final, err := filepath.Abs(final)
	if err != nil {
		return nil, err
	}
	if target, err := filepath.EvalSymlinks(final); err == nil {
		final = target
	}
	if err := os.MkdirAll(filepath.Dir(final), 0o755); err != nil {
		return nil, err
	}
	temporary, err := os.MkdirTemp(filepath.Dir(final), "."+filepath.Base(final)+".unfinished-")
	if err != nil {
		return nil, err
	}
	return &Pending{final, temporary}, os.Chmod(temporary, 0o755)
}

// Make makes a folder: what fill writes into it appears whole, in place of the folder that stands there, or, if fill errs,
// not at all.
func Make(dir string, fill func(*Pending) error) error {
	folder, err := start(dir)
	if err != nil {
		return err
	}
	if err := fill(folder); err != nil {
		folder.discard()
		return err
	}
	if err := folder.keep(); err != nil {
		folder.discard()
		return err
	}
	return nil
}

// Write writes one file of the folder, by its path in it with slashes, to the disk.
func (f *Pending) Write(name string, content []byte) error {
	path := filepath.Join(f.temporary, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return writeThrough(path, content)
}

// Create starts one file of the folder, for what is too large to hold. Closing it is for the caller.
func (f *Pending) Create(name string) (*os.File, error) {
	return os.OpenFile(filepath.Join(f.temporary, name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
}

// keep puts the folder where it is to be, in exchange for the one that stands there.
func (f *Pending) keep() error {
	if _, err := os.Lstat(f.final); errors.Is(err, fs.ErrNotExist) {
		return Rename(f.temporary, f.final)
	}
	if err := exchange(f.temporary, f.final); err != nil {
		return err
	}
	_ = os.RemoveAll(f.temporary) // what stood there before; the new folder stands, whatever becomes of it
	return nil
}

// discard removes the unfinished folder.
func (f *Pending) discard() { os.RemoveAll(f.temporary) }

// exchangeByRenames is for systems that cannot exchange two folders at once. If the second rename fails, the old
// folder is put back.
func exchangeByRenames(temporary, final string) error {
	aside := temporary + "-before"
	if err := Rename(final, aside); err != nil {
		return err
	}
	if err := Rename(temporary, final); err != nil {
		return errors.Join(err, Rename(aside, final))
	}
	return Rename(aside, temporary)
}
