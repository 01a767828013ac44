package folder

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// Pending is a folder in the making, under its temporary name.
type Pending struct {
	final string
	*unfinished
	made []string // folders made for it to be in, the innermost first
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
	made, err := makeMissing(filepath.Dir(final))
	if err != nil {
		return nil, err
	}
	u, err := begin(final, func(path string) error { return os.Mkdir(path, anyFolder) })
	if err != nil {
		removeEmpty(made)
		return nil, err
	}
	return &Pending{final, u, made}, nil
}

// Make makes a folder: what fill writes into it appears whole, in place of the folder that stands there, or, if fill errs,
// not at all.
func Make(dir string, fill func(*Pending) error) error {
	folder, err := start(dir)
	if err != nil {
		return err
	}
	if err = fill(folder); err == nil {
		err = together(folder.keep)
	}
	folder.drop() // what stood there before, or what could not be finished
	if err != nil {
		removeEmpty(folder.made)
	}
	return err
}

// Write writes one file of the folder, by its path in it with slashes, to the disk.
func (f *Pending) Write(name string, content []byte) error {
	path := filepath.Join(f.path, filepath.FromSlash(name))
	if err := MakeAll(filepath.Dir(path)); err != nil {
		return err
	}
	return writeThrough(path, content)
}

// Create starts one file of the folder, for what is too large to hold. Closing it is for the caller.
func (f *Pending) Create(name string) (*os.File, error) {
	return createNew(filepath.Join(f.path, name))
}

// keep puts the folder where it is to be, in exchange for the one that stands there.
func (f *Pending) keep() error {
	if _, err := os.Lstat(f.final); errors.Is(err, fs.ErrNotExist) {
		return Rename(f.path, f.final)
	}
	return exchange(f.path, f.final)
}

// beforeMark ends the name of what stood in a place, while it is exchanged.
const beforeMark = "-before"

// exchangeByRenames is for systems that cannot exchange two folders at once. If the second rename fails, the old
// folder is put back.
func exchangeByRenames(temporary, final string) error {
	aside := temporary + beforeMark
	if err := Rename(final, aside); err != nil {
		return err
	}
	if err := Rename(temporary, final); err != nil {
		return errors.Join(err, Rename(aside, final))
	}
	return Rename(aside, temporary)
}
