package data

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"strings"

	"reconfig/data/table"
	"reconfig/model/spelling"
)

// mostBytes is how many bytes of a case's file are read, well above what a country of 3,030 bodies needs: a file of the
// wrong kind gets a message before it has filled the memory.
const mostBytes = 64 << 20

// fileFault is what keeps a file from being read.
type fileFault struct{ fault, mend string }

func (f *fileFault) Error() string { return f.fault }

// readBounded reads a file of a case: a regular one that is not too large.
func readBounded(files fs.FS, name string) ([]byte, error) {
	info, err := fs.Stat(files, name) // before it is opened: to open a pipe is to wait for somebody who writes to it
	if err != nil {
		return nil, fileError(err)
	}
	if info.IsDir() {
		return nil, &fileFault{"it is a folder", "move the file out of the folder of that name, and delete the folder"}
	}
	if !info.Mode().IsRegular() {
		return nil, &fileFault{"it is a pipe or a device", "save it as an ordinary file"}
	}
	if info.Size() > mostBytes {
		return nil, tooLarge(fmt.Sprintf("it has %d MB", info.Size()>>20))
	}
	f, err := files.Open(name)
	if err != nil {
		return nil, fileError(err)
	}
	content, err := io.ReadAll(io.LimitReader(f, mostBytes+1))
	if err := errors.Join(err, f.Close()); err != nil {
		return nil, fileError(err)
	}
	if len(content) > mostBytes {
		return nil, tooLarge("it has more")
	}
	return content, nil
}

// ReadStart reads up to so many bytes of a file, which may be a pipe. Its error names the file and why it cannot be read.
func ReadStart(file string, most int64) ([]byte, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, reason(err))
	}
	content, err := io.ReadAll(io.LimitReader(f, most))
	if err := errors.Join(err, f.Close()); err != nil {
		return nil, fmt.Errorf("%s: %w", file, reason(err))
	}
	return content, nil
}

func tooLarge(has string) error {
	return &fileFault{fmt.Sprintf("a file can have %d MB, and %s", mostBytes>>20, has), "look whether it is the right file, and leave out what reconfig does not need"}
}

// fileError puts into plain words what the system says of a file.
func fileError(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return err
	case errors.Is(err, fs.ErrPermission):
		return &fileFault{"it may not be read", "change its permissions, or close the program that has it open"}
	case strings.Contains(err.Error(), "path escapes"): // what os.Root says
		return &fileFault{"it is a link that leads out of the folder", "put the file itself into the folder in place of the link (or make the link relative, if it stays within)"}
	}
	return err
}

// reason is an error without the operation and the path, which the reader of the message knows.
func reason(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return errors.New("it is not there")
	}
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// addUnread reports a table whose file could not be read.
func (r *reader) addUnread(t *table.Table, err error) {
	t.Fail(0, "", "a file of that name in the case's folder: "+reason(err).Error())
	var f *fileFault
	switch {
	case errors.As(err, &f):
		t.Mend(f.mend)
	case errors.Is(err, fs.ErrNotExist):
		t.Mend(r.mendMissing(t.File))
	}
}

// mendMissing says how a file that is not there can come to be.
func (r *reader) mendMissing(file string) string {
	near := r.nearFile(file)
	switch {
	case near == "":
		return "give the case that file; a case copied with `reconfig case copy` has one to start from"
	case near == file:
		return "it is a link to a file that is not there; put the file itself in its place"
	case isTextFile(near):
		return fmt.Sprintf("rename %s to %s", near, file)
	}
	return fmt.Sprintf("save the table in %s as %s, in the format CSV UTF-8 (comma delimited)", near, file)
}

// nearFile finds a file of the folder that is likely to be the one by another name: with capital letters, another
// ending, in the singular or with a slip of the pen. It is the file itself where it is a link to nothing.
func (r *reader) nearFile(file string) string {
	stem := strings.TrimSuffix(file, path.Ext(file))
	for _, other := range r.listing {
		if other == file {
			return other
		}
		if isTable(other) || other == packageFile || !isTableLike(other) {
			continue
		}
		name, _, _ := strings.Cut(other, ".")
		plural := strings.TrimSuffix(strings.ToLower(name), "s") == strings.TrimSuffix(stem, "s")
		if spelling.LooksLike(name, stem) || plural || table.IsSlip(name, stem) {
			return other
		}
	}
	return ""
}

func isTable(file string) bool {
	for _, t := range caseTables {
		if file == t.name+".csv" {
			return true
		}
	}
	return false
}

// isTableLike says whether a file may hold a table, by its ending.
func isTableLike(file string) bool {
	switch strings.ToLower(path.Ext(file)) {
	case ".csv", ".txt", ".tsv", ".tab", ".xls", ".xlsx", ".xlsm", ".ods", "":
		return true
	}
	return false
}

func isTextFile(file string) bool {
	ending := strings.ToLower(path.Ext(file))
	return ending == ".csv" || ending == ".txt"
}

// listFiles remembers what lies in the case's folder.
func (r *reader) listFiles() {
	entries, err := fs.ReadDir(r.files, ".")
	if err != nil {
		return // then no file can be read, which is reported
	}
	for _, e := range entries {
		if !e.IsDir() {
			r.listing = append(r.listing, e.Name())
		}
	}
}

// warnOfUnread warns of tables in the folder that nothing was read from.
func (r *reader) warnOfUnread() {
	for _, file := range r.listing {
		if strings.EqualFold(path.Ext(file), ".csv") && !isTable(file) {
			r.warnings = append(r.warnings, file+" is not a table of a case, and is not read")
		}
	}
}
